"""Compares claims with annotations: precision, recall and F1, stance, source, and the worst error, wrong polarity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from graphbuilder.evaluate.gold import Annotation, Statement
from graphbuilder.ontology import Relation

Triple = tuple[str, str, str]
Mistake = Literal["flipped", "missed", "wrong"]
UNITS = ("triple", "family", "pair", "claim", "actor")
OWN_VOICE, ATTRIBUTED = "own voice", "attributed"


@dataclass(slots=True)
class Score:
    """How many of the things found are right (precision), and how many of the right ones were found (recall)."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, found: set[tuple[str, ...]], gold: set[tuple[str, ...]]) -> None:
        """Count one article."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)


@dataclass(slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between claims and annotation: a triple missed, wrong, or with the wrong polarity.

    ``sentence`` is where the annotation has a missed one, and where the claims have another.
    """

    article: str
    mistake: Mistake
    relation: str
    subject: str
    object: str
    sentence: str = field(default="", compare=False)


@dataclass(slots=True)
class Report:
    """All figures of one comparison.

    ``units``: triple; family (the relation replaced by its family, actors in any order); pair (the actors alone);
    claim (triple and stance); actor (those in a claim). ``stance``: matched triples with exactly the gold's stances.
    ``source``: the gold sources of matched triples that were found, the article's own voice counted as one.
    ``flipped``: matched triples denied where the gold does not deny them, or the other way round. ``parts``: triples by
    relation, claims by stance, and (triple, source) by whether a source is named.
    """

    units: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in UNITS})
    stance: Share = field(default_factory=Share)
    source: Share = field(default_factory=Share)
    flipped: int = 0
    parts: dict[str, dict[str, Score]] = field(
        default_factory=lambda: {split: defaultdict(Score) for split in ("relation", "stance", "source")}
    )
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Said:
    """The triples of one article, with the stances and sources of each, and the first sentence that states it."""

    stances: Mapping[Triple, set[str]]
    sources: Mapping[Triple, set[str | None]]
    sentences: Mapping[Triple, str]

    @property
    def triples(self) -> set[Triple]:
        return set(self.stances)


def evaluate(gold: Iterable[Annotation], claims: Iterable[Statement], *, relations: Mapping[str, Relation]) -> Report:
    """Score claims; an annotated article without claims counts as missed, claims on other articles do not count."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    report = Report()
    for annotation in gold:
        found = _said(by_article[annotation.id], annotation.actor, source=annotation.source, relations=relations)
        annotated = _said(annotation.statements, str, source=annotation.source, relations=relations)
        _add(report, annotation.id, found=found, gold=annotated, relations=relations)
    return report


def _said(
    claims: Iterable[Statement],
    actor: Callable[[str], str],
    *,
    source: Callable[[str | None], str | None],
    relations: Mapping[str, Relation],
) -> _Said:
    stances: dict[Triple, set[str]] = defaultdict(set)
    sources: dict[Triple, set[str | None]] = defaultdict(set)
    sentences: dict[Triple, str] = {}
    for claim in claims:
        triple = triple_of(claim, actor, relations=relations)
        if triple is not None:
            stances[triple].add(claim.stance)
            sources[triple].add(source(claim.source))
            sentences.setdefault(triple, claim.sentence)
    return _Said(stances, sources, sentences)


def triple_of(claim: Statement, actor: Callable[[str], str], *, relations: Mapping[str, Relation]) -> Triple | None:
    """The relation and its two actors, in one order where the tie is mutual; None where they are one actor."""
    subject, object_ = actor(claim.subject), actor(claim.object)
    if subject == object_:
        return None
    if claim.relation in relations and relations[claim.relation].symmetric:
        subject, object_ = sorted((subject, object_))
    return claim.relation, subject, object_


def _add(report: Report, article: str, *, found: _Said, gold: _Said, relations: Mapping[str, Relation]) -> None:
    found_units, gold_units = _units(found, relations), _units(gold, relations)
    for name, score in report.units.items():
        score.add(found_units[name], gold_units[name])
    _add_parts(report, found=found, gold=gold)
    for triple in found.triples & gold.triples:
        report.stance.right += found.stances[triple] == gold.stances[triple]
        report.stance.of += 1
        report.source.right += len(found.sources[triple] & gold.sources[triple])
        report.source.of += len(gold.sources[triple])
    mistakes: dict[Mistake, set[Triple]] = {
        "flipped": {triple for triple in found.triples & gold.triples if _flipped(found, gold, triple=triple)},
        "missed": gold.triples - found.triples,
        "wrong": found.triples - gold.triples,
    }
    report.flipped += len(mistakes["flipped"])
    report.findings += [
        Finding(article, kind, *triple, (gold if kind == "missed" else found).sentences[triple])
        for kind, all_ in mistakes.items()
        for triple in sorted(all_)
    ]


def _units(said: _Said, relations: Mapping[str, Relation]) -> dict[str, set[tuple[str, ...]]]:
    families = {name: relation.family for name, relation in relations.items()}
    return {
        "triple": set(said.triples),
        "family": {(families.get(name, name), *sorted(pair)) for name, *pair in said.triples},
        "pair": {tuple(sorted(pair)) for _, *pair in said.triples},
        "claim": {(*triple, stance) for triple, stances in said.stances.items() for stance in stances},
        "actor": {(actor,) for _, *pair in said.triples for actor in pair},
    }


def _parts(said: _Said) -> dict[str, set[tuple[str, ...]]]:
    """The same triples split up: by relation, by stance, and by whether somebody is named as the source."""
    return {
        "relation": {(name, *pair) for name, *pair in said.triples},
        "stance": {(stance, *triple) for triple, stances in said.stances.items() for stance in stances},
        "source": {
            (ATTRIBUTED if source else OWN_VOICE, *triple, source or "")
            for triple, sources in said.sources.items()
            for source in sources
        },
    }


def _add_parts(report: Report, *, found: _Said, gold: _Said) -> None:
    gold_parts = _parts(gold)
    for split, found_part in _parts(found).items():
        for kind in {first for first, *_ in found_part | gold_parts[split]}:
            report.parts[split][kind].add(_of_kind(found_part, kind), _of_kind(gold_parts[split], kind))


def _of_kind(part: set[tuple[str, ...]], kind: str) -> set[tuple[str, ...]]:
    return {item for item in part if item[0] == kind}


def _flipped(found: _Said, gold: _Said, *, triple: Triple) -> bool:
    ours, theirs = found.stances[triple], gold.stances[triple]
    return (theirs == {"denied"} and "denied" not in ours) or ("denied" not in theirs and ours == {"denied"})
