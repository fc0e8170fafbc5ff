"""Texts are parsed some together, each as if it were alone and in its turn."""

from __future__ import annotations

import importlib

import pytest

from graphbuilder.model import Article, Publication, content_id

parsing = importlib.import_module("graphbuilder.annotate.parse")

TEXTS = [
    "The Red Lions left Paris.",
    "",
    "Umar Khan leads the Grey Wolves, who fight in the hills of Badakhshan.",
    "No.",
]


@pytest.mark.parametrize("words", [1, 5, 7, 1000])
def test_texts_keep_their_order_whatever_fits_into_a_batch(words: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "BATCH", words)
    nlp = parsing.load_model()
    articles = [Article(Publication(content_id(text), "text"), text) for text in TEXTS]
    found = list(parsing.parse(iter(articles), nlp=nlp))
    assert [article for article, _, _ in found] == articles
    alone = [doc for article in articles for _, doc, _ in parsing.parse([article], nlp=nlp)]
    assert [doc.to_json() for _, doc, _ in found] == [doc.to_json() for doc in alone]


def test_a_hyphen_behind_initials_parts_words() -> None:
    text = "The U.S.-backed militia of St. Louis met the U.N.-led force."
    words = [token.text for token in parsing.load_model().make_doc(text)]
    assert words == [
        "The",
        "U.S.",
        "-",
        "backed",
        "militia",
        "of",
        "St.",
        "Louis",
        "met",
        "the",
        "U.N.",
        "-",
        "led",
        "force",
        ".",
    ]
