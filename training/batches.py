"""Batches of windows with what the network should answer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.examples import Example
from training.learned.windows import Window, batch

_JITTER = 12


class Batch:
    """Windows with targets.

    ``group`` numbers the pairs of mentions, in order, by their ordered pair of actors; ``where`` [pairs, 2] finds them
    in the answer; ``keys`` has the window and actors of each group; ``labels`` are (group, relation, stance, status).
    """

    def __init__(self, chosen: Sequence[tuple[Example, Window]], relations: int) -> None:
        self.arrays = {name: torch.from_numpy(array) for name, array in batch([w for _, w in chosen]).items()}
        self.keys: list[tuple[int, tuple[int, int]]] = []
        self.labels: list[tuple[int, int, int, int]] = []
        group: list[int] = []
        where: list[tuple[int, int]] = []
        for n, (example, window) in enumerate(chosen):
            numbers: dict[tuple[int, int], int] = {}
            for k, pair in enumerate(window.pairs):
                first, second = (example.spots[window.kept[spot]].entity for spot in pair)
                key = id(first), id(second)
                if key not in numbers:
                    numbers[key] = self._add(n, key, example)
                group.append(numbers[key])
                where.append((n, k))
        self.group, self.where = torch.tensor(group), torch.tensor(where)
        self.targets = torch.zeros(len(self.keys), relations)
        for g, r, _, _ in self.labels:
            self.targets[g, r] = 1

    def _add(self, n: int, key: tuple[int, int], example: Example) -> int:
        self.keys.append((n, key))
        for label in example.labels.get(key, ()):
            self.labels.append((len(self.keys) - 1, label.relation, label.stance, label.status))
        return len(self.keys) - 1

    def pairs(self, answers: Sequence[Tensor]) -> list[Tensor]:
        """The rows of the answers that belong to pairs of mentions, without padding."""
        return [answer[self.where[:, 0], self.where[:, 1]] for answer in answers]

    def pooled(self, flat: Tensor) -> Tensor:
        """One row for each pair of actors: the log of the sum of exponentials over their pairs of mentions."""
        index = self.group[:, None].expand_as(flat)
        top = torch.full((len(self.keys), flat.shape[1]), -1e4).scatter_reduce(0, index, flat.detach(), "amax")
        total = torch.zeros_like(top).scatter_add(0, index, (flat - top[self.group]).exp())
        return top + total.clamp_min(1e-9).log()

    def carriers(self, relations: Tensor) -> Tensor:
        """For each label the pair of mentions that scores its relation highest."""
        rows = []
        for g, r, _, _ in self.labels:
            own = (self.group == g).nonzero()[:, 0]
            rows.append(own[relations[own, r].argmax()])
        return torch.stack(rows) if rows else torch.zeros(0, dtype=torch.long)


def batches(
    found: Sequence[Example], tokenizer: Tokenizer, *, size: int, rng: random.Random, hide: float, alone: float
) -> Iterator[Batch]:
    """Batches of windows of like length, in random order."""
    ready = [(e, w) for e in found if (w := e.window(tokenizer, hide=hide, alone=alone, rng=rng)).pairs]
    ready.sort(key=lambda pair: len(pair[1].pieces) + rng.random() * _JITTER)
    chunks = [ready[n : n + size] for n in range(0, len(ready), size)]
    rng.shuffle(chunks)
    for chunk in chunks:
        yield Batch(chunk, len(found[0].names))
