"""An article that our own code stumbles over is told of, and the others go on."""

from __future__ import annotations

import pytest

import graphbuilder.annotate as stage
from graphbuilder.model import Article, Publication
from graphbuilder.pipeline import read_claims

pytestmark = pytest.mark.model


def test_one_bad_article_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = stage.names

    def names(doc: object, *args: object, **options: object) -> object:
        if "stumble" in str(doc):
            raise IndexError("odd text")
        return whole(doc, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(stage, "names", names)
    texts = ["Iran funds Hamas.", "Here we stumble.", "Iran arms the Houthis."]
    rejected: list[tuple[str, str]] = []
    articles = (Article(Publication(text, text), text) for text in texts)
    found = [claims for _, claims in read_claims(articles, reject=lambda *why: rejected.append(why))]
    assert [[claim.relation for claim in claims] for claims in found] == [["FINANCES"], ["ARMS"]]
    assert rejected == [
        ("Here we stumble.", "could not be analysed (IndexError: odd text); please report it"),
    ]
