"""Fits how far candidates are trusted, on passages kept aside: the whole pipeline is run on them and compared."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from corpus.read import Passage
from graphbuilder.annotate import annotate
from graphbuilder.extract import Reader
from graphbuilder.extract.matching import Triggers
from graphbuilder.fold import fold_name
from graphbuilder.model import Article, Publication
from graphbuilder.ontology import Relation, relations
from training.learned.candidates import Candidates, Scorer
from training.learned.trust import signs
from training.learned.windows import Floats

_FOLDS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a candidate of a passage, whether the passage claims it, and whether the rules do."""

    passage: str
    key: tuple[str, ...]
    signs: Mapping[str, float]
    right: bool
    by_rules: bool


@dataclass(frozen=True, slots=True)
class Held:
    """The candidates of the passages kept aside, with the claims of the passages and of the rules."""

    rows: list[Row]
    gold: frozenset[tuple[str, ...]]
    rules: frozenset[tuple[str, ...]]


def held(passages: Sequence[Passage], scorer: Scorer, tokenizer: Tokenizer, *, alone: bool = False) -> Held:
    """Run annotation, rules and model on the passages; ``alone`` hides the rules from the model."""
    known = relations()
    triggers = Triggers.of(known.values())
    candidates = Candidates(scorer, tokenizer, tuple(sorted(known)), known, triggers)
    rows: list[Row] = []
    gold: set[tuple[str, ...]] = set()
    rules: set[tuple[str, ...]] = set()
    articles = [Article(Publication(p.id, p.id), p.text) for p in passages]
    for passage, annotated in zip(passages, annotate(articles), strict=True):
        names = _names(passage)
        gold |= {_key(passage, c.subject.actor.id, c.relation, c.object.actor.id, known) for c in passage.claims}
        reader = Reader(annotated, known, triggers=triggers)
        said = list(reader.claims())
        for claim in said:
            ends = _who(claim.subject.name, names), _who(claim.object.name, names)
            rules.add(_key(passage, ends[0], claim.relation, ends[1], known))
        found = list(candidates.of(reader, annotated.doc.sents, [] if alone else said))
        for c, sign in zip(found, signs(found), strict=True):
            ends = _who(c.subject.entity.name, names), _who(c.object.entity.name, names)
            key = _key(passage, ends[0], c.relation, ends[1], known)
            rows.append(Row(passage.id, key, sign, key in gold, c.agreed))
    return Held(rows, frozenset(gold), frozenset(rules))


def fit(rows: Sequence[Row], *, strength: float = 1.0) -> dict[str, float]:
    """Weights of a logistic regression; those of single relations are held near nothing."""
    names = sorted({name for row in rows for name in row.signs})
    x = np.array([[row.signs.get(name, 0.0) for name in names] for row in rows])
    y = np.array([float(row.right) for row in rows])
    penalty = np.array([3.0 * strength if name.isupper() else 0.5 * strength for name in names])
    weights = np.zeros(len(names))
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty * weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), slope)
    return {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}


def crossed(rows: Sequence[Row]) -> Floats:
    """The trust in each row by weights that were fitted without its passage."""
    folds = np.array([int(hashlib.md5(row.passage.encode()).hexdigest(), 16) % _FOLDS for row in rows])
    trust = np.zeros(len(rows), np.float32)
    for fold in range(_FOLDS):
        weights = fit([row for row, own in zip(rows, folds, strict=True) if own != fold])
        for n in np.flatnonzero(folds == fold).tolist():
            total = sum(weights.get(name, 0.0) * value for name, value in rows[n].signs.items())
            trust[n] = 1 / (1 + np.exp(-total))
    return trust


def union(found: Held, trust: Floats, *, accept: float, veto: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of the triples of both readers."""
    low = {row.key for row, t in zip(found.rows, trust, strict=True) if row.by_rules and t < veto}
    claimed = {row.key for row, t in zip(found.rows, trust, strict=True) if not row.by_rules and t >= accept}
    claimed |= found.rules - low
    right = len(claimed & found.gold)
    precision, recall = right / max(1, len(claimed)), right / max(1, len(found.gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _names(passage: Passage) -> dict[str, str]:
    names = {fold_name(actor.name): actor.id for actor in passage.actors}
    for mention in passage.mentions:
        names.setdefault(fold_name(passage.text[mention.start : mention.end]), mention.actor.id)
    return names


def _who(name: str, names: Mapping[str, str]) -> str:
    return names.get(fold_name(name), f"?{name}")


def _key(passage: Passage, subject: str, relation: str, obj: str, known: Mapping[str, Relation]) -> tuple[str, ...]:
    ends = sorted((subject, obj)) if known[relation].symmetric else (subject, obj)
    return passage.id, relation, *ends
