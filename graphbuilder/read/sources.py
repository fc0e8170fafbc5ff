"""Finds the reader that each location needs, and goes on where one location fails."""

from __future__ import annotations

import logging
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from graphbuilder.errors import ReadError
from graphbuilder.model import Article
from graphbuilder.read import html, jsonl, text
from graphbuilder.read.bytestream import MAX_LINE, MAX_PAGE, MAX_TEXT, Line, bounded_lines, read_bounded

Reject = Callable[[str, str], None]

_TEXT = frozenset({".txt", ".text"})
_PAGE = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_OBJECT = frozenset({".json"})
_KNOWN = _TEXT | _PAGE | _LINES | _OBJECT
_WANTED = "give .txt, .html, .jsonl or .json"

logger = logging.getLogger(__name__)


def read(locations: Iterable[str], *, reject: Reject) -> Iterator[Article]:
    """The articles at paths, folders, URLs and ``-`` (standard input), in the order given and folders sorted.

    ``reject(location, reason)`` is called for each item that cannot be read; the reason says what to do about it.
    """
    for location in locations:
        try:
            yield from _articles(location, reject)
        except ReadError as error:
            reject(location, str(error))
        except OSError as error:
            reject(location, f"cannot be read ({error.strerror or error}); check the path and its permissions")


def _articles(location: str, reject: Reject) -> Iterator[Article]:
    if location == "-":
        return _stream(sys.stdin.buffer, location, reject=reject)
    if location.casefold().startswith(("http://", "https://")):
        return iter((html.fetch(location),))
    path = Path(location)
    if location and path.is_dir():
        return _folder(location, reject)
    if not location or not path.exists():
        raise ReadError("no such file or folder; check the path")
    return _file(path, location, reject=reject)


def _file(path: Path, location: str, *, reject: Reject) -> Iterator[Article]:
    suffix = path.suffix.casefold()
    if suffix and suffix not in _KNOWN and path.is_file():
        raise ReadError(f"files of kind {suffix} are not read; {_WANTED}")
    with path.open("rb") as stream:
        if suffix in _TEXT:
            yield text.article(read_bounded(stream, MAX_TEXT), location=location)
        elif suffix in _PAGE:
            yield html.article(read_bounded(stream, MAX_PAGE), location=location)
        elif suffix in _LINES:
            yield from jsonl.articles(bounded_lines(stream, MAX_LINE), location=location, reject=reject)
        elif suffix in _OBJECT:
            yield jsonl.article(read_bounded(stream, MAX_LINE), location=location)
        else:
            yield from _stream(stream, location, reject=reject)


def _stream(stream: BinaryIO, location: str, *, reject: Reject) -> Iterator[Article]:
    """JSON lines where the first character that is not blank opens an object, otherwise one text."""
    lines = bounded_lines(stream, MAX_LINE)
    start: list[Line] = []
    for line in lines:
        start.append(line)
        if line.content.strip():
            break
    whole = chain(start, lines)
    if start and start[-1].content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return jsonl.articles(whole, location=location, reject=reject)
    return iter((text.article(_joined(whole), location=location),))


def _joined(lines: Iterable[Line]) -> bytes:
    parts: list[bytes] = []
    size = 0
    for line in lines:
        size += len(line.content)
        if size > MAX_TEXT or not line.complete:
            raise ReadError(f"more than {MAX_TEXT:,} bytes of text; split it into articles")
        parts.append(line.content)
    return b"".join(parts)


def _folder(location: str, reject: Reject) -> Iterator[Article]:
    """All files below that can be read; the others are counted in one line of the log, for they are no failures."""
    left_out: Counter[str] = Counter()
    found = False
    for name in _walk(location, reject):
        if Path(name).suffix.casefold() in _KNOWN:
            found = True
            yield from read((name,), reject=reject)
        else:
            left_out[Path(name).suffix.casefold() or "no suffix"] += 1
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(left_out.items()))
    if not found:
        raise ReadError(f"no articles in this folder{f' (only {kinds})' if kinds else ''}; {_WANTED}")
    if left_out:
        logger.warning("%s: %d files of other kinds left out (%s); %s", location, left_out.total(), kinds, _WANTED)


def _walk(location: str, reject: Reject) -> Iterator[str]:
    """Files below a folder, sorted, without hidden ones."""

    def unreadable(error: OSError) -> None:
        reject(str(error.filename), f"cannot be read ({error.strerror}); check its permissions")

    for root, folders, names in os.walk(location, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(root, name) for name in sorted(names) if not name.startswith("."))
