"""Stretches of an article that may be names: known, defined in brackets, recognised, or written in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graphbuilder.annotate.candidate import Candidate
from graphbuilder.annotate.capitals import acronyms, capitalised, hyphenated
from graphbuilder.annotate.definitions import defined
from graphbuilder.annotate.introduced import introduced
from graphbuilder.annotate.people import titled, unlabelled
from graphbuilder.annotate.recognised import recognised
from graphbuilder.fold import fold_name
from graphbuilder.gazetteer import Gazetteer, Group, Match, countries

__all__ = [
    "Candidate",
    "acronyms",
    "capitalised",
    "defined",
    "hyphenated",
    "introduced",
    "known",
    "recognised",
    "titled",
    "unlabelled",
]


def known(doc: Doc, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names of the gazetteer; a name with a weak form only counts where a full form of the entry occurs too."""
    words = [token.text for token in doc]
    matches = list(gazetteer.matches(words))
    full = {id(m.entry) for m in matches if isinstance(m.entry, Group) and m.entry.weak}
    for match in _of_one_entry(list(gazetteer.matches(words, weak=full)) if full else matches):
        yield from _country_apart(match, words)


def _of_one_entry(matches: Sequence[Match]) -> Iterator[Match]:
    """One match for each place: "Moscow" is the capital of the state that the article names more often."""
    named = Counter(id(match.entry) for match in matches if match.form != "capital")
    places: dict[int, Match] = {}
    for match in matches:
        first = places.setdefault(match.start, match)
        if match.form == "capital" and named[id(match.entry)] > named[id(first.entry)]:
            places[match.start] = match
    yield from places.values()


def _country_apart(match: Match, words: Sequence[str]) -> Iterator[Candidate]:
    """A known name without its country's genitive, and the country: "Austria's Freedom Party"."""
    start, entry = match.start, match.entry
    owner = next((n for n in range(start + 1, match.end - 1) if words[n] in {"'s", "’s"}), None)
    country = entry.country if isinstance(entry, Group) and owner is not None else None
    if country and owner and fold_name(" ".join(words[start:owner])) == fold_name(country):
        yield Candidate(start, owner, "gazetteer", entry=countries()[country])
        start = owner + 1
    closed = (
        match.end < len(words) and words[match.end] == ")" and any("(" in word for word in words[start : match.end])
    )
    yield Candidate(start, match.end + closed, "gazetteer", entry=entry, form=match.form)
