"""Whether confidence means what it says: how often claims are right, and what a threshold costs and brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graphbuilder.evaluate.gold import Annotation, Statement
from graphbuilder.evaluate.scores import Score, Share, evaluate, triple_of
from graphbuilder.ontology import Relation

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(slots=True)
class Bin:
    """Claims whose confidence is at least ``low`` and below ``high`` (1.0 belongs to the last bin).

    ``right`` counts those whose triple is annotated; ``total`` adds up what they say.
    """

    low: float
    high: float
    right: Share = field(default_factory=Share)
    total: float = 0.0

    @property
    def says(self) -> float:
        """The mean confidence, which ``right.share`` should equal."""
        return self.total / self.right.of if self.right.of else 0.0


def bins(gold: Iterable[Annotation], claims: Iterable[Statement], *, relations: Mapping[str, Relation]) -> list[Bin]:
    """Every claim on an annotated article in its bin; one between two names of a single actor is left out."""
    found = [Bin(low, high) for low, high in pairwise(EDGES)]
    by_id = {annotation.id: annotation for annotation in gold}
    annotated = {
        (annotation.id, triple_of(statement, str, relations=relations))
        for annotation in by_id.values()
        for statement in annotation.statements
    }
    for claim in claims:
        if claim.article in by_id:
            triple = triple_of(claim, by_id[claim.article].actor, relations=relations)
            if triple is not None:
                bin_ = next(b for b in reversed(found) if claim.confidence >= b.low or b.low == 0)
                bin_.right.of += 1
                bin_.right.right += (claim.article, triple) in annotated
                bin_.total += claim.confidence
    return found


def thresholds(
    gold: Sequence[Annotation], claims: Sequence[Statement], *, relations: Mapping[str, Relation]
) -> dict[float, Score]:
    """The score of the triples whose claims are at least so sure."""
    return {least: evaluate(gold, at_least(claims, least), relations=relations).units["triple"] for least in THRESHOLDS}


def at_least(claims: Iterable[Statement], least: float) -> list[Statement]:
    """The claims that are as sure as that, or surer."""
    return [claim for claim in claims if claim.confidence >= least]
