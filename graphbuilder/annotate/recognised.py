"""Names that the statistical recogniser finds, without what it took into them by mistake."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graphbuilder.annotate.candidate import Candidate, before_title, is_capital
from graphbuilder.annotate.people import person_word
from graphbuilder.lexicon import Lexicon

_LABELS = frozenset(["PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"])
_ARTICLES = frozenset(["the", "a", "an"])
_OWNING = frozenset(["'s", "’s", "'", "’"])


def recognised(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of the statistical recogniser, without articles, titles and possessives."""
    for ent in doc.ents:
        if ent.label_ not in _LABELS:
            continue
        span = _trim(ent, lexicon)
        if span is not None and any(map(is_capital, span)):
            start, end = _whole_person(span, lexicon) if ent.label_ == "PERSON" else (span.start, span.end)
            yield Candidate(start, end, "recogniser", label=ent.label_)


def _whole_person(span: Span, lexicon: Lexicon) -> tuple[int, int]:
    """A person's name with the capitalised words that the recogniser left out on either side."""
    start, end, doc = span.start, span.end, span.doc
    while start > 0 and doc[start - 1].pos_ == "PROPN" and person_word(doc, start - 1, lexicon):
        start -= 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and person_word(doc, end, lexicon):
        end += 1
    return start, end


def _trim(ent: Span, lexicon: Lexicon) -> Span | None:
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (
        not doc[start].text[0].isalnum()
        or doc[start].lower_ in _ARTICLES
        or (ent.label_ == "PERSON" and doc[start].lower_ in lexicon.titles)
    ):
        start += 1
    while start < end and (doc[end - 1].lower_ in _OWNING or not doc[end - 1].text[-1].isalnum()):
        end -= 1
    end = before_title(ent.doc, start, end, lexicon) if ent.label_ != "PERSON" else end
    common = next((n for n in range(start, end - 1) if doc[n].text.islower() and doc[n].lower_ in lexicon.groups), None)
    start = common + 1 if common is not None and ent.label_ != "PERSON" else start
    place = next((n for n in range(start + 1, end) if doc[n].lower_ == "in"), None)
    end = place if place is not None and ent.label_ != "PERSON" else end
    if any(token.is_space for token in doc[start:end]):
        return None
    return doc[start:end] if start < end else None
