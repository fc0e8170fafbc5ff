"""Reads what people annotated and what a program claims into one comparable form."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args

from graphbuilder.errors import ClaimError, DataError

_IN_BRACKETS_OR_POSSESSIVE = re.compile(r"'s\b|\(.*?\)")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


ActorKind = Literal["person", "group", "unnamed person"]
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as far as it is scored; ``article`` is the id of its annotation, ``source`` a name or None.

    ``sentence`` is the evidence as the text has it. A claim that names no confidence counts as certain.
    """

    article: str
    subject: str
    relation: str
    object: str
    stance: str = "asserted"
    source: str | None = None
    confidence: float = 1.0
    sentence: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """One annotated actor; ``names`` are its folded name and aliases, and ``claimed`` says that a claim is about it."""

    name: str
    kind: ActorKind
    names: frozenset[str]
    claimed: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """One article as people annotated it; ``names`` leads from each folded name and alias to the actor's name."""

    id: str
    names: Mapping[str, str]
    statements: tuple[Statement, ...]
    text: Path
    actors: tuple[Named, ...] = ()

    def actor(self, name: str) -> str:
        """The annotated actor of that name or alias; "?" and the folded name where there is none."""
        folded = fold(name)
        return self.names.get(folded, f"?{folded}")

    def source(self, name: str | None) -> str | None:
        """A source in the form that is compared; None, the article's own voice, stays None."""
        return fold(self.names.get(fold(name), name)) if name else None


def read_gold(folder: Path) -> list[Annotation]:
    """The annotated articles of a gold folder, by file name.

    Raises:
        DataError: there are none, or one is not in the format.
    """
    paths = sorted((folder / "gold").glob("*.json"))
    if not paths:
        raise DataError(f"{folder}: no annotated articles there; expected gold/*.json and text/*.txt")
    return [_annotation(path, folder / "text") for path in paths]


def kept_aside(folder: Path) -> str | None:
    """Why nobody is to read the errors of a gold folder, as its file ``KEPT_ASIDE`` says; None where there is none."""
    marker = folder / "KEPT_ASIDE"
    return marker.read_text(encoding="utf-8").strip() if marker.exists() else None


def statements(rows: Iterable[Mapping[str, Any]]) -> Iterator[Statement]:
    """What lines of the claims format say, with the article's file name without folder and ending as its id.

    Raises:
        ClaimError: a line lacks the article, an actor or the relation.
    """
    for row in rows:
        try:
            yield Statement(
                article=Path(str(row["article"])).stem,
                subject=str(row["subject"]["name"]),
                relation=str(row["relation"]),
                object=str(row["object"]["name"]),
                stance=str(row.get("stance", "asserted")),
                source=str(row["source"]["name"]) if row.get("source") else None,
                confidence=float(row.get("confidence", 1.0)),
                sentence=str(row.get("quote", "")),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ClaimError(f"not a claim: {type(error).__name__}: {error}") from error


def fold(name: str) -> str:
    """A name without case, accents, brackets, punctuation, and the determiners and titles in front of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = _NOT_ALPHANUMERIC.sub(" ", _IN_BRACKETS_OR_POSSESSIVE.sub(" ", plain)).split()
    determiners, titles = _leading_words()
    while words and words[0] in determiners:
        del words[0]
    while len(words) > 1 and words[0] in titles:
        del words[0]
    return " ".join(words)


@cache
def _leading_words() -> tuple[frozenset[str], frozenset[str]]:
    import yaml

    table = yaml.safe_load((files("graphbuilder") / "evaluate" / "titles.yaml").read_text(encoding="utf-8"))
    return frozenset(table["determiners"]), frozenset(table["titles"])


def actor_kind(kind: str, *, named: bool) -> ActorKind:
    """The kind under which mentions of an actor are counted."""
    return "group" if kind == "group" else "person" if named else "unnamed person"


def _annotation(path: Path, texts: Path) -> Annotation:
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        path_of_text = texts / f"{row['id']}.txt"
        text = _raw(path_of_text)
        names: dict[str, str] = {}
        for actor in row["actors"]:
            for name in (actor["name"], *actor["aliases"]):
                names.setdefault(fold(name), actor["name"])
        claimed = {claim[side] for claim in row["claims"] for side in ("subject", "object")}
        return Annotation(
            id=row["id"],
            names=names,
            statements=tuple(_gold_statement(row["id"], claim, text=text) for claim in row["claims"]),
            text=path_of_text,
            actors=tuple(_named(actor, claimed) for actor in row["actors"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path}: not an annotated article: {type(error).__name__}: {error}") from error


def _named(actor: Mapping[str, Any], claimed: Set[str]) -> Named:
    return Named(
        name=actor["name"],
        kind=actor_kind(actor["type"], named=actor.get("named", True)),
        names=frozenset(fold(name) for name in (actor["name"], *actor["aliases"])),
        claimed=actor["name"] in claimed,
    )


def _raw(path: Path) -> str:
    """The article's text; empty where only its claims are at hand."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _gold_statement(article: str, claim: Mapping[str, Any], *, text: str) -> Statement:
    keys = ("subject", "relation", "object", "stance", "source")
    sentence = text[claim["start"] : claim["end"]] if "start" in claim else ""
    return Statement(article, **{key: claim[key] for key in keys}, sentence=sentence)
