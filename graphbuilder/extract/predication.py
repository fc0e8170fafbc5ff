"""A word that may state a relation, with the phrases around it by role; knows syntax and no word of any relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from graphbuilder.annotate.phrases import conjuncts, lemma, subject_of
from graphbuilder.lexicon import Lexicon

Path = Literal["direct", "shared", "control", "relative", "participle", "light", "circumstance"]
Mode = Literal["verb", "noun", "adjective", "name"]

_COPULA = frozenset(["be", "become", "remain", "stay"])
_NAMING = frozenset(
    ["name", "appoint", "elect", "call", "make", "crown", "declare", "proclaim", "dub", "brand", "label", "consider"]
)
_CIRCUMSTANCE = frozenset(["in", "into", "at", "under", "on", "during", "through"])
_RELATIVE_TAGS = frozenset(["WDT", "WP", "WRB"])


@dataclass(frozen=True, slots=True)
class Argument:
    """The head token of a phrase that fills a slot, and by which path the syntax leads there."""

    token: Token
    path: Path = "direct"


@dataclass(slots=True)
class Predication:
    """A trigger with its slots, voice undone: ``subject`` acts whether the clause is active or passive.

    ``carrier`` is the light verb of a noun ("hold" of "held talks"); ``status_tokens`` are the words whose negation,
    modality and tense are those of the statement.
    """

    token: Token
    mode: Mode
    slots: dict[str, list[Argument]] = field(default_factory=dict)
    carrier: Token | None = None

    def add(self, slot: str, tokens: Iterable[Token], path: Path = "direct") -> None:
        """Fill a slot with phrases, each once."""
        known = self.slots.setdefault(slot, [])
        for token in tokens:
            if all(token.i != argument.token.i for argument in known):
                known.append(Argument(token, path))

    def has(self, slot: str) -> bool:
        """Something fills the slot."""
        return bool(self.slots.get(slot))


def verb(token: Token, lexicon: Lexicon) -> Predication:
    """The predication of a verb, finite or participle."""
    found = Predication(token, "verb")
    _own_arguments(found, token)
    _prepositions(found, token)
    _shared_with_coordinated(found, token)
    _from_governor(found, token, lexicon)
    return found


def noun(token: Token, lexicon: Lexicon) -> Predication:
    """The predication of a noun, with what a light verb or a coordinated noun lends it."""
    found = Predication(token, "noun")
    for child in token.children:
        if child.dep_ == "poss":
            found.add("poss", conjuncts(child))
    found.add("compound", [token])
    found.add("self", [token])
    _prepositions(found, token)
    _coordinated_noun(found, token)
    _carried(found, token, lexicon)
    return found


def adjective(token: Token) -> Predication:
    """The predication of an adjective ("loyal to") or of a participle read as one."""
    found = Predication(token, "adjective")
    _prepositions(found, token)
    head = token
    while head.dep_ == "conj" and head.head.pos_ in {"ADJ", "VERB"}:
        head = head.head
    if head.dep_ == "amod":
        found.add("subject", conjuncts(head.head), "participle")
    elif head.dep_ in {"acomp", "attr", "oprd"} and (subject := subject_of(head.head)) is not None:
        found.add("subject", conjuncts(subject))
    elif head.dep_ in {"appos", "acl", "relcl"}:
        found.add("subject", [head.head], "participle")
    elif (own := subject_of(head)) is not None:
        found.add("subject", conjuncts(own))
    elif head.dep_ in {"advcl", "conj"} and (subject := subject_of(head.head)) is not None:
        found.add("subject", conjuncts(subject), "shared")
    return found


def _own_arguments(found: Predication, token: Token) -> None:
    for child in token.children:
        if child.dep_ == "nsubj":
            found.add("subject", conjuncts(child))
        elif child.dep_ in {"dobj", "nsubjpass", "oprd"}:
            found.add("object", conjuncts(child))
        elif child.dep_ == "dative":
            inner = [t for t in child.children if t.dep_ == "pobj"] or [child]
            found.add("indirect", [t for noun_ in inner for t in conjuncts(noun_)])
        elif child.dep_ == "agent":
            found.add("subject", [t for obj in child.children if obj.dep_ == "pobj" for t in conjuncts(obj)])
        elif (
            child.dep_ in {"npadvmod", "compound", "nmod"} and token.dep_ in {"amod", "compound"} and child.i < token.i
        ):
            found.add("subject", conjuncts(child), "participle")


def _prepositions(found: Predication, token: Token, *, path: Path = "direct", depth: int = 0) -> None:
    """Phrases behind prepositions, particles and adverbs ("broke away from")."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "ADV", "PART", "VERB"}:
            objects = [obj for obj in child.children if obj.dep_ in {"pobj", "pcomp"}]
            found.add(child.lower_, [t for obj in objects for t in conjuncts(obj)], path)
            _prepositions(found, child, path=path, depth=depth + 1)
        elif child.dep_ in {"prt", "advmod", "acomp"} and depth == 0 and child.pos_ in {"ADV", "ADP", "PART", "ADJ"}:
            _prepositions(found, child, path=path, depth=depth + 1)


def _shared_with_coordinated(found: Predication, token: Token) -> None:
    """ "funds and arms the militia": an object that stands with one of two verbs belongs to both."""
    if _is_passive(token):
        _shared_agent(found, token)
        return
    if found.has("object"):
        return
    if token.dep_ == "conj" and token.head.pos_ == "VERB":
        for child in token.head.children:
            if child.dep_ == "dobj" and child.tag_ in _RELATIVE_TAGS:
                found.add("object", [child], "shared")
    for child in token.children:
        if (
            child.dep_ == "conj"
            and child.pos_ == "VERB"
            and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
        ):
            for obj in child.children:
                if obj.dep_ == "dobj" and not found.has("object"):
                    found.add("object", conjuncts(obj), "shared")


def _shared_agent(found: Predication, token: Token) -> None:
    """ "trained, armed and paid by X": the agent of the last participle is that of all."""
    nearby = [child for child in token.children if child.dep_ in {"conj", "acl"} and child.tag_ in {"VBN", "VBD", "JJ"}]
    while nearby and not found.has("subject"):
        child = nearby.pop(0)
        nearby += [c for c in child.children if c.dep_ == "conj"]
        agents = [obj for c in child.children if c.dep_ == "agent" for obj in c.children if obj.dep_ == "pobj"]
        found.add("subject", [t for agent in agents for t in conjuncts(agent)], "shared")


def _from_governor(found: Predication, token: Token, lexicon: Lexicon) -> None:
    """What a verb without a subject of its own takes from the word that governs it."""
    passive = _is_passive(token)
    open_slot = "object" if passive else "subject"
    if token.dep_ == "relcl":
        if not found.has("object") and found.has("subject") and not _has_relative(token):
            found.add("object", [token.head], "relative")
        return
    if found.has(open_slot) and not (passive and token.dep_ == "conj"):
        return
    if token.dep_ == "acl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        found.add(open_slot, _controller_of_noun(token.head), "control")
    elif token.dep_ == "acl":
        found.add(open_slot, [token.head], "relative")
    elif token.dep_ == "amod":
        found.add(
            "object" if token.tag_ == "VBN" or token.tag_ == "VBD" else "subject", conjuncts(token.head), "participle"
        )
    elif token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        _from_conjunct(found, token, passive=passive, lexicon=lexicon)
    elif token.dep_ in {"xcomp", "advcl", "ccomp", "acomp"}:
        found.add(open_slot, _controller(token.head, token.dep_, lexicon), "control")
    elif token.dep_ == "pcomp":
        found.add(open_slot, _controller_through(token.head, lexicon), "control")


def _from_conjunct(found: Predication, token: Token, *, passive: bool, lexicon: Lexicon) -> None:
    head = verb(token.head, lexicon)
    if passive and _is_passive(token.head):
        shared = head.slots.get("object", []) if not found.has("object") else []
        found.add("object", [a.token for a in shared], "shared")
        if not found.has("subject"):
            found.add("subject", [a.token for a in head.slots.get("subject", [])], "shared")
        return
    surface = "object" if _is_passive(token.head) else "subject"
    if not found.has("object" if passive else "subject"):
        found.add("object" if passive else "subject", [a.token for a in head.slots.get(surface, [])], "shared")


def _controller(head: Token, dep: str, lexicon: Lexicon) -> list[Token]:
    """Who does what an infinitive or participle says: the governor's object for some verbs, else its subject."""
    if head.pos_ in {"NOUN", "PROPN"}:
        return list(conjuncts(head))
    if head.pos_ == "ADJ":
        subject = subject_of(head.head)
        return list(conjuncts(subject)) if subject is not None else []
    if lemma(head) in lexicon.object_control and dep in {"xcomp", "ccomp"}:
        for child in head.children:
            if child.dep_ in {"dobj", "nsubjpass"}:
                return list(conjuncts(child))
    subject = subject_of(head)
    return list(conjuncts(subject)) if subject is not None else []


def _controller_through(preposition: Token, lexicon: Lexicon) -> list[Token]:
    """ "accused of supporting", "sanctioned for helping": the person concerned; else the subject of the clause."""
    head = preposition.head
    if head.pos_ in {"NOUN", "PROPN"}:
        return _controller_of_noun(head)
    if preposition.lower_ in {"of", "for", "from", "with"}:
        for child in head.children:
            if child.dep_ in {"dobj", "nsubjpass"}:
                return list(conjuncts(child))
    subject = subject_of(head)
    return list(conjuncts(subject)) if subject is not None else []


def _controller_of_noun(head: Token) -> list[Token]:
    """ "their campaign to defeat": who owns the noun, stands before it, or has it as the object of a verb."""
    owners = [child for child in head.children if child.dep_ in {"poss", "compound"} and child.pos_ != "ADJ"]
    if owners:
        return list(conjuncts(owners[0]))
    by = [
        obj
        for child in head.children
        if child.dep_ == "prep" and child.lower_ in {"by", "of"}
        for obj in child.children
    ]
    if by:
        return by
    verb_ = head.head.head if head.dep_ == "pobj" else head.head
    if (
        head.dep_ in {"dobj", "attr", "pobj"}
        and verb_.pos_ in {"VERB", "AUX"}
        and (subject := subject_of(verb_)) is not None
    ):
        return list(conjuncts(subject))
    return []


def _coordinated_noun(found: Predication, token: Token) -> None:
    """ "cash and weapons to X", "founder and leader of Y": complements of one noun that serve its neighbour too."""
    if token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"}:
        for child in token.head.children:
            if child.dep_ == "poss" and not found.has("poss"):
                found.add("poss", conjuncts(child), "shared")
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ == "NOUN" and not any(c.dep_ == "prep" for c in token.children):
            _prepositions(found, child, path="shared")


def _carried(found: Predication, token: Token, lexicon: Lexicon) -> None:
    """What the verb above a noun says about its roles: light verbs, copulas, naming, "as", circumstances."""
    top = token
    while top.dep_ in {"conj", "appos"} and top.head.pos_ == "NOUN":
        top = top.head
    head = top.head
    if top.dep_ in {"dobj", "nsubjpass"} and lemma(head) in lexicon.light:
        _lend(found, head, lexicon)
    elif top.dep_ in {"attr", "oprd"} and lemma(head) in _COPULA | _NAMING:
        _predicate_noun(found, head)
    elif top.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
        _predicate_noun(found, head.head)
    elif top.dep_ == "pobj" and head.lower_ == "for" and lemma(head.head) in lexicon.responsibility:
        if (claimer := subject_of(head.head.head)) is not None and head.head.dep_ == "dobj":
            found.add("subject", conjuncts(claimer), "light")
    elif top.dep_ == "pobj" and head.lower_ in _CIRCUMSTANCE and head.head.pos_ in {"VERB", "AUX"}:
        found.carrier = head.head
        carrier = verb(head.head, lexicon)
        if not _is_passive(head.head):
            found.add("subject", [a.token for a in carrier.slots.get("subject", [])], "circumstance")
        for slot in ("with", "against", "to"):
            found.add(slot, [a.token for a in carrier.slots.get(slot, [])], "circumstance")
    for child in token.children:
        if child.dep_ in {"relcl", "acl"} and lemma(child) in lexicon.light | lexicon.give:
            _lend(found, child, lexicon)


def _lend(found: Predication, carrier: Token, lexicon: Lexicon) -> None:
    lent = verb(carrier, lexicon)
    found.carrier = carrier
    for slot, arguments in lent.slots.items():
        if slot == "object":
            continue
        found.add(slot, [a.token for a in arguments if a.token.i != found.token.i], "light")


def _predicate_noun(found: Predication, carrier: Token) -> None:
    """ "X is the leader of", "X was named head of": the noun is said of the subject, or of the object of naming."""
    found.carrier = carrier
    objects = [child for child in carrier.children if child.dep_ == "dobj" and child.i != found.token.i]
    subject = subject_of(carrier)
    chosen = objects[0] if objects else subject
    if chosen is not None:
        found.slots["self"] = []
        found.add("self", conjuncts(chosen))
        found.add("subject", conjuncts(chosen))


def _is_passive(token: Token) -> bool:
    """Passive, or a participle that stands behind or before the noun it is said of."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "agent"} for child in token.children):
        return True
    if token.tag_ not in {"VBN", "VBD"}:
        return False
    return token.dep_ in {"acl", "amod"} or (
        token.dep_ == "conj" and token.tag_ == "VBN" and token.head.pos_ == "VERB" and _is_passive(token.head)
    )


def _has_relative(token: Token) -> bool:
    return any(
        child.tag_ in _RELATIVE_TAGS or (child.lower_ == "that" and child.dep_ in {"nsubj", "dobj"})
        for child in token.children
    )


def tokens_of(slots: Iterable[Argument]) -> Iterator[Token]:
    """The head tokens of arguments."""
    return (argument.token for argument in slots)
