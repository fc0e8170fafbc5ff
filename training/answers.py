"""What the network answers to made-up windows: the yardstick of the exported model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.learned.windows import hints_width
from training.network import Network

NAME = "answers.json"


def made_up(relations: int) -> dict[str, Any]:
    """Arrays like those of ``windows.batch``, the same on each call."""
    random = np.random.default_rng(0)
    b, t, s, p = 2, 24, 4, 6
    return {
        "pieces": random.integers(1000, 29000, (b, t)),
        "kinds": random.integers(0, 4, (b, t)),
        "mask": np.ones((b, t), np.float32),
        "means": np.eye(t, dtype=np.float32)[random.integers(0, t, (b, s))],
        "heads": np.eye(t, dtype=np.float32)[random.integers(0, t, (b, s))],
        "pairs": random.integers(0, s, (b, p, 2)),
        "paths": np.eye(t, dtype=np.float32)[random.integers(0, t, (b, p))],
        "hints": (random.random((b, p, hints_width(relations))) > 0.95).astype(np.float32),
    }


@torch.no_grad()
def write(network: Network, relations: int, folder: Path) -> None:
    """Store the network's answers, rounded, beside the model that was exported from it."""
    network.eval()
    answers = network(**{name: torch.from_numpy(array) for name, array in made_up(relations).items()})
    names = ("relations", "stances", "statuses")
    rows = {name: np.round(a.numpy(), 3).tolist() for name, a in zip(names, answers, strict=True)}
    (folder / NAME).write_text(json.dumps(rows) + "\n", encoding="utf-8")
