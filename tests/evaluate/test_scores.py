"""Scores on articles small enough to count by hand."""

import json
from pathlib import Path

import pytest

from graphbuilder.errors import ClaimError, DataError
from graphbuilder.evaluate import Report, Statement, evaluate, read_gold, statements
from graphbuilder.evaluate.gold import fold
from graphbuilder.ontology import Relation

RELATIONS = {
    name: Relation(
        name=name,
        label="",
        inverse="",
        description="",
        family=family,
        subject=("group",),
        object=("group",),
        symmetric=sym,
    )
    for name, family, sym in (
        ("HAS_TIES_TO", "ties", True),
        ("ALLIED_WITH", "ties", True),
        ("FINANCES", "support", False),
        ("ARMS", "support", False),
    )
}
ACTORS = [
    {"name": "Iran", "type": "group", "aliases": ["Tehran"]},
    {"name": "Hezbollah", "type": "group", "aliases": ["Party of God"]},
    {"name": "Hamas", "type": "group", "aliases": []},
]
GOLD = [
    ("Iran", "FINANCES", "Hezbollah", "asserted", "Hamas"),
    ("Iran", "HAS_TIES_TO", "Hamas", "denied", "Iran"),
    ("Hamas", "ALLIED_WITH", "Hezbollah", "asserted", None),
]


def _statement(subject: str, relation: str, object_: str, *, stance: str = "asserted", source: str | None = None):
    return Statement("a", subject, relation, object_, stance, source)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    keys = ("subject", "relation", "object", "stance", "source")
    (tmp_path / "gold").mkdir()
    row = {"id": "a", "actors": ACTORS, "claims": [dict(zip(keys, claim, strict=True)) for claim in GOLD]}
    (tmp_path / "gold" / "a.json").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path


def _score(gold: Path, *claims: Statement) -> Report:
    return evaluate(read_gold(gold), claims, relations=RELATIONS)


def test_the_gold_itself_is_right_in_everything(gold: Path) -> None:
    report = _score(gold, *read_gold(gold)[0].statements)
    assert all((score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0) for score in report.units.values())
    assert (report.stance.share, report.source.share, report.flipped, report.findings) == (1.0, 1.0, 0, [])


def test_no_claims_find_nothing(gold: Path) -> None:
    report = _score(gold)
    assert (report.units["triple"].gold, report.units["triple"].f1, len(report.findings)) == (3, 0.0, 3)


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        (_statement("Iran", "FINANCES", "Hezbollah"), {"triple", "family", "pair", "claim"}),
        (_statement("the Tehran", "FINANCES", "Party of God"), {"triple", "family", "pair", "claim"}),
        (_statement("Hezbollah", "ALLIED_WITH", "Hamas"), {"triple", "family", "pair", "claim"}),
        (_statement("Hezbollah", "FINANCES", "Iran"), {"family", "pair"}),
        (_statement("Iran", "ARMS", "Hezbollah"), {"family", "pair"}),
        (_statement("Iran", "HAS_TIES_TO", "Hezbollah"), {"pair"}),
        (_statement("Iran", "HAS_TIES_TO", "Hamas"), {"triple", "family", "pair"}),
        (_statement("Qatar", "FINANCES", "Hezbollah"), set()),
        (_statement("Iran", "FINANCES", "Tehran"), set()),
    ],
)
def test_what_a_claim_gets_right(gold: Path, claim: Statement, right: set[str]) -> None:
    report = _score(gold, claim)
    assert {name for name, score in report.units.items() if score.right and name != "actor"} == right


@pytest.mark.parametrize(
    ("stances", "flipped"), [(("denied",), 0), (("asserted",), 1), (("uncertain",), 1), (("asserted", "denied"), 0)]
)
def test_polarity_is_flipped_where_the_denial_is_lost(gold: Path, stances: tuple[str, ...], flipped: int) -> None:
    report = _score(gold, *(_statement("Hamas", "HAS_TIES_TO", "Iran", stance=stance) for stance in stances))
    assert report.flipped == flipped
    assert [finding.mistake for finding in report.findings].count("flipped") == flipped
    assert report.stance.right == (stances == ("denied",))


@pytest.mark.parametrize("stance", ["asserted", "uncertain"])
def test_polarity_is_flipped_where_a_denial_is_invented(gold: Path, stance: str) -> None:
    assert _score(gold, _statement("Iran", "FINANCES", "Hezbollah", stance="denied")).flipped == 1
    assert _score(gold, _statement("Iran", "FINANCES", "Hezbollah", stance=stance)).flipped == 0


@pytest.mark.parametrize(("source", "right"), [("Hamas", 1), ("the Hamas", 1), (None, 0), ("Reuters", 0)])
def test_source_is_compared_by_folded_name(gold: Path, source: str | None, right: int) -> None:
    report = _score(gold, _statement("Iran", "FINANCES", "Hezbollah", source=source))
    assert (report.source.right, report.source.of) == (right, 1)


def test_parts_split_by_relation_stance_and_source(gold: Path) -> None:
    report = _score(
        gold, _statement("Iran", "FINANCES", "Hezbollah", source="Hamas"), _statement("Iran", "ARMS", "Hamas")
    )
    shown = {
        (split, kind): (score.right, score.found, score.gold)
        for split, scores in report.parts.items()
        for kind, score in scores.items()
    }
    assert shown == {
        ("relation", "FINANCES"): (1, 1, 1),
        ("relation", "ARMS"): (0, 1, 0),
        ("relation", "HAS_TIES_TO"): (0, 0, 1),
        ("relation", "ALLIED_WITH"): (0, 0, 1),
        ("stance", "asserted"): (1, 2, 2),
        ("stance", "denied"): (0, 0, 1),
        ("source", "attributed"): (1, 1, 2),
        ("source", "own voice"): (0, 1, 1),
    }


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Taliban", "taliban"),
        ("al-Qaeda's", "al qaeda"),
        ("Gen. Abdul Razziq", "abdul razziq"),
        ("National Directorate of Security (NDS)", "national directorate of security"),
        ("Şervan Ö.", "servan o"),
        ("General", "general"),
        ("the", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_lines_of_claims_need_article_actors_and_relation() -> None:
    line = {"article": "x/a.txt", "subject": {"name": "Iran"}, "relation": "ARMS", "object": {"name": "Hamas"}}
    assert list(statements([line])) == [_statement("Iran", "ARMS", "Hamas")]
    with pytest.raises(ClaimError, match="object"):
        list(statements([{key: value for key, value in line.items() if key != "object"}]))


def test_a_gold_folder_without_articles_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="gold/"):
        read_gold(tmp_path)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "b.json").write_text('{"id": "b"}', encoding="utf-8")
    with pytest.raises(DataError, match=r"b\.json.*actors"):
        read_gold(tmp_path)
