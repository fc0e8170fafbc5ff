"""Candidates: what the model thinks of each pair of actors of a sentence, before anything is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Span
from tokenizers import Tokenizer

from graphbuilder.extract import Reader
from graphbuilder.extract.matching import Triggers
from graphbuilder.model import Claim, Stance, Status
from graphbuilder.ontology import Relation
from training.learned.agreement import Said, said_by_sentence
from training.learned.spots import Spot, spots_of
from training.learned.windows import Floats, Window, Windows, batch

STANCES: tuple[Stance, ...] = ("asserted", "denied", "uncertain")
STATUSES: tuple[Status, ...] = ("current", "ended", "planned")
_BATCH = 16
_LEAST = 0.02

# Logits of relations [B, P, R], stances [B, P, 3] and statuses [B, P, 3] for the arrays of ``windows.batch``.
Scorer = Callable[[Mapping[str, Any]], tuple[Floats, Floats, Floats]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation of an ordered pair of actors in a sentence, with the two mentions that state it best.

    ``score`` is the model's probability, ``stances`` and ``statuses`` those of STANCES and STATUSES; ``agreed``
    where the rules find the same, ``rivals`` where they find another relation of the two.
    """

    sentence: Span
    subject: Spot
    object: Spot
    relation: str
    score: float
    stances: tuple[float, ...]
    statuses: tuple[float, ...]
    agreed: bool
    rivals: bool


@dataclass(frozen=True, slots=True)
class _Ready:
    """A sentence that waits to be scored."""

    sentence: Span
    spots: Sequence[Spot]
    said: Said
    window: Window

    def spot(self, n: int) -> Spot:
        """The n-th mention of the window."""
        return self.spots[self.window.kept[n]]


@dataclass(slots=True)
class Candidates:
    """Scores the pairs of one article after another; ``names`` are the relations of the scorer in order."""

    scorer: Scorer
    tokenizer: Tokenizer
    names: Sequence[str]
    relations: Mapping[str, Relation]
    triggers: Triggers

    def of(self, reader: Reader, sentences: Iterable[Span], claims: Iterable[Claim]) -> Iterator[Candidate]:
        """The candidates of an article, sentence by sentence; ``claims`` are what the rules found in it."""
        said = said_by_sentence(claims, self.relations)
        ready = [r for s in sentences if (r := self._ready(reader, s, said(s))) is not None]
        found: dict[int, list[Candidate]] = {}
        order = sorted(range(len(ready)), key=lambda n: len(ready[n].window.pieces))
        for start in range(0, len(order), _BATCH):
            chunk = order[start : start + _BATCH]
            logits = self.scorer(batch([ready[n].window for n in chunk]))
            for row, n in enumerate(chunk):
                found[n] = list(self._read(ready[n], [part[row] for part in logits]))
        for n in range(len(ready)):
            yield from found[n]

    def _ready(self, reader: Reader, sentence: Span, said: Said) -> _Ready | None:
        spots = spots_of(sentence, reader.coreference)
        if len({id(spot.entity) for spot in spots}) < 2:
            return None
        windows = Windows(reader.annotated.doc, self.tokenizer, self.triggers, self.names, said)
        window = windows.of(sentence, spots)
        return _Ready(sentence, spots, said, window) if window.pairs else None

    def _read(self, ready: _Ready, logits: Sequence[Floats]) -> Iterator[Candidate]:
        """The candidates of a sentence; a symmetric relation has one, with the mean score of both orders."""
        groups: dict[tuple[int, int], list[int]] = {}
        for n, (a, b) in enumerate(ready.window.pairs):
            groups.setdefault((id(ready.spot(a).entity), id(ready.spot(b).entity)), []).append(n)
        scores = {key: _sigmoid(_pooled(logits[0][rows])) for key, rows in groups.items()}
        for key, rows in groups.items():
            back = scores.get((key[1], key[0]))
            second = back is not None and rows[0] > groups[key[1], key[0]][0]
            for r, name in enumerate(self.names):
                symmetric = back is not None and self.relations[name].symmetric
                if symmetric and second:
                    continue
                score = float(scores[key][r] + back[r]) / 2 if symmetric and back is not None else float(scores[key][r])
                best = rows[int(np.argmax(logits[0][rows, r]))]
                if (found := self._candidate(ready, best, name, score, logits)) is not None:
                    yield found

    def _candidate(
        self, ready: _Ready, pair: int, name: str, score: float, logits: Sequence[Floats]
    ) -> Candidate | None:
        first, second = (ready.spot(n) for n in ready.window.pairs[pair])
        there = ready.said.get((first.label, second.label), frozenset())
        back = ready.said.get((second.label, first.label), frozenset())
        relation, agreed = self.relations[name], name in there
        kinds = first.entity.kind in relation.subject and second.entity.kind in relation.object
        if not kinds or (score < _LEAST and not agreed):
            return None
        stances, statuses = _softmax(logits[1][pair]), _softmax(logits[2][pair])
        rivals = bool((there | back) - {name})
        return Candidate(ready.sentence, first, second, name, score, stances, statuses, agreed, rivals)


def _pooled(rows: Floats) -> Floats:
    top = rows.max(0)
    pooled: Floats = (top + np.log(np.exp(rows - top).sum(0))).astype(np.float32)
    return pooled


def _sigmoid(x: Floats) -> Floats:
    y: Floats = (1 / (1 + np.exp(-x))).astype(np.float32)
    return y


def _softmax(x: Floats) -> tuple[float, ...]:
    e = np.exp(x - x.max())
    return tuple(float(v) for v in e / e.sum())
