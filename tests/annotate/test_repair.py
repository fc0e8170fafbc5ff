"""Names that the parser did not see, made the subject of the verb behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from notation import annotated, word

from graphbuilder.annotate.repair import repair
from graphbuilder.lexicon import lexicon


@pytest.mark.parametrize(
    ("notation", "name", "dependency"),
    [
        ("Tabe:RB@p/advmod>led led=lead:VBD Hamas@g/dobj", "Tabe", "nsubj"),
        ("Omar/nsubj>led Tabe:RB@p/advmod>led led=lead:VBD Hamas@g/dobj", "Tabe", "advmod"),
        ("Tabe:RB@p/advmod>lead lead:VB Hamas@g/dobj", "Tabe", "advmod"),
        ("Iran@c/nsubj>suspects suspects:VBZ Umar@p/nsubj>suspects", "Umar", "dobj"),
        ("Iran@c/nsubj>says says:VBZ Umar@p/nsubj>fled fled/ccomp>says", "Umar", "nsubj"),
        ("Iran@c which/nsubj>lists US@c/compound>lists lists/relcl>Iran", "US", "nsubj"),
        ("Iran@c which/nsubj>lists US@c/compound>lists lists/relcl>Iran", "which", "dobj"),
        ("Tabe:RB@p/advmod>led once/advmod>led led=lead:VBD Hamas@g/dobj", "Tabe", "advmod"),
    ],
)
def test_subjects(notation: str, name: str, dependency: str) -> None:
    found = annotated(notation)
    repair(found.doc, found.names, lexicon=lexicon())
    assert word(found.doc, name).dep_ == dependency


def test_the_last_name_of_a_genitive_is_the_head() -> None:
    found = annotated("of/prep>Treasury Treasury@g/nsubj>met 's Office@g/pobj>of met=meet Hamas@g/dobj")
    repair(found.doc, found.names, lexicon=lexicon())
    office, treasury = word(found.doc, "Office"), word(found.doc, "Treasury")
    assert (office.dep_, office.head.text) == ("nsubj", "met")
    assert (treasury.dep_, treasury.head.text) == ("poss", "Office")


def test_role_and_rank_qualify_the_name_behind_them() -> None:
    found = annotated(
        "Hamas@g/compound>spokesman spokesman:NN/compound>General General:NNP/nsubj>fled Umar@p/appos>General fled"
    )
    repair(found.doc, found.names, lexicon=lexicon())
    name, role = word(found.doc, "Umar"), word(found.doc, "spokesman")
    assert (name.dep_, name.head.text, role.head.text) == ("nsubj", "fled", "Umar")


def test_the_last_word_heads_a_name_that_the_parser_tore() -> None:
    found = annotated("Akram@p/npadvmod>fled Kaabi:NNP/nsubj>fled of/prep>Kaabi Hamas@g/pobj>of fled")
    repair(found.doc, [replace(found.names[0], end=2), found.names[1]], lexicon=lexicon())
    assert word(found.doc, "Akram").head.text == "Kaabi"


def test_the_first_of_two_names_has_the_place_in_the_clause() -> None:
    found = annotated("Umar@p/dep>alias , alias:NN/nsubj>led Zorro@p/appos>alias , led=lead:VBD Hamas@g/dobj")
    first, second, other = found.names
    repair(found.doc, [first, replace(second, entity=first.entity), other], lexicon=lexicon())
    name, alias = word(found.doc, "Umar"), word(found.doc, "Zorro")
    assert (name.dep_, name.head.text, alias.head.text) == ("nsubj", "led", "Umar")


def test_a_name_behind_its_verb_and_an_article_is_no_second_subject() -> None:
    found = annotated("Umar@p/nsubj>leads leads:VBZ the Hamas@g/nsubj>leads")
    repair(found.doc, found.names, lexicon=lexicon())
    assert word(found.doc, "Hamas").dep_ == "dobj"


def test_a_role_between_a_group_and_a_person_belongs_to_neither_name() -> None:
    found = annotated(
        "Forces@g/nmod>Umar of/prep>Forces the Coast:NNP/compound>spokesman spokesman:NN/pobj>of Gen.:NNP/dep>Umar"
        " Umar@p/nsubj>said said=say:VBD"
    )
    forces, person = found.names
    repair(found.doc, [replace(forces, end=4), person], lexicon=lexicon())
    heads = {token.text: token.head.text for token in found.doc}
    assert (heads["Forces"], heads["Coast"], heads["spokesman"]) == ("spokesman", "of", "Umar")
