"""``graphbuilder load``: lines of claims into a graph, bad lines told and left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from claim_lines import FEW, claim, lines


def _summary(result) -> dict:
    return json.loads(result.stdout)


def test_lines_are_loaded_and_counted(run, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text(lines(*FEW), encoding="utf-8")
    result = run("load", "claims.jsonl", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert _summary(result) == {
        "articles": 2,
        "rejected": [],
        "claims": {"found": 3, "asserted": 2, "denied": 1, "uncertain": 0},
        "loaded": 3,
        "unchanged": 0,
        "retracted": 0,
        "graph": {"articles": 2, "claims": 3, "actors": 4, "ties": 2},
    }
    assert (tmp_path / "graph.kgl").exists()


def test_loading_again_changes_nothing(run) -> None:
    first = _summary(run("load", "-", "--format", "json", input=lines(*FEW)))
    again = _summary(run("load", "-", "--format", "json", input=lines(*FEW)))
    assert again["graph"] == first["graph"]
    assert (again["loaded"], again["unchanged"], again["retracted"]) == (0, 3, 0)


def test_an_article_that_says_less_is_retracted(run) -> None:
    run("load", "-", input=lines(*FEW))
    result = _summary(run("load", "-", "--format", "json", input=lines(FEW[0])))
    assert (result["retracted"], result["graph"]["claims"]) == (1, 2)


def test_the_summary_for_people_says_what_to_ask(run) -> None:
    result = run("load", "-", input=lines(*FEW))
    assert result.exit_code == 0
    assert "3 found: 2 asserted, 1 denied, 0 uncertain" in result.stdout
    assert "graphbuilder query" in result.stdout


NO_CLAIM = json.dumps({"article": "a.txt", "id": "1"})
ODD_STANCE = json.dumps({**FEW[0].to_json(), "stance": "perhaps"})


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{broken", "not JSON"),
        ("[1, 2]", "not a claim"),
        ('"text"', "not a claim"),
        ("7", "not a claim"),
        (NO_CLAIM, "not a claim: the key 'subject' is missing"),
        (ODD_STANCE, "'perhaps' is none of asserted, denied, uncertain"),
        (lines(claim("Iran", "ADORES", "Hezbollah")).strip(), "ADORES"),
        (b"\xff\xfe\xff", "not JSON"),
        ("x" * 5_000_000, "not JSON"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(run, tmp_path: Path, bad: str | bytes, reason: str) -> None:
    text = bad if isinstance(bad, bytes) else bad.encode()
    (tmp_path / "claims.jsonl").write_bytes(
        lines(*FEW).encode()
        + b"\n"
        + text
        + b"\n"
        + lines(claim("Qatar", "SUPPORTS", "Hamas", article="c.txt")).encode()
    )
    result = run("load", "claims.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert result.stderr.startswith("Skipped claims.jsonl:5: ")
    assert reason in result.stderr
    assert len(result.stderr) < 500
    assert _summary(result)["graph"]["claims"] == 4


def test_a_missing_file_is_named_and_the_rest_goes_on(run, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text(lines(*FEW), encoding="utf-8")
    result = run("load", "missing.jsonl", "claims.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert "missing.jsonl: No such file" in result.stderr
    assert _summary(result)["loaded"] == 3


def test_claims_of_one_article_must_stand_together(run) -> None:
    result = run("load", "-", "--format", "json", input=lines(FEW[0], FEW[2], FEW[1]))
    assert result.exit_code == 1
    assert "standard input:3" in result.stderr
    assert "a.txt" in result.stderr
    assert _summary(result)["graph"]["claims"] == 2


def test_a_relation_of_ones_own_is_loaded_with_its_file(run, tmp_path: Path) -> None:
    row = """{name: ADORES, label: adores, inverse: adored by, description: x, family: ties,
      subject: [group], object: [group]}"""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "adores.yaml").write_text(row, encoding="utf-8")
    found = claim("Iran", "ADORES", "Hezbollah")
    result = run("load", "-", "--relations", tmp_path / "mine", "--format", "json", input=lines(found))
    assert (result.exit_code, _summary(result)["loaded"]) == (0, 1)


def test_a_store_that_cannot_be_reached_is_named(run) -> None:
    result = run("load", "-", "--store", "ftp://graph", input=lines(*FEW))
    assert result.exit_code == 1
    assert "ftp://graph" in result.stderr
