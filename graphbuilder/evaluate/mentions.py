"""How completely and how cleanly actors are recognised, by kind, before anything is claimed of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphbuilder.evaluate.gold import ACTOR_KINDS, ActorKind, Annotation, Named
from graphbuilder.evaluate.scores import Share
from graphbuilder.evaluate.seen import Seen, SeenActor


@dataclass(slots=True)
class MentionScore:
    """The actors of one kind.

    ``recall``: annotated actors that were recognised; ``claimed``: the same of those that a claim is about;
    ``precision``: recognised actors that are annotated, countries that are only places left out; ``wrong_kind``:
    annotated actors of this kind that were recognised as another kind only (they count as missed).
    """

    recall: Share = field(default_factory=Share)
    claimed: Share = field(default_factory=Share)
    precision: Share = field(default_factory=Share)
    wrong_kind: int = 0


def mention_scores(gold: Iterable[Annotation], seen: Mapping[str, Seen]) -> dict[ActorKind, MentionScore]:
    """The score of each kind over all articles; an article that was not read counts as missed."""
    scores = {kind: MentionScore() for kind in ACTOR_KINDS}
    for annotation in gold:
        actors = seen[annotation.id].actors if annotation.id in seen else ()
        for named in annotation.actors:
            _add_annotated(scores[named.kind], named, actors=actors)
        for actor in actors:
            if actor.acts:
                score = scores[actor.kind].precision
                score.of += 1
                score.right += any(same(named, actor) and named.kind == actor.kind for named in annotation.actors)
    return scores


def same(named: Named, actor: SeenActor) -> bool:
    """They share a name, whatever their kinds."""
    return not named.names.isdisjoint(actor.names)


def _add_annotated(score: MentionScore, named: Named, *, actors: Iterable[SeenActor]) -> None:
    kinds = {actor.kind for actor in actors if same(named, actor)}
    right = named.kind in kinds
    for share in (score.recall, score.claimed) if named.claimed else (score.recall,):
        share.of += 1
        share.right += right
    score.wrong_kind += bool(kinds) and not right
