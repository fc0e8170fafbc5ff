"""Reads the relation files: what ties there are, and the words and roles that state them.

One YAML file is one relation; adding one needs no Python. Keys that the program does not know are refused with file and
key, so that a typing error never goes unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar, Literal, get_args

import yaml

from graphbuilder.errors import DataError
from graphbuilder.model import Kind, Stance, Status

Part = Literal["verb", "noun", "adjective", "role", "name"]
States = Literal["actor", "place", "ruling"]
Family = Literal["affiliation", "structure", "ties", "support", "conflict"]

_DEFAULT_SLOTS: Mapping[Part, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "verb": (("subject",), ("object",)),
    "noun": (("poss", "compound", "subject", "by"), ("of", "to", "with")),
    "adjective": (("subject",), ("to", "with")),
    "role": (("self",), ("of", "poss", "compound", "for", "in", "to")),
    "name": (("self",), ("poss",)),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """Words of one part of speech that state a relation, and the slots where its two actors stand.

    The part ``name`` has words that a group's own name contains ("Brigade"): "the Taliban's Mujahideen Brigade".

    Slots are ``subject`` (the logical one, voice undone), ``object``, ``indirect``, ``poss``, ``compound``, ``self``
    (who a role noun denotes), ``event`` (the agent of an event in which something happened), ``patient`` (whom the
    passive verb above a noun is about) or a preposition.
    ``requires`` and ``without`` map a slot to head lemmas that one must, or may not, find there; ``*`` is anything,
    ``@place`` the name of a place. Beside slots they may name what stands around a word: ``behind`` (the preposition
    before a noun), ``carrier`` (the verb above it), ``head``, ``adverb``, ``beside`` (coordinated verbs), ``verb`` (the
    word itself) and ``complement`` (the verb that completes it, whose object is then in the slot ``below``). ``states``
    says whether a country behind a preposition of place acts ("found refuge in Iran"), is a place even as object, or,
    as a capital, stands for who rules there ("ties to Tehran").
    """

    part: Part
    words: tuple[str, ...]
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    requires: Mapping[str, tuple[str, ...]] | None = None
    without: Mapping[str, tuple[str, ...]] | None = None
    status: Status | None = None
    stance: Stance | None = None
    states: States | None = None


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """A claim that an example sentence must give."""

    subject: str
    object: str
    stance: Stance = "asserted"
    status: Status = "current"
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with all claims of its relation."""

    text: str
    claims: tuple[ExpectedClaim, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of tie: who may stand on its two sides, and how English says it.

    ``broader`` names the relation that gives way where both are found for one pair and one statement; ``otherwise``
    the one that holds where a role noun is indefinite or subordinate ("an al-Qaeda leader" is a member),
    ``of_part`` the one where the object is only a part of the group ("founded a cell of it"). Where
    ``owned_by_states`` is false, a country's genitive or adjective does not state the tie ("Russia's Africa
    Corps"); where ``object_states`` is false, a country is no object of it but a place ("left Iran"). With
    ``leader_for_group`` a person as object stands for the group that the text says this person belongs to.
    ``mutual`` names the relation that holds where two do it to each other ("shelled each other" is fighting),
    ``nameless`` the one of the object to the group of a subject who is not named ("killed a Taliban commander" is
    an attack). ``transfers`` lists nouns for the things whose handing over states the relation ("weapon": whoever
    gives X weapons arms X).
    """

    name: str
    label: str
    inverse: str
    description: str
    family: Family
    subject: tuple[Kind, ...]
    object: tuple[Kind, ...]
    symmetric: bool = False
    broader: str | None = None
    otherwise: str | None = None
    of_part: str | None = None
    owned_by_states: bool = True
    object_states: bool = True
    leader_for_group: bool = False
    mutual: str | None = None
    nameless: str | None = None
    transfers: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def relations(folder: Path | None = None) -> Mapping[str, Relation]:
    """The built-in relations by name, with those of ``folder`` added or put in their place.

    Raises:
        DataError: a file breaks the rules; the message names the file and the key.
    """
    built_in = files("graphbuilder") / "data" / "relations"
    paths = sorted((Path(str(built_in))).glob("*.yaml"))
    if folder is not None:
        own = sorted(folder.glob("*.yaml"))
        if not own:
            raise DataError(f"{folder}: no relation files (*.yaml) there; write one or leave out --relations")
        paths += own
    found = {relation.name: relation for relation in map(read_relation, paths)}
    for relation in found.values():
        for key in ("broader", "otherwise", "of_part", "mutual", "nameless"):
            other = getattr(relation, key)
            if other is not None and other not in found:
                raise DataError(f"{relation.name}: {key}: {other} is no relation")
    return found


def read_relation(path: Path) -> Relation:
    """One relation from its file.

    Raises:
        DataError: not YAML, an unknown or missing key, or a value that is not allowed.
    """
    row = _mapping(load_yaml(path), str(path))
    frames = tuple(_frame(item, f"{path}: frames[{n}]") for n, item in enumerate(_list(row.pop("frames", [])), 1))
    examples = tuple(
        _example(item, f"{path}: examples[{n}]") for n, item in enumerate(_list(row.pop("examples", [])), 1)
    )
    relation: Relation = build(Relation, {**row, "frames": frames, "examples": examples}, str(path))
    if not relation.name.isidentifier() or relation.name != relation.name.upper():
        raise DataError(f"{path}: name: {relation.name!r} must be capital letters and underscores, like MEMBER_OF")
    _check(relation.family in get_args(Family), f"{path}: family: one of {', '.join(get_args(Family))}")
    for key in ("subject", "object"):
        kinds = getattr(relation, key)
        _check(bool(kinds) and set(kinds) <= set(get_args(Kind)), f"{path}: {key}: a list of person, group")
    return relation


def load_yaml(path: Path) -> Any:
    """What a YAML file says.

    Raises:
        DataError: the file is not YAML.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{path}: {error}") from error


@cache
def _loader() -> Any:
    """A safe loader to which ``no`` and ``on`` are words, as in YAML 1.2, not truth values."""
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar = {
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
            for first, resolvers in base.yaml_implicit_resolvers.items()
        }

    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), list("tf"))
    return Loader


def build(shape: type[Any], row: Mapping[str, Any], where: str) -> Any:
    """A value of dataclass ``shape`` from a mapping; lists become tuples.

    Raises:
        DataError: an unknown key, or a required one missing.
    """
    known = {field.name: field for field in fields(shape)}
    for key in row:
        _check(key in known, f"{where}: unknown key {key!r}; known are {', '.join(known)}")
    for field in known.values():
        needed = field.default is MISSING and field.default_factory is MISSING
        _check(not needed or field.name in row, f"{where}: the key {field.name!r} is missing")
    return shape(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})


def _frame(item: Any, where: str) -> Frame:
    row = _mapping(item, where)
    for key in ("words", "subject", "object"):
        if isinstance(row.get(key), str):
            row[key] = [row[key]]
    for key in ("requires", "without"):
        if row.get(key):
            row[key] = {slot: tuple(_list(lemmas)) for slot, lemmas in _mapping(row[key], f"{where}: {key}").items()}
    _check(row.get("part") in get_args(Part), f"{where}: part: one of {', '.join(get_args(Part))}")
    subject, obj = _DEFAULT_SLOTS[row["part"]]
    frame: Frame = build(Frame, {"subject": subject, "object": obj, **row}, where)
    _check(bool(frame.words), f"{where}: words: at least one")
    _check(frame.status in (None, *get_args(Status)), f"{where}: status: one of {', '.join(get_args(Status))}")
    _check(frame.stance in (None, *get_args(Stance)), f"{where}: stance: one of {', '.join(get_args(Stance))}")
    _check(frame.states in (None, *get_args(States)), f"{where}: states: one of {', '.join(get_args(States))}")
    return frame


def _example(item: Any, where: str) -> Example:
    row = _mapping(item, where)
    claims = [build(ExpectedClaim, _mapping(claim, where), where) for claim in _list(row.pop("claims", []))]
    example: Example = build(Example, {**row, "claims": tuple(claims)}, where)
    return example


def _mapping(value: Any, where: str) -> dict[str, Any]:
    _check(isinstance(value, dict), f"{where}: expected keys with values, found {type(value).__name__}")
    return dict(value)


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [value]


def _check(holds: bool, message: str) -> None:
    if not holds:
        raise DataError(message)
