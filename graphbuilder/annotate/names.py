"""The article's table of names: which stretches name which actor, decided over all its occurrences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graphbuilder.annotate.aliases import called, nicknamed, one_actor
from graphbuilder.annotate.candidate import is_capital
from graphbuilder.annotate.candidates import (
    Candidate,
    acronyms,
    capitalised,
    defined,
    hyphenated,
    introduced,
    known,
    recognised,
    titled,
    unlabelled,
)
from graphbuilder.annotate.choice import without_overlap
from graphbuilder.annotate.entity import NameSpan
from graphbuilder.annotate.evidence import evidence_of
from graphbuilder.annotate.initials import spelt_out
from graphbuilder.annotate.people import headline
from graphbuilder.annotate.portfolios import portfolios
from graphbuilder.annotate.table import Table
from graphbuilder.annotate.units import Unit, dateline
from graphbuilder.gazetteer import Country, Gazetteer
from graphbuilder.lexicon import Lexicon


def names(doc: Doc, found_units: Sequence[Unit], *, gazetteer: Gazetteer, lexicon: Lexicon) -> list[NameSpan]:
    """All named mentions of actors in text order, each with its entity."""
    gazetted = list(known(doc, gazetteer))
    places = dateline(doc, found_units) | set(portfolios(doc, lexicon))
    gazetted = [c for c in gazetted if c.start not in places]
    placed = {n for c in gazetted if isinstance(c.entry, Country) for n in range(c.start, c.end)}
    found = [
        *gazetted,
        *(_as_body(doc, c, known=placed, lexicon=lexicon) for c in recognised(doc, lexicon, outside=places)),
        *capitalised(doc, lexicon),
        *acronyms(doc, lexicon),
        *titled(doc, lexicon),
        *introduced(doc, lexicon),
        *unlabelled(doc, lexicon),
        *hyphenated(doc, lexicon),
        *nicknamed(doc, lexicon),
        *called(doc, lexicon),
    ]
    found = [c for c in found if c.start not in places and not headline(doc, c)]
    definitions = list(defined(doc, found, lexicon=lexicon))
    chosen = without_overlap(doc, [*found, *definitions], lexicon=lexicon)
    table = Table(doc, lexicon)
    table.define(definitions)
    table.spell(spelt_out(doc, chosen, lexicon=lexicon))
    evidence = evidence_of(doc, chosen, lexicon=lexicon)
    spans = [span for candidate in chosen if candidate.origin != "alias" for span in table.place(candidate, evidence)]
    spans = one_actor(doc, chosen, spans=spans, lexicon=lexicon)
    spans += table.repeat(doc, spans)
    return sorted(spans, key=lambda span: span.start)


def _as_body(doc: Doc, candidate: Candidate, *, known: Collection[int], lexicon: Lexicon) -> Candidate:
    """A body that a country is part of the name of: "Israel Aerospace Industries", "Forum of Free Tajiks"."""
    rest = [doc[n] for n in range(candidate.start, candidate.end) if n not in known]
    if candidate.label != "ORG" or len(rest) == candidate.end - candidate.start:
        return candidate
    named = any(is_capital(token) and (not token.text.isupper() or token.i == candidate.start) for token in rest)
    small = all(is_capital(token) or token.lower_ in lexicon.name_particles for token in rest)
    titled = any(token.lower_ in lexicon.titles or token.lower_ in lexicon.persons for token in rest)
    return replace(candidate, label="BODY") if named and small and not titled else candidate
