"""Names that the parser did not see, made the subject of the verb behind them."""

from __future__ import annotations

import pytest
from notation import annotated, word

from graphbuilder.annotate.repair import repair


@pytest.mark.parametrize(
    ("notation", "name", "dependency"),
    [
        ("Tabe:RB@p/advmod>led led=lead:VBD Hamas@g/dobj", "Tabe", "nsubj"),
        ("Omar/nsubj>led Tabe:RB@p/advmod>led led=lead:VBD Hamas@g/dobj", "Tabe", "advmod"),
        ("Tabe:RB@p/advmod>lead lead:VB Hamas@g/dobj", "Tabe", "advmod"),
        ("Tabe:RB@p/advmod>led once/advmod>led led=lead:VBD Hamas@g/dobj", "Tabe", "advmod"),
    ],
)
def test_subjects(notation: str, name: str, dependency: str) -> None:
    found = annotated(notation)
    repair(found.doc, found.names)
    assert word(found.doc, name).dep_ == dependency
