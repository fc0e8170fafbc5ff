"""What the words around a name tell about its being a person or a group."""

from __future__ import annotations

import pytest
from notation import doc

from graphbuilder.annotate.candidate import Candidate
from graphbuilder.annotate.evidence import evidence_of
from graphbuilder.lexicon import lexicon


@pytest.mark.parametrize(
    ("notation", "label", "kind"),
    [
        ("the leader/nsubj of/prep>leader Zurkan/pobj fled", "PERSON", "group"),
        ("the leader/nsubj of/prep>leader Zurkan/pobj fled", "GPE", "place"),
        ("they/nsubj fled the suburb/dobj of/prep>suburb Zurkan/pobj", "ORG", "place"),
        ("they/nsubj fled western/amod>Zurkan Zurkan/dobj>fled", "ORG", "place"),
        ("they/nsubj fled south:NN/dobj of/prep>south Zurkan/pobj", "PERSON", "place"),
        ("they/nsubj fled Zurkan/compound>island island/dobj>fled", "ORG", "place"),
        ("the brother/nsubj of/prep>brother Zurkan/pobj fled", "PERSON", "person"),
        ("they/nsubj hate=hate Zurkan/dobj ,/punct which/nsubj>fled fled/relcl>Zurkan", "PERSON", "group"),
        ("they/nsubj founded=found:VBD Zurkan/dobj", "PERSON", "group"),
        ("they/nsubj belong:VBP to/prep Zurkan/pobj", "PERSON", "group"),
        ("they/nsubj>know know:VBP Zurkan/poss 's rebels=rebel:NNS/dobj>know", "ORG", "person"),
        ("they/nsubj call:VBP Zurkan/dobj as/prep a militia/pobj>as", "PERSON", "group"),
        ("they/nsubj captured=capture:VBD Zurkan/dobj", "PERSON", "place"),
        ("they/nsubj captured=capture:VBD Gen.:NNP/compound Zurkan/dobj", "PERSON", "person"),
        ("they/nsubj saw=see:VBD Zurkan/dobj", "PERSON", "person"),
        ("Zurkan/nsubj>fled ,/punct who/nsubj>hid hid/relcl>Zurkan ,/punct fled", "NORP", "person"),
        ("Zurkan/nsubj>fled ,/punct the militia:NN/dep>fled ,/punct fled", "PERSON", "group"),
        ("Zurkan/nsubj>fled ,/punct the late/amod founder:NN/dep>fled ,/punct fled", "ORG", "person"),
    ],
)
def test_words_around_a_name(notation: str, label: str, kind: str) -> None:
    parsed = doc(notation)
    at = next(token.i for token in parsed if token.text == "Zurkan")
    found = evidence_of(parsed, [Candidate(at, at + 1, "recogniser", label=label)], lexicon=lexicon())["zurkan"]
    points = {"person": found.person, "group": found.group, "place": found.place}
    assert max(points, key=lambda name: points[name]) == kind


def test_a_first_name_speaks_for_a_person() -> None:
    parsed = doc("Boris/compound Zurkan/nsubj fled")
    found = evidence_of(parsed, [Candidate(0, 2, "recogniser", label="ORG")], lexicon=lexicon())["boris zurkan"]
    assert found.person > found.group


def test_an_article_speaks_against_a_person() -> None:
    parsed = doc("the Zurkan/nsubj fled")
    found = evidence_of(parsed, [Candidate(1, 2, "recogniser", label="PERSON")], lexicon=lexicon())["zurkan"]
    assert found.person == 0
