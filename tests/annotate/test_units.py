"""Lines of an article: what each is, and where a dateline ends."""

from __future__ import annotations

import pytest
import spacy
from notation import article

from graphbuilder.annotate import annotate
from graphbuilder.annotate.units import dateline, units

NLP = spacy.blank("en")
LONG = "word " * 40


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("AQIS leader embedded with Taliban", "headline"),
        ("The Taliban met al-Qaeda.", "paragraph"),
        ("Taliban meet al-Qaeda\nThey met.", "headline paragraph"),
        ("\n\n  \nTaliban meet al-Qaeda\n\n\nThey met.\n", "headline paragraph"),
        ("Taliban meet al-Qaeda\r\nThey met.\u2029They left.", "headline paragraph paragraph"),
        ("Did the Taliban meet al-Qaeda?\nThey did.", "headline paragraph"),
        ("Taliban say ‘we met’\nThey did.", "headline paragraph"),
        ("A title\nBy Noor Khan\nThey met.", "headline byline paragraph"),
        ("A title\nby Noor Khan | Reuters\nThey met.", "headline byline paragraph"),
        ("A title\nKabul | 3 May\nThey met.", "headline byline paragraph"),
        ("By Noor Khan", "headline"),
        ("A title\nThey met.\nWhat comes next\nThey left.", "headline paragraph heading paragraph"),
        ("A title\nFighters near Kunduz [File]\nThey met.", "headline caption paragraph"),
        (f"A title\n{LONG}", "headline paragraph"),
        (LONG, "paragraph"),
        ("A title\nHe said: “We met.”\n“We met,” he said", "headline paragraph heading"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_kinds(text: str, kinds: str) -> None:
    assert " ".join(unit.kind for unit in units(text)) == kinds


def test_offsets_count_characters() -> None:
    text = "Títle\r\n\r\n Text here. "
    assert [text[unit.start : unit.end] for unit in units(text)] == ["Títle", " Text here. "]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("KABUL, May 3 (Reuters) - The Taliban met.", "KABUL, May 3 (Reuters) -"),
        ("KABUL (Reuters) — The Taliban met.", "KABUL (Reuters) —"),
        ("KABUL - The Taliban met.", "KABUL -"),
        ("KABUL, Afghanistan – The Taliban met.", "KABUL, Afghanistan –"),
        ("BEIRUT/DAMASCUS - The army met.", "BEIRUT/DAMASCUS -"),
        ("NEW YORK. The Taliban met.", "NEW YORK."),
        ("The Taliban - once in power - met.", ""),
        ("ISIS met the Taliban - again.", ""),
        ("AQIS leaders met - again.", ""),
        ("In KABUL - The Taliban met.", ""),
    ],
)
def test_dateline(text: str, opening: str) -> None:
    doc = NLP(text)
    tokens = dateline(doc, list(units(text)))
    assert tokens == set(range(len(tokens)))
    assert doc[: len(tokens)].text == opening


def test_a_dateline_may_open_a_later_paragraph() -> None:
    text = "Taliban meet\nKABUL (AP) - They met."
    doc = NLP(text)
    assert {doc[n].text for n in dateline(doc, list(units(text)))} == {"KABUL", "(", "AP", ")", "-"}


def test_lines_that_only_the_page_parted_are_one_paragraph() -> None:
    text = (
        "Lantern chief speaks\n\nThe Taliban fund the Lantern Brotherhood, and Basil Haddad\n"
        "leads the Lantern Brotherhood, a militia that Iran has armed for years and\nthat Turkey has banned.\n"
        "Its spokesman, Omar Darwish, denied it in a letter to the newspaper on the\nfollowing day.\n"
    )
    assert [text[unit.start : unit.end].count("\n") for unit in units(text)] == [0, 2, 1]


def test_short_lines_of_a_list_stay_apart() -> None:
    text = "Those present\nHamas\nFatah\nThe talks ended on Monday.\n"
    assert len(list(units(text))) == 4


@pytest.mark.model
@pytest.mark.parametrize("title", ["Capt.", "Gen.", "Lt.", "Lieut.", "Brig.", "Mr."])
def test_the_dot_of_a_title_ends_no_sentence(title: str) -> None:
    (found,) = annotate([article(f"Hamas fled, {title} Ann Poe said. Navy {title} Tom Lee denied it.")])
    assert len(list(found.doc.sents)) == 2
