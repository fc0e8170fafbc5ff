"""What an office is for: "Secretary of State", "Minister of Foreign Affairs" name no group between title and person."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuilder.lexicon import Lexicon

_LINKS = frozenset(["of", "for"])
_JOINTS = frozenset(["and", ",", "&"])


def portfolios(doc: Doc, lexicon: Lexicon) -> Iterator[int]:
    """The tokens of all portfolios that stand behind a title."""
    for title in doc[:-2]:
        if title.lower_ in lexicon.titles:
            yield from range(title.i + 2, portfolio_end(doc, title.i + 1, lexicon=lexicon))


def portfolio_end(doc: Doc, start: int, *, lexicon: Lexicon) -> int:
    """Where the portfolio ends whose "of" is the token ``start``; ``start`` where there is none."""
    end = start + 1
    if start < len(doc) and doc[start].lower_ in _LINKS:
        while end < len(doc) and (doc[end].lower_ in lexicon.portfolios or _joint(doc, end, lexicon=lexicon)):
            end += 1
    return end if end > start + 1 else start


def _joint(doc: Doc, n: int, *, lexicon: Lexicon) -> bool:
    """ "Defence and Justice": what joins two portfolios."""
    inside = doc[n - 1].lower_ in lexicon.portfolios and n + 1 < len(doc)
    return doc[n].lower_ in _JOINTS and inside and doc[n + 1].lower_ in lexicon.portfolios
