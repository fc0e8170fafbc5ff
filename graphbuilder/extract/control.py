"""Who does what an infinitive, a participle or a gerund says that has no subject of its own."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import conjuncts, lemma, prepositional
from graphbuilder.extract.clauses import CLAUSAL, infinitive
from graphbuilder.extract.slots import objects, subjects
from graphbuilder.lexicon import Lexicon

_FOR = frozenset(["for"])
_UPON = frozenset(["of", "on", "against"])
ABOUT = frozenset(["of", "for", "from", "with"])


def controller(verb: Token, lexicon: Lexicon) -> list[Token]:
    """The object of the governor for some verbs ("urged X to join"), else its subject."""
    head = verb.head
    if head.pos_ in {"NOUN", "PROPN"}:
        return list(conjuncts(head))
    if head.pos_ == "ADJ":
        return subjects(head.head)
    purpose = verb.dep_ in {"advcl", "xcomp"} and infinitive(verb)
    if purpose and lemma(head) in lexicon.give and (recipients := _recipients(head)):
        return recipients
    controlled = (purpose and lemma(head) in lexicon.backing) or (
        lemma(head) in lexicon.object_control and verb.dep_ in {"xcomp", "ccomp"}
    )
    below = controller_through(head.head, lexicon) if head.dep_ == "pcomp" else []
    return (objects(head) if controlled else []) or subjects(head) or below


def _recipients(giving: Token) -> list[Token]:
    """ "gave X rockets to shell the town": who can now do what they are for."""
    given = next((child for child in giving.children if child.dep_ == "dative"), None)
    if given is None:
        return []
    behind = next((child for child in given.children if child.dep_ == "pobj"), given)
    return list(conjuncts(behind))


def controller_through(preposition: Token, lexicon: Lexicon) -> list[Token]:
    """ "accused of supporting", "sanctioned for helping": the person concerned; else the subject of the clause."""
    while preposition.dep_ == "conj" and preposition.head.dep_ in {"prep", "conj"}:
        # "guilty of lying and of funding X"
        preposition = preposition.head
    head = preposition.head
    if head.pos_ in {"NOUN", "PROPN"}:
        top = head.head if head.dep_ == "appos" else head
        concerned_itself = top.dep_ == "dobj" and lemma(top.head) in lexicon.object_control
        return list(conjuncts(top)) if concerned_itself else controller_of_noun(head, lexicon, apart=preposition)
    if head.pos_ == "ADJ":
        # "remains committed to helping"
        return subjects(head.head)
    concerned = objects(head) if preposition.lower_ in ABOUT else []
    # "announced the arrest of X for helping", "called for sanctions on X for arming"
    acts = concerned or list(prepositional(head, _FOR))
    of_act = [t for noun in acts if lemma(noun) in lexicon.sentences for t in prepositional(noun, _UPON)]
    return of_act or concerned or subjects(head)


def controller_of_noun(noun: Token, lexicon: Lexicon, *, apart: Token | None = None) -> list[Token]:
    """ "their campaign to defeat": who owns the noun, stands before it, or has it as the object of a verb.

    What stands ``apart`` behind a preposition of the noun ("suspicion of funding") is its content and no owner.
    """
    owner = next((c for c in noun.children if c.dep_ in {"poss", "compound"} and c.pos_ != "ADJ"), None)
    if owner is not None:
        return list(conjuncts(owner))
    by = (child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"by", "of"} and child != apart)
    owners = [obj for child in by for obj in child.children if obj.dep_ == "pobj"]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    concerned = verb.head if verb.dep_ == "dobj" else verb
    if noun.dep_ == "pobj" and noun.head.lower_ in ABOUT and lemma(concerned) in lexicon.object_control:
        # "charged X with conspiracy to support"
        return owners or controller_through(noun.head, lexicon)
    if not owners and noun.dep_ == "pobj" and noun.head.lower_ == "of" and verb.pos_ == "NOUN":
        # "began the third phase of the effort to isolate"
        return controller_of_noun(verb, lexicon, apart=noun.head)
    holds = noun.dep_ in {"dobj", "attr", "pobj"} and verb.pos_ in CLAUSAL
    return owners or (subjects(verb) if holds else [])
