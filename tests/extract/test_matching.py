"""Which words and surroundings a frame asks for; sentences in the notation of ``notation.py``."""

from __future__ import annotations

from typing import Any

import pytest
from notation import doc, word

from graphbuilder.extract.matching import Triggers, fits
from graphbuilder.extract.predication import predication_of
from graphbuilder.extract.statements import widened
from graphbuilder.lexicon import lexicon
from graphbuilder.ontology import Frame, Relation

SIDE = "Iran/nsubj fought=fight on/prep the side/pobj of/prep>side Hamas/pobj"
SHOT = "Iran/nsubj shot=shoot:VBD and/cc wounded=wound:VBD/conj>shot Umar/dobj>wounded"

# A sentence, its trigger, the words of a frame, what the frame asks for, and whether it holds.
FRAMES: dict[str, tuple[str, str, str, dict[str, Any], bool]] = {
    "preposition before": (SIDE, "side", "side", {"requires": {"behind": ("on",)}}, True),
    "another preposition before": (SIDE, "side", "side", {"requires": {"behind": ("at",)}}, False),
    "verb above": (SIDE, "side", "side", {"requires": {"carrier": ("fight",)}}, True),
    "another verb above": (SIDE, "side", "side", {"requires": {"carrier": ("stand",)}}, False),
    "adverb": (
        "Iran/nsubj financially:RB/advmod>supports supports=support Hamas/dobj",
        "supports", "support", {"requires": {"adverb": ("financially",)}}, True,
    ),
    "verb beside": (SHOT, "shot", "shoot", {"without": {"beside": ("wound",)}}, False),
    "verb itself": (SHOT, "shot", "*", {"without": {"verb": ("shoot",)}}, False),
    "complement": (
        "Iran/nsubj agreed=agree to/aux>stop stop:VB/xcomp>agreed",
        "agreed", "agree", {"requires": {"complement": ("stop",)}}, True,
    ),
    "anything in a slot": (
        "Hamas/nsubj submitted=submit lists/dobj to/prep Iran/pobj",
        "submitted", "submit", {"without": {"object": ("*",)}}, False,
    ),
    "nothing in a slot": (
        "Hamas/nsubj submitted=submit to/prep Iran/pobj",
        "submitted", "submit", {"without": {"object": ("*",)}}, True,
    ),
    "particle": ("Iran/nsubj took=take:VBD in/prt Hamas/dobj", "took", "take in", {}, True),
    "place, no particle": (
        "Iran/nsubj took=take:VBD Hamas/dobj in/prep>took Gaza/pobj", "took", "take in", {}, False,
    ),
    "adverb at the preposition": (
        "Iran/nsubj stormed=storm it/dobj together:RB/advmod>with with/prep>stormed Hamas/pobj",
        "stormed", "* together", {"object": ("with",)}, True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "words", "asked", "holds"), FRAMES.values(), ids=FRAMES)
def test_frames(sentence: str, trigger: str, words: str, asked: dict[str, Any], holds: bool) -> None:
    token = word(doc(sentence), trigger)
    part: Any = "verb" if token.pos_ == "VERB" else "noun"
    frame = Frame(part, (words,), **{"object": ("object",), **asked})
    uses = [use for _, found in Triggers.of([_relation(frame)]).at(token) for use in found]
    predication = predication_of(token, part, lexicon=lexicon())
    assert any(fits(use, widened(predication, use)) for use in uses) == holds


def test_an_idiom_goes_before_any_verb() -> None:
    token = word(doc("Iran/nsubj fought=fight together:RB/advmod with/prep Hamas/pobj"), "fought")
    frames = [Frame("verb", ("* together",)), Frame("verb", ("fight together",))]
    uses = [use for _, found in Triggers.of([_relation(*frames)]).at(token) for use in found]
    assert [use.words for use in uses] == [("fight", "together")]


def test_a_fixed_phrase_lends_its_prepositions() -> None:
    token = word(
        doc("Hamas/nsubj took=take:VBD an oath/dobj of/prep>oath loyalty/pobj to/prep>loyalty Iran/pobj"), "took"
    )
    frame = Frame("verb", ("take",), requires={"object": ("oath",), "of": ("loyalty",)})
    use = next(use for _, found in Triggers.of([_relation(frame)]).at(token) for use in found)
    assert [t.text for t in widened(predication_of(token, "verb", lexicon=lexicon()), use).tokens("to")] == ["Iran"]


def _relation(*frames: Frame) -> Relation:
    return Relation("TIE", "ties", "tied", "", "ties", ("group",), ("group",), frames=frames)
