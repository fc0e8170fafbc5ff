"""Acronyms that no bracket explains, by the initials of the one group of the article whose name they spell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from graphbuilder.annotate.candidate import Candidate, is_capital
from graphbuilder.gazetteer import Group
from graphbuilder.lexicon import Lexicon

_SHORTEST = 3


def spelt_out(doc: Doc, chosen: Iterable[Candidate], *, lexicon: Lexicon) -> Iterator[tuple[Candidate, Candidate]]:
    """Acronyms, each with the long name that its letters are the initials of.

    An acronym that is known of another group is left to it where the article has that group's full name.
    """
    long: dict[str, dict[str, Candidate]] = defaultdict(dict)
    short: dict[str, Candidate] = {}
    written: dict[int, int] = defaultdict(int)
    for candidate in chosen:
        text = candidate.text(doc)
        if candidate.end - candidate.start == 1 and len(text) >= _SHORTEST and text.isalpha() and text.isupper():
            short.setdefault(text, candidate)
        elif _group(doc, candidate, lexicon=lexicon):
            long[_initials(doc, candidate)][text.casefold()] = candidate
            written[id(candidate.entry)] += candidate.entry is not None
    for text, candidate in short.items():
        names = list(long.get(text, {}).values())
        if len(names) == 1 and (candidate.entry is None or not written[id(candidate.entry)]):
            yield candidate, names[0]


def _group(doc: Doc, candidate: Candidate, *, lexicon: Lexicon) -> bool:
    """Words of which one heads names of groups, or a group that is known."""
    if candidate.entry is not None:
        return isinstance(candidate.entry, Group) and candidate.form == "name"
    return candidate.label in {"ORG", "BODY"} and any(
        token.text in lexicon.name_heads for token in doc[candidate.start : candidate.end]
    )


def _initials(doc: Doc, candidate: Candidate) -> str:
    return "".join(token.text[0] for token in doc[candidate.start : candidate.end] if is_capital(token))
