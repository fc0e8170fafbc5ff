"""Where headline, byline, caption and paragraphs of an article begin, so that no sentence runs over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that no sentence crosses; offsets count characters."""

    start: int
    end: int
    kind: UnitKind


def units(text: str) -> Iterator[Unit]:
    """The lines of a text that hold anything, each with its kind."""
    first = True
    for line in _LINE.finditer(text):
        if line.group().strip():
            yield Unit(line.start(), line.end(), _kind(line.group(), first=first))
            first = False


def dateline(doc: Doc, found: Iterable[Unit]) -> set[int]:
    """Tokens of the places and dates that open a paragraph before a dash: "KABUL, May 3 (Reuters) -"."""
    tokens: set[int] = set()
    for unit in found:
        opening = _DATELINE.match(doc.text[unit.start : unit.end])
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
