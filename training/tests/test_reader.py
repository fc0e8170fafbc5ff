"""The learned reader beside the rules: what it may add, and that it answers the same every time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("torch")

from graphbuilder.annotate import annotate
from graphbuilder.extract import Reader
from graphbuilder.model import Article, Claim, Publication
from graphbuilder.ontology import relations
from training.answers import NAME
from training.learned import LearnedReader, load
from training.learned.model import FOLDER

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not (FOLDER / NAME).exists(), reason="no model yet: make train"),
]

TEXTS = (
    "Jama'at al-Nur, which the Republic of Tamra has armed for years, denied on Monday that it trains the Harsa Front.",
    "Omar Basri, a commander of the Harsa Front, met officers of the Tamran army. The army then shelled the front.",
    "The Harsa Front never had links with Jama'at al-Nur, said Omar Basri. Nobody funds the front.",
    "It rained in the capital all week.",
)


@cache
def reader() -> LearnedReader:
    return LearnedReader(relations())


def read(texts: tuple[str, ...], learned: LearnedReader | None = None) -> dict[str, list[Claim]]:
    """Claims of both readers by text."""
    chosen = learned or reader()
    articles = [Article(Publication(text, text), text) for text in texts]
    found = {}
    for annotated in annotate(articles):
        one = Reader(annotated, relations())
        found[annotated.article.text] = chosen.claims(one, list(one.claims()))
    return found


def by_rules(texts: tuple[str, ...]) -> dict[str, list[Claim]]:
    articles = [Article(Publication(text, text), text) for text in texts]
    return {a.article.text: list(Reader(a, relations()).claims()) for a in annotate(articles)}


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[::-1], TEXTS[1:3], TEXTS * 2], ids=["all", "reversed", "two", "twice"])
def test_claims_depend_on_the_text_alone(texts: tuple[str, ...]) -> None:
    once = read(TEXTS)
    assert read(texts) == {text: once[text] for text in dict.fromkeys(texts)}


def test_where_nothing_is_trusted_enough_the_rules_stay_as_they_are() -> None:
    model = load()
    silent = LearnedReader(relations(), model=replace(model, limits={"accept": 2.0, "veto": 0.0}))
    found, wanted = read(TEXTS, silent), by_rules(TEXTS)
    assert {text: [claim.id for claim in claims] for text, claims in found.items()} == {
        text: [claim.id for claim in claims] for text, claims in wanted.items()
    }


def test_agreement_never_lowers_the_confidence_of_the_rules() -> None:
    before = {claim.id: claim.confidence for claims in by_rules(TEXTS).values() for claim in claims}
    after = {claim.id: claim.confidence for claims in read(TEXTS).values() for claim in claims if claim.id in before}
    assert all(after[key] >= before[key] for key in after)


def test_an_added_claim_names_model_relation_and_score() -> None:
    eager = LearnedReader(relations(), model=replace(load(), limits={"accept": 0.0, "veto": 0.0}))
    known = {claim.id for claims in by_rules(TEXTS).values() for claim in claims}
    added = [claim for claims in read(TEXTS, eager).values() for claim in claims if claim.id not in known]
    assert added
    for claim in added:
        assert claim.rule.startswith(f"learned/{claim.relation}/")
        assert claim.quote in claim.publication.location


@pytest.mark.parametrize(
    "text",
    [
        "The Harsa Front never had links with Jama'at al-Nur.",
        "The Republic of Tamra denied that it arms the Harsa Front.",
        "The Harsa Front has not met the Tamran army and does not cooperate with it.",
    ],
)
def test_a_denial_is_never_asserted(text: str) -> None:
    eager = LearnedReader(relations(), model=replace(load(), limits={"accept": 0.05, "veto": 0.0}))
    stances = {claim.stance for claim in read((text,), eager)[text] if claim.rule.startswith("learned/")}
    assert "asserted" not in stances
