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


@pytest.fixture
def aside(gold: Path) -> Path:
    (gold / "KEPT_ASIDE").write_text("They measure what nobody tuned to.\n", encoding="utf-8")
    return gold


@pytest.mark.parametrize("form", ["table", "json"])
def test_the_errors_of_what_is_kept_aside_are_refused(run, aside: Path, form: str) -> None:
    result = run("evaluate", aside, "claims.jsonl", "--errors", "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "They measure what nobody tuned to." in result.stderr
    assert "Leave out --errors" in result.stderr


def test_a_comparison_of_what_is_kept_aside_shows_figures_only(run, aside: Path) -> None:
    result = run("evaluate", aside, "claims.jsonl", "--compare", "older.jsonl")
    assert result.exit_code == 0
    assert "1.000 -> 0.667 (-0.333)" in result.stdout
    assert "not told of what is kept aside" in result.stdout
    assert not any(line.startswith(("mended", "new")) for line in result.stdout.splitlines())


def test_a_comparison_has_the_figures_side_by_side(run, gold: Path) -> None:
    shown = run("evaluate", gold, "claims.jsonl", "--compare", "older.jsonl").stdout
    block = shown[shown.index("Compared with") :]
    rows = {line.split()[0]: line for line in block.splitlines() if "->" in line}
    assert set(rows) == {"triple", "family", "pair", "claim", "actor", "stance", "source"}
    assert "1.000 -> 0.667 (-0.333)" in rows["triple"]
    assert "0.500 -> 1.000 (+0.500)" in rows["stance"]


def test_errors_come_with_their_sentence(run, gold: Path) -> None:
    result = run("evaluate", gold, "claims.jsonl", "--errors", "--format", "json")
    sentences = {(e["mistake"], e["relation"]): e["sentence"] for e in json.loads(result.stdout)["errors"]}
    assert sentences == {("missed", "ARMS"): "Iran fina", ("wrong", "SUPPORTS"): "Iran SUPPORTS Hezbollah."}
    shown = run("evaluate", gold, "claims.jsonl", "--errors").stdout
    assert "Iran SUPPORTS Hezbollah." in shown


def test_confidence_is_told_and_asked_for(run, gold: Path) -> None:
    figures = json.loads(run("evaluate", gold, "claims.jsonl", "--format", "json").stdout)
    last = figures["reliability"][-1]
    assert (last["low"], last["right"], last["of"]) == (0.9, 2, 3)
    assert last["says"] == pytest.approx(0.9)
    assert figures["by_min_confidence"]["0.9"]["found"] == 3
    surer = json.loads(run("evaluate", gold, "claims.jsonl", "--format", "json", "--min-confidence", "0.95").stdout)
    assert (surer["triple"]["found"], surer["reliability"]) == (0, figures["reliability"])


def test_claims_from_a_file_tell_nothing_of_mentions(run, gold: Path) -> None:
    assert "Without CLAIMS.jsonl" in run("evaluate", gold, "claims.jsonl").stdout
    figures = json.loads(run("evaluate", gold, "claims.jsonl", "--format", "json").stdout)
    assert not {"mentions", "losses"} & set(figures)


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
    result = run("evaluate", gold, "--format", "json", "--errors")
    assert result.exit_code == 0
    figures = json.loads(result.stdout)
    assert figures["triple"]["gold"] == 3
    assert figures["mentions"]["group"]["recall"] == {"share": 0.5, "right": 2, "of": 4}
    assert sum(stage["right"] for stage in figures["losses"].values()) == 3
    assert {e["lost_at"] for e in figures["errors"] if e["mistake"] == "missed"} == {"mention", "word"}


@pytest.mark.model
def test_all_figures_fit_a_terminal_of_100_columns(run, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    result = run("evaluate", gold, "--errors", "--compare", "older.jsonl")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100
    for part in ("Actors recognised", "lists no places", "annotated triples end", "Confidence", "--min-confidence"):
        assert part in result.stdout
