"""Forces, offices and coalitions that a common noun names; sentences in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import annotated, doc

from graphbuilder.annotate.forces import with_forces
from graphbuilder.annotate.standing import with_standing
from graphbuilder.lexicon import lexicon


@pytest.mark.parametrize(
    ("notation", "found"),
    [
        ("Afghan@c/amod forces/nsubj fled", "Afghan forces"),
        ("Afghan@c/amod security/compound forces/nsubj fled", "Afghan security forces"),
        ("Afghan@c/amod army/compound soldiers/nsubj fled", "Afghan army"),
        ("Turkey@c/poss>ministry 's defence/compound ministry/nsubj met=meet", "Turkey 's defence ministry"),
        ("Afghan@c/amod officials/nsubj fled", "Afghan officials"),
        ("an Afghan@c/amod official/nsubj fled", "Afghan"),
        ("Afghan@c/amod schools/nsubj closed", "Afghan"),
        ("Afghan@c/amod and/cc US@c/conj>Afghan forces/nsubj fled", "Afghan, US forces"),
        ("Taliban@g/compound forces/nsubj fled", "Taliban"),
        ("Afghanistan@c/nsubj fled", "Afghanistan"),
        ("Turkey@c/poss>agency 's spy/compound agency/nsubj , the MIT@g/appos>agency , fled", "Turkey, MIT"),
        ("Afghan@c/amod Umar@p/nsubj fled", "Afghan, Umar"),
    ],
)
def test_forces_of_a_country(notation: str, found: str) -> None:
    hand = annotated(notation)
    spans = with_forces(hand.doc, hand.names, lexicon=lexicon())
    assert ", ".join(" ".join(t.text for t in hand.doc[s.start : s.end]) for s in spans) == found


def test_a_force_named_twice_is_one_actor() -> None:
    hand = annotated(
        "Afghan@c/amod forces/nsubj fled . | Afghan@c/amod forces/nsubj fled . | Afghan@c/amod police/nsubj fled"
    )
    entities = [span.entity for span in with_forces(hand.doc, hand.names, lexicon=lexicon())]
    assert entities[0] is entities[1] is not entities[2]
    assert {entity.country for entity in entities} == {"Afghan"}


def test_a_government_is_its_country() -> None:
    hand = annotated("Afghanistan@c/nsubj fled . | the Afghanistan@c/compound government/nsubj fled")
    first, second = with_forces(hand.doc, hand.names, lexicon=lexicon())
    assert first.entity is second.entity
    assert "Afghanistan government" in first.entity.forms


@pytest.mark.parametrize(
    ("notation", "found"),
    [
        ("the coalition/nsubj fled", "coalition"),
        ("the US@c/npadvmod>led -/punct>led led=lead:VBN/amod coalition/nsubj fled", "US - led coalition"),
        ("a coalition/nsubj of/prep>coalition parties/pobj fled", ""),
        ("a ruling:JJ/amod coalition/nsubj fled", ""),
        ("international/amod forces/nsubj fled", "international forces"),
        ("the forces/nsubj fled", ""),
        ("coalition/compound airstrikes/nsubj ended", "coalition"),
        ("the anti:NN/nmod>ISIL -/punct>ISIL ISIL:NNP/compound coalition/nsubj fled", "anti - ISIL coalition"),
    ],
)  # fmt: skip
def test_standing_forces(notation: str, found: str) -> None:
    hand = annotated(notation)
    plain = {t.i for s in hand.names for t in hand.doc[s.start : s.end]}
    spans = with_standing(hand.doc, hand.names, lexicon=lexicon())
    new = [s for s in spans if s.start not in plain or s.end - s.start > 1]
    assert ", ".join(" ".join(t.text for t in hand.doc[s.start : s.end]) for s in new) == found


def test_the_coalition_is_the_one_named_before() -> None:
    parsed = doc("an international/amod coalition/nsubj met=meet . | the coalition/nsubj fled")
    first, second = with_standing(parsed, [], lexicon=lexicon())
    assert first.entity is second.entity
