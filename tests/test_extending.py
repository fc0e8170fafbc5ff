"""The page on relations and groups of one's own is followed: its files are written, its commands run and compared."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from graphbuilder.cli import main
from graphbuilder.fold import fold_name
from graphbuilder.ontology import read_relation

PAGE = Path(__file__).parents[1] / "docs" / "extending.md"
BLOCK = re.compile(r"```(yaml|console)\n(.*?)```", flags=re.DOTALL)


def _blocks() -> list[tuple[str, str]]:
    return BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def _file(kind: str, text: str) -> tuple[str, str] | None:
    """Path and content, where a block is a file."""
    head, _, content = text.partition("\n")
    if kind == "yaml":
        return head.removeprefix("# "), content
    return (head.removeprefix("$ cat "), content) if head.startswith("$ cat ") else None


def _write(block: tuple[str, str], folder: Path) -> bool:
    found = _file(*block)
    if found is None:
        return False
    path = folder / found[0]
    path.parent.mkdir(exist_ok=True)
    path.write_text(found[1], encoding="utf-8")
    return True


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with what it shows."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def _run(command: str) -> str:
    """What a terminal shows."""
    program, *arguments = shlex.split(command)
    assert program == "graphbuilder"
    return CliRunner().invoke(main, arguments, prog_name=program).output


def _pattern(shown: str) -> re.Pattern[str]:
    """What the page shows, with anything at all for each ``...``."""
    return re.compile(".*".join(map(re.escape, shown.strip().split("..."))), flags=re.DOTALL)


@pytest.mark.model
def test_each_command_of_the_page_shows_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    wrong = []
    for block in _blocks():
        if not _write(block, tmp_path):
            for command, shown in _commands(block[1]):
                printed = _run(command)
                if not _pattern(shown).fullmatch(printed.strip()):
                    wrong.append(f"$ {command}\n{printed}")
    assert not wrong, "\n".join(["the page does not show what is printed:", *wrong])


def _own_relations() -> list[str]:
    files = [found for block in _blocks() if (found := _file(*block))]
    return [content for path, content in files if path.endswith(".yaml") and "examples:" in content]


def test_the_page_has_files_and_commands() -> None:
    assert sum(_file(*block) is not None for block in _blocks()) >= 4
    assert sum(block[1].count("$ graphbuilder") for block in _blocks()) >= 8
    assert _own_relations()


@pytest.mark.model
@pytest.mark.parametrize("content", _own_relations())
def test_the_relation_of_the_page_does_what_its_examples_say(content: str, tmp_path: Path) -> None:
    from graphbuilder.model import Article, Publication, content_id
    from graphbuilder.pipeline import read_claims

    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    relation = read_relation(path)
    rows = yaml.safe_load(content)
    texts = [*(row["text"] for row in rows["examples"]), *rows["counterexamples"]]
    articles = [Article(Publication(content_id(text), text), text) for text in texts]
    found = {
        article.text: {
            (fold_name(c.subject.name), fold_name(c.object.name), c.stance)
            for c in claims
            if c.relation == relation.name
        }
        for article, claims in read_claims(articles, relations=tmp_path, reject=lambda *why: pytest.fail(str(why)))
    }
    expected = {
        one.text: {(fold_name(c.subject), fold_name(c.object), c.stance) for c in one.claims}
        for one in relation.examples
    }
    assert found == {**expected, **{text: set() for text in relation.counterexamples}}
