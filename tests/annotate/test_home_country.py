"""Which country an article is about, and what "the army" and "the government" are there."""

from __future__ import annotations

from collections import Counter

import pytest
from notation import annotated, word

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.home import home
from graphbuilder.gazetteer import Country, Gazetteer, Group, gazetteer
from graphbuilder.lexicon import lexicon

_IRAN, _SEA = Country("Iran", adjectives=("Iranian",)), Country("Persia", region=True)
_ARMED, _MEDIA = Group("Jundallah", "armed", country="Iran"), Group("Press TV", "media", country="Iran")


def _known() -> Gazetteer:
    known = Gazetteer()
    for entry in (_IRAN, Country("Iraq"), _SEA):
        known.add(entry)
    return known


def _entity(entry: Country | Group, times: int) -> Entity:
    country = entry.country if isinstance(entry, Group) else entry.name
    return Entity("group", entry.name, entry=entry, country=country, forms=Counter({entry.name: times}))


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ([_entity(_IRAN, 2)], "Iran"),
        ([_entity(_IRAN, 1)], None),
        ([_entity(_ARMED, 2)], "Iran"),
        ([_entity(_MEDIA, 2)], None),
        ([_entity(_IRAN, 1), _entity(_ARMED, 1), _entity(Country("Iraq"), 1)], "Iran"),
        ([_entity(_IRAN, 2), _entity(Country("Iraq"), 2)], None),
        ([_entity(_SEA, 3)], None),
        ([], None),
    ],
)
def test_the_country_that_most_names_belong_to(entities: list[Entity], expected: str | None) -> None:
    found = home(entities, _known())
    assert (found and found.name) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("army", "Iranian army"), ("police", "Iranian police"), ("government", "Iran"), ("state", "")],
)
def test_forces_and_government_of_that_country(noun: str, expected: str) -> None:
    hand = annotated(f"Umar@p/nsubj fled . | the {noun}:NN/nsubj rested")
    hand.home = _IRAN
    found = Coreference(hand, lexicon())
    assert " ".join(e.name for e in found.antecedents(word(hand.doc, noun))) == expected
    assert found.antecedents(word(hand.doc, noun)) == [e for e in hand.entities if e.name == expected]


def test_the_army_is_the_one_that_the_article_calls_by_its_own_name() -> None:
    hand = annotated("Artesh@g/nsubj fled . | Umar@p/nsubj fled . | Umar@p/nsubj fled . | the army:NN/nsubj rested")
    hand.home = _IRAN
    artesh = hand.names[0].entity
    artesh.entry = next(match.entry for match in gazetteer(None).matches(["Artesh"]))
    assert Coreference(hand, lexicon()).antecedents(word(hand.doc, "army")) == [artesh]
