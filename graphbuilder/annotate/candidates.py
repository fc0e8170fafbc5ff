"""Stretches of an article that may be names: known, defined in brackets, recognised, or written in capitals."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from graphbuilder.fold import fold_words
from graphbuilder.gazetteer import Entry, Form, Gazetteer
from graphbuilder.lexicon import Lexicon

Origin = Literal["definition", "gazetteer", "recogniser", "capitals", "title"]

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&./’'\-]{1,11}")
_INNER = frozenset(
    [
        "of",
        "y",
        "for",
        "the",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "al",
        "ul",
        "ur",
        "e",
        "i",
        "and",
        "du",
        "des",
        "bin",
        "ibn",
        "von",
        "van",
        "-",
        "–",
        "'s",
        "’s",
        "&",
        "ash",
        "at",
        "as",
        "du",
    ]
)
_PERSON_INNER = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "ul",
        "ur",
        "ud",
        "de",
        "van",
        "von",
        "der",
        "da",
        "dos",
        "del",
        "-",
        "–",
        "’",
        "'",
        "abu",
        "ash",
        "as",
        "an",
        "at",
        "ad",
    ]
)
_ARTICLES = frozenset(["al", "el", "as", "an", "ash"])
_LABELS = frozenset(["PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"])
_MAX_NAME = 12
_MONTHS = frozenset(calendar.month_name[1:])


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` (exclusive) that may be a name, who proposes it, and as what."""

    start: int
    end: int
    origin: Origin
    label: str = ""
    entry: Entry | None = None
    form: Form = "name"
    acronym: int | None = None

    def text(self, doc: Doc) -> str:
        """The name as written."""
        return doc[self.start : self.end].text


def known(doc: Doc, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names of the gazetteer; a name with a weak form only counts where a full form of the entry occurs too."""
    words = [token.text for token in doc]
    full = {id(match.entry) for match in gazetteer.matches(words)}
    for match in gazetteer.matches(words, weak=full):
        yield Candidate(match.start, match.end, "gazetteer", entry=match.entry, form=match.form)


def defined(doc: Doc, others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Long names that a bracket gives an acronym: "National Directorate of Security (NDS)"."""
    ends = {c.end: c for c in sorted(others, key=lambda c: c.end - c.start)}
    for token in doc:
        close = next((n for n in range(token.i + 2, min(token.i + 6, len(doc))) if doc[n].text == ")"), None)
        if token.text != "(" or close is None or token.i == 0:
            continue
        inside = doc[token.i + 1 : close].text.strip("\"“”' ")
        if not _ACRONYM.fullmatch(inside) or sum(c.isupper() for c in inside) < 2:
            continue
        start = _long_form(doc, token.i, inside)
        known_end = ends.get(token.i)
        if known_end is not None and (start is None or (known_end.origin == "gazetteer" and known_end.start < start)):
            start = known_end.start
        if start is not None:
            yield Candidate(start, token.i, "definition", label="ORG", acronym=token.i + 1)


def _long_form(doc: Doc, bracket: int, acronym: str) -> int | None:
    """Where the long name before a bracket begins: the nearest capital whose initials spell the acronym."""
    letters = "".join(c for c in acronym if c.isupper()).casefold()
    run = list(_run_back(doc, bracket))
    for start in run:
        initials = [w[0] for t in doc[start:bracket] for w in fold_words(t.text)]
        if initials and initials[0] == letters[0] and _subsequence(letters, initials):
            return start
    if run and any(c.isdigit() for c in acronym):
        return _with_number(doc, run[-1])
    return run[-1] if len(run) > 1 else None


def _run_back(doc: Doc, end: int) -> Iterator[int]:
    """Starts of ever longer stretches of capitalised words that end before ``end``."""
    for n in range(end - 1, max(-1, end - 1 - _MAX_NAME), -1):
        token = doc[n]
        if token.is_space or not (_capital(token) or token.lower_ in _INNER or token.lower_ == "in"):
            return
        if _capital(token) or (token.lower_ in _ARTICLES and n + 1 < end and doc[n + 1].text in {"-", "–"}):
            yield n


def _subsequence(letters: str, initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def recognised(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of the statistical recogniser, without articles, titles and possessives."""
    for ent in doc.ents:
        if ent.label_ not in _LABELS:
            continue
        span = _trim(ent, lexicon)
        if span is not None and any(map(_capital, span)):
            start, end = _whole_person(span, lexicon) if ent.label_ == "PERSON" else (span.start, span.end)
            yield Candidate(start, end, "recogniser", label=ent.label_)


def _whole_person(span: Span, lexicon: Lexicon) -> tuple[int, int]:
    """A person's name with the capitalised words that the recogniser left out on either side."""
    start, end, doc = span.start, span.end, span.doc
    while start > 0 and doc[start - 1].pos_ == "PROPN" and _person_word(doc, start - 1, lexicon):
        start -= 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and _person_word(doc, end, lexicon):
        end += 1
    return start, end


def _trim(ent: Span, lexicon: Lexicon) -> Span | None:
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (
        not doc[start].text[0].isalnum()
        or doc[start].lower_ in {"the", "a", "an"}
        or (ent.label_ == "PERSON" and doc[start].lower_ in lexicon.titles)
    ):
        start += 1
    while start < end and (doc[end - 1].lower_ in {"'s", "’s", "'", "’"} or not doc[end - 1].text[-1].isalnum()):
        end -= 1
    end = _before_title(ent.doc, start, end, lexicon) if ent.label_ != "PERSON" else end
    common = next((n for n in range(start, end - 1) if doc[n].text.islower() and doc[n].lower_ in lexicon.groups), None)
    start = common + 1 if common is not None and ent.label_ != "PERSON" else start
    place = next((n for n in range(start + 1, end) if doc[n].lower_ == "in"), None)
    end = place if place is not None and ent.label_ != "PERSON" else end
    if any(token.is_space for token in doc[start:end]):
        return None
    return doc[start:end] if start < end else None


def _before_title(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """ "Pentagon Press Secretary": the end of the name that a title behind it leaves over."""
    if end < len(doc) and doc[end].lower_ in lexicon.persons and doc[end].text[:1].isupper():
        while end > start and doc[end - 1].lower_ in lexicon.titles | lexicon.title_modifiers:
            end -= 1
    return end


def capitalised(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Runs of capitalised words one of which heads names of groups ("Sabaoon Liberation Front")."""
    for start, end in _runs(doc, lexicon):
        end = _before_title(doc, start, end, lexicon)
        words = [token.text for token in doc[start:end]]
        if len(words) > 1 and any(word in lexicon.name_heads for word in words):
            yield Candidate(start, end, "capitals", label="ORG")
        elif end < len(doc) and doc[end].lower_ in lexicon.local_groups and not doc[end - 1].is_sent_start:
            yield Candidate(start, end + 1, "capitals", label="ORG")


def _runs(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    n = 0
    while n < len(doc):
        if not _name_word(doc[n], lexicon) or _prefixed(doc, n):
            n += 1
            continue
        start = end = n
        while (
            n < len(doc) and (_name_word(doc[n], lexicon) or _joins(doc, n, lexicon, start)) and n - start < _MAX_NAME
        ):
            if n > start and doc[n].is_sent_start:
                break
            if _capital(doc[n]):
                end = n + 1
            n += 1
        numbered = start > 1 and doc[start - 2].lower_ == "the" and end < len(doc) and doc[end].pos_ != "NOUN"
        numbered = numbered or (
            start > 0 and (doc[start].text in _MONTHS or doc[start - 1].text[-2:] in {"th", "st", "nd", "rd"})
        )
        yield _with_number(doc, start) if numbered else start, _without_owner(doc, start, end)
        n = max(n, end)


def _prefixed(doc: Doc, n: int) -> bool:
    """ "pro-Cuban": what a hyphenated prefix qualifies begins no name."""
    return n > 1 and doc[n - 1].text == "-" and doc[n - 2].text.islower()


def _with_number(doc: Doc, start: int) -> int:
    """ "23 March Movement": a figure before a name that needs it."""
    before = doc[start - 1] if start else None
    return (
        start - 1
        if before is not None and before.text[0].isdigit() and len(before.text) <= 4 and not before.is_sent_start
        else start
    )


def _without_owner(doc: Doc, start: int, end: int) -> int:
    """ "Red Dragons of Lekeaka Oliver": the person behind "of" is no part of the name."""
    for n in range(start + 1, end - 1):
        if doc[n].lower_ == "of" and doc[n + 1].ent_type_ == "PERSON":
            return n
    return end


def _name_word(token: Token, lexicon: Lexicon) -> bool:
    return _capital(token) and (token.lower_ not in lexicon.persons or token.text in lexicon.name_heads)


def _joins(doc: Doc, n: int, lexicon: Lexicon, start: int) -> bool:
    """A small word inside a name, with a capital after it: "Front for the Liberation of"."""
    if doc[n].lower_ in {"of", "for"} and not any(t.text in lexicon.name_heads for t in doc[start:n]):
        return False
    small = doc[n].lower_ in _INNER and doc[n].lower_ not in {"'s", "’s", "and", "i", "at", "as"}
    after = n + 1 < len(doc) and (_capital(doc[n + 1]) or (doc[n + 1].lower_ in _INNER and n + 2 < len(doc)))
    return small and after and not doc[n].is_sent_start


def acronyms(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Words of three and more capitals in sentences that are not all in capitals."""
    for token in doc:
        plain = token.is_alpha and token.text.isupper() and 3 <= len(token.text) <= 8
        if plain and token.text not in lexicon.not_groups and any(t.is_lower for t in token.sent if len(t) > 2):
            yield Candidate(token.i, token.i + 1, "capitals", label="ORG")


def titled(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words behind a title or role: "Gen. Abdul Rahim", "spokesman Hamid Zaland"."""
    for token in doc[:-1]:
        if token.lower_ not in lexicon.titles and token.lemma_.lower() not in lexicon.persons:
            continue
        start = end = token.i + 1
        while end < len(doc) and end - start < 6 and _person_word(doc, end, lexicon):
            end += 1
        while end > start and not _capital(doc[end - 1]):
            end -= 1
        if end > start and not doc[start].is_sent_start:
            yield Candidate(start, end, "title", label="PERSON")


def _person_word(doc: Doc, n: int, lexicon: Lexicon) -> bool:
    token = doc[n]
    if token.lower_ in lexicon.titles or token.text in lexicon.name_heads or token.lower_ in lexicon.persons:
        return False
    glued = token.lower_ in _PERSON_INNER and any(t.text[:1].isupper() for t in doc[n + 1 : n + 3])
    return (_capital(token) and not token.text.isupper()) or glued


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text not in {"The", "A", "An", "I"}
