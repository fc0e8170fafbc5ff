"""What the world got wrong: items that could not be used, told one by one while the rest goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import click

Reject = Callable[[str, str], None]
"""Takes the name of an item and the reason why it cannot be used."""


@dataclass(slots=True)
class Rejected:
    """The items that could not be used; each is told on standard error when it happens."""

    items: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, location: str, reason: str) -> None:
        self.items.append((location, reason))
        click.echo(f"Skipped {location}: {reason}", err=True)

    def exit(self) -> None:
        """End the command with status 1 if there were any."""
        if self.items:
            click.get_current_context().exit(1)
