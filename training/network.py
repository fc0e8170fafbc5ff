"""The model: a small transformer encoder, and a scorer of ordered pairs of mentions on top of it."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = (f(x).view(b, t, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + bias
        mixed = (self.drop(scores.softmax(-1)) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        y: Tensor = self.norm2(x + self.drop(self.outer(nn.functional.gelu(self.inner(x)))))
        return y


class Encoder(nn.Module):
    """MiniLM; what a word is part of (nothing, a person, a group, a place) is added to its vector."""

    def __init__(self, kinds: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.kinds = nn.Embedding(kinds, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.kinds.weight, std=0.02)

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(at)[None] + self.types.weight[0] + self.kinds(kinds)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        y: Tensor = x
        return y

    def freeze(self, layers: int) -> None:
        """Keep the vectors of words and places, and the lowest layers, as they are."""
        for part in (self.words, self.positions, self.types, *self.layers[:layers]):
            part.requires_grad_(False)

    def load(self, path: Path) -> None:
        """Take over the weights of a BERT in a safetensors file."""
        old = load_file(str(path))
        pick = {k.removeprefix("bert."): v for k, v in old.items()}
        own = self.state_dict()  # shares the memory of the parameters
        names = {"words": "embeddings.word_embeddings", "positions": "embeddings.position_embeddings",
                 "types": "embeddings.token_type_embeddings"}  # fmt: skip
        for mine, theirs in names.items():
            own[f"{mine}.weight"].copy_(pick[f"{theirs}.weight"])
        parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "inner": "intermediate.dense",
                 "outer": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
        for end in ("weight", "bias"):
            own[f"norm.{end}"].copy_(pick[f"embeddings.LayerNorm.{end}"])
            for n in range(LAYERS):
                for mine, theirs in parts.items():
                    own[f"layers.{n}.{mine}.{end}"].copy_(pick[f"encoder.layer.{n}.{theirs}.{end}"])


class Network(nn.Module):
    """Logits of each relation, stance and status for each ordered pair of mentions."""

    def __init__(self, relations: int, hints: int, *, dropout: float = 0.1, hidden: int = 256) -> None:
        super().__init__()
        self.encoder = Encoder(4, dropout)
        self.spot = nn.Linear(2 * WIDTH, 256)
        self.between = nn.Linear(WIDTH, 256)
        self.pair = nn.Sequential(
            nn.Linear(3 * 256 + 256 + hints, hidden), nn.GELU(), nn.Dropout(0.2), nn.Linear(hidden, hidden), nn.GELU(),
        )  # fmt: skip
        self.relation = nn.Linear(hidden, relations)
        self.direct = nn.Linear(hints, relations, bias=False)
        self.stance = nn.Linear(hidden, 3)
        self.status = nn.Linear(hidden, 3)
        self.drop = nn.Dropout(0.2)
        nn.init.constant_(self.relation.bias, -4.0)
        self._trust_hints(relations, hints)

    def _trust_hints(self, relations: int, hints: int) -> None:
        """Begin with a belief in words on the path, less in words beside it, and most in the rules."""
        nn.init.zeros_(self.direct.weight)
        first = hints - 3 * relations
        with torch.no_grad():
            for block, weight in enumerate((1.0, 0.5, 3.0)):
                for n in range(relations):
                    self.direct.weight[n, first + block * relations + n] = weight

    def forward(
        self, pieces: Tensor, kinds: Tensor, mask: Tensor, means: Tensor, heads: Tensor,
        pairs: Tensor, paths: Tensor, hints: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        x = self.encoder(pieces, kinds, mask)
        spots = nn.functional.gelu(self.spot(self.drop(torch.cat([means @ x, heads @ x], -1))))
        index = pairs.unsqueeze(-1).expand(-1, -1, -1, spots.shape[-1])
        a = spots.gather(1, index[:, :, 0])
        b = spots.gather(1, index[:, :, 1])
        between = nn.functional.gelu(self.between(self.drop(paths @ x)))
        h = self.pair(torch.cat([a, b, a * b, between, hints], -1))
        return self.relation(h) + self.direct(hints), self.stance(h), self.status(h)
