"""The words of a sentence that could state a relation, and the nearest reason why they did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from graphbuilder.explain import Attempt, Mentioned
from graphbuilder.extract import Reader
from graphbuilder.extract.matching import Use, fits
from graphbuilder.extract.pairs import pairs
from graphbuilder.extract.predication import Predication
from graphbuilder.extract.stance import readings
from graphbuilder.extract.statements import object_slots, predication_of, widened

STATED = "stated"
NOT_CLAIMED = "asked, wished, ordered or supposed, not claimed"
_WORDS = "the words that it needs beside it are missing"
_KINDS = "the actors found are not of the kinds that it takes"
_PAIR = "needs two different actors"
# From the furthest to the nearest miss; ``why_not`` gives the last one that occurs.
_ORDER = (_WORDS, "no actor", _PAIR, _KINDS, NOT_CLAIMED)


def attempts(reader: Reader, sentence: Span) -> Iterator[Attempt]:
    """One attempt for each trigger and outcome."""
    for token in sentence:
        if token.i in reader.annotated.name_at:
            continue
        for mode, uses in reader.statements.triggers.at(token):
            predication = predication_of(token, mode, lexicon=reader.lexicon)
            outcomes: dict[str, list[str]] = {}
            for use in uses:
                outcomes.setdefault(_outcome(use, predication, reader=reader), []).append(use.relation.name)
            for outcome, names in outcomes.items():
                yield _attempt(predication, names=tuple(dict.fromkeys(names)), outcome=outcome)


def _attempt(predication: Predication, *, names: tuple[str, ...], outcome: str) -> Attempt:
    token = predication.token
    slots = {slot: tuple(a.token.text for a in found) for slot, found in predication.slots.items() if found}
    return Attempt(token.idx, token.idx + len(token), token.lemma_, names, slots, outcome)


def _outcome(use: Use, predication: Predication, *, reader: Reader) -> str:
    whole = widened(predication, use)
    if not fits(use, whole):
        return _WORDS
    frame, relation = use.frame, use.relation
    slots = object_slots(use, whole)
    ends = {"subject": frame.subject, "object": slots}
    found = pairs(whole, reader.arguments, **ends, relation=relation, states=frame.states)
    if not found:
        for side, places in ends.items():
            if not reader.arguments.bound(whole, places):
                return f"no actor as {side} (looked in: {', '.join(places)})"
        return _PAIR
    if not any(a.entity.kind in relation.subject and b.entity.kind in relation.object for a, b in found):
        return _KINDS
    return STATED if readings(whole, lexicon=reader.lexicon) else NOT_CLAIMED


def why_not(mentions: Sequence[Mentioned], attempts: Sequence[Attempt]) -> str:
    """The nearest reason why a sentence gives no claim."""
    actors = {mention.actor for mention in mentions}
    if len(actors) < 2:
        return f"fewer than two actors were recognised ({', '.join(sorted(actors)) or 'none'})"
    if not attempts:
        return f"no word of any relation stands there (actors: {', '.join(sorted(actors))})"
    nearest = max(attempts, key=lambda a: max((n for n, o in enumerate(_ORDER) if a.outcome.startswith(o)), default=-1))
    return f"“{nearest.word}” ({', '.join(nearest.relations)}): {nearest.outcome}"
