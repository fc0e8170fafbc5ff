"""Fits what confidence means, and shows how far it can be trusted: ``python benchmarks/confidence.py [--write]``.

The weights are fitted to the training passages of ``corpus/`` and the read half of ``tests/gold``, by penalised
logistic regression (Newton's method), and judged on the other passages of the corpus. ``--write`` puts them into the
package.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from corpus.read import Passage  # noqa: E402
from corpus.read import read as passages  # noqa: E402
from graphbuilder.annotate import annotate  # noqa: E402
from graphbuilder.annotate.entity import Entity  # noqa: E402
from graphbuilder.evaluate.gold import fold, read_gold  # noqa: E402
from graphbuilder.extract import Reader  # noqa: E402
from graphbuilder.extract.confidence import features  # noqa: E402
from graphbuilder.model import Article, Publication, content_id  # noqa: E402
from graphbuilder.ontology import relations  # noqa: E402

WEIGHTS = ROOT / "graphbuilder" / "data" / "confidence.yaml"
RARE, PENALTY, ROUNDS = 3, 10.0, 60
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Triples = set[tuple[str, str, str]]
Example = tuple[list[str], bool]
Annotated = tuple[str, dict[str, str], Triples]


def main() -> None:
    """Fit, print and, if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    found = passages()
    train = [*map(_of_passage, (p for p in found if p.split == "train")), *_of_gold(ROOT / "tests" / "gold" / "read")]
    examples = list(_examples(train))
    weights = fit(examples)
    for name, texts in (("fitted to", train), ("kept apart", [_of_passage(p) for p in found if p.split != "train"])):
        print(f"\n{name}: {len(texts)} texts")
        reliability(list(_examples(texts)), weights)
    if parser.parse_args().write:
        head = "# How each feature of a statement moves the odds that it is right; made by benchmarks/confidence.py.\n"
        WEIGHTS.write_text(head + yaml.safe_dump(weights, allow_unicode=True, width=120), encoding="utf-8")
        print(f"\nwritten: {len(weights)} weights to {WEIGHTS.relative_to(ROOT)}")


def fit(examples: list[Example]) -> dict[str, float]:
    """The weight of each feature that is not rare."""
    counts = Counter(name for names, _ in examples for name in set(names))
    known = sorted(name for name, count in counts.items() if count >= RARE)
    place = {name: n for n, name in enumerate(known)}
    x = np.zeros((len(examples), len(known)))
    for row, (names, _) in enumerate(examples):
        x[row, [place[name] for name in names if name in place]] = 1
    y = np.array([right for _, right in examples], dtype=float)
    penalty = np.full(len(known), PENALTY)
    penalty[place["bias"]] = 0.01
    w = np.zeros(len(known))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), x.T @ (p - y) + penalty * w)
    return {name: round(float(value), 3) for name, value in zip(known, w, strict=True) if abs(value) >= 0.02}


def reliability(examples: list[Example], weights: dict[str, float]) -> None:
    """Print how often statements of each confidence are right."""
    scores = [1 / (1 + np.exp(-sum(weights.get(name, 0.0) for name in names))) for names, _ in examples]
    print("confidence     statements  right")
    for low, high in pairwise(BINS):
        right = [ok for (_, ok), score in zip(examples, scores, strict=True) if low <= score < high]
        if right:
            print(f"{low:.1f} to {high:.1f}     {len(right):10d}  {sum(right) / len(right):.2f}")
    print(f"all            {len(examples):10d}  {sum(ok for _, ok in examples) / len(examples):.2f}")


def _examples(texts: Iterable[Annotated]) -> Iterator[Example]:
    """The features of each statement that the reader finds, and whether people annotated its triple."""
    chosen = relations()
    by_id = {content_id(text): (names, triples) for text, names, triples in texts}
    articles = [Article(Publication(content_id(text), "text"), text) for text, _, _ in texts]
    for annotated in annotate(articles):
        names, triples = by_id[annotated.article.id]
        for statement in Reader(annotated, chosen).claimed():
            if not statement.subject.entity.named:
                continue
            ends = (_gold_name(statement.subject.entity, names), _gold_name(statement.object.entity, names))
            turned = statement.relation.symmetric and (ends[1], statement.relation.name, ends[0]) in triples
            yield list(features(statement)), turned or (ends[0], statement.relation.name, ends[1]) in triples


def _gold_name(entity: Entity, names: dict[str, str]) -> str:
    forms = (fold(form) for form in [entity.name, *entity.forms])
    return next((names[form] for form in forms if form in names), "?")


def _of_passage(passage: Passage) -> Annotated:
    names = {fold(passage.text[m.start : m.end]): m.actor.name for m in passage.mentions}
    names |= {fold(actor.name): actor.name for actor in passage.actors}
    return passage.text, names, {(c.subject.actor.name, c.relation, c.object.actor.name) for c in passage.claims}


def _of_gold(folder: Path) -> Iterator[Annotated]:
    for article in read_gold(folder):
        triples = {(s.subject, s.relation, s.object) for s in article.statements}
        yield article.text.read_text(encoding="utf-8"), dict(article.names), triples


if __name__ == "__main__":
    main()
