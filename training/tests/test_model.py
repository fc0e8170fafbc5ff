"""The shipped model answers like the network that was trained, and loads fast."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from graphbuilder.errors import DataError
from graphbuilder.ontology import relations
from training.learned.model import FOLDER, load
from training.learned.windows import hints_width

TOLERANCE = 0.1
ANSWERS = Path(__file__).with_name("answers.json")


def made_up(count: int) -> dict[str, Any]:
    """The arrays that the trained network answered in answers.json."""
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
        "hints": (random.random((b, p, hints_width(count))) > 0.95).astype(np.float32),
    }


def test_the_shipped_model_gives_the_probabilities_of_the_network() -> None:
    """Eight bits cost at most TOLERANCE, even on words and hints drawn at random."""
    wanted = np.array(json.loads(ANSWERS.read_text(encoding="utf-8"))["relations"])
    found = load()(made_up(len(load().relations)))[0]
    assert np.abs(1 / (1 + np.exp(-found)) - 1 / (1 + np.exp(-wanted))).max() <= TOLERANCE


def test_the_model_knows_relations_of_the_ontology() -> None:
    assert set(load().relations) <= set(relations())


def test_the_files_are_small_and_load_fast() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 40_000_000
    load.cache_clear()
    start = time.perf_counter()
    load()
    assert time.perf_counter() - start < 3


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=str(tmp_path)):
        load(tmp_path)
