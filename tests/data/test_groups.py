"""The lists of groups and countries keep the rules that their headers promise to whoever adds an entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import spacy

from graphbuilder.fold import fold_name, fold_words
from graphbuilder.gazetteer import Gazetteer, Group, countries, read_groups
from graphbuilder.ontology import load_yaml

DATA = Path(str(files("graphbuilder") / "data"))
KINDS = {
    "armed", "party", "force", "service", "ministry", "government", "alliance", "media", "organisation", "company",
}  # fmt: skip
GROUP_KEYS = {"name", "aliases", "kind", "weak", "adjectives", "people", "country", "part_of"}
COUNTRY_KEYS = {"name", "aliases", "adjectives", "people", "capitals", "seats", "region", "rulers"}
PLAIN_WORDS = {
    "action", "alliance", "alpha", "amal", "army", "assembly", "axis", "badr", "base", "brotherhood", "caliphate",
    "camp", "cause", "center", "centre", "change", "coalition", "command", "commission", "committee", "congress",
    "conservatives", "contra", "council", "court", "dawn", "democrats", "den", "dignity", "duma", "emirate", "fact",
    "force", "forces", "freedom", "front", "future", "government", "group", "guard", "guards", "hope", "ice",
    "islah", "jihad", "junta", "justice", "khorasan", "labor", "labour", "league", "lega", "legion", "liberals",
    "libre", "lions", "mend", "militia", "mission", "model", "movement", "network", "opposition", "order",
    "parliament", "party", "patriots", "peace", "people", "platform", "progress", "quad", "quartet", "republicans",
    "resistance", "revolution", "scorpions", "senate", "services", "shell", "shield", "solidarity", "state",
    "struggle", "tip", "tories", "treasury", "union", "unity", "victory", "vox", "wagner",
}  # fmt: skip
TITLE_CASED_NAMES = {"Dina", "Alba", "Mend", "Sadat", "Sana", "Simi", "Wafa", "Bras", "Fact", "Model", "Biff", "Arena"}


def strong(row: Mapping[str, Any]) -> list[str]:
    """All forms of a group that count on their own."""
    return [row["name"], *(form for key in ("aliases", "adjectives", "people") for form in row.get(key, ()))]


def owners(rows: Iterable[Mapping[str, Any]], *keys: str) -> dict[str, set[str]]:
    """Folded forms and the names of the entries that have them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key in keys:
            for form in [row[key]] if key == "name" else row.get(key, ()):
                found[fold_name(form)].add(row["name"])
    return found


def shared(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {form: names for form, names in found.items() if len(names) > 1}


GROUPS: list[dict[str, Any]] = load_yaml(DATA / "groups.yaml")
COUNTRIES: list[dict[str, Any]] = load_yaml(DATA / "countries.yaml")


def test_the_program_reads_both_lists() -> None:
    assert len(list(read_groups(DATA / "groups.yaml"))) == len(GROUPS) >= 900
    assert len(countries()) == len(COUNTRIES) >= 200


@pytest.mark.parametrize(
    ("rows", "keys"), [(GROUPS, GROUP_KEYS), (COUNTRIES, COUNTRY_KEYS)], ids=["groups", "countries"]
)
def test_entries_have_known_keys_and_lists_of_text(rows: list[dict[str, Any]], keys: set[str]) -> None:
    single = {"name", "kind", "country", "part_of"}
    for row in rows:
        assert set(row) <= keys, row
        for key, value in row.items():
            texts = [value] if key in single else value if key != "region" else []
            assert all(isinstance(text, str) and text == text.strip() != "" for text in texts), (row["name"], key)
            assert key in single or value, f"{row['name']}: {key}: leave the key out where there is nothing to say"


def test_each_group_has_a_kind_and_points_at_entries_that_exist() -> None:
    names = {row["name"] for row in GROUPS}
    places = {row["name"] for row in COUNTRIES}
    for row in GROUPS:
        assert row["kind"] in KINDS, row
        assert row.get("country", "Iran") in places, row
        assert row.get("part_of") in names - {row["name"]} | {None}, row


def test_no_group_is_part_of_itself_over_others() -> None:
    parents = {row["name"]: row.get("part_of") for row in GROUPS}
    for name in parents:
        above, seen = parents[name], {name}
        while above is not None:
            assert above not in seen, f"{name} is part of itself"
            seen.add(above)
            above = parents[above]


def test_no_two_groups_share_a_form_that_counts_alone() -> None:
    assert shared(owners(GROUPS, "name", "aliases", "adjectives", "people")) == {}


def test_a_weak_form_of_one_group_is_no_strong_form_of_another() -> None:
    alone = owners(GROUPS, "name", "aliases", "adjectives", "people")
    clashes = [(row["name"], w) for row in GROUPS for w in row.get("weak", ()) if alone.get(fold_name(w))]
    assert clashes == []


def test_no_entry_repeats_itself() -> None:
    for row in [*GROUPS, *COUNTRIES]:
        for key in ("aliases", "weak", "people", "adjectives", "capitals", "seats"):
            folded = [fold_words(form) for form in row.get(key, ())]
            assert len(folded) == len(set(folded)), (row["name"], key)
    for row in GROUPS:
        assert fold_words(row["name"]) not in map(fold_words, row.get("aliases", ())), row["name"]


@pytest.mark.parametrize("keys", [("name", "aliases"), ("adjectives",), ("people",)], ids="-".join)
def test_no_two_countries_share_a_form(keys: tuple[str, ...]) -> None:
    assert shared(owners(COUNTRIES, *keys)) == {}


def test_two_states_share_a_capital_only_where_one_followed_the_other() -> None:
    followed = ({"Russia", "Soviet Union"}, {"Serbia", "Yugoslavia"})
    assert [s for s in shared(owners(COUNTRIES, "capitals", "seats")).values() if s not in followed] == []


def test_no_group_is_called_like_a_country() -> None:
    groups = owners(GROUPS, "name", "aliases", "adjectives", "people", "weak")
    places = owners(COUNTRIES, "name", "aliases", "adjectives", "people", "capitals", "seats")
    assert set(groups) & set(places) == set()


def test_acronyms_of_two_letters_and_plain_words_never_stand_alone() -> None:
    for row in GROUPS:
        for form in strong(row):
            assert not re.fullmatch("[A-Z]{2}", form), f"{row['name']}: {form}: belongs under weak"
            assert form.casefold().removeprefix("the ") not in PLAIN_WORDS or form.isupper(), f"{row['name']}: {form}"
            assert form.title() not in TITLE_CASED_NAMES, f"{row['name']}: {form}: reads like a name or a word; weak"


def test_weak_forms_begin_with_no_article() -> None:
    assert [w for row in GROUPS for w in row.get("weak", ()) if w.casefold().startswith("the ")] == []


KNOWN = [
    ("Taliban", "Taleban"),
    ("Tehrik-e Taliban Pakistan", "Pakistani Taliban"),
    ("al-Qaeda", "Al Qaida"),
    ("Islamic State", "ISIS"),
    ("Islamic State Khorasan Province", "ISIS-K"),
    ("IRGC", "Revolutionary Guards"),
    ("Quds Force", "Qods Force"),
    ("Kataib Hezbollah", "Kata'ib Hizballah"),
    ("FARC dissidents", "FARC dissident groups"),
    ("Houthis", "Ansar Allah"),
    ("al-Shabaab", "al Shabab"),
    ("YPG", "YPG"),
    ("Real IRA", "Real IRA"),
    ("United Nations", "U.N."),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    known = Gazetteer()
    for group in read_groups(DATA / "groups.yaml"):
        known.add(group)
    return known


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return spacy.blank("en").tokenizer


def named(text: str, gazetteer: Gazetteer, tokenizer: Any) -> set[str]:
    """The groups that a whole text names."""
    doc = tokenizer(text)
    return {m.entry.name for m in gazetteer.matches([token.text for token in doc]) if m.end - m.start == len(doc)}


@pytest.mark.parametrize(("name", "written"), KNOWN, ids=[written for _, written in KNOWN])
def test_usual_spellings_lead_to_their_group(name: str, written: str, gazetteer: Gazetteer, tokenizer: Any) -> None:
    assert named(written, gazetteer, tokenizer) == {name}


def test_every_name_is_found_as_it_is_written(gazetteer: Gazetteer, tokenizer: Any) -> None:
    """Not those with a bracket, which tells namesakes apart, nor with an apostrophe or digit, which part into words."""
    plain = re.compile(r"[^()\d'’]+")
    for row in GROUPS:
        for form in filter(plain.fullmatch, [row["name"], *row.get("aliases", ())]):
            assert row["name"] in named(form, gazetteer, tokenizer), (row["name"], form)


def test_groups_that_news_keeps_apart_are_entries_of_their_own() -> None:
    names = {group.name for group in read_groups(DATA / "groups.yaml") if isinstance(group, Group)}
    assert names >= {
        *("Taliban", "Tehrik-e Taliban Pakistan", "Haqqani Network", "al-Qaeda", "AQAP", "AQIM", "AQIS"),
        *("Islamic State", "Islamic State Khorasan Province", "ISWAP", "ISGS", "IRGC", "Quds Force"),
        *("PKK", "YPG", "Syrian Democratic Forces", "Hezbollah", "Kataib Hezbollah"),
        *("FARC", "FARC dissidents", "IRA", "Provisional IRA", "Real IRA"),
    }
