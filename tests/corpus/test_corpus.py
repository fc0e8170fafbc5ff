"""The passages of the corpus are read as their format says, and every committed batch keeps to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.check import counts, hints, problems
from corpus.read import BATCHES, Passage, parse, read, split_sentences
from graphbuilder.errors import DataError

HEADER = '=== FOX-001 region="North Wood" genre=newswire decade=2010s'
ACTORS = [
    "@ a1 person Ada Fox",
    "@ a2 group Owl League",
    "@ a3 group Night Guard",
    "@ u1 person Owl League scout unnamed",
]
BODY = ["{a1:Ada Fox} leads {a2:the Owl League} ({a2:OL}).", "{u1:An {a2:OL} scout} met {a3:the Guard}, {a1:she} said."]
CLAIMS = ["> a1.1 LEADS a2.1 s1", "> u1.1 MEMBER_OF a2.3 s2 source=a1", "> u1.1 MET_WITH a3.1 s2 source=a1"]


def _file(
    *, header: str = HEADER, actors: list[str] = ACTORS, body: list[str] = BODY, claims: list[str] = CLAIMS
) -> str:
    return "\n".join([header, *actors, *body, *claims, ""])


def _passage(content: str) -> Passage:
    passages, found = parse(content)
    assert found == []
    return passages[0]


def test_a_passage_has_plain_text_with_mentions_at_their_offsets() -> None:
    passage = _passage(_file())
    assert passage.text == "Ada Fox leads the Owl League (OL). An OL scout met the Guard, she said."
    assert [(m.actor.id, passage.text[m.start : m.end]) for m in passage.mentions] == [
        ("a1", "Ada Fox"),
        ("a2", "the Owl League"),
        ("a2", "OL"),
        ("u1", "An OL scout"),
        ("a2", "OL"),
        ("a3", "the Guard"),
        ("a1", "she"),
    ]
    assert [(actor.kind, actor.name, actor.named) for actor in passage.actors][2:] == [
        ("group", "Night Guard", True),
        ("person", "Owl League scout", False),
    ]
    assert passage.about == {"region": "North Wood", "genre": "newswire", "decade": "2010s"}


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("> a1.1 LEADS a2.2 s1", ("OL", "LEADS", "Ada Fox", 0, "asserted", "current", None)),
        ("> a1.2 LEADS a2.3 s2 denied ended", ("OL", "LEADS", "she", 1, "denied", "ended", None)),
        (
            "> a1.1 LEADS a2.2 s1 uncertain source=a3",
            ("OL", "LEADS", "Ada Fox", 0, "uncertain", "current", "Night Guard"),
        ),
        (
            '> a1.1 LEADS a2.2 s1 planned source="two elders"',
            ("OL", "LEADS", "Ada Fox", 0, "asserted", "planned", "two elders"),
        ),
    ],
)
def test_a_claim_names_mentions_sentence_stance_status_and_source(claim: str, expected: tuple[object, ...]) -> None:
    passage = _passage(_file(claims=[claim]))
    read_claim = passage.claims[0]
    subject, target = (passage.text[m.start : m.end] for m in (read_claim.subject, read_claim.object))
    got = (target, read_claim.relation, subject, read_claim.sentence, read_claim.stance, read_claim.status)
    assert (*got, read_claim.source_name) == expected


def test_a_headline_and_an_empty_line_break_paragraphs() -> None:
    passage = _passage(
        _file(body=["# headline", "{a1:Fox} rules", "{a1:She} won. {a1:She} rests.", "", "Rain fell."], claims=[])
    )
    assert passage.headline
    assert passage.text == "Fox rules\n\nShe won. She rests.\n\nRain fell."
    assert [passage.text[s.start : s.end] for s in passage.sentences] == [
        "Fox rules",
        "She won.",
        "She rests.",
        "Rain fell.",
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Gen. Ada Fox met U.S. Navy officers. They left.", 2),
        ("“We fight. We win,” she said.", 2),
        ("It cost Rs. 500 and 3.5 tons at 10 a.m. on Monday.", 1),
        ("Who pays? “Nobody,” she said! (It was late.) Then rain.", 4),
        ("J. K. Fox, Lt. Col. in the guard, left.", 1),
    ],
)
def test_sentences_end_at_stops_that_are_not_of_abbreviations(line: str, number: int) -> None:
    spans = split_sentences(line)
    assert len(spans) == number
    assert " ".join(line[span.start : span.end] for span in spans) == line


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"header": "=== "}, "expected a header"),
        ({"header": "=== FOX-001 genre=newswire decade=2010s"}, "the header lacks region"),
        ({"header": HEADER.replace("2010s", "2013")}, "must be like 1990s"),
        ({"actors": [*ACTORS, "@ a4 party Elm Party"]}, "unknown kind 'party'"),
        ({"actors": [*ACTORS, "@ a1 group Elm Party"]}, "a1 is declared twice"),
        ({"actors": [*ACTORS, "@ a4 group Elm Party"]}, "a4 (Elm Party) is nowhere mentioned"),
        ({"actors": [*ACTORS[:3], "@ u1 person Owl League scout"]}, "ids of named actors begin with a"),
        ({"body": [*BODY, "{a9:He} slept."]}, "a9 is not declared"),
        ({"body": [*BODY, "{a1:She slept."]}, "a brace of a1 is not closed"),
        ({"body": [*BODY, "a1:She} slept."]}, "a closing brace that nothing opened"),
        ({"body": [*BODY, "{She} slept."]}, "expected an id and a colon"),
        ({"body": [*BODY, "{a1:She }slept."]}, "has a blank at its edge"),
        ({"body": [*BODY, "{a1:She} slept"]}, "has no full stop"),
        ({"body": [*BODY, "# headline"]}, "a headline is the first line"),
        ({"claims": ["> a1.1 RULES a2.1 s1"]}, "unknown relation RULES"),
        ({"claims": ["> a1.1 LEADS a9.1 s1"]}, "a9 is not declared"),
        ({"claims": ["> a1.3 LEADS a2.1 s1"]}, "a1 has 2 mentions"),
        ({"claims": ["> a1.1 LEADS a2.1 s3"]}, "there is no sentence 3"),
        ({"claims": ["> a1.1 LEADS a2.1 s2"]}, "neither mention is in sentence 2"),
        ({"claims": ["> a1.1 LEADS a3.1 s1"]}, "a mention comes after sentence 1"),
        ({"claims": ["> a2.1 LEADS a3.1 s2"]}, "LEADS takes no group as subject"),
        ({"claims": ["> a2.1 MET_WITH a1.1 s1"]}, "MET_WITH takes no person as object"),
        ({"claims": ["> a2.1 PART_OF a2.2 s1"]}, "no tie to itself"),
        ({"claims": ["> a1.1 LEADS a2.1 s1 source=a9"]}, "the source a9 is not declared"),
        ({"claims": ["> a1.1 LEADS a2.1 s1 maybe"]}, "expected a claim like"),
        ({"claims": ["> a1.1 LEADS a2.1 s1", "> a1.2 LEADS a2.3 s2"]}, "the same claim stands twice"),
        ({"claims": ["> a2.3 MET_WITH a3.1 s2", "> a3.1 MET_WITH a2.3 s2"]}, "the same claim stands twice"),
    ],
)  # fmt: skip
def test_the_check_names_what_is_wrong(changes: dict[str, str | list[str]], message: str, tmp_path: Path) -> None:
    path = tmp_path / "fox.ann"
    path.write_text(_file(**changes), encoding="utf-8")  # type: ignore[arg-type]
    assert any(message in problem.message for _, problem in problems([path]))


def test_reading_refuses_a_file_with_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "fox.ann"
    path.write_text(_file(body=[*BODY, "{a1:She slept."]), encoding="utf-8")
    with pytest.raises(DataError, match=r"fox.ann:8: FOX-001: a brace of a1 is not closed"):
        read([path])


def test_an_id_is_taken_once_across_files(tmp_path: Path) -> None:
    paths = [tmp_path / "a.ann", tmp_path / "b.ann"]
    for path in paths:
        path.write_text(_file(), encoding="utf-8")
    assert [problem.message for _, problem in problems(paths)] == [f"the id is taken: {paths[0]}"]


def test_hints_show_names_and_pronouns_without_brace() -> None:
    passage = _passage(_file(body=[*BODY, "They saw the Owl League."]))
    assert [hint.split()[0] for hint in hints(passage)] == ["'They'", "'Owl"]


def test_counts_add_up() -> None:
    table = counts([_passage(_file())])
    assert table["corpus"]["claims"] == table["relation"].total() == table["stance"].total() == 3
    assert table["corpus"]["sentences without claim"] == 0


@pytest.mark.parametrize("path", sorted(BATCHES.glob("*.ann")), ids=lambda path: path.stem)
def test_committed_batches_are_free_of_problems(path: Path) -> None:
    assert [(problem.line, problem.passage, problem.message) for _, problem in problems([path])] == []


def test_no_passage_id_is_taken_twice_and_splits_hold_their_shares() -> None:
    passages = read()
    assert len({passage.id for passage in passages}) == len(passages)
    assert len({passage.text for passage in passages}) == len(passages)
    for split, share in (("train", 0.8), ("dev", 0.1), ("test", 0.1)):
        found = sum(passage.split == split for passage in passages)
        assert abs(found / len(passages) - share) < 0.08
