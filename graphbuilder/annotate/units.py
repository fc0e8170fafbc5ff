"""Where headline, byline, caption and paragraphs of an article begin, so that no sentence runs over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc

UnitKind = Literal["headline", "byline", "caption", "heading", "paragraph"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BYLINE = re.compile(r"\s*(?:by|from)\s+[A-Z]|.*\|", re.IGNORECASE)
_FINAL = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z'’.\-]{2,}[A-Z'’., /\-]*(?:,[^.\-–—]{0,30}|\([^)]*\)|\s)*\s(?:-|--|–|—)\s"
    r"|\s*[A-Z]{3,}(?: [A-Z]+){0,2}\. (?=[A-Z])"
)
_HEADING_WORDS = 14
_PAGE_WIDTH, _FULL_LINE = 100, 50


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that no sentence crosses; offsets count characters."""

    start: int
    end: int
    kind: UnitKind


def units(text: str) -> Iterator[Unit]:
    """The paragraphs of a text, each with its kind; lines that only the page's width parted are one."""
    first = True
    for start, end in _paragraphs(text):
        yield Unit(start, end, _kind(text[start:end], first=first))
        first = False


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where lines begin and end, hard-wrapped ones joined."""
    lines = [(line.start(), line.end()) for line in _LINE.finditer(text) if line.group().strip()]
    wrapped = _wrapped(text, lines)
    start: int | None = None
    for n, (begin, end) in enumerate(lines):
        start = begin if start is None else start
        following = lines[n + 1] if n + 1 < len(lines) else None
        if following is None or not (wrapped and _goes_on(text, (begin, end), following=following)):
            yield start, end
            start = None


def _wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Most lines that end within a sentence are followed by another at once, and none is longer than a page is wide."""
    open_lines = [n for n, (start, end) in enumerate(lines[:-1]) if not _FINAL.search(text[start:end])]
    joined = [n for n in open_lines if _adjacent(text, lines[n], following=lines[n + 1])]
    return max((end - start for start, end in lines), default=0) <= _PAGE_WIDTH and len(joined) >= max(
        2, len(open_lines) / 2
    )


def _goes_on(text: str, line: tuple[int, int], *, following: tuple[int, int]) -> bool:
    """A full line runs into the next one, or the next one begins small."""
    width = line[1] - line[0]
    small = text[following[0] : following[1]].lstrip()[:1].islower()
    return _adjacent(text, line, following=following) and width >= (_FULL_LINE // 2 if small else _FULL_LINE)


def _adjacent(text: str, line: tuple[int, int], *, following: tuple[int, int]) -> bool:
    """No empty line lies between."""
    return text[line[1] : following[0]] in {"\n", "\r\n", "\r"}


def dateline(doc: Doc, found: Iterable[Unit]) -> set[int]:
    """Tokens of the places and dates that open a paragraph before a dash: "KABUL, May 3 (Reuters) -"."""
    tokens: set[int] = set()
    text = doc.text
    for unit in found:
        opening = _DATELINE.match(text[unit.start : unit.end])
        span = doc.char_span(unit.start, unit.start + opening.end(), alignment_mode="contract") if opening else None
        tokens.update(range(span.start, span.end) if span is not None else ())
    return tokens


def _kind(line: str, *, first: bool) -> UnitKind:
    short = len(line.split()) <= _HEADING_WORDS
    if line.rstrip().endswith("[File]"):
        return "caption"
    if not first and short and not _FINAL.search(line) and _BYLINE.match(line):
        return "byline"
    if _FINAL.search(line) and not (first and short and line.rstrip().endswith(("?", '"', "”", "'", "’"))):
        return "paragraph"
    return "headline" if first and len(line.split()) <= 2 * _HEADING_WORDS else "heading" if short else "paragraph"
