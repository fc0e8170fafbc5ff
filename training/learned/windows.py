"""What the model sees of a sentence: its word pieces, its mentions, and what lies between each two of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span, Token

from graphbuilder.extract.matching import Triggers
from training.learned.spots import OUTSIDE, PERSON, Spot, climb, path

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Word pieces of the vocabulary: the marks of BERT and words it left unused, which stand for masked names here.
_CLS, _SEP = 101, 102
MASKED: Mapping[int, int] = {kind: kind + 1 for kind in range(4)}
_WITHIN = 110
_DEPS = (
    "nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "compound", "amod", "nmod", "appos", "conj", "attr", "prep",
    "agent", "relcl", "acl", "ccomp", "xcomp", "advcl", "pcomp", "ROOT",
)  # fmt: skip
_PREPS = ("by", "with", "of", "for", "to", "from", "against", "in", "on", "between", "at", "among", "into", "under")
_SHAPES = 10 + 2 * (2 * len(_DEPS) + len(_PREPS))


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence as numbers, without the batch dimension.

    ``pieces`` and ``kinds`` have one entry a word piece; ``spots`` (first, last, main piece) one row a mention;
    ``pairs`` (subject, object) one row an ordered pair of mentions, with ``paths``, the pieces between the two in the
    parse, and ``hints``, numbers in 0..1 of where they stand and which relations' words lie between them. ``kept`` are
    the numbers of the mentions that lie within the window.
    """

    pieces: list[int]
    kinds: list[int]
    spots: list[tuple[int, int, int]]
    pairs: list[tuple[int, int]]
    paths: list[list[int]]
    hints: list[list[float]]
    kept: list[int]


@dataclass(slots=True)
class Windows:
    """Makes windows of the sentences of one document.

    ``said`` has the relations that the rules find in the sentence, by the names of subject and object.
    """

    doc: Doc
    tokenizer: Tokenizer
    triggers: Triggers
    relations: Sequence[str]
    said: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    _words: dict[int, frozenset[int]] = field(default_factory=dict)

    def of(self, sentence: Span, spots: Sequence[Spot]) -> Window:
        """The window of a sentence with its mentions; names in ``hidden`` (their first tokens) are masked."""
        pieces, at = self._pieces(sentence, spots)
        kept = [n for n, spot in enumerate(spots) if spot.head in at]
        places = [self._place(spots[n], at) for n in kept]
        pairs = [(a, b) for a in kept for b in kept if may_tie(spots[a], spots[b])]
        order = {n: k for k, n in enumerate(kept)}
        between = [self._between(spots[a], spots[b]) for a, b in pairs]
        return Window(
            [piece for piece, _ in pieces],
            [kind for _, kind in pieces],
            places,
            [(order[a], order[b]) for a, b in pairs],
            [
                [n for token in tokens if token in at for n in range(at[token][0], at[token][1] + 1)]
                for tokens in between
            ],
            [self._hints(spots[a], spots[b], tokens) for (a, b), tokens in zip(pairs, between, strict=True)],
            kept,
        )

    def _pieces(
        self, sentence: Span, spots: Sequence[Spot]
    ) -> tuple[list[tuple[int, int]], dict[int, tuple[int, int]]]:
        """(piece, kind) in text order, and the first and last piece of each token of the sentence."""
        kinds: dict[int, int] = {}
        for spot in sorted(spots, key=lambda spot: spot.start - spot.end):
            kinds.update(dict.fromkeys(range(spot.start, spot.end), spot.kind))
        names = {
            n: spot for spot in spots if spot.named and spot.start in self.hidden for n in range(spot.start, spot.end)
        }
        found = [(_CLS, OUTSIDE)]
        at: dict[int, tuple[int, int]] = {}
        for token in sentence:
            name = names.get(token.i)
            if name is not None and token.i > name.start and name.start in at:
                at[token.i] = at[name.start]
                continue
            own = _word(self.tokenizer, token.text) if name is None else [MASKED[name.kind]]
            if not own or len(found) + len(own) > _WITHIN:
                continue
            at[token.i] = (len(found), len(found) + len(own) - 1)
            found += [(piece, kinds.get(token.i, OUTSIDE)) for piece in own]
        return [*found, (_SEP, OUTSIDE)], at

    def _place(self, spot: Spot, at: Mapping[int, tuple[int, int]]) -> tuple[int, int, int]:
        first = next(n for n in range(spot.start, spot.head + 1) if n in at)
        last = max(n for n in range(spot.start, spot.end) if n in at)
        return at[first][0], at[last][1], at[spot.head][0]

    def _between(self, a: Spot, b: Spot) -> list[int]:
        inside = {*range(a.start, a.end), *range(b.start, b.end)} if a.named and b.named else {a.head, b.head}
        return [n for n in path(self.doc[a.head], self.doc[b.head]) if n not in inside]

    def _hints(self, a: Spot, b: Spot, between: Sequence[int]) -> list[float]:
        near = {child.i for n in [*between, a.head, b.head] for child in self.doc[n].children}
        on = self._stated([*between, *(s.head for s in (a, b) if not s.named)])
        beside = self._stated(near)
        gap = max(a.start, b.start) - min(a.end, b.end)
        nested = gap < 0
        shape = [
            float(a.head < b.head),
            min(max(gap, 0), 20) / 20,
            min(len(between), 8) / 8,
            float(not between),
            float(nested),
            float(a.named),
            float(b.named),
            float(a.kind == PERSON),
        ]
        said = self.said.get((a.label, b.label), ())
        shape += [float(bool(said)), float(bool(self.said.get((b.label, a.label))))]
        shape += self._roles(a, b)
        count = range(len(self.relations))
        return [
            *shape,
            *(float(n in on) for n in count),
            *(float(n in beside) for n in count),
            *(float(self.relations[n] in said) for n in count),
        ]

    def _roles(self, a: Spot, b: Spot) -> list[float]:
        """How each of the two hangs where their ways meet: first and last step of its way up, and preposition."""
        ways = climb(self.doc[a.head], self.doc[b.head]) or ([], [])
        return [value for way in ways for value in _role(way)]

    def _stated(self, tokens: Sequence[int] | set[int]) -> set[int]:
        """Which relations the words of some tokens may state."""
        return {relation for n in tokens for relation in self._at(n)}

    def _at(self, n: int) -> frozenset[int]:
        if n not in self._words:
            number = {name: k for k, name in enumerate(self.relations)}
            uses = (use for _, found in self.triggers.at(self.doc[n]) for use in found)
            self._words[n] = frozenset(number[use.relation.name] for use in uses if use.relation.name in number)
        return self._words[n]


def _role(way: Sequence[Token]) -> list[float]:
    steps = [token.dep_ for token in way[:-1]]
    own, top = (steps[0], steps[-1]) if steps else ("", "")
    preposition = next((token.lower_ for token in reversed(way[:-1]) if token.pos_ == "ADP"), "")
    return [
        *(float(dep == own) for dep in _DEPS),
        *(float(dep == top) for dep in _DEPS),
        *(float(word == preposition) for word in _PREPS),
    ]


def may_tie(subject: Spot, object: Spot) -> bool:
    """Two actors of which the second is a group."""
    return subject.entity is not object.entity and object.entity.kind == "group"


def hints_width(relations: int) -> int:
    """How many hints a pair has."""
    return _SHAPES + 3 * relations


def batch(windows: Sequence[Window]) -> dict[str, Any]:
    """The arrays of several windows, padded: what the model is called with.

    Shapes with B windows, T pieces, S mentions and P pairs: ``pieces``, ``kinds``, ``mask`` [B, T]; ``means`` and
    ``heads`` [B, S, T]; ``pairs`` [B, P, 2]; ``paths`` [B, P, T]; ``hints`` [B, P, H].
    """
    b, t = len(windows), max(len(w.pieces) for w in windows)
    s, p = max(len(w.spots) for w in windows), max(len(w.pairs) for w in windows)
    width = len(windows[0].hints[0]) if windows[0].hints else 0
    arrays = {
        "pieces": np.zeros((b, t), np.int64),
        "kinds": np.zeros((b, t), np.int64),
        "mask": np.zeros((b, t), np.float32),
        "means": np.zeros((b, s, t), np.float32),
        "heads": np.zeros((b, s, t), np.float32),
        "pairs": np.zeros((b, p, 2), np.int64),
        "paths": np.zeros((b, p, t), np.float32),
        "hints": np.zeros((b, p, width), np.float32),
    }
    for n, window in enumerate(windows):
        _fill(arrays, n, window)
    return arrays


def _fill(arrays: dict[str, Any], n: int, window: Window) -> None:
    t = len(window.pieces)
    arrays["pieces"][n, :t], arrays["kinds"][n, :t], arrays["mask"][n, :t] = window.pieces, window.kinds, 1
    for k, (first, last, head) in enumerate(window.spots):
        arrays["means"][n, k, first : last + 1] = 1 / (last + 1 - first)
        arrays["heads"][n, k, head] = 1
    for k, (pair, pieces, hints) in enumerate(zip(window.pairs, window.paths, window.hints, strict=True)):
        arrays["pairs"][n, k] = pair
        arrays["hints"][n, k] = hints
        if pieces:
            arrays["paths"][n, k, pieces] = 1 / len(pieces)


@cache
def _word(tokenizer: Tokenizer, word: str) -> list[int]:
    ids: list[int] = tokenizer.encode(word, add_special_tokens=False).ids
    return ids
