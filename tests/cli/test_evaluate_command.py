"""``graphbuilder evaluate``: figures of a file of claims against annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from claim_lines import FEW, claim, lines

GOLD = {
    "id": "a",
    "actors": [
        {"name": name, "type": "group", "named": True, "aliases": aliases}
        for name, aliases in (("Iran", ["Tehran"]), ("Hezbollah", []), ("Taliban", []), ("al-Qaeda", ["AQ"]))
    ],
    "claims": [
        {
            "subject": subject,
            "relation": relation,
            "object": object_,
            "stance": stance,
            "status": "current",
            "source": source,
            "start": 0,
            "end": 9,
        }
        for subject, relation, object_, stance, source in (
            ("Iran", "FINANCES", "Hezbollah", "asserted", None),
            ("Taliban", "HAS_TIES_TO", "al-Qaeda", "denied", "Zabihullah Mujahid"),
            ("Iran", "ARMS", "Hezbollah", "asserted", None),
        )
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for folder in ("gold", "text"):
        (tmp_path / "set" / folder).mkdir(parents=True)
    (tmp_path / "set" / "gold" / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "set" / "text" / "a.txt").write_text("Iran finances Hezbollah.\n", encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text(lines(*FEW[:2], claim("Iran", "SUPPORTS", "Hezbollah")), encoding="utf-8")
    wrong = claim("AQ", "HAS_TIES_TO", "the Taliban")
    (tmp_path / "older.jsonl").write_text(lines(FEW[0], wrong), encoding="utf-8")
    return tmp_path / "set"


def test_figures_for_programs(run, gold: Path) -> None:
    result = run("evaluate", gold, "claims.jsonl", "--format", "json", "--errors")
    assert (result.exit_code, result.stderr) == (0, "")
    figures = json.loads(result.stdout)
    assert figures["triple"] == {"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3, "right": 2, "found": 3, "gold": 3}
    assert (figures["stance"]["share"], figures["source"]["share"], figures["flipped"]) == (1.0, 1.0, 0)
    assert figures["by_stance"]["denied"]["f1"] == 1.0
    assert [(error["mistake"], error["relation"]) for error in figures["errors"]] == [
        ("missed", "ARMS"),
        ("wrong", "SUPPORTS"),
    ]


def test_figures_for_people(run, gold: Path) -> None:
    result = run("evaluate", gold, "claims.jsonl", "--errors")
    assert result.exit_code == 0
    assert "0.667" in result.stdout
    assert "polarity 0 wrong of 2 matched triples" in result.stdout
    assert "missed" in result.stdout


def test_comparison_lists_what_is_mended_and_what_is_new(run, gold: Path) -> None:
    result = run("evaluate", gold, "claims.jsonl", "--compare", "older.jsonl")
    assert result.exit_code == 0
    changed = [line.split()[:3] for line in result.stdout.splitlines() if line.startswith(("mended", "new"))]
    assert changed == [["mended", "a", "flipped"], ["new", "a", "wrong"]]


def test_a_bad_line_is_named_and_the_rest_is_scored(run, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text('{"article": "a"}\n' + lines(FEW[0]), encoding="utf-8")
    result = run("evaluate", gold, "claims.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert "claims.jsonl:1" in result.stderr
    assert json.loads(result.stdout)["triple"]["right"] == 1


def test_a_folder_without_annotations_is_named(run, tmp_path: Path) -> None:
    result = run("evaluate", tmp_path, "claims.jsonl")
    assert result.exit_code == 1
    assert "no annotated articles" in result.stderr


@pytest.mark.model
def test_without_claims_the_texts_are_read(run, gold: Path) -> None:
    result = run("evaluate", gold, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["triple"]["gold"] == 3
