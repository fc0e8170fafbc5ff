"""The country that an article is about, to which "the army" and "the government" belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphbuilder.annotate.entity import Entity
from graphbuilder.gazetteer import Country, Gazetteer, Group

_ABROAD = frozenset(["alliance", "media", "organisation", "company"])


def home(entities: Sequence[Entity], known: Gazetteer) -> Country | None:
    """The country that most mentions name, or name a group of; None where none has most of them."""
    weights: Counter[str] = Counter()
    for entity in entities:
        country = entity.entry.name if isinstance(entity.entry, Country) else _of_group(entity)
        if country is not None:
            weights[country] += sum(entity.forms.values())
    if not weights:
        return None
    (name, most), *_ = weights.most_common(1)
    if most < 2 or most * 2 <= weights.total():
        return None
    entry = next((m.entry for m in known.matches(name.split())), None)
    return entry if isinstance(entry, Country) and not entry.region else None


def _of_group(entity: Entity) -> str | None:
    """Where a group is at home; of one that may work anywhere, nothing."""
    if entity.kind != "group" or (isinstance(entity.entry, Group) and entity.entry.kind in _ABROAD):
        return None
    return entity.country or (entity.entry.country if isinstance(entity.entry, Group) else None)
