"""The recogniser that decodes all words at once finds the entities that spaCy's own finds."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from graphbuilder.annotate.recogniser import Recogniser, decode_at_once
from graphbuilder.pipeline import DEFAULT_MODEL

SAMPLES = Path(__file__).parents[2] / "samples"
TEXTS = [
    "",
    " ",
    "Kabul",
    "The Front for the Liberation of",
    "On May 3\n\n Abdul Rahim  met 20 members of the U.N. Security Council in New York City.",
    "Leave the Islamic Movement of Uzbekistan alone. Qari Saifullah Akhtar of Harkat-ul-Jihad al-Islami said so.",
]


@pytest.fixture(scope="module")
def both() -> tuple[Language, Language]:
    """spaCy's pipeline as it comes, and with the other recogniser."""
    plain, ours = (importlib.import_module(DEFAULT_MODEL).load() for _ in range(2))
    decode_at_once(ours)
    assert isinstance(ours.get_pipe("ner"), Recogniser)
    return plain, ours


@pytest.mark.parametrize("text", [*TEXTS, *(path.read_text() for path in sorted(SAMPLES.glob("*.txt")))])
def test_entities_are_those_of_spacy(both: tuple[Language, Language], text: str) -> None:
    plain, ours = (nlp(text).to_array(["ENT_IOB", "ENT_TYPE"]).tolist() for nlp in both)
    assert ours == plain


def test_entities_that_were_set_before_stay(both: tuple[Language, Language]) -> None:
    docs = [_preset(nlp) for nlp in both]
    assert [[(e.text, e.label_) for e in doc.ents] for doc in docs] == [[("Red Lions", "ORG"), ("Paris", "GPE")]] * 2


def _preset(nlp: Language) -> Doc:
    doc = nlp.make_doc("They met the Red Lions in Paris.")
    doc.set_ents([Span(doc, 3, 5, label="ORG")], default="missing")
    return nlp(doc)


def test_a_recogniser_of_another_make_stays() -> None:
    nlp = spacy.blank("en")
    decode_at_once(nlp)
    assert not nlp.pipe_names
    nlp.add_pipe("ner", config={"model": {"extra_state_tokens": True}})
    nlp.initialize()
    decode_at_once(nlp)
    assert not isinstance(nlp.get_pipe("ner"), Recogniser)
