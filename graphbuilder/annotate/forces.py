"""Forces and offices of a country that are actors of their own: "Afghan forces", "Turkey's defence ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.phrases import lemma
from graphbuilder.fold import fold_name
from graphbuilder.gazetteer import Country, Group
from graphbuilder.lexicon import Lexicon

_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])


def with_forces(doc: Doc, spans: Sequence[NameSpan], *, lexicon: Lexicon) -> list[NameSpan]:
    """The spans, with a country's adjective or genitive made longer where a force or office follows it."""
    return list(_longer(doc, spans, lexicon=lexicon))


def _longer(doc: Doc, spans: Sequence[NameSpan], *, lexicon: Lexicon) -> Iterator[NameSpan]:
    entities: dict[str, Entity] = {}
    starts = {span.start for span in spans}
    for span in spans:
        governing = span.end < len(doc) and doc[span.end].lower_ in lexicon.governments  # "the Khartoum government"
        own = span.entity.is_country and (span.form != "capital" or governing)
        end = _force_end(doc, span, lexicon=lexicon, starts=starts) if own else None
        if end is None or _named_behind(doc[end - 1], starts, lexicon=lexicon):
            yield span
            continue
        text = doc[span.start : end].text
        if lemma(doc[end - 1]) in lexicon.governments:
            # Guidelines: a government, its capital and its country are one actor.
            span.entity.name = text
            span.entity.forms[text] += 1
            yield replace(span, end=end, form="name")
            continue
        force = fold_name(doc[span.end : end].text.removeprefix("'s").removeprefix("’s").strip())
        key = f"{span.entity.country} {force}"
        known = entities.get(key) or _known(spans, span.entity, force=force)
        entity = entities[key] = known or Entity("group", text, country=span.entity.country)
        entity.forms[text] += 1
        yield replace(span, end=end, entity=entity, form="name")


def _known(spans: Sequence[NameSpan], country: Entity, *, force: str) -> Entity | None:
    """The force that the article calls by its own name: "FARDC" for "Congo's army"."""
    adjectives = country.entry.adjectives if isinstance(country.entry, Country) else ()
    names = {f"{fold_name(adjective)} {force}" for adjective in adjectives}
    for span in spans:
        entry = span.entity.entry
        if isinstance(entry, Group) and not names.isdisjoint(map(fold_name, (entry.name, *entry.aliases))):
            return span.entity
    return None


def _force_end(doc: Doc, span: NameSpan, *, lexicon: Lexicon, starts: set[int]) -> int | None:
    """Where the force that a country's name begins ends, or None: modifiers, then a plural or collective noun."""
    n = span.end
    if n < len(doc) and doc[n].text in _POSSESSIVE:
        n += 1
    end = None
    while n < len(doc) and n not in starts and n - span.end < 5 and doc[n].pos_ in {"NOUN", "PROPN", "ADJ"}:
        serving = n > 0 and end == n == span.end + 1 and lemma(doc[n - 1]) in lexicon.services
        if (lemma(doc[n]) in lexicon.forces and not _one_person(doc[n], lexicon)) or (
            serving and doc[n].tag_ in {"NNS", "NNPS"} and lemma(doc[n]) in lexicon.members
        ):
            end = n + 1
        elif end is not None:
            break
        n += 1
    return end


def _named_behind(noun: Token, starts: set[int], *, lexicon: Lexicon) -> bool:
    """ "Pakistan's spy agency ISI", "its intelligence service, the GID,": the noun only says what the name is of."""
    if lemma(noun) not in lexicon.services or noun.tag_ != "NN":
        return False
    behind = (t for t in noun.doc[noun.i + 1 : noun.i + 4] if t.text not in {",", "(", "the"})
    name = next(behind, noun)
    return name.i in starts and name.pos_ == "PROPN" and name.ent_type_ not in {"GPE", "NORP", "PERSON"}


def _one_person(token: Token, lexicon: Lexicon) -> bool:
    return lemma(token) in lexicon.persons and token.text.lower() == lemma(token)
