"""The predication of a noun, with what a light verb, a copula or a coordinated noun lends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graphbuilder.annotate.phrases import conjuncts, determiner, is_plural, lemma, prepositional
from graphbuilder.extract.clauses import CLAUSAL, infinitive
from graphbuilder.extract.control import ABOUT, controller_through
from graphbuilder.extract.slots import Predication, agents, objects, prepositions, subjects, together
from graphbuilder.extract.verbs import verb, where
from graphbuilder.extract.voice import is_passive
from graphbuilder.lexicon import Lexicon

_BETWEEN = frozenset(["between"])
_AMONG = frozenset(["among", "amongst"])
_BESIDE = frozenset(["with", "alongside", "besides"])
_POSTNOMINAL = frozenset(["with", "at", "in"])
_WHOSE = frozenset(["on", "to"])
_WHILE_BEING = frozenset(["although", "though", "while", "once"])
_CIRCUMSTANCE = frozenset(["in", "into", "at", "under", "on", "during", "through", "with", "behind"])


def noun(token: Token, lexicon: Lexicon) -> Predication:
    """The predication of a noun."""
    found = Predication(token, "noun")
    for child in token.children:
        if child.dep_ == "poss":
            found.add("poss", conjuncts(child))
    found.add("compound", [token])
    found.add("self", [token])
    prepositions(found, token)
    _misplaced(found)
    _as_subject(found, lexicon)
    _attributed(found, lexicon)
    _coordinated(found)
    _governed(found, lexicon)
    for child in token.children:
        if child.dep_ in {"relcl", "acl"} and lemma(child) in lexicon.light | lexicon.give and not infinitive(child):
            _lend(found, verb(child, lexicon))
    return found


def _misplaced(found: Predication) -> None:
    """ "the arrest of X by Y", "no connection of any kind with X": what the parse hangs on the noun behind "of"."""
    for inner in found.tokens("of"):
        if inner.pos_ == "PROPN" and not found.has("by"):
            found.add("by", agents(inner))
        elif determiner(inner) in {"any", "some"}:
            prepositions(found, inner)


def _as_subject(found: Predication, lexicon: Lexicon) -> None:
    """ "clashes broke out between X and Y", "its war is with X": what stands with the verb."""
    token, verb_ = found.token, found.token.head
    if token.dep_ == "attr" and any(child.dep_ == "expl" for child in verb_.children):
        # "Between X and Y there has been war"
        found.add("between", prepositional(verb_, _BETWEEN), path="light")
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return
    if lemma(verb_) in lexicon.copulas and not _predicate(verb_):
        prepositions(found, verb_, path="light")
    elif verb_.pos_ == "VERB":
        found.add("between", prepositional(verb_, _BETWEEN), path="light")


def _attributed(found: Predication, lexicon: Lexicon) -> None:
    """ "the attack was blamed on X", "attributed the bombing to X": whose deed it is said to be."""
    token, verb_ = found.token, found.token.head
    if token.dep_ in {"dobj", "nsubjpass"} and lemma(verb_) in lexicon.attributing:
        found.add("by", prepositional(verb_, _WHOSE), path="light")


def _predicate(copula: Token) -> bool:
    """Something is said of the subject other than by a preposition ("its war is with X")."""
    return any(child.dep_ in {"attr", "acomp", "xcomp", "oprd"} for child in copula.children)


def _coordinated(found: Predication) -> None:
    """ "cash and weapons to X", "founder and leader of Y": complements of one noun that serve its neighbour too."""
    token = found.token
    if token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"}:
        for child in [*token.head.children, *_hyphenated(token.head)]:
            if child.dep_ == "poss" and not found.has("poss"):
                found.add("poss", conjuncts(child), path="shared")
            if child.dep_ == "prep" and child.i > token.i and not found.has(child.lower_):
                # The parser ties "of X" to the first of both.
                found.add(child.lower_, together(obj for obj in child.children if obj.dep_ == "pobj"), path="shared")
    if token.pos_ != "PROPN" and not any(child.dep_ == "prep" for child in token.children):
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ == "NOUN":
                prepositions(found, child, path="shared")


def _hyphenated(noun_: Token) -> Iterable[Token]:
    """What depends on the first part of a noun with a hyphen: "X's co-founder"."""
    parted = noun_.i > 1 and noun_.nbor(-1).text == "-"
    return noun_.nbor(-2).children if parted else ()


def _governed(found: Predication, lexicon: Lexicon) -> None:
    """What the word above the first of coordinated nouns says about their roles."""
    top = found.token
    while top.dep_ in {"conj", "appos"} and top.head.pos_ == "NOUN":
        top = top.head
    if found.token.dep_ == "conj" and _other(found.token):
        found.add("self", [found.token.head], path="shared")
    top = _counted(top, lexicon)
    if (one := _one_of(top, lexicon)) is not None:
        top = one
        found.slots["self"] = []
        found.add("self", [child for child in one.children if child.dep_ == "appos"] or _apposed(one))
    if top.dep_ in {"dobj", "nsubjpass"} and lemma(top.head) in lexicon.light:
        _lend(found, verb(top.head, lexicon))
    elif top.dep_ in {"attr", "oprd", "ccomp"} and lemma(top.head) in lexicon.copulas | lexicon.naming:
        _said_of(found, top.head, lexicon=lexicon)
    elif top.dep_ == "pobj":
        _behind_preposition(found, top.head, lexicon=lexicon)


def _counted(noun_: Token, lexicon: Lexicon) -> Token:
    """ "held a round of talks", "a series of attacks": the noun that a verb governs in place of another."""
    several = noun_.dep_ == "pobj" and noun_.head.lower_ == "of" and lemma(noun_.head.head) in lexicon.rounds
    return noun_.head.head if several else noun_


def _one_of(noun_: Token, lexicon: Lexicon) -> Token | None:
    """The "one" of "one of its commanders"."""
    counted = noun_.dep_ == "pobj" and noun_.head.lower_ == "of" and lemma(noun_.head.head) in lexicon.partitives
    return noun_.head.head if counted and is_plural(noun_) else None


def _apposed(noun_: Token) -> list[Token]:
    return [noun_.head] if noun_.dep_ == "appos" else []


def _behind_preposition(found: Predication, preposition: Token, *, lexicon: Lexicon) -> None:
    """ "described as the leader", "claimed responsibility for the attack", "fought in the war"."""
    head, word = preposition.head, preposition.lower_
    being = word in _WHILE_BEING or (word == "as" and lemma(found.token) in lexicon.persons)
    if being and head.pos_ in CLAUSAL and (ahead := _subject_behind(preposition)):
        found.slots["self"] = []
        found.add("self", ahead)
        found.add("subject", ahead)
        return
    if word == "as" and head.pos_ == "VERB":
        _in_office(found, head) if lemma(head) in lexicon.joining else _said_of(found, head, lexicon=lexicon)
    elif word == "as" and (stated := _stated_in(head)) is not None and lemma(stated) in lexicon.calling:
        _said_of(found, stated, lexicon=lexicon)
    elif word in ABOUT and (
        (head.pos_ == "VERB" and lemma(head) in lexicon.object_control) or lemma(head) in lexicon.charge
    ):
        found.add("subject", controller_through(preposition, lexicon), path="control")
    elif word == "of" and _accused(head, lexicon):
        found.add("subject", conjuncts(head), path="control")
    elif word in _POSTNOMINAL and head.pos_ in {"NOUN", "PROPN"} and not _other(found.token):
        found.add("subject", [head], path="relative")
    elif word == "for" and lemma(head) in lexicon.responsibility:
        if head.dep_ == "dobj":
            found.add("subject", subjects(head.head), path="light")
    elif word in _BESIDE and _other(found.token):
        _besides(found, preposition)
    elif word in _AMONG and lemma(head) in lexicon.copulas:
        _said_of(found, head, lexicon=lexicon)
    elif word == "for" and lemma(head) in lexicon.going and not is_passive(head):
        found.add("subject", subjects(head), path="circumstance")
    elif head.pos_ in CLAUSAL and (word in _CIRCUMSTANCE or (word == "from" and lemma(head) in lexicon.receive)):
        _surrounded(found, verb(head, lexicon), helped=word == "in" and lemma(head) in lexicon.backing)


def _accused(name: Token, lexicon: Lexicon) -> bool:
    """ "accuses X of links to Y", where the parse hangs the charge on the name."""
    return name.pos_ == "PROPN" and name.dep_ in {"dobj", "nsubjpass"} and lemma(name.head) in lexicon.accuse


def _subject_behind(preposition: Token) -> list[Token]:
    """ "Although part of the group, X fled": the subject that a phrase before it is said of."""
    found = subjects(preposition.head)
    return found if found and preposition.i < found[0].left_edge.i else []


def _stated_in(document: Token) -> Token | None:
    """ "described in the indictment as a member": the verb above the noun that the parse puts "as" under."""
    inside = document.dep_ == "pobj" and document.head.lower_ in _CIRCUMSTANCE and document.pos_ == "NOUN"
    return document.head.head if inside and document.head.head.pos_ == "VERB" else None


def _besides(found: Predication, preposition: Token) -> None:
    """ "X was killed along with two other fighters of Y": X is one of them."""
    verbs = (above for above in preposition.ancestors if above.pos_ in CLAUSAL)
    carrier = next(verbs, None)
    if carrier is not None:
        found.add("self", subjects(carrier) or objects(carrier), path="shared")


def _other(token: Token) -> bool:
    """ "other fighters": somebody of the same kind was named before."""
    return any(child.lower_ == "other" for child in token.children)


def _in_office(found: Predication, carrier: Token) -> None:
    """ "joined the party as its treasurer": said of the subject, and in what it joined."""
    found.carrier = carrier
    found.slots["self"] = []
    found.add("self", subjects(carrier))
    if not found.has("of"):
        found.add("of", objects(carrier), path="light")


def _surrounded(found: Predication, carrier: Predication, *, helped: bool) -> None:
    """ "fought with X against Y in the war": the roles of the verb are those of what it happened in."""
    found.carrier = carrier.token
    if helped and carrier.has("object") and not is_passive(carrier.token):
        # "backs X in the war": X is at war.
        found.add("subject", carrier.tokens("object"), path="circumstance")
        return
    acting = () if is_passive(carrier.token) else ("subject", "from")
    for slot in ("with", "against", "to", *acting):
        found.add(slot, (t for t in carrier.tokens(slot) if t.i != found.token.i), path="circumstance")
    if is_passive(carrier.token):
        found.add("patient", carrier.tokens("object"), path="circumstance")


def _lend(found: Predication, carrier: Predication) -> None:
    """A light verb lends a noun all its roles but the object, which is the noun itself."""
    found.carrier = carrier.token
    for slot in carrier.slots:
        if slot != "object":
            found.add(slot, (t for t in carrier.tokens(slot) if t.i != found.token.i), path="light")


def _own_subject(noun_: Token) -> Iterator[Token]:
    """The "him" of "named him leader", where the parse makes it the subject of the noun."""
    return (child for child in noun_.children if child.dep_ == "nsubj" and noun_.dep_ == "ccomp")


def _said_of(found: Predication, carrier: Token, *, lexicon: Lexicon) -> None:
    """ "X is the leader of", "X was named head of": the noun is said of the subject, or of the object of naming."""
    found.carrier = carrier
    named = (child for child in carrier.children if child.dep_ == "dobj" and child.i != found.token.i)
    behind = (child for child in carrier.children if child.dep_ == "attr" and child.i > carrier.i > found.token.i)
    chosen = next(named, None) or next(_own_subject(found.token), None)
    said_of = list(conjuncts(chosen)) if chosen is not None else subjects(carrier) or list(together(behind))
    said_of = said_of or (verb(carrier, lexicon).tokens("subject") if carrier.dep_ == "pcomp" else [])
    for child in carrier.children:
        # "of which both are members"
        if child.dep_ == "prep" and child.i < carrier.i:
            relative = [obj for obj in child.children if obj.dep_ == "pobj" and obj.tag_ in {"WDT", "WP"}]
            found.add(child.lower_, relative, path="relative")
    if (place := where(carrier)) is not None:
        found.add("in", [place], path="relative")
    if said_of:
        found.slots["self"] = []
        found.add("self", said_of)
        found.add("subject", said_of)
