"""Names as keys: which spellings and acronyms are one name, and which of them people see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from graphbuilder.fold import fold_name, fold_words
from graphbuilder.model import Actor

_ACRONYM = re.compile(r"^[^\W\d_](?:[\w&.]*[^\W\d_])?\.?$")
_POSSESSIVE = re.compile(r"['’]s?$")
_INNER_POSSESSIVE = re.compile(r"['’]s\b")
_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)


def key(name: str) -> str:
    """The folded name; a name in another script, of which folding leaves nothing, in lower case."""
    return fold_name(name) or " ".join(name.casefold().split())


def display_name(name: str) -> str:
    """A name as people see it: without a leading article or a final possessive."""
    bare = _ARTICLE.sub("", _POSSESSIVE.sub("", " ".join(name.split())))
    return bare if key(bare) == key(name) else name


def preferred(names: Iterable[str]) -> str:
    """The spelling to show among several of one name, whatever their order.

    Capitals and small letters together before all capitals or none, then the longer, then the alphabet.
    """
    return min(names, key=lambda name: (name.isupper() or name.islower(), -len(name), name))


def is_acronym(short: str, *, of: str) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``of``; small words may be left out."""
    letters = "".join(fold_words(short.replace(".", "")))
    if len(letters) < 2 or not _ACRONYM.match(short.strip()) or sum(c.isupper() for c in short) < 2:
        return False
    words = [word for word in re.findall(r"[^\W_]+", _INNER_POSSESSIVE.sub("", of)) if fold_words(word)]
    every = "".join(fold_words(word)[0][0] for word in words)
    capital = "".join(fold_words(word)[0][0] for word in words if word[0].isupper())
    return len(words) > 1 and letters in {every, capital}


def global_name(actor: Actor, *, known: Mapping[str, str]) -> str:
    """The name that stands for a named actor in all articles."""
    if actor.kind == "group":
        if (found := known.get(key(actor.name))) is not None:
            return found
        linked = {known[key(a)] for a in actor.aliases if key(a) in known and _define_each_other(actor.name, a)}
        if len(linked) == 1:
            return linked.pop()
    return max(_spelled_out(actor), key=lambda name: (len(fold_words(name)), name), default=actor.name)


@cache
def known(extra: Path | None = None) -> Mapping[str, str]:
    """Folded names of the gazetteer's groups and countries (and those of file ``extra``), each with the entry's name.

    A name that two entries share stands for neither, unless it is the own name of one.
    """
    from graphbuilder.gazetteer import gazetteer

    patterns = chain.from_iterable(gazetteer(extra).by_pieces.values())
    return index((pattern.entry.name, pattern.surface) for pattern in patterns if pattern.form == "name")


def index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Folded names to own names, from pairs of an own name and any name of the same entry."""
    owners: dict[str, set[str]] = {}
    for own, name in pairs:
        owners.setdefault(key(name), set()).add(own)
    plain = {name: min(own) for name, own in owners.items() if len(own) == 1}
    return plain | {key(own): own for own in sorted(set().union(*owners.values()))}


def _define_each_other(name: str, alias: str) -> bool:
    return is_acronym(alias, of=name) or is_acronym(name, of=alias)


def _spelled_out(actor: Actor) -> list[str]:
    """Aliases that say the same name in full."""
    if actor.kind == "group":
        return [alias for alias in actor.aliases if is_acronym(actor.name, of=alias)]
    words = fold_words(actor.name)
    return [alias for alias in actor.aliases if len(words) == 1 and words[0] in fold_words(alias)[1:]]
