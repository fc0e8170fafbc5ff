"""The gold articles keep to their format, and the checker of that format finds what breaks it."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
TEXT = "Fox meets Owl\nThe Fox Party met the Owl League.\n"


def _checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_check", GOLD / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check = _checker()


def _article() -> dict[str, Any]:
    actors = [
        {"name": name, "type": "group", "named": True, "aliases": [alias]}
        for name, alias in (("Fox Party", "Fox"), ("Owl League", "Owl"))
    ]
    claim = {"subject": "Fox Party", "relation": "MET_WITH", "object": "Owl League", "stance": "asserted"}
    claim |= {"status": "current", "source": None, "start": 14, "end": 47}
    return {"id": "a", "title": "Fox meets Owl", "date": "2020-02-03", "url": None, "actors": actors, "claims": [claim]}


def _write(folder: Path, article: dict[str, Any]) -> Path:
    for name, content in (("gold/a.json", json.dumps(article)), ("text/a.txt", TEXT)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def _same_pair_reversed(article: dict[str, Any]) -> None:
    claim = article["claims"][0]
    article["claims"].append({**claim, "subject": claim["object"], "object": claim["subject"]})


@pytest.mark.parametrize("half", ["read", "aside"])
def test_gold_keeps_to_the_format(half: str) -> None:
    assert list(check.problems(GOLD / half)) == []


def test_no_article_is_in_both_halves() -> None:
    read, aside = ({path.name for path in (GOLD / half / "gold").iterdir()} for half in ("read", "aside"))
    assert not read & aside


def test_a_good_article_has_no_problem(tmp_path: Path) -> None:
    assert check.main([str(_write(tmp_path, _article()))]) == 0


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda a: a["claims"][0].update(relation="LIKES"), "no such relation"),
        (lambda a: a["claims"][0].update(object="Crow Band"), "the object is none of the actors"),
        (lambda a: a["actors"][1].update(type="person"), "the object may not be a person"),
        (lambda a: a["claims"][0].update(object="Fox Party"), "the same actor"),
        (lambda a: a["claims"][0].update(stance="shouted"), "stance 'shouted'"),
        (lambda a: a["claims"][0].update(status="past"), "status 'past'"),
        (lambda a: a["claims"][0].update(end=400), "offsets 14 to 400"),
        (lambda a: a["claims"][0].update(start=13), "not those of a sentence"),
        (lambda a: a["claims"][0].pop("source"), "claim with keys"),
        (_same_pair_reversed, "listed twice"),
        (lambda a: a["actors"][0]["aliases"].append("Vixen"), "alias 'Vixen' is not in the text"),
        (lambda a: a["actors"][0].update(name="Wolf Party", aliases=[]), "neither name nor alias"),
        (lambda a: a["actors"].append(a["actors"][0]), "listed twice"),
        (lambda a: a.update(id="b"), "is not the file's name"),
        (lambda a: a.update(title="Owl"), "title"),
        (lambda a: a.update(date="3 February"), "is not YYYY-MM-DD"),
        (lambda a: a.pop("url"), "keys"),
    ],
)
def test_checker_finds_damage(tmp_path: Path, damage: Callable[[dict[str, Any]], None], message: str) -> None:
    article = _article()
    damage(article)
    assert any(message in problem for problem in check.problems(_write(tmp_path, article)))


def test_checker_misses_no_half_pair(tmp_path: Path) -> None:
    folder = _write(tmp_path, _article())
    (folder / "text" / "b.txt").write_text(TEXT, encoding="utf-8")
    assert list(check.problems(folder)) == ["b: has no gold"]


def test_checker_refuses_an_empty_folder(tmp_path: Path) -> None:
    assert check.main([str(tmp_path)]) == 1
    assert check.main([]) == 2
