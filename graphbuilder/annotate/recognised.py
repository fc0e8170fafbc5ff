"""Names that the statistical recogniser finds, without what it took into them by mistake."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.candidate import DAYS, MONTHS, Candidate, before_title, is_capital, members_of, own_end
from graphbuilder.annotate.people import initials, name_end, person_word
from graphbuilder.annotate.phrases import SUBJECTS, lemma
from graphbuilder.lexicon import Lexicon

_LABELS = frozenset(["PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"])
_ARTICLES = frozenset(["the", "a", "an"])
_DASHES = frozenset(["-", "–", "—", "--"])
_TWO_NAMES = 3
_OWNING = frozenset(["'s", "’s", "'", "’"])


def recognised(doc: Doc, lexicon: Lexicon, *, outside: Collection[int] = ()) -> Iterator[Candidate]:
    """Names of the statistical recogniser, without articles, titles, possessives and the tokens ``outside``."""
    for ent in doc.ents:
        if ent.label_ not in _LABELS or _common(ent, lexicon):
            continue
        yield from (found for part in _parts(ent, outside) for found in _within(part, lexicon, outside=outside))


def _common(ent: Span, lexicon: Lexicon) -> bool:
    """A common noun that has its capital from the start of the sentence: "Sites said to belong to X"."""
    first, known = ent[0], lexicon
    if len(ent) > 1 or not first.is_sent_start or first.tag_ not in {"NN", "NNS"}:
        return False
    words = (known.members, known.groups, known.persons, known.acts, known.events, known.documents)
    return any(lemma(first) in one for one in words)


def _within(ent: Span, lexicon: Lexicon, *, outside: Collection[int]) -> Iterator[Candidate]:
    cut = ent.start in outside
    span = _trim(ent, lexicon, outside=outside)
    if span is not None and any(map(is_capital, span)):
        # What the recogniser took for the name of a body together with a dateline may be anything.
        label = "" if cut else ent.label_
        start, end = _whole_person(span, lexicon) if label in {"PERSON", ""} else (span.start, span.end)
        end = name_end(span.doc, start, end=end) if label == "PERSON" else end
        if end > start:
            yield Candidate(start, end, "recogniser", label=label)


def _parts(ent: Span, outside: Collection[int]) -> Iterator[Span]:
    """A dash parts names; a place and the initials of a person behind it are two: "minister of Assam, K L Rao"."""
    if len(ent) < _TWO_NAMES:
        yield ent
        return
    spaced = (t.i for t in ent[1:-1] if t.text in _DASHES and t.whitespace_ and t.nbor(-1).whitespace_)
    dash = next((n for n in spaced if n not in outside), None)
    comma = next((t.i for t in ent[1:-1] if t.text == "," and _new_clause(ent, t)), None)
    if dash is not None:
        yield from (Span(ent.doc, *part, label=ent.label) for part in ((ent.start, dash), (dash + 1, ent.end)))
    elif comma is not None:
        yield Span(ent.doc, ent.start, comma, label="GPE")
        yield Span(ent.doc, comma + 1, ent.end, label="PERSON")
    elif (parted := next((t.i for t in ent[1:-1] if t.text == "," and ent.label_ in {"PERSON", "ORG"}), None)) and (
        ent.end - ent.start == _TWO_NAMES
    ):
        # "in the Transcaucasus, Basayev led"
        yield from (Span(ent.doc, *part, label="ORG") for part in ((ent.start, parted), (parted + 1, ent.end)))
    else:
        yield ent


def _whole_person(span: Span, lexicon: Lexicon) -> tuple[int, int]:
    """A person's name with the capitalised words that the recogniser left out on either side."""
    start, end, doc = span.start, span.end, span.doc
    while start > 0 and _part_of_person(doc[start - 1], lexicon):
        start -= 1
    while end < len(doc) and _part_of_person(doc[end], lexicon):
        end += 1
    return start, end


def _part_of_person(token: Token, lexicon: Lexicon) -> bool:
    doc, n = token.doc, token.i
    after = doc[n + 1].ent_iob_ if n + 1 < len(doc) else ""
    alone = token.ent_iob_ == "B" and after != "I" and (n == 0 or doc[n - 1].pos_ != "ADP")
    free = (token.ent_type_ in {"", "PERSON"} or alone) and token.text not in MONTHS
    return free and (token.pos_ == "PROPN" or token.text in lexicon.name_openers) and person_word(token, lexicon)


def _new_clause(ent: Span, comma: Token) -> bool:
    """Behind a comma: initials of a person, or the subject of the clause that a phrase of place opens."""
    after = comma.nbor()
    subject = ent.end == comma.i + 2 and after.dep_ in SUBJECTS and ent[0].head.pos_ == "ADP"
    return initials(after) or subject


def _trim(ent: Span, lexicon: Lexicon, *, outside: Collection[int]) -> Span | None:
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (
        start in outside
        or not doc[start].text[0].isalnum()
        or doc[start].lower_ in _ARTICLES
        or _small(doc[start])
        or doc[start].lower_ in lexicon.alias_words
        or (ent.label_ == "PERSON" and (_titles(doc[start], lexicon) or doc[start].text[0].isdigit()))
    ):
        start += 1
    article = next((n for n in range(end - 1, start, -1) if _cuts_in(doc, n)), None)
    start = article + 1 if article is not None and ent.label_ != "PERSON" else start
    if start + 2 < end and members_of(doc[start], lexicon):
        start += 2 + (doc[start + 2].lower_ == "the")
    verb = next((n for n in range(start + 1, end) if doc[n].text.islower() and doc[n].pos_ in {"VERB", "AUX"}), end)
    end = verb if ent.label_ != "PERSON" else end
    while start < end and (
        doc[end - 1].lower_ in _OWNING
        or (ent.label_ == "PERSON" and doc[end - 1].text in DAYS)
        or not doc[end - 1].text[-1].isalnum()
        or _small(doc[end - 1])
    ):
        end -= 1
    if end < len(doc) and doc[end].text == ")" and "(" in (token.text for token in doc[start:end]):
        end += 1
    end = before_title(doc[start:end], lexicon) if ent.label_ != "PERSON" else end
    end = own_end(doc[start:end], lexicon) if ent.label_ != "PERSON" else end
    common = next((n for n in range(start, end - 1) if doc[n].text.islower() and doc[n].lower_ in lexicon.groups), None)
    start = common + 1 if common is not None and ent.label_ != "PERSON" else start
    place = next((n for n in range(start + 1, end) if doc[n].lower_ == "in"), None)
    end = place if place is not None and ent.label_ != "PERSON" else end
    if any(token.is_space for token in doc[start:end]):
        return None
    return doc[start:end] if start < end else None


def _titles(token: Token, lexicon: Lexicon) -> bool:
    """A title, or what somebody is, with a capital because it opens the sentence: "Actress Ann Poe"."""
    return token.lower_ in lexicon.titles or (bool(token.is_sent_start) and token.lower_ in lexicon.persons)


def _small(token: Token) -> bool:
    """A preposition or conjunction in small letters, which neither begins nor ends a name ("as-Sirat" apart)."""
    joined = not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text in {"-", "–"}
    return token.text.islower() and token.pos_ in {"ADP", "ADV", "CCONJ", "SCONJ"} and not joined


def _cuts_in(doc: Doc, n: int) -> bool:
    """An article that no preposition precedes: "in Ankara the People's Party"."""
    return doc[n].text == "the" and doc[n - 1].pos_ != "ADP"
