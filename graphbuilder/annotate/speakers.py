"""Who speaks in quotation marks: the stretch of each direct quotation and the head token of its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.entity import Speech
from graphbuilder.annotate.phrases import lemma
from graphbuilder.annotate.units import Unit
from graphbuilder.lexicon import Lexicon

_ASIDE = 20
_OPEN = frozenset("“‘«")
_CLOSE = frozenset("”»")
_QUOTES = frozenset(['"', "``", "''", "“", "”", "«", "»"])
_SHORT = 5


def speeches(doc: Doc, units: Sequence[Unit], *, lexicon: Lexicon) -> list[Speech]:
    """The direct quotations in text order; one without a saying verb near it has the speaker of the one before."""
    found: list[Speech] = []
    for start, end in _quotations(doc, units):
        speaker = _speaker(doc[start:end], lexicon)
        long = end - start > _SHORT
        if speaker is None and long and found and _follows(doc, found[-1], start=start):
            speaker = found[-1].speaker
        if speaker is not None or long:
            found.append(Speech(start, end, speaker))
    return found


def _quotations(doc: Doc, units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Token ranges between marks; a paragraph whose quotation never closes runs to its end."""
    for unit in units:
        span = doc.char_span(unit.start, unit.end, alignment_mode="expand")
        if span is None:
            continue
        start = None
        for token in span:
            if token.text not in _QUOTES:
                continue
            if start is None and token.text not in _CLOSE:
                start = token.i + 1
            elif start is not None and token.text not in _OPEN:
                if token.i > start:
                    yield start, token.i
                start = None
        if start is not None and span.end - start > _SHORT:
            yield start, span.end


def _follows(doc: Doc, before: Speech, *, start: int) -> bool:
    """Little but punctuation, or one clause of attribution, stands between two quotations."""
    between = doc[before.end : start]
    sentences = sum(1 for token in between if token.is_sent_start)
    return len(between) < 40 and sentences <= 3


def _speaker(quotation: Span, lexicon: Lexicon) -> int | None:
    """Head token of the subject of the saying verb that governs the quotation or stands right beside it."""
    doc, start, end = quotation.doc, quotation.start, quotation.end
    inside = range(start, end)
    for n in inside:
        for ancestor in doc[n].ancestors:
            if (
                ancestor.i not in inside
                and (subject := said_by(ancestor, lexicon)) is not None
                and subject.i not in inside
            ):
                return subject.i
    for n in [*range(end, min(end + 9, len(doc))), *range(start - 1, max(start - 12, -1), -1)]:
        token = doc[n]
        if token.text in _QUOTES and n not in {end, start - 1}:
            continue
        subject = said_by(token, lexicon)
        near = n >= end or not any(t.is_sent_start for t in doc[n + 1 : start - 1])
        if subject is not None and subject.i not in inside and near:
            return subject.i
    return None


def said_by(token: Token, lexicon: Lexicon) -> Token | None:
    """The subject of a saying verb, or None where the token is none."""
    if token.pos_ not in {"VERB", "AUX"} or lemma(token) not in lexicon.report:
        return None
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    subject = subject or _between_commas(token, lexicon)
    if subject is None and token.dep_ == "conj" and token.head.pos_ == "VERB":
        subject = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    if subject is None and token.dep_ == "pcomp" and token.head.lower_ == "as":
        # "was quoted as saying", "quoted X as saying"
        subject = next((child for child in token.head.head.children if child.dep_ in {"nsubjpass", "dobj"}), None)
    if subject is None and token.tag_ != "VBG" and token.i + 1 < len(token.doc):
        subject = _inverted(token)
    return subject


def _between_commas(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "..., Umar Khan, a deputy minister, said": a name and a role before the verb, whatever the parse says."""
    doc, start = verb.doc, verb.sent.start
    commas = [n for n in range(verb.i - 1, max(start, verb.i - _ASIDE), -1) if doc[n].text == ","][:3]
    if len(commas) < 3 or commas[0] != verb.i - 1 or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    first, second = doc[commas[2] + 1 : commas[1]], doc[commas[1] + 1 : commas[0]]
    for name, role in ((first, second), (second, first)):
        plain = len(name) > 0 and all(token.pos_ == "PROPN" for token in name)
        if plain and any(lemma(token) in lexicon.persons and token.tag_ == "NN" for token in role):
            return name[-1]
    return None


def _inverted(token: Token) -> Token | None:
    """ "said Fawad Aman": a noun right behind the verb that the parser took for an object."""
    return next(
        (
            c
            for c in token.rights
            if c.dep_ in {"dobj", "attr", "dep", "npadvmod", "oprd"}
            and c.pos_ in {"PROPN", "NOUN"}
            and c.ent_type_ not in {"DATE", "TIME"}
        ),
        None,
    )
