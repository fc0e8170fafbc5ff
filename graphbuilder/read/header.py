"""Title, author, date and outlet as they stand in plain text; found there, not taken out.

Newswire puts them in the first lines: a headline, a byline, a dateline ("KABUL, Feb. 13 (Agency) -- ").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile
from typing import cast

from graphbuilder.read.boilerplate import words
from graphbuilder.read.dates import MONTH, find_date

_HEAD = 4_000
_LINES = 14
_LONGEST_TITLE = 150
_LONGEST_BYLINE = 90
_LONGEST_BLOCK = 5

_SENTENCE_END = re.compile(r"[.:;,][\"'”’)\]]*$")
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z'’./ -]{2,}"
_DASH = re.compile(r"\s*(?:--|—|–)\s*|\s+-\s+")
_PLACE = re.compile(rf"{_CAPITALS}(?![a-z])")
_AGENCY = re.compile(r"\((?P<name>[A-Z][\w .&'’-]{1,40})\)")
_DAY = rf"(?i:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
_PLACE_AND_DAY = re.compile(rf"{_CAPITALS}[^.!?]{{0,60}}?,\s*{_DAY}(?:,?\s+\d{{4}})?\s*(?:\([^)]*\))?$")
_NAME_END = re.compile(r"\s*(?:[|,(;:/\d]|--|—|–|\s-\s|$)")


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of an article besides its text; empty where nothing is."""

    title: str = ""
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None

    def completed_by(self, other: Header) -> Header:
        """This header, with the other's values where it has none."""
        return Header(
            title=self.title or other.title,
            url=self.url or other.url,
            outlet=self.outlet or other.outlet,
            author=self.author or other.author,
            published=self.published or other.published,
        )


def find_header(text: str) -> Header:
    """What the first lines of a text say about it, and the agency that may sign its last."""
    lines = [line.strip().lstrip("\ufeff") for line in text[:_HEAD].splitlines()]
    while lines and (not lines[0] or lines[0].casefold() in words()["kickers"]):
        lines.pop(0)
    title = _title(lines)
    rest = [line for line in lines[1 if title else 0 :] if line][:_LINES]
    dateline = next(filter(None, map(_dateline, rest)), "")
    credits = [*takewhile(lambda line: _is_short(line, _LONGEST_TITLE), rest), dateline]
    author = next(filter(None, map(_author, credits)), None)
    return Header(
        title=title,
        outlet=_outlet(credits, author or "") or _bracketed(dateline) or _signature(text),
        author=None if author in _agencies() else author,
        published=next(filter(None, map(find_date, credits)), None),
    )


def _title(lines: Sequence[str]) -> str:
    """The first line, where it looks like a headline and what follows does not run on from it."""
    if not lines or not _is_short(lines[0], _LONGEST_TITLE) or _author(lines[0]) or _PLACE_AND_DAY.match(lines[0]):
        return ""
    block = list(takewhile(bool, lines[1:]))
    stands_alone = len(block) < _LONGEST_BLOCK and all(
        _is_short(line, _LONGEST_BYLINE) and not line[0].islower() for line in block
    )
    credited = bool(block) and bool(_author(block[0]) or _dateline(block[0]))
    return lines[0].lstrip("# ") if stands_alone or credited else ""


def _dateline(line: str) -> str:
    """The part of a line before its first sentence that says where, when and by whom it was written; or nothing."""
    if _PLACE_AND_DAY.match(line) and len(line) <= _LONGEST_BYLINE:
        return line
    dash = _DASH.search(line[:_LONGEST_BYLINE])
    head = line[: dash.start()] if dash else ""
    by_agency = _AGENCY.search(head) and head.endswith(")")
    return head if by_agency or (_PLACE.match(head) and not _is_sentence(head)) else ""


def _author(line: str) -> str | None:
    """Who is named after "By" in a byline."""
    match = _byline().search(line) if len(line) <= _LONGEST_BYLINE else None
    if not match or _SENTENCE_END.search(line):
        return None
    rest = line[match.end() :]
    end = _NAME_END.search(rest)
    name = rest[: end.start()].strip() if end else ""
    parts = name.split()
    return name if 0 < len(parts) <= 8 and parts[0][0].isupper() and parts[-1][0].isupper() else None


def _outlet(credits: Iterable[str], author: str) -> str | None:
    """An agency that is known by name, or a capitalised line with a word that outlets have in their names."""
    agencies = _agencies()
    if author in agencies:
        return agencies[author]
    for line in (credit.replace(author, "") for credit in credits):
        known = (name for spelling, name in agencies.items() if re.search(rf"\b{re.escape(spelling)}\b", line))
        found = next(known, None) or next(filter(_names_outlet, re.split(r"\s*[|,(–—]\s*", line)), None)
        if found:
            return found
    return None


def _names_outlet(part: str) -> bool:
    spelled = part.split()
    kinds = words()["outlet_words"]
    return (
        1 < len(spelled) <= 6
        and all(word[0].isupper() or word in ("of", "the", "and") for word in spelled)
        and any(word.casefold() in kinds for word in spelled)
    )


def _bracketed(dateline: str) -> str | None:
    """The agency in brackets of a dateline, as in "KABUL, Feb. 13 (Agency)"."""
    bracket = _AGENCY.search(dateline)
    return bracket["name"] if bracket and not find_date(bracket["name"]) else None


def _signature(text: str) -> str | None:
    """The known agency whose name alone ends the text, as in "— AFP"."""
    last = text[-200:].rstrip().rpartition("\n")[2].strip(" \t-–—()[].")
    return _agencies().get(last)


def _is_short(line: str, limit: int) -> bool:
    return 0 < len(line) <= limit and not _SENTENCE_END.search(line)


def _is_sentence(head: str) -> bool:
    """Small letters after the place that are neither a date nor an agency: "UN panel said" is no place."""
    rest = re.sub(rf"{_DAY}|\([^)]*\)|,.*", "", _PLACE.sub("", head, count=1))
    return any(word[:1].islower() for word in rest.split())


@cache
def _byline() -> re.Pattern[str]:
    starts = "|".join(re.escape(word) for word in cast(list[str], words()["bylines"]))
    return re.compile(rf"(?:^|[|–—]\s*)(?i:{starts})\s*:?\s+")


@cache
def _agencies() -> Mapping[str, str]:
    """Every spelling of a news agency, with the name that its articles are counted under."""
    named = cast(dict[str, list[str]], words()["agencies"])
    return {spelling: name for name, spellings in named.items() for spelling in (name, *spellings)}
