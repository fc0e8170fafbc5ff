"""Persons whom an article calls by a role in a group alone: "a Taliban commander"."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.phrases import determiner, is_definite, lemma


@dataclass(slots=True)
class Unnamed:
    """The unnamed persons of one article, one for each role in each group."""

    annotated: Annotated
    known: dict[str, Entity] = field(default_factory=dict)

    def person(self, role: Token, group: Entity, *, announced: bool) -> Entity:
        """Who has the role, from now on among the actors of the article."""
        before = [c.text for c in role.lefts if c.dep_ == "compound" and c.i not in self.annotated.name_at]
        short = _short(group).split()
        # "an army spokesman" of the Indian army
        name = " ".join([*short, *before[before[:1] == short[-1:] :], lemma(role)])
        if name not in self.known:
            self.known[name] = Entity(
                "person",
                name,
                named=False,
                country=group.country,
                owner=group,
                definite=is_definite(role) and not any(c.dep_ == "poss" and c.tag_ == "NNP" for c in role.lefts),
                owned=_by_anaphor(role),
                indefinite=determiner(role) in {"a", "an"},
                announced=announced,
            )
            self.annotated.entities.append(self.known[name])
        self.known[name].roles.add(lemma(role))
        self.known[name].forms[role.text] += 1
        return self.known[name]


def _short(group: Entity) -> str:
    """The form of a group's name that the article uses most."""
    common = group.forms.most_common(1)
    return common[0][0] if common else group.name


def _by_anaphor(role: Token) -> bool:
    """ "its leader", "the group's leader": the owner is named elsewhere, and so may the person be."""
    return any(child.dep_ == "poss" and child.tag_ in {"PRP$", "WP$", "NN"} for child in role.lefts)
