"""Which of the candidates that overlap is the name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

from graphbuilder.annotate.candidate import Candidate, is_capital
from graphbuilder.gazetteer import Group
from graphbuilder.lexicon import Lexicon

_RANK = {
    "definition": 4.0,
    "gazetteer": 3.0,
    "hyphen": 2.8,
    "introduced": 2.5,
    "recogniser": 2.0,
    "capitals": 2.0,
    "title": 1.0,
    "alias": 0.5,
}
_ABOVE_KNOWN, _BELOW_KNOWN = 3.2, 1.5
_PREFIXES = frozenset(["pro", "anti", "ex", "non"])


def without_overlap(doc: Doc, found: Iterable[Candidate], *, lexicon: Lexicon) -> list[Candidate]:
    """The best candidate for each stretch: definitions first, then names inside no longer name of a group."""
    found = list(found)
    known = {c.start: c for c in found if c.origin == "gazetteer"}
    weight = {id(c): _weight(doc, c, known=known, lexicon=lexicon) for c in found}
    ordered = sorted(found, key=lambda c: (-weight[id(c)], -(c.end - c.start), c.start))
    taken: dict[int, Candidate] = {}
    kept = []
    for candidate in ordered:
        if candidate.origin == "recogniser" and candidate.label == "PERSON":
            candidate = _behind_known(doc, candidate, taken=taken, lexicon=lexicon)
        span = range(candidate.start, candidate.end)
        if not span or any(n in taken for n in span):
            continue
        taken.update(dict.fromkeys(span, candidate))
        kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _weight(doc: Doc, candidate: Candidate, *, known: Mapping[int, Candidate], lexicon: Lexicon) -> float:
    """Rank of a candidate, where need be among the known names inside it."""
    rank = _RANK[candidate.origin]
    if candidate.origin not in {"recogniser", "capitals", "hyphen"}:
        return rank
    starts = (n for n in range(candidate.start, candidate.end) if n in known)
    length = candidate.end - candidate.start
    inside = [c for c in map(known.__getitem__, starts) if c.end <= candidate.end and c.end - c.start < length]
    if not inside:
        return rank
    if candidate.label == "PERSON":
        return (
            _ABOVE_KNOWN if candidate.origin == "recogniser" and _ends_person(doc, candidate, inside=inside) else rank
        )
    if candidate.origin == "hyphen":
        return _ABOVE_KNOWN if len(inside) == 1 and inside[0].start == candidate.start else rank
    return _body_weight(doc, candidate, inside=inside, lexicon=lexicon)


def _body_weight(doc: Doc, candidate: Candidate, *, inside: Sequence[Candidate], lexicon: Lexicon) -> float:
    """A longer name with the head of a group's name outranks a known name inside it."""
    headed = any(token.text in lexicon.name_heads for token in doc[candidate.start : candidate.end])
    groups = [c for c in inside if isinstance(c.entry, Group)]
    if _local(doc, candidate, inside=inside, lexicon=lexicon):
        return _ABOVE_KNOWN
    if groups and groups[0].start == candidate.start and _owned(doc[groups[0].end : candidate.end]):
        return _BELOW_KNOWN
    if headed and len(groups) <= 1 and not (groups and groups[0].end == candidate.end):
        return _ABOVE_KNOWN + 0.3
    return _ABOVE_KNOWN if candidate.label == "BODY" and not groups else _BELOW_KNOWN


def _local(doc: Doc, candidate: Candidate, *, inside: Sequence[Candidate], lexicon: Lexicon) -> bool:
    """A body of a capital that is no government: "Jakarta police", "Colombo family"."""
    body = doc[candidate.end - 1].lower_
    return body in lexicon.local_groups - (lexicon.forces - lexicon.own_forces) and all(
        c.form == "capital" for c in inside
    )


def _owned(tail: Span) -> bool:
    """Behind a known name, "of" and its owner: "Forest Army of Brang Seng", "Hill Force of Iran's Guards"."""
    if len(tail) < 2 or tail[0].lower_ != "of":
        return False
    rest = tail.doc[tail.end : tail.end + 2]
    if len(rest) > 1 and rest[0].tag_ == "POS" and is_capital(rest[1]):
        return True
    return len(tail) > 2 and all(is_capital(t) and t.tag_ == "NNP" for t in tail[1:])


def _ends_person(doc: Doc, candidate: Candidate, *, inside: Sequence[Candidate]) -> bool:
    """A person whose last name is also a place, a people or a party: "Lukman Lima", "Abu Omar al-Qatari"."""
    last = all(c.start > candidate.start and c.end == candidate.end for c in inside)
    first = all(c.form == "adjective" and doc[c.start].pos_ == "PROPN" for c in inside)  # "Danish Malik"
    return bool(inside) and (last or first) and doc[candidate.start].lower_ not in _PREFIXES


def _behind_known(doc: Doc, candidate: Candidate, *, taken: Container[int], lexicon: Lexicon) -> Candidate:
    """A person's name without a group or title that the recogniser took into it."""
    start = candidate.start
    while start < candidate.end and (
        start in taken or doc[start].lower_ in lexicon.titles or doc[start].lower_ in lexicon.persons
    ):
        start += 1
    return Candidate(start, candidate.end, "recogniser", label="PERSON")
