"""Where known names stand in a text: capitals, whole words, the longest name, forms that need a fuller one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuilder.errors import DataError
from graphbuilder.gazetteer import Country, Gazetteer, Group, countries, gazetteer, read_groups

QAEDA = Group("al-Qaeda", "armed", aliases=("Al Qaida",), weak=("Qaeda", "AQ"))
IRAQ_BRANCH = Group("al-Qaeda in Iraq", "armed")
STATE = Group("Islamic State", "armed", aliases=("ISIS", "IS group"), weak=("IS",))
NATO = Group("NATO", "alliance")
M19 = Group("April 19 Movement", "armed", aliases=("M-19",))
LABOUR = Group("Labour Party (Norway)", "party", aliases=("Arbeiderpartiet",))
HOUTHIS = Group("Houthis", "armed", adjectives=("Houthi",))
IRAN = Country("Iran", adjectives=("Iranian",), people=("Iranians",), capitals=("Tehran",), rulers=("Raisi",))
ZURK = Group("Zurk Network", "armed", aliases=("Sabaoon", "Sabaoon Movement"))
ENTRIES = (ZURK, QAEDA, IRAQ_BRANCH, STATE, NATO, M19, LABOUR, HOUTHIS, IRAN)


@pytest.fixture
def known() -> Gazetteer:
    """A few groups and one country."""
    found = Gazetteer()
    for entry in ENTRIES:
        found.add(entry)
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He left al – Qaeda .", ["al-Qaeda:name"]),
        ("He left al - Qaeda .", ["al-Qaeda:name"]),
        ("He left Al Qaida .", ["al-Qaeda:name"]),
        ("He left AL - QAEDA .", ["al-Qaeda:name"]),
        ("al - Qaeda in Iraq grew", ["al-Qaeda in Iraq:name"]),
        ("al - Qaeda in Yemen grew", ["al-Qaeda:name"]),
        ("ISIS and Isis", ["Islamic State:name", "Islamic State:name"]),
        ("isis is a river", []),
        ("Nato and NATO", ["NATO:name", "NATO:name"]),
        ("the islamic state of things", []),
        ("The IS group", ["Islamic State:name"]),
        ("What IS that", []),
        ("Qaeda men", []),
        ("M-19 and M - 19", ["April 19 Movement:name", "April 19 Movement:name"]),
        ("M-190", []),
        ("Houthi and Houthis", ["Houthis:adjective", "Houthis:name"]),
        ("Iran , Iranian , Iranians , Tehran", ["Iran:name", "Iran:adjective", "Iran:people", "Iran:capital"]),
        ("Iranica", []),
        ("the Raisi government , Raisi", ["Iran:rule"]),
        ("the Zurk network and the zurk network", ["Zurk Network:name"]),
        ("the Islamic state", []),
        ("Iran's men", []),
        ("Iran 's men", ["Iran:name"]),
        ("Labour Party", []),
        ("Labour Party (Norway)", ["Labour Party (Norway):name"]),
        ("Arbeiderpartiet", ["Labour Party (Norway):name"]),
        ("", []),
    ],
)
def test_names_in_a_text(known: Gazetteer, text: str, names: list[str]) -> None:
    assert [f"{match.entry.name}:{match.form}" for match in known.matches(text.split())] == names


@pytest.mark.parametrize(
    ("text", "weak", "names"),
    [
        ("AQ grew", (), []),
        ("AQ grew", (QAEDA,), ["al-Qaeda"]),
        ("AQ grew", (STATE,), []),
        ("IS and Qaeda grew", (QAEDA, STATE), ["Islamic State", "al-Qaeda"]),
        ("What is that", (STATE,), []),
    ],
)
def test_a_weak_name_needs_its_entry(known: Gazetteer, text: str, weak: tuple[Group, ...], names: list[str]) -> None:
    assert [m.entry.name for m in known.matches(text.split(), weak={id(entry) for entry in weak})] == names


def test_a_match_counts_words(known: Gazetteer) -> None:
    (match,) = known.matches(["Men", "of", "al", "-", "Qaeda", "in", "Iraq", "fled"])
    assert (match.start, match.end) == (2, 7)


def test_an_adjective_that_two_entries_share_gives_both(known: Gazetteer) -> None:
    known.add(Country("Persia", adjectives=("Iranian",)))
    assert [match.entry.name for match in known.matches(["Iranian"])] == ["Iran", "Persia"]


def test_own_groups_come_in_place_of_those_of_the_package(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("- {name: Taliban, kind: party, aliases: [Students]}\n- {name: Red Hats, kind: armed}\n")
    found = {m.entry for m in gazetteer(path).matches(["Taliban", ",", "Students", ",", "Red", "Hats", "and", "Hamas"])}
    assert {(entry.name, getattr(entry, "kind", "")) for entry in found} == {
        ("Taliban", "party"),
        ("Red Hats", "armed"),
        ("Hamas", "armed"),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {name: X, kind: armed, alias: [Y]}", "entry 1 \\(X\\): unknown key 'alias'"),
        ("- {name: X}", "'kind' is missing"),
        ("- [", "own.yaml"),
    ],
)
def test_a_wrong_file_is_named_with_its_entry(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text)
    with pytest.raises(DataError, match=said):
        list(read_groups(path))


def test_an_empty_file_has_no_groups(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("")
    assert not list(read_groups(path))


def test_countries_have_a_name_each() -> None:
    assert all(name == country.name for name, country in countries().items())
    assert "Pakistan" in countries()
