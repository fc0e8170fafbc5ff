"""Which names are one actor, and that nothing but content decides it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.model import Actor, Claim, Kind, Publication, Source
from graphbuilder.resolve import known_names, resolve, resolve_actor, source_id
from graphbuilder.resolve.names import display_name, index, is_acronym, key, preferred

KNOWN = index(
    [
        ("Crimson Brotherhood", "Crimson Brotherhood"),
        ("Crimson Brotherhood", "CB"),
        ("Crimson Brotherhood", "Brothers in Crimson"),
        ("Harbour Union", "Harbour Union"),
        ("Harbour Union", "HU"),
        ("Hill Union", "Hill Union"),
        ("Hill Union", "HU"),
        ("Emerald Coast Development Agency", "ECDA"),
    ]
)


def named(name: str, /, *aliases: str, kind: Kind = "group", article: str = "a", is_named: bool = True) -> Actor:
    return resolve_actor(Actor("local", kind, name, is_named, aliases), article=article, known=KNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Red Front"), named("The Red Front")),
        (named("Red Front"), named("RED-FRONT")),
        (named("Red Front"), named("Red Front's")),
        (named("Réd Frönt"), named("Red Front")),
        (named("R.F. Group"), named("RF Group")),
        (named("Crimson Brotherhood"), named("CB")),
        (named("Brothers in Crimson"), named("the crimson brotherhood")),
        (named("Harbour Union"), named("harbour union")),
        (named("New River Trust"), named("NRT", "New River Trust")),
        (named("Ministry of Public Works"), named("MPW", "Ministry of Public Works", "the ministry")),
        (named("Ann Lee", kind="person"), named("Lee", "Ann Lee", kind="person")),
        (named("Движение", kind="group"), named("движение")),
    ],
)
def test_one_actor(one: Actor, other: Actor) -> None:
    assert one.id == other.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("Red Front"), named("Red Fronts")),
        (named("Jordan", kind="person"), named("Jordan")),
        (named("HU"), named("Harbour Union")),
        (named("New River Trust", "CB"), named("Crimson Brotherhood")),
        (named("CB", kind="person"), named("Crimson Brotherhood")),
        (named("Ann Lee", kind="person"), named("Bo Lee", kind="person")),
        (named("NRT", "New Road Company"), named("New Road Company")),
        (named("Group leader", kind="person", is_named=False), named("Group leader", kind="person")),
        (
            named("Group leader", kind="person", is_named=False, article="a"),
            named("Group leader", kind="person", is_named=False, article="b"),
        ),
        (named("Движение"), named("Партия")),
    ],
)
def test_two_actors(one: Actor, other: Actor) -> None:
    assert one.id != other.id


@pytest.mark.parametrize(
    ("actor", "name", "aliases"),
    [
        (named("CB", "the group"), "Crimson Brotherhood", ("CB", "the group")),
        (named("The Red Front"), "Red Front", ("The Red Front",)),
        (named("Red Front's"), "Red Front", ("Red Front's",)),
        (named("NRT", "New River Trust"), "New River Trust", ("NRT",)),
        (named("The Hague"), "Hague", ("The Hague",)),
        (named("Red Front"), "Red Front", ()),
    ],
)
def test_names_to_show(actor: Actor, name: str, aliases: tuple[str, ...]) -> None:
    assert (actor.name, actor.aliases) == (name, aliases)


@pytest.mark.parametrize(
    ("short", "full", "holds"),
    [
        ("NRT", "New River Trust", True),
        ("N.R.T.", "New River Trust", True),
        ("MPW", "Ministry of Public Works", True),
        ("MOPW", "Ministry of Public Works", True),
        ("nrt", "New River Trust", False),
        ("NR", "New River Trust", False),
        ("New", "New River Trust", False),
        ("T", "Trust", False),
        ("", "New River Trust", False),
        ("NRT", "", False),
        ("NRT", "Ń’s — !", False),
    ],
)
def test_acronyms(short: str, full: str, holds: bool) -> None:
    assert is_acronym(short, of=full) is holds


@given(st.lists(st.text(min_size=1), min_size=1), st.randoms())
def test_the_preferred_name_does_not_depend_on_order(names: list[str], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    best = preferred(names)
    assert preferred(shuffled) == best
    assert preferred([best, preferred(shuffled[: len(shuffled) // 2 + 1])]) == best


@given(st.text(), st.lists(st.text(), max_size=3), st.sampled_from(["person", "group"]))
def test_resolving_again_changes_nothing(name: str, aliases: list[str], kind: Kind) -> None:
    once = named(name, *aliases, kind=kind)
    assert named(once.name, *once.aliases, kind=kind).id == once.id
    assert {name, *aliases} <= {once.name, *once.aliases}


@given(st.text())
def test_a_shown_name_keeps_its_key(name: str) -> None:
    assert key(display_name(name)) == key(name)


def test_claims_keep_their_ids_and_order() -> None:
    paper = Publication(id="p", location="/p")
    first = Claim(
        id="c1",
        subject=Actor("x", "person", "Ann Lee"),
        relation="LEADS",
        object=Actor("y", "group", "CB"),
        stance="asserted",
        status="current",
        source=Source("CB", "group"),
        confidence=1.0,
        quote="Ann Lee leads CB.",
        char_start=0,
        char_end=17,
        rule="r",
        publication=paper,
    )
    second = replace(first, id="c2", subject=Actor("z", "group", "the Crimson Brotherhood"))
    found = list(resolve(iter([first, second]), known=KNOWN))
    assert [claim.id for claim in found] == ["c1", "c2"]
    assert found[0].object.id == found[1].subject.id == source_id(first.source, known=KNOWN)
    assert (found[0].quote, found[0].source) == (first.quote, first.source)


@pytest.mark.parametrize("source", [None, Source("analysts", "other")])
def test_speakers_who_are_no_actors(source: Source | None) -> None:
    assert source_id(source, known=KNOWN) is None


def test_the_gazetteer_is_known() -> None:
    names = known_names()
    assert names["taliban"] == "Taliban"
    assert all(names[key(own)] == own for own in set(names.values()))
