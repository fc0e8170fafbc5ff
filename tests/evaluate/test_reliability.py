"""What claims say of their own certainty, and what a threshold does to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_gold import RELATIONS, said, small_gold

from graphbuilder.evaluate import Annotation, Statement, judge
from graphbuilder.evaluate.reliability import bins, thresholds

RIGHT = ("Iran", "FINANCES", "Hezbollah")
MUTUAL = ("Hamas", "HAS_TIES_TO", "Hezbollah")
WRONG = ("Iran", "SUPPORTS", "Hamas")


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> list[Annotation]:
    return small_gold(tmp_path_factory.mktemp("gold"))


@pytest.mark.parametrize(
    ("confidence", "low"), [(0.0, 0.0), (0.49, 0.0), (0.5, 0.5), (0.699, 0.6), (0.7, 0.7), (0.9, 0.9), (1.0, 0.9)]
)
def test_a_claim_falls_into_one_bin(gold: list[Annotation], confidence: float, low: float) -> None:
    (one,) = [b for b in bins(gold, [said(*RIGHT, confidence=confidence)], relations=RELATIONS) if b.right.of]
    assert (one.low, one.says, one.right.share) == (low, confidence, 1.0)


def test_a_bin_tells_how_many_are_right(gold: list[Annotation]) -> None:
    claims = [said(*triple, confidence=0.75) for triple in (RIGHT, MUTUAL, WRONG, WRONG)]
    (one,) = [b for b in bins(gold, claims, relations=RELATIONS) if b.right.of]
    assert (one.right.right, one.right.of) == (2, 4)


@pytest.mark.parametrize("claim", [said("Iran", "ARMS", "Tehran"), Statement("other", *RIGHT)])
def test_what_cannot_be_judged_is_in_no_bin(gold: list[Annotation], claim: Statement) -> None:
    assert not any(b.right.of for b in bins(gold, [claim], relations=RELATIONS))


def test_a_higher_threshold_leaves_the_surer_claims(gold: list[Annotation]) -> None:
    claims = [said(*RIGHT, confidence=0.8), said(*MUTUAL, confidence=0.6), said(*WRONG, confidence=0.55)]
    scores = thresholds(gold, claims, relations=RELATIONS)
    assert {least: (s.right, s.found) for least, s in scores.items()} == {
        0.5: (2, 3),
        0.6: (2, 2),
        0.7: (1, 1),
        0.8: (1, 1),
        0.9: (0, 0),
    }


@given(confidences=st.lists(st.floats(0, 1)))
def test_every_claim_is_counted_once(gold: list[Annotation], confidences: list[float]) -> None:
    claims = [said(*RIGHT, confidence=one) for one in confidences]
    assert sum(b.right.of for b in bins(gold, claims, relations=RELATIONS)) == len(claims)


def test_figures_are_those_of_the_claims_that_are_sure_enough(tmp_path: Path) -> None:
    claims = [said(*RIGHT, confidence=0.8), said(*WRONG, confidence=0.3)]
    result = judge(small_gold(tmp_path), claims, relations=RELATIONS, least=0.5)
    assert (result.report.units["triple"].found, sum(b.right.of for b in result.bins), result.stages) == (1, 2, None)
