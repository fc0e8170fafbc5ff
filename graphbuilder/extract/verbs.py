"""The predication of a verb: its own phrases, and those that it shares with the verbs beside and above it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.annotate.phrases import SUBJECTS, conjuncts, determiner, lemma, prepositional
from graphbuilder.extract.clauses import CLAUSAL, infinitive, negated, own_subject
from graphbuilder.extract.control import controller, controller_of_noun, controller_through
from graphbuilder.extract.slots import Predication, agents, prepositions, subjects, together
from graphbuilder.extract.voice import is_passive, lacks_auxiliary, retains_object
from graphbuilder.lexicon import Lexicon

_RELATIVE_TAGS = frozenset(["WDT", "WP", "WRB"])
_OBJECTS = frozenset(["dobj", "nsubjpass", "oprd"])
_FINITE = frozenset(["VBZ", "VBP", "VBD"])
_CLAUSES = frozenset(["ROOT", "ccomp", "relcl"])
_PAST = frozenset(["VBN", "VBD"])
_WITHIN_NAME = frozenset(["compound", "nmod", "appos", "punct"])
_PARTIES = frozenset(["between", "with", "against", "by", "to", "from"])
_MISPLACED = frozenset(["dobj", "appos", "npadvmod", "nmod", "dep", "attr", "oprd"])
_BY = frozenset(["by"])
_PREMODIFIERS = frozenset(["npadvmod", "compound", "nmod"])


def verb(token: Token, lexicon: Lexicon) -> Predication:
    """The predication of a verb, finite or participle."""
    found = Predication(token, "verb")
    _own_arguments(found)
    if _caused(token, lexicon):
        found.slots = {}
        found.add("object", subjects(token))
        found.add("subject", list(agents(token)) or subjects(token.head), path="control")
    if token.pos_ == "NOUN" or (token.tag_ in _FINITE and not own_subject(token) and token.dep_ in _CLAUSES):
        _beside_mistaken(found)
    elif not found.has("object"):
        _small_clause(found)
    prepositions(found, token)
    if _told(token, lexicon):
        found.add("object", conjuncts(token.head))
        found.add("subject", subjects(token.head.head), path="control")
        return found
    if is_passive(token):
        _inner_agent(found)
        _shared_agent(found)
    elif not found.has("object"):
        _shared_object(found)
    _from_governor(found, lexicon)
    return found


def _caused(token: Token, lexicon: Lexicon) -> bool:
    """ "had X killed": a participle in the clause of a verb of having things done."""
    bare = token.tag_ in _PAST and not any(c.dep_ in {"aux", "auxpass", "mark", "dobj"} for c in token.children)
    return bare and token.dep_ == "ccomp" and lemma(token.head) in lexicon.causative and own_subject(token)


def _told(token: Token, lexicon: Lexicon) -> bool:
    """ "denied funding X": a gerund that the parser took for a word of the name behind it."""
    before_name = token.tag_ == "VBG" and token.dep_ in {"amod", "compound"} and token.head.pos_ == "PROPN"
    said = token.head.dep_ == "dobj" and lemma(token.head.head) in lexicon.report | lexicon.deny
    return before_name and said and token.head.left_edge.i == token.i == token.head.head.i + 1


def _own_arguments(found: Predication) -> None:
    token = found.token
    attribute = token.dep_ in {"amod", "compound"}
    alone = not any(child.dep_ in _OBJECTS for child in token.children)
    # "which the UN says is backed by": the parser forgets the voice of a subject that a verb of saying parts from it.
    retaining = retains_object(token)
    passive = retaining or any(child.dep_ == "auxpass" for child in token.children)
    for child in token.children:
        if child.dep_ == "dative" and alone and child.pos_ in {"PRON", "PROPN", "NOUN"}:
            # "arrested him all the same": no second object, so it is the first.
            found.add("object", conjuncts(child))
        if child.dep_ == "nsubj":
            found.add("object" if passive or (alone and lacks_auxiliary(token)) else "subject", conjuncts(child))
        elif child.dep_ in _OBJECTS:
            found.add("subject" if _names_agent(child) else "object", conjuncts(child))
            if retaining:
                # "X, declared a terrorist group by Y"
                found.add("subject", prepositional(child, _BY))
        elif child.dep_ == "dative":
            found.add("indirect", together([t for t in child.children if t.dep_ == "pobj"] or [child]))
        elif child.dep_ == "agent":
            second = (by for by in token.children if by.dep_ == "conj" and by.lower_ == "by")
            behind = [obj for by in (child, *second) for obj in by.children if obj.dep_ == "pobj"]
            found.add("subject", together(behind))
        elif child.dep_ in {"aux", "auxpass"}:
            # "Hamas had for years supplied": a subject that the parse hangs on the auxiliary.
            subject = [noun for c in child.children if c.dep_ in SUBJECTS for noun in conjuncts(c)]
            found.add("object" if passive else "subject", subject)
        elif attribute and child.dep_ in _PREMODIFIERS and child.i < token.i:
            found.add("subject", conjuncts(child), path="participle")


def _names_agent(noun: Token) -> bool:
    """ "founded by the veteran rebel X": the name of an agent that the parse takes for an object."""
    verb_, first = noun.head, noun.left_edge.i
    behind = (obj for by in verb_.children if by.dep_ == "agent" for obj in by.children if obj.dep_ == "pobj")
    return noun.dep_ == "dobj" and noun.pos_ == "PROPN" and any(obj.right_edge.i + 1 == first for obj in behind)


def _beside_mistaken(found: Predication) -> None:
    """ "Iran shelters the group": what stands around a verb that was taken for a noun."""
    for child in found.token.children:
        if child.i < found.token.i and child.dep_ in _PREMODIFIERS and child.tag_ == "NNP":
            found.add("subject", conjuncts(child))
        elif child.i > found.token.i and child.dep_ in _MISPLACED and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            found.add("object", conjuncts(child))


def _small_clause(found: Predication) -> None:
    """ "declared X a terrorist group", "let X use": who the smaller clause is about, and what it says of them."""
    for clause in found.token.children:
        noun = clause.pos_ in {"NOUN", "ADJ"} and not any(c.dep_ in {"cop", "aux"} for c in clause.children)
        bare = clause.pos_ == "VERB" and (infinitive(clause) or clause.tag_ == "VB")
        if clause.dep_ == "ccomp" and (noun or bare) and not any(c.dep_ == "mark" for c in clause.children):
            found.add("object", together(c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}))
            found.add("object", [clause] if noun else [])


def _shared_object(found: Predication) -> None:
    """ "funds and arms the militia": an object that stands with one of two verbs belongs to both."""
    token = found.token
    for other in _coordinated(token) if token.dep_ == "conj" else ():
        objects = [c for c in other.children if c.dep_ == "dobj"]
        found.add("object", (c for c in objects if c.tag_ in _RELATIVE_TAGS), path="shared")
        found.add("object", (n for c in objects if c.i > token.i for n in conjuncts(c)), path="shared")
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not own_subject(child):
            for obj in child.children:
                if obj.dep_ == "dobj" and not found.has("object"):
                    found.add("object", conjuncts(obj), path="shared")


def _coordinated(token: Token) -> Iterator[Token]:
    """The verbs that one is coordinated with, the first one and those between."""
    top = token
    while top.dep_ == "conj" and top.head.pos_ == "VERB":
        top = top.head
    between = [top]
    for verb_ in between:
        between += [c for c in verb_.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < token.i]
    return iter(between)


def _inner_agent(found: Predication) -> None:
    """ "was designated a terrorist group by X": an agent that the parse puts under what is said of the patient."""
    if not found.has("subject"):
        said = (c for c in found.token.children if c.dep_ in {"dobj", "oprd", "attr"} and c.i > found.token.i)
        found.add("subject", (noun for c in said for noun in prepositional(c, _BY)))


def _shared_agent(found: Predication) -> None:
    """ "trained, armed and paid by X": the agent of the last participle is that of all."""
    nearby = [c for c in found.token.children if c.dep_ in {"conj", "acl"} and c.tag_ in {"VBN", "VBD", "JJ"}]
    while nearby and not found.has("subject"):
        participle = nearby.pop(0)
        nearby += [child for child in participle.children if child.dep_ == "conj"]
        found.add("subject", agents(participle), path="shared")


def where(clause: Token) -> Token | None:
    """ "the movement, where he served": what a clause with "where" is about."""
    relative = clause.dep_ == "relcl" and any(child.tag_ == "WRB" for child in clause.children)
    return clause.head if relative else None


def _from_governor(found: Predication, lexicon: Lexicon) -> None:
    """What a verb without a subject of its own takes from the word that governs it."""
    token, passive = found.token, is_passive(found.token)
    open_slot = "object" if passive else "subject"
    if (place := where(token)) is not None:
        found.add("in", [place], path="relative")
    if token.dep_ == "relcl" and not (infinitive(token) and not own_subject(token)):
        if found.has("subject") and not found.has("object") and not _has_relative(token):
            found.add("object", [token.head], path="relative")
    elif found.has(open_slot) and not (
        passive and (token.dep_ == "conj" or (retains_object(token) and not own_subject(token)))
    ):
        return
    elif token.dep_ in {"conj", "dep"} and token.head.pos_ in CLAUSAL:
        _from_conjunct(found, verb(token.head, lexicon))
    elif passive and token.dep_ == "conj" and token.head.dep_ in {"acl", "amod"}:
        found.add("object", [token.head.head], path="shared")
    elif token.dep_ == "acl" and not infinitive(token):
        found.add(open_slot, [described(token)], path="relative")
    elif token.dep_ == "amod":
        described_ = [n for n in conjuncts(token.head) if n.i == token.head.i or not determiner(n)]
        found.add(
            "object" if token.tag_ in {"VBN", "VBD"} else "subject", described_ + _said(token.head), path="participle"
        )
    else:
        found.add(open_slot, _controllers(token, lexicon), path="control")


def _said(noun: Token) -> list[Token]:
    """ "X is an Iranian-backed militia": what a noun is said of."""
    said = noun.dep_ == "attr" and noun.head.lemma_ == "be" and not negated(noun.head)
    return subjects(noun.head) if said else []


def described(participle: Token) -> Token:
    """ "talks with X, led by Y": the name right before the comma rather than a noun further up."""
    before = participle.nbor(-1) if participle.i > participle.sent.start else participle
    if before.text != "," or before.nbor(-1).pos_ != "PROPN":
        return participle.head
    node = before.nbor(-1)
    while node.dep_ in _WITHIN_NAME or (node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.dep_ == "prep"):
        node = node.head if node.dep_ != "pobj" else node.head.head
    aside = node.dep_ == "pobj" and node.head.lower_ in _PARTIES
    return node if aside and node.pos_ == "PROPN" and participle.head in node.ancestors else participle.head


def _controllers(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    if token.dep_ in {"acl", "relcl"}:
        yield from controller_of_noun(token.head, lexicon)
    elif token.dep_ in {"xcomp", "advcl", "ccomp", "acomp"}:
        yield from controller(token, lexicon)
    elif token.dep_ == "pcomp":
        yield from controller_through(token.head, lexicon)


def _from_conjunct(found: Predication, head: Predication) -> None:
    """The first of two verbs lends its subject; a passive lends agent and patient to a passive."""
    passive, above = is_passive(found.token), is_passive(head.token)
    lent = {"object" if passive else "subject": "object" if above else "subject"}
    if passive and above:
        lent["subject"] = "subject"
    for slot, surface in lent.items():
        if not found.has(slot):
            found.add(slot, head.tokens(surface), path="shared")


def _has_relative(token: Token) -> bool:
    """The clause has its relative pronoun, of its own or as the owner of its subject ("X, whose men fought")."""
    return any(
        child.tag_ in _RELATIVE_TAGS
        or (child.lower_ == "that" and child.dep_ in {"nsubj", "dobj"})
        or any(owner.tag_ == "WP$" for owner in child.children)
        for child in token.children
    )
