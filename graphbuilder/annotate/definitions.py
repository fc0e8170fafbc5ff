"""Long names that a bracket gives an acronym: "National Directorate of Security (NDS)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from graphbuilder.annotate.candidate import MAX_NAME, Candidate, is_capital, with_number
from graphbuilder.fold import fold_words
from graphbuilder.gazetteer import Country
from graphbuilder.lexicon import Lexicon

_OWNING = frozenset(["'s", "’s"])
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&./’'\-]{1,11}")


def defined(doc: Doc, others: Sequence[Candidate], *, lexicon: Lexicon) -> Iterator[Candidate]:
    """Long names that a bracket gives an acronym: "National Directorate of Security (NDS)"."""
    ends = {c.end: c for c in sorted(others, key=lambda c: c.end - c.start)}
    inner = {n for c in others if c.origin == "gazetteer" for n in range(c.start + 1, c.end)}
    of_countries = {c.end for c in others if isinstance(c.entry, Country)}
    for token in doc:
        if token.text != "(" or token.i == 0 or token.i in inner:  # "CPI (Maoist)" is one name
            continue
        close = next((n for n in range(token.i + 2, min(token.i + 6, len(doc))) if doc[n].text == ")"), None)
        if close is None:
            continue
        inside = doc[token.i + 1 : close].text.strip("\"“”' ")
        if not _ACRONYM.fullmatch(inside):
            continue
        spoken = sum(c.isupper() for c in inside) < 2
        if spoken and not (inside.isalpha() and 2 < len(inside) < 8):
            continue
        start = _long_form(doc[: token.i], inside.upper() if spoken else inside, lexicon=lexicon, strict=spoken)
        known_end = ends.get(token.i)
        if start is None and token.i in of_countries:
            # "the mission in Zenda (UNMIZ)": what the bracket abbreviates is not the country.
            continue
        if spoken and start is None:
            # "Umar Khan (Umar)"
            continue
        if known_end is not None and (start is None or (known_end.origin == "gazetteer" and known_end.start < start)):
            start = known_end.start
        if start is not None:
            yield Candidate(start, token.i, "definition", label="ORG", acronym=token.i + 1)


def _long_form(before: Span, acronym: str, *, lexicon: Lexicon, strict: bool) -> int | None:
    """Where the long name before a bracket begins: the nearest capital whose initials spell the acronym.

    An acronym in small letters ("Jem") must be spelt in full (``strict``), or it may be any word.
    """
    doc, bracket = before.doc, before.end
    letters = "".join(c for c in acronym if c.isupper()).casefold()
    run = list(_run_back(before, lexicon))
    for start in run:
        initials = [w[0] for t in doc[start:bracket] for w in fold_words(t.text)]
        if initials and initials[0] == letters[0] and _subsequence(letters, initials):
            return start
    if strict:
        return None
    if run and any(c.isdigit() for c in acronym):
        return with_number(doc, run[-1])
    return run[-1] if len(run) > 1 else None


def _run_back(before: Span, lexicon: Lexicon) -> Iterator[int]:
    """Starts of ever longer stretches of capitalised words that end where ``before`` does."""
    doc, end = before.doc, before.end
    for n in range(end - 1, max(-1, end - 1 - MAX_NAME), -1):
        token = doc[n]
        if token.is_space or not (is_capital(token) or token.lower_ in lexicon.name_particles or token.lower_ == "in"):
            return
        if token.lower_ == "and" and doc[n + 1].lower_ == "the":
            return
        if token.lower_ in _OWNING and doc[n - 1].text.lower() not in lexicon.name_owners:
            return
        joined = n + 1 < end and doc[n + 1].text in {"-", "–"}
        if is_capital(token) or (joined and token.lower_ in lexicon.joined_articles):
            yield n


def _subsequence(letters: str, initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)
