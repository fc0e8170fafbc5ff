"""All that an evaluation tells, from the claims and, where the texts were read, from what was seen in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuilder.evaluate.gold import ActorKind, Annotation, Statement
from graphbuilder.evaluate.losses import Stage, losses, stages
from graphbuilder.evaluate.mentions import MentionScore, mention_scores
from graphbuilder.evaluate.reliability import Bin, at_least, bins, thresholds
from graphbuilder.evaluate.scores import Finding, Report, Score, evaluate
from graphbuilder.evaluate.seen import Seen
from graphbuilder.ontology import Relation


@dataclass(frozen=True, slots=True)
class Stages:
    """What is known only where the texts themselves were read.

    ``mentions``: how actors are recognised; ``losses``: how many annotated triples ended at each stage; ``lost``:
    where each missed one was lost.
    """

    mentions: Mapping[ActorKind, MentionScore]
    losses: Mapping[Stage, int]
    lost: Mapping[Finding, Stage]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of the claims that are sure enough, and what the confidence of all of them is worth."""

    report: Report
    bins: Sequence[Bin]
    thresholds: Mapping[float, Score]
    stages: Stages | None = None


def judge(
    gold: Sequence[Annotation],
    claims: Sequence[Statement],
    *,
    relations: Mapping[str, Relation],
    least: float,
    seen: Mapping[str, Seen] | None = None,
) -> Evaluation:
    """Evaluate claims, those below the confidence ``least`` only for the reliability of confidence."""
    report, unsure = (evaluate(gold, some, relations=relations) for some in (at_least(claims, least), claims))
    lost = stages(report, gold, seen=seen, unsure=unsure) if seen is not None else {}
    return Evaluation(
        report,
        bins=bins(gold, claims, relations=relations),
        thresholds=thresholds(gold, claims, relations=relations),
        stages=Stages(mention_scores(gold, seen), losses(report, lost), lost) if seen is not None else None,
    )
