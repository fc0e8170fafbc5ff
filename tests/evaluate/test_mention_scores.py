"""Recognised actors against annotated ones, by kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_gold import small_gold

from graphbuilder.evaluate.mentions import mention_scores
from graphbuilder.evaluate.seen import Seen, SeenActor

IRAN = SeenActor("group", frozenset(["iran", "iranian government"]))
LEBANON = SeenActor("group", frozenset(["lebanon", "beirut"]), acts=False)
NASRALLAH = SeenActor("person", frozenset(["nasrallah"]))
REPORTER = SeenActor("person", frozenset(["jane doe"]))
COMMANDER = SeenActor("unnamed person", frozenset(["hamas commander"]))


def _figures(tmp_path: Path, *actors: SeenActor) -> dict[str, tuple[int, ...]]:
    seen = {"a": Seen("a", "", actors, ())}
    return {
        kind: (s.recall.right, s.recall.of, s.claimed.of, s.precision.right, s.precision.of, s.wrong_kind)
        for kind, s in mention_scores(small_gold(tmp_path), seen).items()
    }


@pytest.mark.parametrize(
    ("actors", "kind", "figures"),
    [
        ((), "group", (0, 4, 3, 0, 0, 0)),
        ((IRAN,), "group", (1, 4, 3, 1, 1, 0)),
        ((IRAN, IRAN), "group", (1, 4, 3, 2, 2, 0)),
        ((IRAN, LEBANON), "group", (1, 4, 3, 1, 1, 0)),
        ((NASRALLAH, REPORTER), "person", (1, 1, 1, 1, 2, 0)),
        ((COMMANDER,), "unnamed person", (1, 1, 1, 1, 1, 0)),
        ((SeenActor("person", frozenset(["hezbollah"])),), "group", (0, 4, 3, 0, 0, 1)),
        ((SeenActor("person", frozenset(["hezbollah"])),), "person", (0, 1, 1, 0, 1, 0)),
        ((SeenActor("group", frozenset(["lebanon"])),), "group", (0, 4, 3, 0, 1, 0)),
    ],
)
def test_counts_of_a_kind(tmp_path: Path, actors: tuple[SeenActor, ...], kind: str, figures: tuple[int, ...]) -> None:
    assert _figures(tmp_path, *actors)[kind] == figures


def test_an_article_that_was_not_read_counts_as_missed(tmp_path: Path) -> None:
    scores = mention_scores(small_gold(tmp_path), {})
    assert {kind: (score.recall.right, score.recall.of) for kind, score in scores.items()} == {
        "person": (0, 1),
        "group": (0, 4),
        "unnamed person": (0, 1),
    }
