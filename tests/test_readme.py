"""What is written is true: the commands of README, CONTRIBUTING and all help texts exist, with their options."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from graphbuilder.cli import main
from graphbuilder.fold import fold_name
from graphbuilder.ontology import read_relation
from graphbuilder.query import queries

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "CONTRIBUTING.md")


def _console_lines(page: str) -> Iterator[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL):
        yield from (line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ "))


def _commands(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))


def _help_lines() -> Iterator[str]:
    for _, command in _commands(main, ()):
        yield from re.findall(r"^\s*(graphbuilder .*)$", command.help or "", flags=re.MULTILINE)


def _programs(line: str) -> Iterator[list[str]]:
    """The programs that a line of shell runs, each with its arguments; redirections are left out."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words: list[str] = []
    skip = False
    for word in lexer:
        if word in {"|", ";", "&&"}:
            yield words
            words = []
        elif word in {">", "<"}:
            skip = True
        elif skip:
            skip = False
        else:
            words.append(word)
    yield words


LINES = [
    *((page, line) for page in PAGES for line in _console_lines(page)),
    *(("help", line) for line in _help_lines()),
]
OURS = [(page, words) for page, line in LINES for words in _programs(line) if words[0] == "graphbuilder"]


def test_there_are_commands_to_check() -> None:
    assert len(OURS) > 40
    assert {words[1] for page, words in OURS if page == "README.md"} >= {
        "ingest",
        "extract",
        "query",
        "neo4j",
        "cypher",
    }


@pytest.mark.parametrize(("page", "words"), OURS, ids=[f"{page}: {shlex.join(words)}"[:90] for page, words in OURS])
def test_a_command_exists_with_its_options(page: str, words: list[str]) -> None:
    command: click.Command = main
    arguments = words[1:]
    while isinstance(command, click.Group):
        _, found, arguments = command.resolve_command(click.Context(command), arguments)
        assert found is not None, f"{page}: {words}"
        command = found
    values, _, _ = command.make_parser(click.Context(command)).parse_args(args=list(arguments))
    needed = {str(param.name) for param in command.params if isinstance(param, click.Argument) and param.required}
    assert "help" in values or all(values[name] for name in needed)


@pytest.mark.parametrize("words", [words for _, words in OURS if words[1] == "query" and len(words) > 2])
def test_a_question_exists_with_its_parameters(words: list[str]) -> None:
    query = queries()[words[2]]
    given = {word.split("=")[0] for word in words[3:] if re.match(r"[a-z_]+=", word)}
    assert given <= set(query.params)


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = {line.split()[1] for line in _console_lines(page) if line.startswith("make ")}
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    samples = set(re.findall(r"(?:samples|tests|queries)/[\w./-]*\w", text))
    assert not [name for name in links | samples if not (ROOT / name).exists()]


def test_each_figure_stands_beside_a_command_that_prints_it() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text[text.index("## Figures") : text.index("## A warning")]
    rows = [line for line in section.splitlines() if line.startswith("| ") and "command" not in line]
    assert rows
    assert all(re.search(r"`(graphbuilder|make) [^`]+` \|$", row) for row in rows)


def _relation_of_readme() -> str:
    (text,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    return str(text)


def test_the_relation_that_readme_adds_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "taxes.yaml"
    path.write_text(_relation_of_readme(), encoding="utf-8")
    relation = read_relation(path)
    assert relation.name == "TAXES"
    assert relation.examples
    assert relation.counterexamples


@pytest.mark.model
def test_the_relation_that_readme_adds_finds_what_its_examples_say(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "taxes.yaml").write_text(_relation_of_readme(), encoding="utf-8")
    row = yaml.safe_load(_relation_of_readme())
    expected = [(claim["subject"], claim["object"]) for example in row["examples"] for claim in example["claims"]]
    text = "\n\n".join([*(example["text"] for example in row["examples"]), *row["counterexamples"]])
    result = CliRunner().invoke(
        main, ["extract", "-", "--relations", str(tmp_path / "mine")], input=f"News\n\n{text}\n"
    )
    assert result.exit_code == 0, result.stderr
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    found = [(one["subject"]["name"], one["object"]["name"]) for one in claims if one["relation"] == "TAXES"]
    assert [tuple(map(fold_name, pair)) for pair in found] == [tuple(map(fold_name, pair)) for pair in expected]


@pytest.mark.model
def test_the_article_that_readme_follows_gives_these_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    head, *rows = (re.split(r" {2,}", line) for line in shown.splitlines())
    (line,) = {line for line in _console_lines("README.md") if line.endswith("embedded.txt --format table")}
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, [*shlex.split(line)[1:-1], "csv"])
    claims = [tuple(row[key] for key in head) for row in csv.DictReader(io.StringIO(result.stdout))]
    assert rows
    assert {tuple(row + [""] * (len(head) - len(row))) for row in rows} <= set(claims)
