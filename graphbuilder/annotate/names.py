"""The article's table of names: which stretches name which actor, decided over all its occurrences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.annotate.candidate import is_capital
from graphbuilder.annotate.candidates import (
    Candidate,
    acronyms,
    capitalised,
    defined,
    introduced,
    known,
    recognised,
    titled,
    unlabelled,
)
from graphbuilder.annotate.entity import NameSpan
from graphbuilder.annotate.evidence import evidence_of
from graphbuilder.annotate.table import Table
from graphbuilder.annotate.units import Unit, dateline
from graphbuilder.gazetteer import Country, Gazetteer, Group
from graphbuilder.lexicon import Lexicon

_RANK = {"definition": 4, "gazetteer": 3, "recogniser": 2, "capitals": 2, "introduced": 2.5, "title": 1}
_PREFIXES = frozenset(["pro", "anti", "ex", "non"])


def names(doc: Doc, found_units: Sequence[Unit], *, gazetteer: Gazetteer, lexicon: Lexicon) -> list[NameSpan]:
    """All named mentions of actors in text order, each with its entity."""
    gazetted = list(known(doc, gazetteer))
    places = dateline(doc, found_units)
    gazetted = [c for c in gazetted if c.start not in places]
    placed = {n for c in gazetted if isinstance(c.entry, Country) for n in range(c.start, c.end)}
    found = [
        *gazetted,
        *(_as_body(doc, c, placed, lexicon) for c in recognised(doc, lexicon, outside=places)),
        *capitalised(doc, lexicon),
        *acronyms(doc, lexicon),
        *titled(doc, lexicon),
        *introduced(doc, lexicon),
        *unlabelled(doc, lexicon),
    ]
    found = [c for c in found if c.start not in places]
    definitions = list(defined(doc, found, lexicon=lexicon))
    chosen = _without_overlap(doc, [*found, *definitions], lexicon)
    table = Table(doc, lexicon)
    table.define(definitions)
    evidence = evidence_of(doc, chosen, lexicon)
    spans = [span for candidate in chosen for span in table.place(candidate, evidence)]
    spans += table.repeat(doc, spans)
    return sorted(spans, key=lambda span: span.start)


def _without_overlap(doc: Doc, found: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The best candidate for each stretch: definitions first, then names inside no longer name of a group."""
    ordered = sorted(found, key=lambda c: (-_weight(doc, c, found, lexicon), -(c.end - c.start), c.start))
    taken: dict[int, Candidate] = {}
    kept = []
    for candidate in ordered:
        if candidate.origin == "recogniser" and candidate.label == "PERSON":
            candidate = _behind_known(candidate, taken, doc, lexicon)
        span = range(candidate.start, candidate.end)
        if not span or any(n in taken for n in span):
            continue
        taken.update(dict.fromkeys(span, candidate))
        kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _weight(doc: Doc, candidate: Candidate, found: Sequence[Candidate], lexicon: Lexicon) -> float:
    """Rank of a candidate; a longer name with the head of a group's name outranks a known name inside it."""
    rank = float(_RANK[candidate.origin])
    inside = [
        c
        for c in found
        if c.origin == "gazetteer"
        and candidate.start <= c.start
        and c.end <= candidate.end
        and c.end - c.start < candidate.end - candidate.start
    ]
    if candidate.origin in {"recogniser", "capitals"} and inside and candidate.label != "PERSON":
        headed = doc[candidate.end - 1].text in lexicon.name_heads or any(
            t.text in lexicon.name_heads for t in doc[candidate.start : candidate.end]
        )
        groups = [c for c in inside if isinstance(c.entry, Group)]
        if groups and groups[0].start == candidate.start and _owned(doc, groups[0].end, candidate.end):
            return 1.5
        if headed and len(groups) <= 1 and not (groups and groups[0].end == candidate.end):
            return 3.5
        return 1.5 if groups else 3.2 if headed or candidate.label == "BODY" else 1.5
    if candidate.label == "PERSON" and candidate.origin == "recogniser" and _ends_person(doc, candidate, inside):
        return 3.2
    return rank


def _owned(doc: Doc, start: int, end: int) -> bool:
    """Behind a known name, "of" and two names or more of its owner: "Forest Army of Brang Seng"."""
    tail = doc[start + 1 : end]
    return doc[start].lower_ == "of" and len(tail) > 1 and all(is_capital(t) and t.tag_ == "NNP" for t in tail)


def _ends_person(doc: Doc, candidate: Candidate, inside: Sequence[Candidate]) -> bool:
    """A person whose last name is also a place, a people or a party: "Lukman Lima", "Abu Omar al-Qatari"."""
    last = all(c.start > candidate.start and c.end == candidate.end for c in inside)
    first = all(c.form == "adjective" and doc[c.start].pos_ == "PROPN" for c in inside)  # "Danish Malik"
    return bool(inside) and (last or first) and doc[candidate.start].lower_ not in _PREFIXES


def _as_body(doc: Doc, candidate: Candidate, known: Collection[int], lexicon: Lexicon) -> Candidate:
    """A body that a country is part of the name of: "Israel Aerospace Industries", "Forum of Free Tajiks"."""
    rest = [doc[n] for n in range(candidate.start, candidate.end) if n not in known]
    if candidate.label != "ORG" or len(rest) == candidate.end - candidate.start:
        return candidate
    named = any(is_capital(token) and (not token.text.isupper() or token.i == candidate.start) for token in rest)
    small = all(is_capital(token) or token.lower_ in lexicon.name_particles for token in rest)
    titled = any(token.lower_ in lexicon.titles or token.lower_ in lexicon.persons for token in rest)
    return replace(candidate, label="BODY") if named and small and not titled else candidate


def _behind_known(candidate: Candidate, taken: dict[int, Candidate], doc: Doc, lexicon: Lexicon) -> Candidate:
    """A person's name without a group or title that the recogniser took into it."""
    start = candidate.start
    while start < candidate.end and (
        start in taken or doc[start].lower_ in lexicon.titles or doc[start].lower_ in lexicon.persons
    ):
        start += 1
    return Candidate(start, candidate.end, "recogniser", label="PERSON")
