"""``graphbuilder relations``: what is looked for, and by which words."""

from __future__ import annotations

import json

from graphbuilder.ontology import relations


def test_all_relations_are_listed(run) -> None:
    listed = json.loads(run("relations", "--format", "json").stdout)
    assert [row["relation"] for row in listed] == list(relations())
    assert {row["between"] for row in listed} > {"person -> group", "group <-> group"}


def test_one_relation_shows_its_words_and_all_its_examples(run) -> None:
    result = run("relations", "finances")
    relation = relations()["FINANCES"]
    assert result.exit_code == 0
    assert all(word in result.stdout for frame in relation.frames for word in frame.words)
    assert all(example.text in result.stdout for example in relation.examples)
    assert all(text in result.stdout for text in relation.counterexamples)


def test_one_relation_for_programs(run) -> None:
    (row,) = json.loads(run("relations", "FINANCES", "--format", "json").stdout)
    assert (row["name"], row["family"]) == ("FINANCES", "support")


def test_an_unknown_relation_is_named_with_those_there_are(run) -> None:
    result = run("relations", "ADORES")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'ADORES'" in result.stderr
    assert "FINANCES" in result.stderr


def test_an_empty_folder_of_relations_is_told(run, tmp_path) -> None:
    (tmp_path / "mine").mkdir()
    result = run("relations", "--relations", tmp_path / "mine")
    assert result.exit_code == 1
    assert "mine: no relation files" in result.stderr


def test_a_key_that_is_not_known_is_told_with_its_file(run, tmp_path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "adores.yaml").write_text("{name: ADORES, labl: adores}", encoding="utf-8")
    result = run("relations", "--relations", tmp_path / "mine")
    assert result.exit_code == 1
    assert "adores.yaml: unknown key 'labl'" in result.stderr
