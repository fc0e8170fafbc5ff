"""How a candidate is meant: stance, status and source by the rules' reading of its words beside the model's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.extract import Reader
from graphbuilder.extract.matching import Triggers
from graphbuilder.extract.predication import Mode, Predication
from graphbuilder.extract.sources import Sources
from graphbuilder.extract.stance import Reading, readings
from graphbuilder.model import Source, Stance, Status
from training.learned.candidates import STANCES, STATUSES, Candidate
from training.learned.spots import path

# The model's say in stance: a denial or doubt that it holds likelier than this is not passed over.
_DOUBT = 0.35


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a candidate amounts to as a claim."""

    stance: Stance
    status: Status
    source: Source | None
    trigger: int


@dataclass(slots=True)
class Wording:
    """Reads the words of the candidates of one article."""

    reader: Reader
    triggers: Triggers

    def meaning(self, candidate: Candidate) -> Meaning | None:
        """How a candidate is meant; None where the two readers differ on it or nothing is claimed.

        A denial counts only where both see one, so that the polarity of a claim is never the model's alone.
        """
        tokens = self._words(candidate)
        read = [(token, self._readings(token)) for token in tokens]
        if any(not found for _, found in read):
            return None
        token, found = read[0]
        first = found[0]
        stances = {reading.stance for _, every in read for reading in every[:1]}
        denied = candidate.stances[STANCES.index("denied")] > _DOUBT
        if denied != ("denied" in stances) or (denied and len(stances) > 1):
            return None
        stance: Stance = "denied" if denied else "asserted"
        if not denied and ("uncertain" in stances or candidate.stances[STANCES.index("uncertain")] > _DOUBT):
            stance = "uncertain"
        source = Sources(self.reader.coreference, self.reader.lexicon).of(first, token)
        return Meaning(stance, _status(candidate, [r.status for _, every in read for r in every[:1]]), source, token.i)

    def _readings(self, token: Token) -> list[Reading]:
        mode: Mode = "verb" if token.pos_ in {"VERB", "AUX"} else "adjective" if token.pos_ == "ADJ" else "noun"
        return readings(Predication(token, mode), lexicon=self.reader.lexicon)

    def _words(self, candidate: Candidate) -> list[Token]:
        """The words that may state the candidate, the likeliest first."""
        doc = candidate.sentence.doc
        a, b = doc[candidate.subject.head], doc[candidate.object.head]
        between = [doc[n] for n in path(a, b)]
        content = [t for t in between if t.pos_ in {"VERB", "AUX", "NOUN", "ADJ"} and t.i not in self._names()]
        own = [t for t, spot in ((a, candidate.subject), (b, candidate.object)) if not spot.named and t.pos_ == "NOUN"]
        stating = [t for t in [*content, *own] if self._states(t, candidate.relation)]
        return (stating or content or own or [a])[:3]

    def _names(self) -> Sequence[int] | dict[int, object]:
        return self.reader.annotated.name_at  # type: ignore[return-value]

    def _states(self, token: Token, relation: str) -> bool:
        return any(use.relation.name == relation for _, found in self.triggers.at(token) for use in found)


def _status(candidate: Candidate, read: Sequence[Status]) -> Status:
    """What the rules read where it is not current, else the model's where it is sure."""
    special = next((status for status in read if status != "current"), None)
    best = max(range(3), key=lambda n: candidate.statuses[n])
    return special or (STATUSES[best] if candidate.statuses[best] > 0.6 else "current")
