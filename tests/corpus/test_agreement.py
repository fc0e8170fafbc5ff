"""Two readers of a passage are compared by what they found, whatever ids and names they gave."""

from __future__ import annotations

import pytest

from corpus.agreement import SECOND, STEP, compare, differences, drawn, head, scores, shares
from corpus.check import problems
from corpus.read import Passage, parse, read
from graphbuilder.errors import DataError

HEADER = '=== FOX-001 region="North Wood" genre=newswire decade=2010s'
TEXT = "{a1:Ada Fox} of {a2:the Owl League} met {a3:Night Guard envoys}, {a1:she} said."
ACTORS = ["@ a1 person Ada Fox", "@ a2 group Owl League", "@ a3 group Night Guard"]
CLAIMS = ["> a1.1 MEMBER_OF a2.1 s1", "> a1.1 MET_WITH a3.1 s1 source=a1"]
# The same, by a reader who counts otherwise, cuts mentions otherwise and prefers another name.
OTHER_TEXT = "{a2:Ada Fox} of the {a1:Owl League} met {a7:Night Guard envoys}, {a2:she} said."
OTHER_ACTORS = ["@ a2 person Ada Fox", "@ a1 group OL", "@ a7 group Guard"]
OTHER_CLAIMS = ["> a2.1 MEMBER_OF a1.1 s1", '> a2.1 MET_WITH a7.1 s1 source="Ada Fox"']


def _passage(
    text: str = TEXT, *, actors: list[str] = ACTORS, claims: list[str] = CLAIMS, header: str = HEADER
) -> Passage:
    (passage,), found = parse("\n".join([header, *actors, text, *claims, ""]))
    assert found == []
    return passage


def _other(claims: list[str]) -> Passage:
    return _passage(OTHER_TEXT, actors=OTHER_ACTORS, claims=claims)


def test_other_ids_names_and_edges_are_no_disagreement() -> None:
    comparisons = compare([_passage()], [_other(OTHER_CLAIMS)])
    assert {unit: score.f1 for unit, score in scores(comparisons).items()} == {
        "triple": 1, "pair": 1, "claim": 1, "mention": 1, "mention and actor": 1,
    }  # fmt: skip
    assert all(share.share == 1 for share in shares(comparisons).values())
    assert list(differences(comparisons[0])) == []


@pytest.mark.parametrize(
    ("claims", "triple", "pair", "claim"),
    [
        (["> a2.1 LEADS a1.1 s1", OTHER_CLAIMS[1]], (1, 2, 2), (2, 2, 2), (1, 2, 2)),
        (OTHER_CLAIMS[:1], (1, 1, 2), (1, 1, 2), (1, 1, 2)),
        ([*OTHER_CLAIMS, "> a1.1 MET_WITH a7.1 s1"], (2, 3, 2), (2, 3, 2), (2, 3, 2)),
        ([OTHER_CLAIMS[0], "> a2.1 MET_WITH a7.1 s1 denied source=a2"], (2, 2, 2), (2, 2, 2), (1, 2, 2)),
    ],
)
def test_claims_are_counted_as_triples_pairs_and_whole(
    claims: list[str], triple: tuple[int, ...], pair: tuple[int, ...], claim: tuple[int, ...]
) -> None:
    table = scores(compare([_passage()], [_other(claims)]))
    got = {unit: (score.right, score.found, score.gold) for unit, score in table.items()}
    assert (got["triple"], got["pair"], got["claim"]) == (triple, pair, claim)


@pytest.mark.parametrize(
    ("said", "differs"),
    [
        ("denied source=a2", "stance"),
        ("uncertain source=a2", "stance"),
        ("ended source=a2", "status"),
        ("source=a1", "source"),
        ("", "source"),
        ('source="a fox"', "source"),
    ],
)
def test_stance_status_and_source_are_compared_on_shared_triples(said: str, differs: str) -> None:
    claims = [OTHER_CLAIMS[0], f"> a2.1 MET_WITH a7.1 s1 {said}".strip()]
    comparisons = compare([_passage()], [_other(claims)])
    table = shares(comparisons)
    assert {detail for detail, share in table.items() if share.share < 1} == {differs}
    assert all(share.of == 2 for share in table.values())
    assert len(list(differences(comparisons[0]))) == 1


def test_a_mutual_tie_is_the_same_in_either_order() -> None:
    text = "{a1:Owls} and {a2:Foxes} are at war."
    actors = ["@ a1 group Owls", "@ a2 group Foxes"]
    first = _passage(text, actors=actors, claims=["> a1.1 FIGHTS a2.1 s1"])
    second = _passage(text, actors=actors, claims=["> a2.1 FIGHTS a1.1 s1"])
    assert scores(compare([first], [second]))["triple"].f1 == 1


def test_a_source_can_be_an_actor_to_one_reader_and_words_to_the_other() -> None:
    text, marked = "A Fox court said {a1:Owls} back {a2:Foxes}.", "{a9:A Fox court} said {a1:Owls} back {a2:Foxes}."
    actors = ["@ a1 group Owls", "@ a2 group Foxes"]
    first = _passage(text, actors=actors, claims=['> a1.1 SUPPORTS a2.1 s1 source="Fox court"'])
    second = _passage(marked, actors=[*actors, "@ a9 group Fox court"], claims=["> a1.1 SUPPORTS a2.1 s1 source=a9"])
    assert scores(compare([first], [second]))["claim"].f1 == 1


@pytest.mark.parametrize(
    ("mention", "core"),
    [
        ("the Taliban", "the Taliban"),
        ("leaders of the party", "leaders"),
        ("Guard (NG)", "Guard"),
        ("rebels loyal to him", "rebels"),
        ("their man", "their man"),
        ("its leader, a baker", "its leader"),
    ],
)
def test_the_head_of_a_mention(mention: str, core: str) -> None:
    passage = _passage(f"{{a1:{mention}}} fled.", actors=["@ a1 group Guard"], claims=[])
    assert passage.text[: head(passage, passage.mentions[0])] == core


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (_passage(header=HEADER.replace("FOX-001", "FOX-002")), "no batch has this passage"),
        (_passage(TEXT.replace("met", "saw")), "the text differs"),
    ],
)
def test_passages_that_cannot_be_compared_are_refused(second: Passage, message: str) -> None:
    with pytest.raises(DataError, match=message):
        compare([_passage()], [second])


def test_the_draw_is_one_in_twenty_whatever_the_order() -> None:
    ids = [f"X-{number}" for number in range(100)]
    assert len(drawn(ids)) == 100 // STEP
    assert drawn(ids) == drawn(reversed(ids))


def test_the_second_annotation_is_well_formed_and_of_passages_that_the_batches_have() -> None:
    files = sorted(SECOND.glob("*.ann"))
    assert list(problems(files)) == []
    assert compare(read(), read(files))
