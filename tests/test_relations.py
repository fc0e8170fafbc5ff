"""Every example and counterexample of every relation file is a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graphbuilder.fold import fold_name
from graphbuilder.model import Article, Claim, Publication, content_id
from graphbuilder.ontology import Example, ExpectedClaim, Relation, relations
from graphbuilder.pipeline import read_claims

pytestmark = pytest.mark.model

MIN_EXAMPLES, MIN_COUNTEREXAMPLES = 5, 3


def _claims(text: str, relation: Relation) -> list[Claim]:
    article = Article(Publication(content_id(text), "example"), text)
    rejected: list[str] = []
    found = [
        c
        for _, claims in read_claims([article], min_confidence=0, reject=lambda *a: rejected.append(a[1]))
        for c in claims
    ]
    assert not rejected
    return [claim for claim in found if claim.relation == relation.name]


def _key(subject: str, obj: str, relation: Relation) -> tuple[str, ...]:
    ends = (fold_name(subject), fold_name(obj))
    return tuple(sorted(ends)) if relation.symmetric else ends


def _expected(claim: ExpectedClaim, relation: Relation) -> tuple[object, ...]:
    source = fold_name(claim.source) if claim.source else None
    return (*_key(claim.subject, claim.object, relation), claim.stance, claim.status, source)


def _found(claim: Claim, relation: Relation) -> tuple[object, ...]:
    source = fold_name(claim.source.name) if claim.source else None
    return (*_key(claim.subject.name, claim.object.name, relation), claim.stance, claim.status, source)


def _examples() -> Iterator[object]:
    for relation in relations().values():
        for n, example in enumerate(relation.examples, 1):
            yield pytest.param(relation, example, id=f"{relation.name}-{n}")


def _counterexamples() -> Iterator[object]:
    for relation in relations().values():
        for n, text in enumerate(relation.counterexamples, 1):
            yield pytest.param(relation, text, id=f"{relation.name}-{n}")


@pytest.mark.parametrize(("relation", "example"), list(_examples()))
def test_example_gives_its_claims(relation: Relation, example: Example) -> None:
    expected = {_expected(claim, relation) for claim in example.claims}
    assert {_found(claim, relation) for claim in _claims(example.text, relation)} == expected, example.text


@pytest.mark.parametrize(("relation", "text"), list(_counterexamples()))
def test_counterexample_gives_no_claim(relation: Relation, text: str) -> None:
    assert not [_found(claim, relation) for claim in _claims(text, relation)], text


@pytest.mark.parametrize("relation", list(relations().values()), ids=lambda relation: relation.name)
def test_relation_has_enough_examples(relation: Relation) -> None:
    assert len(relation.examples) >= MIN_EXAMPLES
    assert len(relation.counterexamples) >= MIN_COUNTEREXAMPLES
