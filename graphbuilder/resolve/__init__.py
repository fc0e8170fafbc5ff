"""Which actors of different articles are one.

An actor's id is made from its kind and its name alone, so articles can be read one by one, in any order and on several
machines, and still meet in one graph. The way from an actor to its id:

1. the name is folded: case, accents, hyphens, punctuation, a leading article and a final 's do not count;
2. a group whose folded name is in the gazetteer takes the name that the gazetteer gives it;
3. so does a group whose name is not there, where one of its aliases is, and one of the two is the acronym of the other
   ("Asian Development Bank", "ADB");
4. else an acronym gives way to the name that the article spells out, and one word of a person to the full name;
5. the id is made from the kind and the folded name; that of an unnamed person from its article too.

Nothing is guessed from likeness: names that differ in a letter stay apart. The names that the articles used stay on the
actor as aliases, and claim ids know nothing of actors, so that every link can be seen and undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graphbuilder.model import Actor, Claim, Source, content_id
from graphbuilder.resolve.names import display_name, global_name, key
from graphbuilder.resolve.names import known as known_names

__all__ = ["known_names", "resolve", "resolve_actor", "source_id"]


def resolve(claims: Iterable[Claim], *, known: Mapping[str, str] | None = None) -> Iterator[Claim]:
    """Claims whose actors have ids that hold in all articles; claim ids stay as they are.

    ``known`` maps folded names of groups to the name that stands for them; by default that of the gazetteer.
    """
    names = known_names() if known is None else known
    for claim in claims:
        article = claim.publication.id
        yield replace(
            claim,
            subject=resolve_actor(claim.subject, article=article, known=names),
            object=resolve_actor(claim.object, article=article, known=names),
        )


def resolve_actor(actor: Actor, *, article: str, known: Mapping[str, str]) -> Actor:
    """The actor with its global id and name; what it was called before joins its aliases."""
    if not actor.named:
        return replace(actor, id=content_id(actor.kind, key(actor.name), article))
    name = global_name(actor, known=known)
    shown = display_name(name)
    forms = {actor.name, name, *actor.aliases} - {shown}
    return replace(actor, id=content_id(actor.kind, key(name)), name=shown, aliases=tuple(sorted(forms)))


def source_id(source: Source | None, *, known: Mapping[str, str] | None = None) -> str | None:
    """The id that the actor has who speaks here, if there is such an actor; None for speakers who are none."""
    if source is None or source.kind == "other":
        return None
    names = known_names() if known is None else known
    speaker = Actor(id="", kind=source.kind, name=source.name)
    return resolve_actor(speaker, article="", known=names).id
