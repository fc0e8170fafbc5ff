"""Who says which stretch in quotation marks; sentences in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import article, doc

from graphbuilder.annotate import annotate
from graphbuilder.annotate.speakers import speeches
from graphbuilder.annotate.units import Unit
from graphbuilder.lexicon import lexicon

# Sentences, and the first word of each stretch with its speaker; ``-`` where nobody is found.
SPEECHES = {
    "before its speaker": (
        "“ We/nsubj>back never/neg>back back/ccomp>said the old/amod group/dobj>back , ” Umar/nsubj>said said=say",
        "We:Umar",
    ),
    "behind its speaker": (
        "Umar/nsubj said=say , “ we/nsubj>back never/neg>back back/ccomp>said the old/amod group/dobj>back . ”",
        "we:Umar",
    ),
    "before an inverted speaker": (
        "“ We/nsubj>back never/neg>back back/ccomp>said the group/dobj>back , ” said=say:VBD Umar/nsubj>said",
        "We:Umar",
    ),
    "inverted speaker taken for an object": (
        "“ We/nsubj>back never/neg>back back/ccomp>said the group/dobj>back , ” said=say:VBD Umar/dobj>said",
        "We:Umar",
    ),
    "straight marks": (
        '" We/nsubj>back never/neg>back back/ccomp>said the old/amod group/dobj>back , " Umar/nsubj>said said=say',
        "We:Umar",
    ),
    "words in marks": ("Umar/nsubj met=meet the “ elders/dobj>met ”", ""),
    "nobody near": ("“ We/nsubj back the very/amod old/amod group/dobj>back . ” | It/nsubj rained", "We:-"),
    "split": (
        "“ We/nsubj>back back/ccomp>said the group/dobj>back , ” Umar/nsubj>said said=say , “ and/cc>said "
        "they/nsubj>rest must/aux>rest now/advmod>rest take/aux>rest rest:VB/conj>said . ”",
        "We:Umar and:Umar",
    ),
    "goes on": (
        "“ We/nsubj>back back/ccomp>said the group/dobj>back , ” Umar/nsubj>said said=say . | "
        "“ They/nsubj rest:VB on/prep the old/amod green/amod hill/pobj . ”",
        "We:Umar They:Umar",
    ),
    "two speakers": (
        "“ We/nsubj>back back/ccomp>said the group/dobj>back , ” Umar/nsubj>said said=say . | "
        "“ They/nsubj>rest rest:VB/ccomp>said on/prep>rest the hill/pobj , ” Hamas/nsubj>said said=say .",
        "We:Umar They:Hamas",
    ),
}


@pytest.mark.parametrize(("notation", "expected"), SPEECHES.values(), ids=SPEECHES)
def test_direct_speech(notation: str, expected: str) -> None:
    parsed = doc(notation)
    found = speeches(parsed, [Unit(0, len(parsed.text), "paragraph")], lexicon=lexicon())
    said = ((parsed[s.start].text, parsed[s.speaker].text if s.speaker is not None else "-") for s in found)
    assert " ".join(map(":".join, said)) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We never met the Taliban,” Umar Khan said.", "Khan"),
        ("Umar Khan said: “We never met the Taliban.”", "Khan"),
        ("“We never met the Taliban,” said Umar Khan, “and we never will meet them.”", "Khan Khan"),
        ("“We never met the Taliban,” Umar Khan said. “They are no friends of ours.”", "Khan Khan"),
        pytest.param(
            "“We never met the Taliban,\n“and we never shall,” Umar Khan said.",
            "Khan Khan",
            marks=pytest.mark.xfail(strict=True, reason="a speaker named behind the second paragraph alone"),
        ),
        ("Umar Khan said: “We never met the Taliban.\n“They are no friends of ours.”", "Khan Khan"),
        ("Umar Khan said: “We never met the Taliban.\nHamas attacked Fatah.", "Khan"),
        ("“We never met the Taliban,” the spokesman said. “They are bad,” Noor Ali said.", "spokesman Ali"),
    ],
)
def test_speakers_of_a_text(text: str, speakers: str) -> None:
    (found,) = annotate([article(text)])
    heads = [found.doc[s.speaker].text if s.speaker is not None else "-" for s in found.speeches]
    assert " ".join(heads) == speakers


@pytest.mark.model
def test_an_open_quotation_ends_with_its_paragraph() -> None:
    (found,) = annotate([article("Umar Khan said: “We never met the Taliban.\nHamas attacked Fatah in Gaza.")])
    (speech,) = found.speeches
    assert "Hamas" not in found.doc[speech.start : speech.end].text
