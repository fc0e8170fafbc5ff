"""What each part of the reader earns: the scores with one of them switched off, ``python benchmarks/ablation.py``.

Read on ``tests/gold``, both halves together, at the usual least confidence. A part that is off does nothing, so that
what builds on it is weaker too: the figures do not add up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from graphbuilder import annotate, pipeline  # noqa: E402
from graphbuilder.annotate.coreference import Coreference  # noqa: E402
from graphbuilder.annotate.definites import Definites  # noqa: E402
from graphbuilder.annotate.mentions import Mentions  # noqa: E402
from graphbuilder.evaluate.gold import Annotation, Statement, read_gold, statements  # noqa: E402
from graphbuilder.evaluate.scores import Report, evaluate  # noqa: E402
from graphbuilder.extract import stance, verbs  # noqa: E402
from graphbuilder.extract.transfers import Transfers  # noqa: E402
from graphbuilder.gazetteer import Gazetteer, countries  # noqa: E402
from graphbuilder.model import Article, Publication, content_id  # noqa: E402
from graphbuilder.ontology import relations  # noqa: E402

Switch = Callable[[], AbstractContextManager[object]]
HALVES = (ROOT / "tests" / "gold" / "read", ROOT / "tests" / "gold" / "aside")


def main() -> None:
    """Print a row for each part."""
    gold = [annotation for half in HALVES for annotation in read_gold(half)]
    print(f"{'':36}triples: precision  recall    F1   stance  flipped")
    for name, switch in PARTS.items():
        with switch():
            report = evaluate(gold, _claims(gold), relations=relations())
        print(_row(name, report), flush=True)
    print(_row(EVERY_CLAIM, evaluate(gold, _claims(gold, least=0.0), relations=relations())))


def _claims(gold: list[Annotation], *, least: float = pipeline.MIN_CONFIDENCE) -> Iterator[Statement]:
    texts = ((annotation.id, annotation.text.read_text(encoding="utf-8")) for annotation in gold)
    articles = [Article(Publication(content_id(text), name), text) for name, text in texts]
    for _, found in pipeline.read_claims(articles, min_confidence=least, reject=print):
        yield from statements(claim.to_json() for claim in found)


def _row(name: str, report: Report) -> str:
    triples = report.units["triple"]
    figures = f"{triples.precision:18.3f}{triples.recall:8.3f}{triples.f1:8.3f}"
    return f"{name:36}{figures}{report.stance.share:8.2f}{report.flipped:8d}"


def _without_groups() -> AbstractContextManager[object]:
    known = Gazetteer()
    for country in countries().values():
        known.add(country)
    return patch.object(annotate, "gazetteer", lambda _: known)


def _nothing(*_: object, **__: object) -> list[object]:
    return []


PARTS: dict[str, Switch] = {
    "all": nullcontext,
    "without the known groups": _without_groups,
    "without coreference": lambda: patch.object(Coreference, "antecedents", _nothing),
    "without definite nouns": lambda: patch.object(Definites, "antecedents", _nothing),
    "names and pronouns alone": lambda: patch.object(Mentions, "_noun", _nothing),
    "without shared and implied subjects": lambda: patch.object(verbs, "_from_governor", _nothing),
    "without what is handed over": lambda: patch.object(Transfers, "at", _nothing),
    "without what stands above a tie": lambda: patch.object(stance, "climb", _nothing),
}
EVERY_CLAIM = "without a least confidence"


if __name__ == "__main__":
    main()
