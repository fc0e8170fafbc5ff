"""Where the server's program comes from: jars of Maven Central, fetched once into the user's cache folder."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from graphbuilder.errors import StoreError
from graphbuilder.server.home import user_folder

VERSION = "5.26.30"
BROWSER_VERSION = "5.24.0"
COORDINATES = (
    f"org.neo4j:neo4j:{VERSION}",
    f"org.neo4j.app:neo4j-server:{VERSION}",
    f"org.neo4j.client:neo4j-browser:{BROWSER_VERSION}",
)
CONNECTIONS = 8
TIMEOUT_S = 60


def jars(tell: Callable[[str], None]) -> Path:
    """The folder of the server's jars, all of them; the first call downloads them (155 MB).

    Raises:
        StoreError: a jar cannot be fetched.
    """
    folder = user_folder("cache") / f"neo4j-{VERSION}-{BROWSER_VERSION}"
    if not folder.is_dir():
        tell(f"Fetching Neo4j {VERSION} from Maven Central (155 MB, once, a minute or two) ...")
        folder.parent.mkdir(parents=True, exist_ok=True)
        _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    """Fill the folder or leave none: it gets its name when it is complete, so that a broken download is never run."""
    staging = Path(mkdtemp(prefix="incomplete-", dir=folder.parent))
    try:
        _download(staging)
        os.replace(staging / "jars", folder)
    except Exception as error:
        if not folder.is_dir():  # else another process was faster, and its jars are as good
            raise StoreError(
                f"Neo4j {VERSION} cannot be fetched from Maven Central ({error}). "
                "Check the network and run the command again; the embedded store needs no download."
            ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _download(staging: Path) -> None:
    """Resolve the coordinates and put each jar into the folder ``jars``.

    jgo's own environments sort the jars into class path and module path, with a Java that it downloads for that; Neo4j
    runs from a class path alone, so only its resolver is used.
    """
    from jgo.maven import MavenContext
    from jgo.parse import Endpoint

    context = MavenContext(repo_cache=staging / "maven", timeout=TIMEOUT_S)
    wanted = [context.create_dependency(each) for each in Endpoint.parse("+".join(COORDINATES)).coordinates]
    named, needed = context.resolver.resolve(wanted)
    artifacts = {each.artifact.key: each.artifact for each in [*named, *needed]}
    target = staging / "jars"
    target.mkdir()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        for path in pool.map(_verified, artifacts.values()):
            path.rename(target / path.name)


def _verified(artifact: Any) -> Path:
    """The artifact's file, checked against the repository's checksum (jgo logs a mismatch and goes on)."""
    from jgo.util import http

    path: Path = artifact.resolve()
    base = next(iter(artifact.context.remote_repos.values()))
    answer = http.get(f"{base}/{artifact.component.path_prefix.as_posix()}/{path.name}.sha1", timeout=TIMEOUT_S)
    answer.raise_for_status()
    if answer.text.split()[0] != hashlib.sha1(path.read_bytes()).hexdigest():
        raise OSError(f"{path.name} does not match its checksum")
    return path
