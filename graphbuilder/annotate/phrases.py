"""Questions about a noun phrase that need no word of any relation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.annotate.entity import Annotated, NameSpan

MODIFIERS = frozenset(["compound", "amod", "nmod", "poss", "npadvmod", "nummod", "det"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "such", "both", "either", "neither"])
SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_PREFIXES = frozenset(["pro", "anti", "non", "counter"])


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma_.lower()


def is_plural(token: Token) -> bool:
    """Tagged plural, or written otherwise than its lemma with a final s."""
    return token.tag_ in {"NNS", "NNPS"} or (token.text.lower() != lemma(token) and token.text.lower().endswith("s"))


def determiner(token: Token) -> str:
    """The determiner of a noun in lower case, or an empty string."""
    return next((child.lower_ for child in token.lefts if child.dep_ in {"det", "predet"}), "")


def determiner_or_owner(token: Token) -> bool:
    """An article or a possessor stands before the noun."""
    return any(child.dep_ in {"det", "poss"} for child in token.lefts)


def predicative(token: Token) -> bool:
    """Said of somebody rather than naming somebody: "is a member", "described as a member", "named head"."""
    top = token
    while top.dep_ in {"conj", "appos"} and top.head.pos_ == "NOUN":
        top = top.head
    return top.dep_ in {"attr", "oprd"} or (top.dep_ == "pobj" and top.head.lower_ == "as")


def is_definite(token: Token) -> bool:
    """Points at something known: "the", "this", or somebody's."""
    return determiner(token) in DEFINITE or any(child.dep_ == "poss" for child in token.lefts)


def span_of(annotated: Annotated, token: Token) -> NameSpan | None:
    """The named mention that a token belongs to."""
    return annotated.name_at.get(token.i)


def qualifying_spans(annotated: Annotated, token: Token) -> list[NameSpan]:
    """Names that qualify a noun from the left: "Taliban commanders", "the Taliban's commanders"."""
    spans = []
    for n in range(token.left_edge.i, token.i):
        span = annotated.name_at.get(n)
        if span is not None and span.start == n and not prefixed(annotated.doc[n]) and _qualifies(span, token):
            spans.append(span)
    return spans


def prefixed(word: Token) -> bool:
    """ "pro-al-Qaeda outlets", "anti-government forces": not the group's own."""
    return word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ in _PREFIXES


def _qualifies(span: NameSpan, noun: Token) -> bool:
    node = noun.doc[span.start : span.end].root
    if noun.i > span.end + 1 and noun.doc[span.end].text == "-" and noun.doc[span.end + 1].tag_ == "VBN":
        # "Islamic State-linked commander", whatever the parse makes of the name
        return False
    for _ in range(4):
        if node.i == noun.i:
            return True
        if node.dep_ not in {*MODIFIERS, "conj"} or (node.i > span.end and _participle(node)):
            return False
        if node.i not in range(span.start, span.end) and node.head.i != noun.i and node.dep_ == "poss":
            return False
        node = node.head
    return False


def _participle(word: Token) -> bool:
    """ "X-linked", "X-backed": what ties the name before it to the noun is the participle."""
    return word.pos_ == "VERB" or (word.tag_ in {"VBN", "VBD"} and word.nbor(-1).text in {"-", "–"})


def prepositional(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Heads of the noun phrases that prepositions tie to a token, with their conjuncts."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    yield from conjuncts(obj)


def conjuncts(token: Token) -> Iterator[Token]:
    """A token and what is coordinated behind it."""
    yield token
    for child in token.children:
        if (child.dep_ == "conj" and not _excluded(child)) or (child.dep_ == "appos" and _listed(token, child)):
            yield from conjuncts(child)


def _excluded(token: Token) -> bool:
    """ "X, but not Y": named only to be left out."""
    return any(t.lower_ == "not" for t in token.doc[max(token.left_edge.i - 1, 0) : token.i])


def _listed(first: Token, second: Token) -> bool:
    """Two proper names between commas that go on with "and": a list that the parser took for an apposition."""
    names = first.pos_ == second.pos_ == "PROPN" and second.left_edge.i > 0
    return (
        names
        and any(c.dep_ in {"conj", "cc"} for c in [*second.children, *first.children])
        and not any(t.text == "(" for t in first.doc[first.i : second.i])
    )


def subject_of(token: Token) -> Token | None:
    """The nearest subject of a verb, its own or one that it shares."""
    verb = token
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ not in {"conj", "xcomp", "advcl", "aux"}:
            return None
        verb = verb.head
    return None


def governing_clauses(token: Token) -> Iterator[Token]:
    """The verbs above a token, from the inside out."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            yield ancestor
