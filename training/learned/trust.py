"""How far a candidate is trusted: the share of such candidates that were right in passages kept aside in training."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.learned.candidates import Candidate
from training.learned.spots import PLACE

_LEAST, _MOST = 0.01, 0.995


@dataclass(frozen=True, slots=True)
class Rated:
    """A candidate with the probability, in 0..1, that it is a claim of the text."""

    candidate: Candidate
    trust: float


@dataclass(frozen=True, slots=True)
class Trust:
    """A logistic regression on what is known of a candidate; ``weights`` by the names that ``signs`` gives."""

    weights: Mapping[str, float]

    def rate(self, candidates: Sequence[Candidate]) -> list[Rated]:
        """The candidates of one article, each with its trust."""
        return [Rated(c, self._of(known)) for c, known in zip(candidates, signs(candidates), strict=True)]

    def _of(self, known: Mapping[str, float]) -> float:
        total = sum(self.weights.get(name, 0.0) * value for name, value in known.items())
        return 1 / (1 + math.exp(-total))


def signs(candidates: Sequence[Candidate]) -> Iterable[dict[str, float]]:
    """What speaks for and against each candidate of one article."""
    by_pair: dict[tuple[int, frozenset[int]], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_pair[_pair(candidate)].append(candidate)
    return [_signs(candidate, by_pair[_pair(candidate)]) for candidate in candidates]


def _signs(candidate: Candidate, rivals: Sequence[Candidate]) -> dict[str, float]:
    ends = (candidate.subject, candidate.object)
    score = _logit(candidate.score)
    rival = max((_logit(other.score) for other in rivals if other is not candidate), default=-math.inf)
    guessed = sum(spot.guessed for spot in ends)
    return {
        "one": 1.0,
        "score": score,
        "guessed": float(guessed > 0),
        "both guessed": float(guessed > 1),
        "place": float(any(spot.kind == PLACE for spot in ends)),
        "unnamed": float(any(not spot.entity.named for spot in ends)),
        "rules": float(candidate.agreed),
        "rules score": score * candidate.agreed,
        "rules else": float(candidate.rivals),
        "beaten": min(max(0.0, rival - score), 5.0),
        candidate.relation: 1.0,
    }


def _pair(candidate: Candidate) -> tuple[int, frozenset[int]]:
    return candidate.sentence.start, frozenset([id(candidate.subject.entity), id(candidate.object.entity)])


def _logit(p: float) -> float:
    bound = min(max(p, _LEAST), _MOST)
    return math.log(bound / (1 - bound))
