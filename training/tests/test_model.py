"""The exported model answers like the network that was trained, and loads fast; `make train` makes it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("torch")

from graphbuilder.errors import DataError
from graphbuilder.ontology import relations
from training.answers import NAME, made_up
from training.learned.model import FOLDER, load

TOLERANCE = 0.1

trained = pytest.mark.skipif(not (FOLDER / NAME).exists(), reason="no model yet: make train")


@trained
def test_the_model_gives_the_probabilities_of_the_network() -> None:
    """Eight bits cost at most TOLERANCE, even on words and hints drawn at random."""
    wanted = np.array(json.loads((FOLDER / NAME).read_text(encoding="utf-8"))["relations"])
    found = load()(made_up(len(load().relations)))[0]
    assert np.abs(1 / (1 + np.exp(-found)) - 1 / (1 + np.exp(-wanted))).max() <= TOLERANCE


@trained
def test_the_model_knows_relations_of_the_ontology() -> None:
    assert set(load().relations) <= set(relations())


@trained
def test_the_files_are_small_and_load_fast() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 40_000_000
    load.cache_clear()
    start = time.perf_counter()
    load()
    assert time.perf_counter() - start < 3


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=str(tmp_path)):
        load(tmp_path)
