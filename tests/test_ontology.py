"""What a relation file may say, and how each mistake is named with its file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuilder.errors import DataError
from graphbuilder.ontology import load_yaml, read_relation, relations

HEADER = """\
name: MENTORS
label: mentors
inverse: mentored by
description: Somebody teaches a group.
family: support
subject: [person]
object: [group]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A relation file that keeps the rules."""
    path = tmp_path / "mentors.yaml"
    path.write_text(HEADER)
    return path


def _frames(file: Path, text: str) -> Path:
    file.write_text(f"{HEADER}frames:\n  - {text}\n")
    return file


@pytest.mark.parametrize(
    ("part", "subject", "object_"),
    [
        ("verb", ("subject",), ("object",)),
        ("noun", ("poss", "compound", "subject", "by"), ("of", "to", "with")),
        ("adjective", ("subject",), ("to", "with")),
        ("role", ("self",), ("of", "poss", "compound", "for", "in", "to")),
        ("name", ("self",), ("poss",)),
    ],
)
def test_a_frame_has_the_usual_slots_of_its_part(
    file: Path, part: str, subject: tuple[str, ...], object_: tuple[str, ...]
) -> None:
    (frame,) = read_relation(_frames(file, f"{{part: {part}, words: [mentor]}}")).frames
    assert (frame.words, frame.subject, frame.object) == (("mentor",), subject, object_)


def test_a_frame_may_say_all_of_it(file: Path) -> None:
    slots = "subject: by, object: [of, for], requires: {object: care}, without: {of: [a, b]}"
    (frame,) = read_relation(
        _frames(file, f"{{part: verb, words: take, {slots}, status: ended, stance: uncertain}}")
    ).frames
    assert (frame.words, frame.subject, frame.object) == (("take",), ("by",), ("of", "for"))
    assert (frame.requires, frame.without) == ({"object": ("care",)}, {"of": ("a", "b")})
    assert (frame.status, frame.stance) == ("ended", "uncertain")


def test_an_example_expects_a_current_assertion_of_the_article_unless_it_says_otherwise(file: Path) -> None:
    file.write_text(HEADER + "examples:\n  - text: A mentors B.\n    claims: [{subject: A, object: B}]\n")
    ((claim,),) = [example.claims for example in read_relation(file).examples]
    assert (claim.stance, claim.status, claim.source) == ("asserted", "current", None)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("label: mentors\n", "", "the key 'label' is missing"),
        ("label:", "lable:", "unknown key 'lable'"),
        ("name: MENTORS", "name: Mentors", "name: 'Mentors' must be capital letters"),
        ("name: MENTORS", "name: IS MENTOR", "must be capital letters"),
        ("family: support", "family: love", "family: one of"),
        ("subject: [person]", "subject: [human]", "subject: a list of"),
        ("object: [group]", "object: []", "object: a list of"),
        ("label: mentors", "label: [", "mentors.yaml"),
        ("name: MENTORS", "- MENTORS", "mentors.yaml"),
    ],
)
def test_a_mistake_in_the_header_is_named(file: Path, old: str, new: str, said: str) -> None:
    file.write_text(HEADER.replace(old, new))
    with pytest.raises(DataError, match=said):
        read_relation(file)


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("{words: [mentor]}", "part: one of"),
        ("{part: adverb, words: [mentor]}", "part: one of"),
        ("{part: verb}", "'words' is missing"),
        ("{part: verb, words: []}", "words: at least one"),
        ("{part: verb, words: [mentor], slot: of}", "unknown key 'slot'"),
        ("{part: verb, words: [mentor], status: over}", "status: one of"),
        ("{part: verb, words: [mentor], stance: maybe}", "stance: one of"),
        ("{part: verb, words: [mentor], requires: care}", "requires: expected keys"),
        ("mentor", "expected keys with values, found str"),
    ],
)
def test_a_mistake_in_a_frame_is_named_with_its_place(file: Path, frame: str, said: str) -> None:
    with pytest.raises(DataError, match=said) as caught:
        read_relation(_frames(file, frame))
    assert "mentors.yaml: frames[1]" in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"absent\.yaml"):
        read_relation(tmp_path / "absent.yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[no, on, off, yes, y]", ["no", "on", "off", "yes", "y"]),
        ("[true, false]", [True, False]),
        ("a: no", {"a": "no"}),
        ("[falsely, truthful]", ["falsely", "truthful"]),
    ],
)
def test_no_is_a_word(tmp_path: Path, text: str, value: object) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text)
    assert load_yaml(path) == value


def test_own_relations_stand_beside_those_of_the_package(file: Path) -> None:
    found = relations(file.parent)
    assert set(found) == {*relations(), "MENTORS"}


def test_an_own_relation_takes_the_place_of_one_of_the_package(file: Path) -> None:
    file.write_text(HEADER.replace("MENTORS", "TRAINS"))
    assert relations(file.parent)["TRAINS"].label == "mentors"


def test_a_folder_without_relations_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no relation files"):
        relations(tmp_path)


@pytest.mark.parametrize("key", ["broader", "otherwise"])
def test_a_relation_that_is_not_there_cannot_be_pointed_at(file: Path, key: str) -> None:
    file.write_text(f"{HEADER}{key}: TEACHES\n")
    with pytest.raises(DataError, match=f"MENTORS: {key}: TEACHES is no relation"):
        relations(file.parent)


def test_the_package_has_its_28_relations() -> None:
    assert len(relations()) == 28
    assert {relation.family for relation in relations().values()} == {
        "affiliation",
        "structure",
        "ties",
        "support",
        "conflict",
    }
