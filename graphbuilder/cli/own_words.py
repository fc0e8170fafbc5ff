"""The user's own relations and groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from graphbuilder.model import Claim


def own_words_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--relations`` and ``--groups``."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    groups = click.option("--groups", type=file, help="YAML file with groups of your own.")
    return click.option("--relations", type=folder, help="Folder with relation files of your own.")(groups(command))


def resolved(claims: Iterable[Claim], *, groups: Path | None) -> list[Claim]:
    """Claims whose actors are those of the graph, under the names of ``groups`` where that file has them."""
    from graphbuilder.resolve import known_names, resolve

    return list(resolve(claims, known=known_names(groups)))
