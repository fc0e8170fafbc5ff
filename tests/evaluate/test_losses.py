"""Where each annotated triple ends, from what was seen in a short article."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_gold import RELATIONS, TEXT, said, sentence_of, small_gold

from graphbuilder.evaluate import Statement, judge
from graphbuilder.evaluate.losses import STAGES
from graphbuilder.evaluate.seen import Seen, SeenActor, SeenSentence

NAMES = ("iran", "hezbollah", "hamas", "hassan nasrallah", "hamas commander")
PERSONS = {"hassan nasrallah": "person", "hamas commander": "unnamed person"}
BEGINNINGS = ("Iran finances", "Hassan", "It denies", "A Hamas")


def _actor(name: str, *, turned: str = "") -> SeenActor:
    kind = PERSONS.get(name, "group")
    return SeenActor({"group": "person"}.get(kind, "group") if name == turned else kind, frozenset([name]))


def _seen(
    *, named: dict[str, set[int]], pointed: dict[str, set[int]], words: set[str], missing: str = "", turned: str = ""
) -> Seen:
    actors = tuple(_actor("nobody" if name == missing else name, turned=turned) for name in NAMES)
    sentences = tuple(
        SeenSentence(
            *sentence_of(words_),
            named=frozenset(named.get(words_, ())),
            pointed=frozenset(pointed.get(words_, ())),
            words=frozenset(words),
        )
        for words_ in BEGINNINGS
    )
    return Seen("a", TEXT, actors, sentences)


ALL = {"Iran finances": {0, 1}, "Hassan": {1, 3}, "It denies": {2}, "A Hamas": {2, 4}}
CASES = [
    (("Iran", "FINANCES", "Hezbollah"), {}, "argument"),
    (("Iran", "FINANCES", "Hezbollah"), {"words": set()}, "word"),
    (("Iran", "FINANCES", "Hezbollah"), {"missing": "iran"}, "mention"),
    (("Iran", "FINANCES", "Hezbollah"), {"turned": "iran"}, "kind"),
    (("Iran", "FINANCES", "Hezbollah"), {"named": {"Iran finances": {0}}}, "coreference"),
    (("HAS_TIES_TO",), {}, "coreference"),
    (("HAS_TIES_TO",), {"pointed": {"It denies": {1}}}, "anaphor"),
    (("Hamas commander", "MEMBER_OF", "Hamas"), {}, "argument"),
    (("Hamas commander", "MEMBER_OF", "Hamas"), {"named": {"A Hamas": {2}}}, "coreference"),
]


def _stage(tmp_path: Path, triple: tuple[str, ...], *claims: Statement, seen: Seen | None) -> str | None:
    result = judge(
        small_gold(tmp_path),
        claims,
        relations=RELATIONS,
        least=0.5,
        seen={"a": seen} if seen is not None else {},
    )
    assert result.stages is not None
    assert sum(result.stages.losses.values()) == 5
    assert set(result.stages.losses) == set(STAGES)
    return next((s for f, s in result.stages.lost.items() if set(triple) <= {f.subject, f.relation, f.object}), None)


@pytest.mark.parametrize(("triple", "change", "stage"), CASES)
def test_a_missed_triple_is_lost_at_one_stage(
    tmp_path: Path, triple: tuple[str, ...], change: dict[str, object], stage: str
) -> None:
    seen = _seen(**{"named": ALL, "pointed": {}, "words": set(RELATIONS), **change})  # type: ignore[arg-type]
    assert _stage(tmp_path, triple, seen=seen) == stage


@pytest.mark.parametrize(
    ("claim", "stage"),
    [
        (said("Iran", "FINANCES", "Hezbollah"), None),
        (said("Iran", "FINANCES", "Hezbollah", confidence=0.4), "confidence"),
        (said("Hezbollah", "SUPPORTS", "Iran"), "relation"),
        (said("Iran", "SUPPORTS", "Hezbollah", confidence=0.4), "argument"),
        (said("Iran", "ARMS", "Hezbollah"), "argument"),
    ],
)
def test_what_was_claimed_of_the_pair(tmp_path: Path, claim: Statement, stage: str | None) -> None:
    seen = _seen(named=ALL, pointed={}, words=set(RELATIONS))
    assert _stage(tmp_path, ("Iran", "FINANCES", "Hezbollah"), claim, seen=seen) == stage


def test_a_text_that_was_not_read_is_the_stage(tmp_path: Path) -> None:
    assert _stage(tmp_path, ("Iran", "ARMS", "Hezbollah"), seen=None) == "text"


def test_a_found_triple_with_another_stance_is_counted_apart(tmp_path: Path) -> None:
    claims = [said("Iran", "FINANCES", "Hezbollah"), said("Iran", "ARMS", "Hezbollah", stance="denied")]
    result = judge(small_gold(tmp_path), claims, relations=RELATIONS, least=0.0, seen={})
    assert result.stages is not None
    assert (result.stages.losses["found"], result.stages.losses["stance"], result.stages.losses["text"]) == (1, 1, 3)
