"""The ruler with a memory sets what spaCy's own sets, on words met for the first time and met before."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from graphbuilder.annotate.attributes import RememberingRuler, remember_attributes
from graphbuilder.pipeline import DEFAULT_MODEL

SAMPLES = Path(__file__).parents[2] / "samples"
SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
TEXTS = [
    "They ain't going to fight, and I'm gonna say why. Let's go; you gotta see nothin' of y'all.",
    "C'mon, there's a   militia\n\n here , and that is all that it has got.",
    "The army got arms. Being of those who were, the rebels have gotten what's theirs, haven't they?",
    " ",
    "",
]


@pytest.fixture(scope="module")
def both() -> tuple[Language, Language]:
    """spaCy's pipeline as it comes, and with the ruler that remembers."""
    plain, ours = (importlib.import_module(DEFAULT_MODEL).load() for _ in range(2))
    remember_attributes(ours)
    return plain, ours


@pytest.mark.parametrize("text", [*TEXTS, *(path.read_text() for path in sorted(SAMPLES.glob("*.txt")))])
def test_attributes_are_those_of_spacy(both: tuple[Language, Language], text: str) -> None:
    plain, ours = both
    for _ in range(2):
        assert ours(text).to_array(SET).tolist() == plain(text).to_array(SET).tolist()


def test_a_memory_that_is_full_begins_anew(both: tuple[Language, Language], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuilder.annotate.attributes._MEMORY", 3)
    test_attributes_are_those_of_spacy(both, TEXTS[0])


@pytest.mark.parametrize(
    ("words", "replaced"),
    [
        ([{"TAG": "NN"}], True),
        ([{"LOWER": "let"}, {"LOWER": "'s"}], True),
        ([{"ENT_TYPE": "ORG"}], False),
        ([{"LOWER": "no", "OP": "+"}], False),
    ],
)
def test_rules_that_look_at_more_stay_with_spacy(words: list[dict[str, str]], replaced: bool) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add_patterns([{"patterns": [words], "attrs": {"POS": "X"}}])  # type: ignore[attr-defined]
    remember_attributes(nlp)
    assert isinstance(nlp.get_pipe("attribute_ruler"), RememberingRuler) == replaced


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    remember_attributes(nlp)
    assert not nlp.pipe_names
