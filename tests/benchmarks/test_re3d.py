"""The yardstick re3d, on a made-up folder in its format."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from graphbuilder.model import Article, Publication
from graphbuilder.ontology import relations
from graphbuilder.pipeline import read_claims

if TYPE_CHECKING:
    from graphbuilder.annotate import Annotated

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "re3d.py"
TEXT = "Hezbollah fighters attacked Hamas. Fatah supports Hezbollah. Omar Said leads Hamas."
OTHER = "The Taliban met Hamas."


@pytest.fixture(scope="module")
def re3d() -> Iterator[ModuleType]:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("re3d", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["re3d"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["re3d"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents: one with three relations that count and three that do not, one without any."""
    return write(tmp_path / "Made up", TEXT)


def write(own: Path, text: str) -> Path:
    def span(words: str, nth: int = 1) -> tuple[int, int]:
        at = -1
        for _ in range(nth):
            at = text.index(words, at + 1)
        return at, at + len(words)

    spans = {
        "fighters": span("Hezbollah fighters"), "Hamas": span("Hamas"), "Fatah": span("Fatah"),
        "Hezbollah": span("Hezbollah", 2), "Omar": span("Omar Said"), "Hamas2": span("Hamas", 2),
    }  # fmt: skip
    kinds = {**dict.fromkeys(spans, "Organisation"), "Omar": "Person"}
    entities = [entity(span, "Location") for span in [spans["Fatah"]]]  # the last type of a span holds
    entities += [entity(spans[name], kind) for name, kind in kinds.items()]
    ties = [
        tie(spans["fighters"], "FightingAgainst", spans["Hamas"]),
        tie(spans["Fatah"], "Likes", spans["Hezbollah"]),
        tie(spans["Omar"], "InChargeOf", spans["Hamas2"]),
        tie(spans["Hamas2"], "CommWith", spans["Omar"]),  # the target is a person
        tie(spans["Fatah"], "Dislikes", spans["Hezbollah"], confidence=0.4),
        tie(spans["Fatah"], "CoLocated", spans["Hezbollah"]),
    ]
    documents = [{"_id": "AA", "text": text}, {"_id": "BB", "text": OTHER}]
    own.mkdir()
    for name, rows in (("documents", documents), ("entities", entities), ("relations", ties)):
        (own / f"{name}.json").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return own.parent


def entity(span: tuple[int, int], kind: str) -> dict[str, Any]:
    return {"documentId": "AA", "begin": span[0], "end": span[1], "type": kind, "confidence": 0}


def tie(source: tuple[int, int], kind: str, target: tuple[int, int], *, confidence: float = 1) -> dict[str, Any]:
    ends = {"sourceBegin": source[0], "sourceEnd": source[1], "targetBegin": target[0], "targetEnd": target[1]}
    return {"documentId": "AA", "type": kind, "confidence": confidence, **ends}


def test_what_counts_is_sure_of_our_kinds_and_ends_in_a_group(re3d: ModuleType, folder: Path) -> None:
    first, second = re3d.read(folder)
    assert [tie.type for tie in first.ties] == ["FightingAgainst", "Likes", "InChargeOf"]
    assert sorted(first.actors.values()) == ["Organisation"] * 5 + ["Person"]
    assert second.ties == ()


@pytest.mark.parametrize(
    ("said", "pair", "family"),
    [
        pytest.param([], (0, 0, 0, 3, 0), (0, 0, 0, 3, 0), id="nothing"),
        pytest.param([((1, 3), "conflict")], (1, 1, 1, 3, 1), (1, 1, 1, 3, 1), id="right"),
        pytest.param([((3, 1), "conflict")], (1, 1, 1, 3, 1), (1, 1, 1, 3, 1), id="right, turned round"),
        pytest.param([((1, 3), "support")], (1, 1, 1, 3, 1), (1, 1, 0, 3, 0), id="another family"),
        pytest.param([((1, 3), "support"), ((1, 3), "conflict")], (1, 1, 1, 3, 1), (2, 2, 1, 3, 1), id="two families"),
        pytest.param([((0, 3), "conflict")], (1, 0, 0, 3, 0), (1, 0, 0, 3, 0), id="not the head of its mention"),
        pytest.param([((1, 5), "conflict")], (1, 1, 0, 3, 0), (1, 1, 0, 3, 0), id="both annotated, not as a pair"),
        pytest.param([((5, 7), "ties")], (1, 1, 1, 3, 1), (1, 1, 1, 3, 1), id="either of two families"),
    ],
)
@pytest.mark.model
def test_counts(
    re3d: ModuleType,
    folder: Path,
    said: list[tuple[tuple[int, int], str]],
    pair: tuple[int, ...],
    family: tuple[int, ...],
) -> None:
    def reader(annotated: Annotated) -> Iterator[tuple[frozenset[int], str]]:
        return ((frozenset(ends), family) for ends, family in said)

    scores = next(iter(re3d.score(re3d.read(folder, left_out=["BB"]), reader)))
    assert (scores["pair"], scores["family"]) == (re3d.Counts(*pair), re3d.Counts(*family))


@pytest.mark.model
def test_what_is_annotated_scores_full_marks(re3d: ModuleType, folder: Path) -> None:
    documents = {document.id: document for document in re3d.read(folder)}

    def reader(annotated: Annotated) -> Iterator[tuple[frozenset[int], str]]:
        for tie in documents[annotated.article.id].ties:
            for family in re3d.FAMILIES[tie.type]:
                yield re3d._ends(annotated.doc, tie.source, tie.target), family

    for row in re3d.rows(list(re3d.score(list(documents.values()), reader))):
        assert (row["P in scope"], row["R"], row["F1 of all"]) == ("1.000", "1.000", "1.000")


@pytest.mark.model
def test_scores_what_the_reader_claims(re3d: ModuleType) -> None:
    """Whatever ``read_claims`` gives is scored, at the heads of its mentions."""
    from graphbuilder.annotate import annotate

    article = Article(Publication("AA", "AA"), TEXT)
    annotated = next(iter(annotate([article])))
    said = set(re3d.stated(annotated, known=relations()))
    claims = [claim for _, found in read_claims([article], reject=lambda *_: None) for claim in found]
    assert sorted(family for _, family in said) == sorted(relations()[claim.relation].family for claim in claims)
    words = {frozenset(annotated.doc[n].text for n in ends) for ends, _ in said}
    assert words == {frozenset(["fighters", "Hamas"]), frozenset(["Fatah", "Hezbollah"]), frozenset(["Said", "Hamas"])}


@pytest.mark.model
def test_prints_scores_and_no_text(re3d: ModuleType, folder: Path) -> None:
    result = run(re3d, folder, "--format", "json")
    pair, family = json.loads(result.stdout)
    assert (pair["unit"], pair["annotated"], pair["found"], pair["R"]) == ("pair", 3, 3, "1.000")
    assert (family["unit"], family["annotated"], family["found"]) == ("family", 3, 3)
    assert "Hezbollah" not in result.output


@pytest.mark.model
def test_claims_of_a_file_stand_where_they_are_named(re3d: ModuleType, folder: Path, tmp_path: Path) -> None:
    rows = [claim("Fatah", "SUPPORTS", "Hezbollah"), claim("Omar Said", "LEADS", "Hamas", sure=0.2)]
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for least, found in (("0", 2), ("0.5", 1)):
        options = ["--claims", str(path), "--min-confidence", least, "--format", "json"]
        pair, _ = json.loads(run(re3d, folder, *options).stdout)
        assert (pair["said"], pair["in scope"], pair["found"]) == (found, found, found)


def claim(subject: str, relation: str, obj: str, *, sure: float = 0.9) -> Mapping[str, object]:
    quote = next(sentence + "." for sentence in TEXT.split(".") if subject in sentence).strip()
    kind = "person" if subject == "Omar Said" else "group"
    return {
        "id": "1", "article": "somewhere/AA.txt", "subject": {"name": subject, "type": kind}, "relation": relation,
        "object": {"name": obj, "type": "group"}, "stance": "asserted", "status": "current", "source": None,
        "confidence": sure, "quote": quote, "char_start": 0, "char_end": len(quote), "rule": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("documents", "", "no */documents.json with documents to score"),
        ("documents", '{"_id": "AA"}\n', "the key 'text' is missing"),
        ("entities", "[\n", "expected one JSON object a line"),
    ],
)
def test_a_folder_that_is_not_re3d(re3d: ModuleType, folder: Path, name: str, content: str, message: str) -> None:
    (folder / "Made up" / f"{name}.json").write_text(content, encoding="utf-8")
    result = run(re3d, folder, code=1)
    assert message in result.output


def test_the_ids_left_out_are_those_of_documents(re3d: ModuleType) -> None:
    ids = re3d.LEFT_OUT.read_text(encoding="utf-8").split()
    assert len(set(ids)) == len(ids) == 16
    assert all(len(name) == 32 and int(name, 16) for name in ids)


def run(re3d: ModuleType, folder: Path, *options: str, code: int = 0) -> Any:
    result = CliRunner().invoke(re3d.main, [str(folder), *options])
    assert result.exit_code == code, result.output
    return result
