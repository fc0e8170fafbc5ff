"""``graphbuilder extract``: claims on standard output, everything else on standard error."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from graphbuilder.model import Claim

pytestmark = pytest.mark.model

RAID = """AQIS leader embedded with Taliban, officials say

KABUL (March 3) - Asim Umar leads al-Qaeda in the Indian Subcontinent. Iran finances Hezbollah, the ministry said.
The Taliban denied that they have ties to al-Qaeda.
"""
TALKS = """Delegations meet in Doha

DOHA (March 4) - Qatar has supported Hamas for years. Hamas met with the Taliban on Monday.
"""
GERMAN = """Minister reist nach Kabul

Der Minister ist am Montag nach Kabul gereist, um dort mit der Regierung über die Lage im Land zu sprechen. Er will am
Dienstag wieder zurückkehren und dann im Bundestag berichten, was er dort gesehen und gehört hat.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a-raid.txt").write_text(RAID, encoding="utf-8")
    (folder / "b-talks.txt").write_text(TALKS, encoding="utf-8")
    return folder


def _triples(rows: list[dict]) -> set[tuple[str, str, str]]:
    return {(row["subject"]["name"], row["relation"], row["object"]["name"]) for row in rows}


def test_claims_come_one_a_line_with_their_sentences(run, articles: Path) -> None:
    result = run("extract", "news")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {("Iran", "FINANCES", "Hezbollah"), ("Qatar", "SUPPORTS", "Hamas")} <= _triples(rows)
    assert {row["article"] for row in rows} == {"news/a-raid.txt", "news/b-talks.txt"}
    assert all(Claim.from_json(row).to_json() == row for row in rows)


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        pytest.param(RAID, "Asim Umar", id="whom the article names"),
        pytest.param("AQIS leader embedded with Taliban", "AQIS leader", id="whom it does not"),
    ],
)
def test_a_headline_gives_the_person_and_the_group(run, text: str, leader: str) -> None:
    rows = [json.loads(line) for line in run("extract", "-", input=text).stdout.splitlines()]
    assert (leader, "EMBEDDED_WITH", "Taliban") in _triples(rows)


def test_an_actor_has_one_id_in_all_articles(run, articles: Path) -> None:
    rows = [json.loads(line) for line in run("extract", "news").stdout.splitlines()]
    ids = {(end["name"], end["id"]) for row in rows for end in (row["subject"], row["object"]) if end["named"]}
    assert len({name for name, _ in ids}) == len(ids)


def test_standard_input_is_an_article(run) -> None:
    rows = [json.loads(line) for line in run("extract", "-", input=RAID).stdout.splitlines()]
    assert ("Iran", "FINANCES", "Hezbollah") in _triples(rows)


def test_several_processes_print_the_same_in_the_same_order(run, articles: Path) -> None:
    assert run("extract", "news", "--jobs", "2").stdout == run("extract", "news").stdout


def test_csv_has_one_row_a_claim(run, articles: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("extract", "news", "--format", "csv").stdout)))
    assert ("Iran", "group", "FINANCES", "Hezbollah") in {
        (row["subject"], row["subject_type"], row["relation"], row["object"]) for row in rows
    }


def test_table_is_for_people(run, articles: Path) -> None:
    result = run("extract", "news", "--format", "table")
    assert "EMBEDDED_WITH" in result.stdout
    assert "a-raid.txt" in result.stdout


def test_what_extract_prints_can_be_loaded_like_ingest(run, articles: Path) -> None:
    run("load", "-", "--store", "piped.kgl", input=run("extract", "news").stdout)
    run("ingest", "news", "--store", "whole.kgl")
    cypher = "MATCH (s)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o) RETURN s, c.id AS id, c.stance AS stance, o ORDER BY id"
    piped, whole = (
        run("cypher", cypher, "--store", f"{name}.kgl", "--format", "json").stdout for name in ("piped", "whole")
    )
    assert json.loads(piped) == json.loads(whole) != []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00" * 20, ""),
        ("german.txt", GERMAN.encode(), "German"),
        ("page.html", b"<html><body><script>1</script></body></html>", "text"),
        ("lines.jsonl", b'{"text": "x", \n', "JSON"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    run, articles: Path, name: str, content: bytes, reason: str, jobs: int
) -> None:
    (articles / name).write_bytes(content)
    result = run("extract", "news", "--jobs", jobs)
    assert result.exit_code == 1
    assert f"Skipped news/{name}" in result.stderr
    assert reason in result.stderr
    assert len(result.stdout.splitlines()) >= 3


def test_a_missing_path_is_named_and_the_rest_goes_on(run, articles: Path) -> None:
    result = run("extract", "nowhere", "news")
    assert result.exit_code == 1
    assert "Skipped nowhere: " in result.stderr
    assert result.stdout


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_unknown_model_is_told(run, articles: Path, jobs: int) -> None:
    result = run("extract", "news", "--model", "en_no_such_model", "--jobs", jobs)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "en_no_such_model" in result.stderr
    assert "Traceback" not in result.stderr
