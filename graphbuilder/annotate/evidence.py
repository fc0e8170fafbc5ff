"""What speaks for a name being a person, a group or a place, counted over the whole article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.candidate import Candidate
from graphbuilder.annotate.phrases import lemma
from graphbuilder.fold import fold_name
from graphbuilder.lexicon import Lexicon

_WEIGHT = {"title": 1.5, "introduced": 3.0}
_GENITIVE = frozenset(["'s", "’s", "'", "’"])
_WHO = frozenset(["who", "whom"])
_WHICH = frozenset(["which"])
_APPOSED = 9
_BODY = 3.0
_PLACES = frozenset(["GPE", "LOC", "FAC"])


@dataclass(slots=True)
class Evidence:
    """What speaks for a string being a person, a group or a place."""

    person: float = 0
    group: float = 0
    place: float = 0
    candidates: list[Candidate] = field(default_factory=list)


def evidence_of(doc: Doc, chosen: Iterable[Candidate], *, lexicon: Lexicon) -> dict[str, Evidence]:
    table: dict[str, Evidence] = defaultdict(Evidence)
    for candidate in chosen:
        seen = table[fold_name(candidate.text(doc))]
        seen.candidates.append(candidate)
        weight = _WEIGHT.get(candidate.origin, 1)
        with_article = candidate.start > 0 and doc[candidate.start - 1].lower_ == "the"
        seen.person += (candidate.label == "PERSON" and not with_article) * weight
        seen.group += _BODY if candidate.label == "BODY" else (candidate.label in {"ORG", "NORP"}) * weight
        seen.place += candidate.label in _PLACES
        person, group = _context(doc, candidate, lexicon=lexicon)
        seen.person += person
        seen.place += _place_points(doc[candidate.start : candidate.end], lexicon)
        seen.group += group
    return table


def _context(doc: Doc, candidate: Candidate, *, lexicon: Lexicon) -> tuple[float, float]:
    """Points for person and for group from the words around and in a name."""
    person = group = 0.0
    words = doc[candidate.start : candidate.end]
    before = doc[candidate.start - 1] if candidate.start else None
    after = doc[candidate.end : candidate.end + 3]
    if before is not None and (before.lower_ in lexicon.titles or lemma(before) in lexicon.persons):
        person += 2
    if before is not None and before.lower_ == "the" and len(words) > 1:
        group += 0.5
    if before is not None and lemma(before) in lexicon.groups and before.pos_ == "NOUN":
        office = _behind_office(before, lexicon=lexicon)
        person, group = person + 2 * office, group + 3 * (not office)
    if any(token.text in lexicon.name_heads for token in words) or (
        len(words) > 1 and words[-1].text in lexicon.name_tails
    ):
        group += 3
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        group += 1.5
    if len(after) == 3 and after[0].text == "," and after[1].like_num and after[2].text == ",":
        person += 3
    if _follows_role(words, lexicon) or _joined(words, lexicon):
        group += 0.5 if candidate.label in _PLACES else 2
    if len(words) > 1 and words[0].text in lexicon.given_names:
        person += 1.5
    if len(after) > 1 and after[0].text in _GENITIVE and lemma(after[1]) in lexicon.followings:
        person += 1.5
    if len(after) > 1 and after[0].text == ",":
        person += 1.5 * (after[1].lower_ in _WHO and not (before is not None and before.lower_ == "the"))
        group += 3 * (after[1].lower_ in _WHICH)
    p, g = _apposition(words, lexicon)
    if not p and not g and candidate.label not in _PLACES:
        p, g = _placed_behind(words, lexicon)
    return person + p + _person_shape(words, lexicon), group + g


def _follows_role(words: Span, lexicon: Lexicon) -> bool:
    """ "Leader of X", "a member of the X": what has leaders and members is a group."""
    doc, n = words.doc, words.start - 1
    n -= n > 0 and doc[n].lower_ == "the"
    if n < 1 or doc[n].lower_ != "of" or doc[n - 1].pos_ != "NOUN":
        return False
    noun = lemma(doc[n - 1])
    return noun in lexicon.persons and noun not in lexicon.kin


def _behind_office(noun: Token, *, lexicon: Lexicon) -> bool:
    """ "Deputy commissioner of police X": what the office is for, and no group called X."""
    doc, n = noun.doc, noun.i
    office = lemma(doc[n - 2]) if n > 1 and doc[n - 1].lower_ == "of" else ""
    return office in lexicon.persons or office in lexicon.titles


def _joined(words: Span, lexicon: Lexicon) -> bool:
    """ "Founded X", "belongs to X": what is founded, joined and belonged to is a group."""
    head = words.root.head
    verb = head.head if words.root.dep_ == "pobj" and head.lower_ == "to" else head
    return lemma(verb) in (lexicon.bodied if words.root.dep_ == "dobj" else lexicon.belonging)


def _placed_behind(words: Span, lexicon: Lexicon) -> tuple[float, float]:
    """Points from an apposition by word order, where the parse has none: "X, the group's late founder,"."""
    doc = words.doc
    if words.end + 1 >= len(doc) or doc[words.end].lower_ not in {",", "as"}:
        return 0.0, 0.0
    for token in doc[words.end + 1 : words.end + _APPOSED]:
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.pos_ in {"VERB", "AUX", "ADP", "PUNCT", "CCONJ", "PRON", "SCONJ"}:
            break
        if token.pos_ == "NOUN" and not (following is not None and (following.pos_ in {"NOUN", "PART"})):
            noun = lemma(token)
            named = doc[words.end].text == ","  # "described X as a militia", but not "named X as its chief"
            return 2.0 * (named and noun in lexicon.persons), 3.0 * (noun in lexicon.groups)
    return 0.0, 0.0


def _person_shape(words: Span, lexicon: Lexicon) -> float:
    """Points for two to four plain words in capitals without an article, more where they say something."""
    before = words.doc[words.start - 1].lower_ if words.start else ""
    plain = [t for t in words if t.text[:1].isupper() and not t.text.isupper()]
    small = any(t.text.islower() and t.lower_ not in lexicon.person_particles for t in words)
    if before in {"the", "a", "an"} or not 2 <= len(plain) <= 4 or any(t.text in lexicon.name_heads for t in words):
        return 0.0
    if small or words[-1].tag_ == "NNPS" or words[-1].text[0].isdigit():
        return 0.0
    says = words.root.dep_ == "nsubj" and lemma(words.root.head) in lexicon.report
    return 1.6 if says else 0.6 if words[0].lower_ in lexicon.foreign_articles else 1.1


def _place_points(words: Span, lexicon: Lexicon) -> float:
    """Points for a place: its last word, "in X", "X, Syria"."""
    doc = words.doc
    opens = words[0].text in lexicon.place_openers and not any(t.text in lexicon.name_heads for t in words)
    thing = words[-1].text in lexicon.thing_heads and not any(t.lower_ in {"of", "for"} for t in words)
    last = opens or thing or words[-1].text in lexicon.place_heads
    points = 5.0 if len(words) > 1 and last else 0.0
    points += 3.0 * _called_place(words, lexicon) + 1.5 * _taken(words, lexicon)
    if words.start and doc[words.start - 1].lower_ in {"in", "near", "at"}:
        points += 1.5
    if words.end + 1 < len(doc) and doc[words.end].text == "," and doc[words.end + 1].ent_type_ == "GPE":
        points += 1.5
    return points


def _called_place(words: Span, lexicon: Lexicon) -> bool:
    """ "The district of X", "X district", "western X", "south of X", "Paul Weiss, 34, of X"."""
    doc, start = words.doc, words.start
    if any(token.text in lexicon.name_heads or token.lower_ in lexicon.portfolios for token in words):
        return False
    within = start > 1 and doc[start - 1].lower_ == "of"
    behind = within and doc[start - 2].text in lexicon.place_nouns | lexicon.compass | {","}
    lies = start > 0 and doc[start - 1].text in lexicon.compass
    after = doc[words.end] if words.end < len(doc) else None
    return behind or lies or (after is not None and after.is_lower and after.lemma_ in lexicon.place_nouns)


def _taken(words: Span, lexicon: Lexicon) -> bool:
    """ "Captured X", "entered X": one word that no title tells to be a person."""
    name = words[0]
    titled = name.i > 0 and name.nbor(-1).lower_ in lexicon.titles
    return (
        len(words) == 1
        and name.dep_ == "dobj"
        and lemma(name.head) in lexicon.taking
        and not titled
        and not name.text.isupper()
    )


def _apposition(words: Span, lexicon: Lexicon) -> tuple[float, float]:
    """Points from "X, a militia ..." and "X is a militia"."""
    root = words.root
    heads = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ in {"nsubj"} and root.head.lemma_ == "be":
        heads += [child for child in root.head.children if child.dep_ == "attr"]
    if root.dep_ == "appos":
        heads.append(root.head)
    person = sum(2.0 for head in heads if head.pos_ == "NOUN" and lemma(head) in lexicon.persons)
    group = sum(3.0 for head in heads if head.pos_ == "NOUN" and lemma(head) in lexicon.groups)
    return person, group
