"""``graphbuilder ingest``: from articles to a graph that can be asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

RAID = "Iran finances Hezbollah, the ministry said. The Taliban denied that they have ties to al-Qaeda.\n"
TALKS = "Qatar has supported Hamas for years. Hamas met with the Taliban on Monday in Doha, officials said.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Raid in Kabul\n\n{RAID}", encoding="utf-8")
    (folder / "b.txt").write_text(f"Talks in Doha\n\n{TALKS}", encoding="utf-8")
    return folder


def _ingest(run, *args: object) -> dict:
    result = run("ingest", "news", "--format", "json", *args)
    assert (result.exit_code, result.stderr) == (0, "")
    summary: dict = json.loads(result.stdout)
    return summary


def _ties(run) -> set[tuple[str, str, str]]:
    rows = json.loads(run("query", "all_ties", "--format", "json").stdout)
    return {(row["subject"], row["relation"], row["object"]) for row in rows}


def test_articles_become_ties_that_can_be_asked(run, articles: Path) -> None:
    summary = _ingest(run)
    assert summary["articles"] == 2
    assert summary["loaded"] == summary["claims"]["found"] == summary["graph"]["claims"]
    assert {("Iran", "FINANCES", "Hezbollah"), ("Qatar", "SUPPORTS", "Hamas")} <= _ties(run)


def test_who_denies_a_tie_is_kept(run, articles: Path) -> None:
    _ingest(run)
    rows = json.loads(run("query", "who_says", "name=Taliban", "other=al-Qaeda", "--format", "json").stdout)
    assert [(row["relation"], row["stance"]) for row in rows] == [("HAS_TIES_TO", "denied")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_ingesting_again_changes_nothing(run, articles: Path, jobs: int) -> None:
    first = _ingest(run)
    again = _ingest(run, "--jobs", jobs)
    assert again["graph"] == first["graph"]
    assert (again["loaded"], again["retracted"]) == (0, 0)


def test_an_edited_article_takes_back_what_it_said(run, articles: Path) -> None:
    _ingest(run)
    (articles / "b.txt").write_text("Talks in Doha\n\nHamas met with the Taliban on Monday.\n", encoding="utf-8")
    assert _ingest(run)["retracted"] >= 1
    assert ("Qatar", "SUPPORTS", "Hamas") not in _ties(run)


def test_the_summary_tells_what_was_skipped_and_what_to_ask(run, articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    result = run("ingest", "news")
    assert result.exit_code == 1
    assert "Skipped news/empty.txt" in result.stderr
    assert "2 read, 1 skipped" in result.stdout
    assert "graphbuilder query" in result.stdout


def test_the_store_comes_from_the_environment(run, articles: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("GRAPHBUILDER_STORE", "elsewhere.kgl")
    _ingest(run)
    assert (tmp_path / "elsewhere.kgl").exists()
    assert not (tmp_path / "graph.kgl").exists()


def test_a_relation_and_a_group_of_ones_own(run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "taxes.yaml").write_text(
        """{name: TAXES, label: taxes, inverse: taxed by, description: Levies a tax., family: support,
        subject: [group], object: [group], frames: [{part: verb, words: [tax]}]}""",
        encoding="utf-8",
    )
    (articles / "c.txt").write_text(
        "Taxes in Somalia\n\nHezbollah has taxed Hamas since 2019, traders said.\n", encoding="utf-8"
    )
    _ingest(run, "--relations", tmp_path / "mine")
    assert ("Hezbollah", "TAXES", "Hamas") in _ties(run)


@pytest.mark.neo4j
def test_neo4j_holds_the_same_graph(run, articles: Path, neo4j_server, neo4j_store) -> None:
    embedded = _ingest(run)["graph"]
    assert _ingest(run, "--store", neo4j_server.bolt_url)["graph"] == embedded


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"])
def test_a_server_that_does_not_answer_is_named(run, articles: Path, monkeypatch, url: str) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "irrelevant")
    result = run("ingest", "news", "--store", url)
    assert (result.exit_code, result.stdout) == (1, "")
    assert url in result.stderr


def test_a_damaged_graph_file_is_named(run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.kgl").write_bytes(b"no graph")
    result = run("ingest", "news")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "graph.kgl" in result.stderr
    assert (tmp_path / "graph.kgl").read_bytes() == b"no graph"
