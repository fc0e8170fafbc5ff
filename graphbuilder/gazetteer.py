"""The groups and countries that are known before an article is read, and where their names stand in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Literal

from graphbuilder.fold import fold_name, fold_pieces, name_pieces
from graphbuilder.lexicon import lexicon
from graphbuilder.ontology import build, load_yaml

Form = Literal["name", "weak", "adjective", "people", "capital", "rule"]


@dataclass(frozen=True, slots=True)
class Group:
    """One entry of ``data/groups.yaml``; ``weak`` names count only beside a full one in the same article."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    country: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """One entry of ``data/countries.yaml``; ``seats`` are buildings that stand for the government.

    ``rulers`` are those after whom news calls the government: "the Assad regime".
    """

    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    rulers: tuple[str, ...] = ()
    region: bool = False


Entry = Group | Country


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write an entry: its words as written, folded, and what the form tells about the entry."""

    surface: str
    pieces: tuple[str, ...]
    entry: Entry
    form: Form

    def fits_case(self, written: Sequence[str], *, headed: bool = False) -> bool:
        """A name must be written with its capitals, an acronym wholly in capitals (``Nato`` is let pass).

        ``headed``: the noun that ends the name may be small ("Haqqani network").
        """
        text = "".join(written)
        if self.surface.isupper():
            letters = [c for c in text if c.isalpha()]
            return all(c.isupper() for c in letters) or (len(letters) > 3 and text.istitle())
        capitals = sum(word[:1].isupper() for word in self.surface.replace("-", " ").split())
        small = headed and len(written) > 1 and written[-1] in _small_heads()
        return sum(word[:1].isupper() for word in written) + small >= capitals or text.isupper()


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``start`` to ``end`` (exclusive) of a text that name an entry."""

    start: int
    end: int
    entry: Entry
    form: Form


@dataclass(slots=True)
class Gazetteer:
    """Looks names up word by word; the longest name wins."""

    by_pieces: dict[tuple[str, ...], list[Pattern]] = field(default_factory=dict)
    lengths: dict[str, list[int]] = field(default_factory=dict)
    """How many pieces the names have that begin with a piece, the most first."""

    def add(self, entry: Entry) -> None:
        """Learn every form of an entry."""
        for form, surfaces in _forms(entry):
            for surface in surfaces:
                if pieces := name_pieces(surface):
                    self.by_pieces.setdefault(pieces, []).append(Pattern(surface, pieces, entry, form))
                    lengths = {len(pieces), *self.lengths.get(pieces[0], ())}
                    self.lengths[pieces[0]] = sorted(lengths, reverse=True)

    def matches(self, words: Sequence[str], *, weak: Collection[int] = ()) -> Iterator[Match]:
        """All names in a text given as its words, longest first at each place, from left to right.

        Weak forms count for the entries alone whose ``id()`` is in ``weak``.
        """
        folded = [(piece, n) for n, word in enumerate(words) for piece in fold_pieces(word)]
        pieces, places = [piece for piece, _ in folded], [n for _, n in folded]
        at = 0
        while at < len(pieces):
            if pieces[at] not in self.lengths:
                at += 1
                continue
            found: list[Match] = []
            ends = (at + length for length in self.lengths[pieces[at]] if at + length <= len(pieces))
            spelt = [(end, self.by_pieces[name]) for end in ends if (name := tuple(pieces[at:end])) in self.by_pieces]
            # "The Nidaa party" is Nidaa, where that is a name: small nouns count only where nothing else is found.
            for headed, (end, patterns) in product((False, True), spelt):
                written = _written(words, places, at, end)
                allowed = (p for p in patterns if p.form != "weak" or id(p.entry) in weak)
                fitting = (p for p in allowed if written and p.fits_case(written, headed=headed))
                found = [Match(places[at], places[end - 1] + 1, p.entry, p.form) for p in fitting]
                if found:
                    break
            yield from found
            at = end if found else at + 1


def _written(words: Sequence[str], places: Sequence[int], start: int, end: int) -> Sequence[str]:
    """The words that the pieces ``start`` to ``end`` are of; none where they cut a word or lie far apart."""
    cut = (start > 0 and places[start - 1] == places[start]) or (end < len(places) and places[end] == places[end - 1])
    written = words[places[start] : places[end - 1] + 1]
    return () if cut or len(written) > 2 * (end - start) else written


@cache
def _small_heads() -> frozenset[str]:
    """Nouns for one group that mean no state or state's force: "the Islamic state" is not Islamic State."""
    return lexicon().groups - lexicon().state_forces


@cache
def gazetteer(extra: Path | None = None) -> Gazetteer:
    """The package's groups and countries, and those of ``extra`` (a file like ``groups.yaml``), which come first.

    Raises:
        DataError: a file breaks the rules; the message names file and key.
    """
    known = Gazetteer()
    own = list(read_groups(extra)) if extra else []
    taken = {entry.name for entry in own}
    entries: list[Entry] = [*own, *(g for g in read_groups(_data("groups.yaml")) if g.name not in taken)]
    for entry in [*entries, *countries().values()]:
        known.add(entry)
    return known


def read_groups(path: Path) -> Iterator[Group]:
    """The groups of a file.

    Raises:
        DataError: an unknown key, or a required one missing.
    """
    for n, row in enumerate(load_yaml(path) or [], 1):
        yield build(Group, row, f"{path}: entry {n} ({row.get('name') if isinstance(row, dict) else row})")


@cache
def countries() -> Mapping[str, Country]:
    """The countries by name."""
    path = _data("countries.yaml")
    rows: list[Country] = [build(Country, row, f"{path}: entry {n}") for n, row in enumerate(load_yaml(path), 1)]
    return {country.name: country for country in rows}


@cache
def rulers() -> Mapping[str, Country]:
    """The countries by the folded names of those after whom news calls their governments."""
    return {fold_name(ruler): country for country in countries().values() for ruler in country.rulers}


def _forms(entry: Entry) -> Iterable[tuple[Form, Iterable[str]]]:
    yield "name", (entry.name, *entry.aliases)
    yield "adjective", entry.adjectives
    yield "people", entry.people
    if isinstance(entry, Group):
        yield "weak", entry.weak
    else:
        yield "capital", (*entry.capitals, *entry.seats)
        yield "rule", (f"{ruler} {noun}" for ruler in entry.rulers for noun in sorted(lexicon().governments))


def _data(name: str) -> Path:
    return Path(str(files("graphbuilder") / "data" / name))
