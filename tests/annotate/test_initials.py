"""Acronyms that no bracket explains."""

from __future__ import annotations

import pytest
import spacy

from graphbuilder.annotate.candidate import Candidate
from graphbuilder.annotate.initials import spelt_out
from graphbuilder.gazetteer import Group
from graphbuilder.lexicon import lexicon

NLP = spacy.blank("en")
KNOWN = Group("Southern Rescue Fund", "organisation", weak=("SRF",))


@pytest.mark.parametrize(
    ("text", "long", "short", "entry", "found"),
    [
        ("Sabaoon Rescue Front and SRF", (0, 3), 4, None, True),
        ("Front for the Rescue of Sabaoon and FRS", (0, 6), 7, None, True),
        ("Sabaoon Rescue Front and SRF", (0, 3), 4, KNOWN, True),
        ("Sabaoon Rescue Front and SRN", (0, 3), 4, None, False),
        ("Sabaoon Red Friend and SRF", (0, 3), 4, None, False),
        ("Sabaoon Front and SF", (0, 2), 3, None, False),
    ],
)
def test_an_acronym_of_initials(text: str, long: tuple[int, int], short: int, entry: Group | None, found: bool) -> None:
    chosen = [Candidate(*long, "capitals", label="ORG"), Candidate(short, short + 1, "gazetteer", entry=entry)]
    assert bool(list(spelt_out(NLP(text), chosen, lexicon=lexicon()))) == found


def test_two_groups_of_the_same_initials_leave_it_open() -> None:
    spans = [(0, 3), (4, 7), (8, 9)]
    chosen = [Candidate(start, end, "capitals", label="ORG") for start, end in spans]
    assert not list(spelt_out(NLP("Sabaoon Rescue Front and Seven Rivers Front met SRF"), chosen, lexicon=lexicon()))
