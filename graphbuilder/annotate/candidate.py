"""A stretch of an article that may be a name, and the shape of the words of names."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.phrases import lemma
from graphbuilder.gazetteer import Entry, Form
from graphbuilder.lexicon import Lexicon

Origin = Literal["definition", "gazetteer", "recogniser", "capitals", "title", "introduced", "hyphen", "alias"]

MAX_NAME = 12
MONTHS = frozenset(calendar.month_name[1:])
DAYS = frozenset(calendar.day_name)
_NO_NAMES = frozenset(["The", "A", "An", "I"])


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
        return doc[self.start].text if self.end == self.start + 1 else doc[self.start : self.end].text


def is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text not in _NO_NAMES


def with_number(doc: Doc, start: int) -> int:
    """ "23 March Movement": a figure before a name that needs it."""
    before = doc[start - 1] if start else None
    return (
        start - 1
        if before is not None and before.text[0].isdigit() and len(before.text) <= 4 and not before.is_sent_start
        else start
    )


def before_title(words: Span, lexicon: Lexicon) -> int:
    """ "Pentagon Press Secretary": the end of the name that a title behind it leaves over."""
    doc, start, end = words.doc, words.start, words.end
    if end < len(doc) and doc[end].lower_ in lexicon.persons and doc[end].text[:1].isupper():
        rank = lexicon.titles | lexicon.title_modifiers
        while end > start and doc[end - 1].lower_ in rank:
            end -= 1
    return end


def own_end(words: Span, lexicon: Lexicon) -> int:
    """Where a name ends whose "of" leads to its owner: "Red Dragons of Umar Khan", "First Unit of the Police Corps"."""
    doc, start, end = words.doc, words.start, words.end
    for n in range(start + 1, end - 1):
        if doc[n].lower_ != "of":
            continue
        person = doc[n + 1].ent_type_ == "PERSON"
        if person or (
            doc[n + 1].lower_ == "the" and all(_body(part, lexicon) for part in (doc[start:n], doc[n + 2 : end]))
        ):
            return n
    return end


def _body(words: Span, lexicon: Lexicon) -> bool:
    return len(words) > 1 and any(token.text in lexicon.name_heads for token in words)


def members_of(token: Token, lexicon: Lexicon) -> bool:
    """ "Fighters of the League" where a sentence begins: a common noun has a capital there."""
    if not token.is_sent_start or token.tag_ != "NNS" or token.i + 1 == len(token.doc):
        return False
    return lemma(token) in lexicon.members and token.nbor().lower_ == "of"
