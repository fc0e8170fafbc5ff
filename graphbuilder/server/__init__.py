"""A real Neo4j on this machine, without Docker: its jars and its Java come from package registries.

It listens on the loopback address only, asks for a password, and keeps its data in the user's data folder, or in
another home folder that the caller names. It runs on after the command that started it has ended.
"""

from pathlib import Path

from graphbuilder.server.home import user_folder
from graphbuilder.server.process import USERNAME, Server, running, start

__all__ = ["USERNAME", "Server", "default_home", "running", "start"]


def default_home() -> Path:
    """The folder of the user's own server."""
    return user_folder("data") / "neo4j"
