"""Where an article ends and the page around it begins again.

The words are in ``data/boilerplate.yaml``. Only an end is ever cut off, so that offsets in what is left stay true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from graphbuilder.errors import DataError
from graphbuilder.ontology import load_yaml

Role = Literal["blank", "closing", "trailing", "heading", "short", "body"]

_PATTERNS: tuple[Role, ...] = ("closing", "trailing", "heading")
_KEYS = {*_PATTERNS, "bylines", "kickers", "outlet_words", "agencies"}
_LONGEST = 300
_SHORT = 120
_FULL_STOP = re.compile(r"\.[\"'”’)\]]*$")


def article_end(text: str) -> int:
    """How many characters of ``text`` are the article; what follows is comment forms, buttons and lists of links.

    A text without a paragraph keeps all. A paragraph is never cut off, unless it stands below a comment form.
    """
    lines = text.splitlines(keepends=True)
    roles = [_role(line.strip()) for line in lines]
    first = roles.index("body") + 1 if "body" in roles else len(roles)
    last = roles.index("closing", first) if "closing" in roles[first:] else len(roles)
    kept = first + _trailing(roles[first:last])
    return sum(map(len, lines[:kept]))


def _trailing(roles: Sequence[Role]) -> int:
    """How many lines to keep: the end goes while lines are leftovers, and short lines go with a heading above them."""
    kept = len(roles)
    titles = False
    for number in range(len(roles) - 1, -1, -1):
        role = roles[number]
        if role == "body":
            break
        if role == "heading" or (role == "trailing" and not titles):
            kept, titles = number, False
        elif role == "short":
            titles = True
    return kept


def _role(line: str) -> Role:
    if not line:
        return "blank"
    if len(line) <= _LONGEST:
        for role in _PATTERNS:
            if _pattern(role).fullmatch(line):
                return role
    return "body" if len(line) > _SHORT or _FULL_STOP.search(line) else "short"


@cache
def words() -> dict[str, Any]:
    """The words of the page around an article.

    Raises:
        DataError: the file lacks a key or has one that nobody reads.
    """
    path = Path(str(files("graphbuilder") / "data" / "boilerplate.yaml"))
    row = load_yaml(path)
    if not isinstance(row, dict) or set(row) != _KEYS:
        raise DataError(f"{path}: the keys must be {', '.join(sorted(_KEYS))}")
    return row


@cache
def _pattern(role: Role) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in words()[role]), re.IGNORECASE)
    except (re.error, TypeError) as error:
        raise DataError(f"boilerplate.yaml: {role}: {error}") from error
