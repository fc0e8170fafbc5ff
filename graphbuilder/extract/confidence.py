"""How likely a claim is to be right, from what led to it: a logistic model over named features.

The weights lie in ``data/confidence.yaml``; ``benchmarks/confidence.py`` fits them to annotated text and prints how
well they hold on text kept apart (Platt 1999 for the idea of scores as probabilities).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma
from graphbuilder.extract.arguments import Bound
from graphbuilder.extract.statements import Statement
from graphbuilder.ontology import load_yaml

_LONG, _FAR, _OFTEN = 35, 8, 4


def features(statement: Statement) -> Iterator[str]:
    """What speaks for or against a statement, as names; the same statement always has the same ones."""
    relation, part, *words = statement.rule.split("/")
    token = statement.predication.token
    yield "bias"
    yield f"relation {relation}"
    yield f"part {part}"
    yield f"part {part} {statement.relation.family}"
    yield f"trigger {relation} {' '.join(words)}"
    for side, bound in (("subject", statement.subject), ("object", statement.object)):
        yield from _argument(side, bound, trigger=token)
    yield f"reasons {_reason(statement.subject)} {_reason(statement.object)}"
    if len(token.sent) > _LONG:
        yield "long sentence"
    if statement.subject.entity.is_country and statement.object.entity.is_country:
        yield "two countries"


def _argument(side: str, bound: Bound, *, trigger: Token) -> Iterator[str]:
    mention = trigger.doc[bound.filler.token]
    reason = _reason(bound)
    yield f"{side} {reason}"
    yield f"{side} path {bound.path}"
    yield f"{side} {'country' if bound.entity.is_country else bound.entity.kind}"
    if bound.entity.named:
        yield f"{side} named {min(sum(bound.entity.forms.values()), _OFTEN)}"
    if bound.entity.entry is None:
        yield f"{side} unknown {bound.entity.kind}"
    if reason == "coreference":
        yield f"{side} by {lemma(mention) if mention.pos_ in {'PRON', 'DET'} else 'noun'}"
    if abs(mention.i - trigger.i) > _FAR:
        yield f"{side} far"


def _reason(bound: Bound) -> str:
    """Why a phrase stands for an actor; a nameless person is as good as named.

    Annotators leave out many nameless persons that the guidelines count, so nothing can be learnt about them.
    """
    return "name" if bound.filler.reason == "unnamed" else bound.filler.reason


def confidence(names: Iterable[str]) -> float:
    """The share of claims with such features that are right, between 0 and 1."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in names)))


@cache
def _weights() -> Mapping[str, float]:
    """The fitted weights by feature.

    Raises:
        DataError: the file is not YAML.
    """
    rows = load_yaml(Path(str(files("graphbuilder") / "data" / "confidence.yaml")))
    return {str(name): float(weight) for name, weight in rows.items()}
