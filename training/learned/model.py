"""The trained model: an ONNX file in eight bits, its word pieces and its limits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuilder.errors import DataError
from training.learned.windows import Floats

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "weights"
_OUTPUTS = ["relations", "stances", "statuses"]


@dataclass(frozen=True, slots=True)
class Model:
    """Scores windows; ``relations`` are the relations of its first answer in order.

    ``trust`` are the weights of ``trust.Trust``, ``limits`` those of ``decide.Limits``.
    """

    session: InferenceSession
    tokenizer: Tokenizer
    relations: tuple[str, ...]
    trust: Mapping[str, float]
    limits: Mapping[str, float]

    def __call__(self, arrays: Mapping[str, Any]) -> tuple[Floats, Floats, Floats]:
        """Logits of relations, stances and statuses for the arrays of ``windows.batch``."""
        first, second, third = self.session.run(_OUTPUTS, dict(arrays))
        return first, second, third


@cache
def load(folder: Path = FOLDER) -> Model:
    """The model of a folder; one thread, so that its answers and its speed depend on nothing else.

    Raises:
        DataError: a file is missing or none that the program understands.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        about = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        session = onnxruntime.InferenceSession(
            (folder / "reader.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return Model(session, tokenizer, tuple(about["relations"]), about["trust"], about["limits"])
    except (OSError, ValueError, KeyError) as error:
        message = f"{folder}: no model that the learned reader can use ({error}); train one with make train"
        raise DataError(message) from error
