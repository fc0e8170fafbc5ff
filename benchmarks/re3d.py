"""Scores the reader on re3d, relations that other people annotated: ``python benchmarks/re3d.py DIR``.

A yardstick: it prints scores and never a text. ``docs/re3d.md`` tells where the data is and what the figures mean.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphbuilder.cli.output import output_options, show
from graphbuilder.errors import GraphbuilderError
from graphbuilder.model import Actor, Article, Claim, Publication
from graphbuilder.ontology import Relation, relations

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphbuilder.annotate import Annotated
    from graphbuilder.extract.arguments import Bound

LEFT_OUT = Path(__file__).with_name("re3d_left_out.txt")
ANNOTATED = 0.5
"""A relation counts from this confidence of re3d's on."""
FAMILIES: Mapping[str, frozenset[str]] = {
    "BelongsTo": frozenset(["affiliation", "structure"]),
    "InChargeOf": frozenset(["affiliation", "structure"]),
    "AlliesOf": frozenset(["ties", "support"]),
    "Likes": frozenset(["ties", "support"]),
    "CommWith": frozenset(["ties"]),
    "FightingAgainst": frozenset(["conflict"]),
    "Dislikes": frozenset(["conflict"]),
}
"""Which families say what a type of re3d says; order and direction count for nothing."""
RESAMPLES = 1000
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

Span = tuple[int, int]
Ends = frozenset[int]
"""The head words of the two mentions that a relation ties, as positions in the document."""
Said = Iterator[tuple[Ends, str]]
"""What a reader says of a document: the two ends and the family of the relation."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation of re3d, its ends as characters of the text."""

    source: Span
    target: Span
    type: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of re3d with the persons and organisations annotated in it and the ties between them."""

    id: str
    text: str
    actors: Mapping[Span, str]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was said, how much of it is between annotated actors, and is right; how much is annotated, and found."""

    said: int = 0
    in_scope: int = 0
    right: int = 0
    annotated: int = 0
    found: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def f1(self) -> float:
        """Of precision in scope and recall."""
        return _f1(_part(self.right, self.in_scope), _part(self.found, self.annotated))


Scores = dict[str, Counts]


@click.command(help=__doc__)
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--left-out", type=_FILE, default=LEFT_OUT, help="Ids of the documents not to score, one a line.")
@click.option("--claims", type=_FILE, help="Score these claims instead, each actor where its sentence names it first.")
@click.option("--min-confidence", default=0.0, show_default=True, help="Leave out claims that are less sure.")
@output_options
def main(folder: Path, left_out: Path, claims: Path | None, min_confidence: float, form: str) -> None:
    """Read, compare, print."""
    known = relations()
    try:
        documents = read(folder, left_out=left_out.read_text(encoding="utf-8").split())
        reader = partial(located, claims=read_claims_file(claims)) if claims else stated
        scores = list(score(documents, partial(reader, known=known, least=min_confidence)))
    except GraphbuilderError as error:
        raise click.ClickException(str(error)) from error
    if form == "table":
        click.echo(f"{len(documents)} documents")
    show(list(rows(scores)), form)


def read(folder: Path, *, left_out: Sequence[str] = ()) -> list[Document]:
    """The documents of all folders of re3d in ``folder``, without those left out.

    Raises:
        ClickException: no documents there, or a file that is not re3d's.
    """
    found = [
        document
        for path in sorted(folder.glob("*/documents.json"))
        for document in _documents(path.parent)
        if document.id not in left_out
    ]
    if not found:
        raise click.ClickException(f"{folder}: no */documents.json with documents to score; give the folder of re3d")
    return found


def _documents(folder: Path) -> Iterator[Document]:
    texts, entities, ties = (_records(folder / f"{name}.json") for name in ("documents", "entities", "relations"))
    try:
        for row in texts:
            own = [entity for entity in entities if entity["documentId"] == row["_id"]]
            types = {(entity["begin"], entity["end"]): entity["type"] for entity in own}  # the last one of a span holds
            actors = {span: type for span, type in types.items() if type in {"Person", "Organisation"}}
            found = [_tie(tie) for tie in ties if tie["documentId"] == row["_id"] and tie["confidence"] >= ANNOTATED]
            grouped = (tie for tie in found if tie.source in actors and actors.get(tie.target) == "Organisation")
            yield Document(row["_id"], row["text"], actors, tuple(tie for tie in grouped if tie.type in FAMILIES))
    except KeyError as error:
        raise click.ClickException(f"{folder}: the key {error} is missing; give the folder of re3d") from error


def _records(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{path}: {error}; expected one JSON object a line") from error


def _tie(row: Mapping[str, Any]) -> Tie:
    return Tie((row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"]), row["type"])


def score(documents: Sequence[Document], reader: Callable[[Annotated], Said]) -> Iterator[Scores]:
    """For each document the counts of pairs and of families."""
    from graphbuilder.annotate import annotate

    by_id = {document.id: document for document in documents}
    articles = (Article(Publication(document.id, document.id), document.text) for document in documents)
    for annotated in annotate(articles):
        yield compare(by_id[annotated.article.id], annotated.doc, set(reader(annotated)))


def compare(document: Document, doc: Doc, said: set[tuple[Ends, str]]) -> Scores:
    """What was said of a document against what is annotated there."""
    gold = [(_ends(doc, tie.source, tie.target), FAMILIES[tie.type]) for tie in document.ties]
    groups = {_head(doc, span) for span, type in document.actors.items() if type == "Organisation"}
    actors = {_head(doc, span) for span in document.actors}
    in_scope = {(ends, family) for ends, family in said if ends <= actors and ends & groups}
    meant = {(ends, family) for ends, families in gold for family in families}
    tied, pairs = {ends for ends, _ in gold}, {ends for ends, _ in in_scope}
    hits = [bool(families & {family for pair, family in in_scope if pair == ends}) for ends, families in gold]
    return {
        "pair": Counts(
            said=len({ends for ends, _ in said}),
            in_scope=len(pairs),
            right=len(pairs & tied),
            annotated=len(gold),
            found=sum(ends in pairs for ends, _ in gold),
        ),
        "family": Counts(len(said), len(in_scope), len(in_scope & meant), len(gold), sum(hits)),
    }


def _ends(doc: Doc, source: Span, target: Span) -> Ends:
    return frozenset([_head(doc, source), _head(doc, target)])


def _head(doc: Doc, span: Span) -> int:
    """The head word of a stretch of text; -1, which matches nothing, beyond the text."""
    words = doc.char_span(*span, alignment_mode="expand")
    return words.root.i if words is not None else -1


def stated(annotated: Annotated, *, known: Mapping[str, Relation], least: float = 0.0) -> Said:
    """What our reader claims, at the mentions where it found the two actors."""
    from graphbuilder.extract import Reader
    from graphbuilder.extract.claims import Claims

    reader = Reader(annotated, known)
    claims = Claims(annotated, reader.coreference, reader.lexicon)
    for statement in reader.stated():
        made = claims.of(statement.predication.token.sent, [statement])
        if any(claim.confidence >= least for claim in made):
            ends = [mention(annotated, bound) for bound in (statement.subject, statement.object)]
            yield frozenset(ends), statement.relation.family


def mention(annotated: Annotated, bound: Bound) -> int:
    """The head word of what stands for an actor: of a name, or of its members ("fighters" in "Taliban fighters")."""
    span = annotated.name_at.get(bound.filler.token)
    token = annotated.doc[span.start : span.end].root if span else annotated.doc[bound.filler.token]
    if bound.filler.reason == "member":
        above = (t for t in token.ancestors if t.i not in annotated.name_at and t.pos_ in {"NOUN", "PROPN"})
        return next(above, token).i
    return token.i


def read_claims_file(path: Path) -> dict[str, list[Claim]]:
    """Claims by document; an article is the document whose id its location or the location's file name is.

    Raises:
        ClaimError: a line that is no claim.
    """
    found: dict[str, list[Claim]] = {}
    for row in _records(path):
        claim = Claim.from_json(row)
        found.setdefault(Path(claim.publication.location).stem, []).append(claim)
    return found


def located(
    annotated: Annotated, *, claims: Mapping[str, Sequence[Claim]], known: Mapping[str, Relation], least: float = 0.0
) -> Said:
    """What claims of a file say, where their sentence names both actors."""
    for claim in claims.get(annotated.article.id, ()):
        if claim.relation not in known:
            raise click.ClickException(f"claim {claim.id}: {claim.relation} is no relation; see graphbuilder relations")
        start = annotated.article.text.find(claim.quote)
        spans = [_named(actor, claim.quote, start) for actor in (claim.subject, claim.object)]
        if start >= 0 and claim.confidence >= least and spans[0] and spans[1]:
            yield _ends(annotated.doc, spans[0], spans[1]), known[claim.relation].family


def _named(actor: Actor, quote: str, offset: int) -> Span | None:
    """Where a sentence first names an actor, by the longest of its names that stands there."""
    for name in sorted([actor.name, *actor.aliases], key=len, reverse=True):
        if (at := quote.find(name)) >= 0:
            return offset + at, offset + at + len(name)
    return None


def rows(scores: Sequence[Scores]) -> Iterator[dict[str, object]]:
    """Precision, recall and F1 of pairs and families, with the 95 % interval of F1 over resampled documents."""
    for unit in ("pair", "family"):
        counts = [of[unit] for of in scores]
        total = sum(counts, Counts())
        recall = _part(total.found, total.annotated)
        low, high = _interval(counts)
        yield {
            "unit": unit,
            "said": total.said,
            "in scope": total.in_scope,
            "right": total.right,
            "annotated": total.annotated,
            "found": total.found,
            "P in scope": f"{_part(total.right, total.in_scope):.3f}",
            "P of all": f"{_part(total.right, total.said):.3f}",
            "R": f"{recall:.3f}",
            "F1 in scope": f"{total.f1():.3f}",
            "95 %": f"{low:.3f}-{high:.3f}",
            "F1 of all": f"{_f1(_part(total.right, total.said), recall):.3f}",
        }


def _interval(counts: Sequence[Counts]) -> tuple[float, float]:
    drawn = random.Random(0)
    samples = (sum(drawn.choices(counts, k=len(counts)), Counts()) for _ in range(RESAMPLES))
    values = sorted(sample.f1() for sample in samples)
    return values[RESAMPLES * 25 // 1000], values[RESAMPLES * 975 // 1000]


def _part(some: int, of: int) -> float:
    return some / of if of else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
