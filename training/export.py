"""Writes a trained model as ONNX, its weights in eight bits."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from training.network import Network

INPUTS = ("pieces", "kinds", "mask", "means", "heads", "pairs", "paths", "hints")
OUTPUTS = ("relations", "stances", "statuses")
_AXES = {
    "pieces": "bt", "kinds": "bt", "mask": "bt", "means": "bst", "heads": "bst", "pairs": "bp", "paths": "bpt",
    "hints": "bp", "relations": "bp", "stances": "bp", "statuses": "bp",
}  # fmt: skip


def export(network: Network, hints: int, path: Path, *, quantised: bool = True) -> None:
    """Write the network; in eight bits it is a quarter as large and answers within the tolerance that tests state."""
    network.eval()
    example = _example(hints)
    axes = {name: dict(enumerate(letters)) for name, letters in _AXES.items()}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network, tuple(example.values()), str(whole), input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        if quantised:
            quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        else:
            onnx.save(onnx.load(whole), path)


def _example(hints: int) -> Mapping[str, Tensor]:
    b, t, s, p = 2, 12, 3, 4
    return {
        "pieces": torch.ones(b, t, dtype=torch.long), "kinds": torch.zeros(b, t, dtype=torch.long),
        "mask": torch.ones(b, t), "means": torch.rand(b, s, t), "heads": torch.rand(b, s, t),
        "pairs": torch.zeros(b, p, 2, dtype=torch.long), "paths": torch.rand(b, p, t), "hints": torch.rand(b, p, hints),
    }  # fmt: skip
