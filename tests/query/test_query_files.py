"""The header of a query file: what it may say, and what is said where it breaks the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphbuilder.errors import DataError, QueryError
from graphbuilder.ontology import relations
from graphbuilder.query import DRAWING, Query, Value, check, find, queries, read_query

ALL = [pytest.param(query, id=name) for name, query in queries().items()]
WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|LOAD|DROP|CALL)\b")


def write(folder: Path, text: str) -> Path:
    path = folder / "asked.cypher"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("query", ALL)
def test_each_file_is_one_question_that_reads_and_draws(query: Query) -> None:
    assert not WRITES.search(query.text)
    assert ";" not in query.text
    returned = query.text.split("RETURN")[-1].split("ORDER BY")[0]
    assert returned.strip().endswith(DRAWING)


@pytest.mark.parametrize("query", ALL)
def test_each_file_keeps_to_the_cypher_that_both_stores_run(query: Query) -> None:
    statement = "\n".join(line for line in query.text.splitlines() if not line.startswith("//"))
    assert not re.search(r"count\(\*\)|/\*|SHORTEST |COLLECT \{|\$group\b|\bAS (by|end|start|group|order)\b", statement)
    assert not re.search(r"MATCH [^\n]*\), *\(", statement), "one chain per MATCH"


def test_paths_run_over_every_relation() -> None:
    listed = set(
        re.findall(r"[A-Z]+(?:_[A-Z]+)*", find("paths_between").text.split("allShortestPaths")[1].split("*..")[0])
    )
    assert listed == set(relations())


def test_a_header_gives_question_notes_and_parameters(tmp_path: Path) -> None:
    text = (
        "// Who is it?\n// A note.\n// :param name => 'A B'\n// :param most => 3\n// :param share => 0.5\n"
        "// :param named => true\n// :param other => null\nRETURN $name, $most, $share, $named, $other\n"
    )
    query = read_query(write(tmp_path, text))
    assert (query.name, query.question, query.notes) == ("asked", "Who is it?", ("A note.",))
    assert dict(query.params) == {"name": "A B", "most": 3, "share": 0.5, "named": True, "other": None}
    assert query.usage == "graphbuilder query asked name='A B' most=3 share=0.5 named=true [other=...]"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", ":1", "first line must be the question"),
        ("MATCH (n) RETURN n", ":1", "first line must be the question"),
        ("// No question\nRETURN 1", ":1", "first line must be the question"),
        ("// Who?\n// :param name = 'x'\nRETURN $name", ":2", "expected '// :param name =>"),
        ("// Who?\n// :param name =>\nRETURN $name", ":2", "expected '// :param name =>"),
        ("// Who?\n// :params {}\nRETURN 1", ":2", "expected '// :param name =>"),
        ("// Who?\n// :param a => 1\n// :param a => 2\nRETURN $a", ":3", "each name once"),
        ("// Who?\n// :param name => Taliban\nRETURN $name", ":2", "Taliban is no example"),
        ("// Who?\n// :param name => ['a']\nRETURN $name", ":2", "['a'] is no example"),
        ("// Who?\n// :param name => True\nRETURN $name", ":2", "True is no example"),
        ("// Who?\n\nRETURN $name", ":3", "$name is not declared"),
        ("// Who?\n// :param name => 'x'\nRETURN 1", "", "does not use the parameter name"),
        ("// Who?\n\n", ":2", "statement is missing"),
    ],
)
def test_a_header_that_breaks_the_rules_is_told_with_file_and_line(
    text: str, line: str, told: str, tmp_path: Path
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataError) as error:
        read_query(path)
    assert str(error.value).startswith(f"{path}{line}: ")
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("example", "given", "expected"),
    [
        ("'x'", "y", "y"),
        ("'x'", "12", "12"),
        ("null", "y", "y"),
        ("null", None, None),
        ("3", "12", 12),
        ("3", 12, 12),
        ("0.5", "12", 12.0),
        ("0.5", 1, 1.0),
        ("true", "FALSE", False),
        ("false", True, True),
    ],
)
def test_a_value_takes_the_type_of_the_example(example: str, given: Value, expected: Value, tmp_path: Path) -> None:
    query = read_query(write(tmp_path, f"// Who?\n// :param it => {example}\nRETURN $it"))
    value = check(query, {} if given is None else {"it": given})["it"]
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("example", "given", "told"),
    [
        ("'x'", {}, "the parameter 'it' is missing"),
        ("'x'", {"it": None}, "the parameter 'it' is missing"),
        ("'x'", {"it": 3}, "it must be a text, not 3"),
        ("null", {"it": True}, "it must be a text, not True"),
        ("3", {"it": "many"}, "it must be a whole number, not 'many'"),
        ("3", {"it": 2.5}, "it must be a whole number, not 2.5"),
        ("3", {"it": True}, "it must be a whole number, not True"),
        ("0.5", {"it": "half"}, "it must be a number, not 'half'"),
        ("true", {"it": "maybe"}, "it must be true or false, not 'maybe'"),
        ("'x'", {"it": "y", "that": "z"}, "no parameter 'that' (there is: it)"),
    ],
)
def test_a_wrong_parameter_is_told_with_file_and_usage(
    example: str, given: dict[str, Value], told: str, tmp_path: Path
) -> None:
    query = read_query(write(tmp_path, f"// Who?\n// :param it => {example}\nRETURN $it"))
    with pytest.raises(QueryError) as error:
        check(query, given)
    assert str(error.value) == f"asked.cypher: {told}; usage: {query.usage}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ties-of", "did you mean ties_of"),
        ("who_say", "did you mean who_says"),
        ("zzz", "'graphbuilder query' lists them"),
    ],
)
def test_an_unknown_query_is_told_with_near_names(name: str, told: str) -> None:
    with pytest.raises(QueryError, match=f"there is no query '{name}'; {told}"):
        find(name)
