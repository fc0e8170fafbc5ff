"""The commands query, cypher and export, and how they print."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from click.testing import CliRunner, Result

from graphbuilder.cli import main
from graphbuilder.query import queries

Run = Callable[..., Result]


@pytest.fixture
def run(network_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command line in an empty folder, on the small network."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRAPHBUILDER_STORE", str(network_file))

    def invoke(*args: str, input: str | None = None) -> Result:
        return CliRunner().invoke(main, args, input=input, prog_name="graphbuilder")

    return invoke


def test_without_a_name_the_questions_are_listed(run: Run) -> None:
    rows = json.loads(run("query", "--format", "json").stdout)
    assert [row["name"] for row in rows] == list(queries())
    assert {"name": "ties_of", "question": queries()["ties_of"].question, "parameters": "name=Taliban"} in rows


def test_about_shows_question_usage_and_statement(run: Run) -> None:
    told = run("query", "who_says", "--about").stdout
    assert told.startswith(queries()["who_says"].question)
    assert "  graphbuilder query who_says name=Taliban other=al-Qaeda [relation=...]\n" in told
    assert queries()["who_says"].text.rstrip() in told


@pytest.mark.parametrize("name", queries())
def test_the_usage_of_each_question_can_be_typed(name: str, run: Run) -> None:
    import shlex

    words = [word for word in shlex.split(queries()[name].usage)[1:] if not word.startswith("[")]
    result = run(*words, "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(json.loads(line) for line in result.stdout.splitlines())


def test_formats_hold_the_same_rows(run: Run) -> None:
    asked = ("query", "ties_of", "name=Taliban", "--format")
    rows = json.loads(run(*asked, "json").stdout)
    assert [json.loads(line) for line in run(*asked, "jsonl").stdout.splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(run(*asked, "csv").stdout)))
    assert [row["object"] for row in table] == [row["object"] for row in rows]
    assert {"Taliban; Zabihullah Mujahid"} <= {row["denied_by"] for row in table}


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_a_table_keeps_to_the_width_and_to_whole_words(width: int, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    printed = run("query", "ties_of", "name=Taliban").stdout
    assert max(map(len, printed.splitlines())) <= width
    assert {"COOPERATES_WITH", "NEGOTIATES_WITH", "Khorasan", "Intelligence"} & set(printed.split()) == {
        "NEGOTIATES_WITH",
        "Khorasan",
    }


def test_a_pipe_gets_no_colour(run: Run) -> None:
    assert "\x1b" not in run("query", "evidence", "name=Taliban", "other=al-Qaeda").stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["query", "tie_of"], "there is no query 'tie_of'; did you mean ties_of"),
        (["query", "ties_of"], "'name' is missing; usage: graphbuilder query ties_of name=Taliban"),
        (["query", "ties_of", "nam=x"], "no parameter 'nam' (there is: name)"),
        (["query", "ties_of", "Taliban"], "'Taliban' is no parameter; write KEY=VALUE"),
        (["export", "--to", "ties.xlsx"], "must end in .graphml or .json"),
        (["export"], "Missing option '--to'"),
    ],
)
def test_wrong_usage_is_told_with_status_2(args: list[str], told: str, run: Run) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["query", "ties_of", "name=Taleban"], "does not know 'Taleban'; did you mean Taliban?"),
        (["query", "ties_of", "name=zzz"], "does not know 'zzz'; 'graphbuilder query actors' lists the actors"),
        (["query", "who_says", "name=Raihan", "other=ISKP"], "Nothing found: the graph holds no such claim."),
    ],
)
def test_no_rows_are_an_answer_with_a_hint(args: list[str], told: str, run: Run) -> None:
    result = run(*args, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert told in result.stderr


@pytest.mark.parametrize(
    "args", [["query", "all_ties"], ["cypher", "RETURN 1 AS one"], ["export", "--to", "ties.json"]]
)
def test_a_missing_graph_is_told(args: list[str], run: Run) -> None:
    result = run(*args, "--store", "none.kgl")
    assert result.exit_code == 1
    assert "none.kgl: there is no graph yet" in result.stderr
    assert "graphbuilder ingest" in result.stderr
    assert not list(Path().iterdir())


def test_cypher_runs_a_statement_from_the_line_or_from_standard_input(run: Run) -> None:
    statement = "MATCH (a:Group) RETURN count(a) AS groups"
    assert json.loads(run("cypher", statement, "--format", "json").stdout) == [{"groups": 8}]
    assert json.loads(run("cypher", "-", "--format", "json", input=statement).stdout) == [{"groups": 8}]


@pytest.mark.parametrize(
    ("statement", "told"), [("CREATE (n:Actor)", "only reading is allowed"), ("MATCH (n RETURN n", "Error")]
)
def test_cypher_that_is_refused(statement: str, told: str, run: Run) -> None:
    result = run("cypher", statement)
    assert result.exit_code == 1
    assert told in result.stderr


def test_export_writes_what_other_programs_read(run: Run) -> None:
    result = run("export", "--to", "ties.graphml")
    assert (result.exit_code, result.stderr) == (0, "28 ties between 14 actors written to ties.graphml\n")
    assert networkx.read_graphml("ties.graphml", force_multigraph=True).number_of_edges() == 28


def test_export_into_a_folder_that_is_missing(run: Run) -> None:
    result = run("export", "--to", "nowhere/ties.json")
    assert result.exit_code == 1
    assert "nowhere/ties.json: cannot be written: No such file or directory" in result.stderr
