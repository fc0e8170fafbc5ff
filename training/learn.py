"""Fits the network to examples."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.batches import Batch, batches
from training.examples import Example
from training.learned.windows import hints_width
from training.network import Network


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn.

    ``hide`` is the chance that a name is masked, ``alone`` that the claims of the rules are kept from the network, and
    ``freeze`` the number of layers, from the bottom, that stay as they were.
    """

    epochs: int = 8
    size: int = 16
    rate: float = 2e-4
    head_rate: float = 1e-3
    hide: float = 0.3
    alone: float = 0.3
    freeze: int = 2
    seed: int = 0
    threads: int = 1


def learn(
    found: Sequence[Example], tokenizer: Tokenizer, weights: Path, *, settings: Settings,
    after: Callable[[int, float, Network], None] = lambda epoch, loss, network: None,
) -> Network:  # fmt: skip
    """A network trained on the examples from the encoder's ``weights``; ``after`` sees it at the end of each epoch."""
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)
    names = found[0].names
    network = Network(len(names), hints_width(len(names)))
    network.encoder.load(weights)
    network.encoder.freeze(settings.freeze)
    optimiser = _optimiser(network, settings)
    steps = settings.epochs * (len(found) // settings.size + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, (n + 1) / (0.1 * steps)) * max(0.02, 1 - n / steps)
    )
    for epoch in range(settings.epochs):
        network.train()
        epoch_batches = batches(found, tokenizer, size=settings.size, rng=rng, hide=settings.hide, alone=settings.alone)
        loss = _epoch(network, epoch_batches, optimiser, schedule)
        after(epoch, loss, network)
    network.eval()
    return network


def _epoch(
    network: Network, data: Iterable[Batch], optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> float:  # fmt: skip
    total, count = 0.0, 0
    for one in data:
        loss = loss_of(network, one)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total, count = total + loss.item(), count + 1
    return total / max(1, count)


def loss_of(network: Network, data: Batch) -> Tensor:
    """Cross entropies of the relations of all pairs of actors, and of stance and status where something is claimed."""
    relations, stances, statuses = data.pairs(network(**data.arrays))
    logits = data.pooled(relations)
    loss = nn.functional.binary_cross_entropy_with_logits(logits, data.targets, reduction="sum") * 4 / len(data.keys)
    if data.labels:
        at = data.carriers(relations)
        weight = torch.tensor([1.0, 1.5, 1.5])
        for answers, part in ((stances, 2), (statuses, 3)):
            wanted = torch.tensor([label[part] for label in data.labels])
            loss = loss + 0.5 * nn.functional.cross_entropy(answers[at], wanted, weight=weight)
    return loss


def _optimiser(network: Network, settings: Settings) -> torch.optim.Optimizer:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    head = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": settings.rate}, {"params": head, "lr": settings.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def reporter(start: float) -> Callable[[int, float, Network], None]:
    """Prints a line an epoch."""
    return lambda epoch, loss, network: print(f"epoch {epoch} loss {loss:.3f} {time.time() - start:.0f} s", flush=True)
