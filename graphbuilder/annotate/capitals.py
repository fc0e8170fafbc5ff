"""Names by their capitals: runs of capitalised words that a group's word heads, and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuilder.annotate.candidate import (
    MAX_NAME,
    MONTHS,
    Candidate,
    before_title,
    is_capital,
    members_of,
    own_end,
    with_number,
)
from graphbuilder.lexicon import Lexicon

_ORDINALS = frozenset(["th", "st", "nd", "rd"])
_CLAUSE_OPENERS = frozenset(["ADP", "CCONJ", "SCONJ", "AUX", "PRON"])
_DASHES = frozenset(["-", "–"])
_GENITIVE = frozenset(["'s", "’s", "'", "’"])
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$)\d{1,5}")
_NEVER_INNER = frozenset(["'s", "’s", "and", "i", "at", "as"])


def capitalised(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Runs of capitalised words one of which heads names of groups ("Sabaoon Liberation Front")."""
    for start, end in _runs(doc, lexicon):
        end = before_title(doc[start:end], lexicon)
        words = [token.text for token in doc[start:end]]
        headed = any(word in lexicon.name_heads for word in words) or (words[-1:] and words[-1] in lexicon.name_tails)
        if len(words) > 1 and headed:
            yield Candidate(start, end, "capitals", label="ORG")
        elif (body := _local_body(doc, end, lexicon=lexicon)) and (
            (body > end + 1 and doc[start].tag_ != "DT") or _proper(doc[end - 1])
        ):
            # but not "Another local militia"
            yield Candidate(start, body, "capitals", label="ORG")


def _runs(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    n = 0
    while n < len(doc):
        if not _name_word(doc[n], lexicon) or _prefixed(doc, n) or _opens_clause(doc[n]) or members_of(doc[n], lexicon):
            n += 1
            continue
        start = end = n
        while (
            n < len(doc)
            and (_name_word(doc[n], lexicon) or _joins(doc, n, lexicon=lexicon, start=start))
            and n - start < MAX_NAME
        ):
            if n > start and doc[n].is_sent_start:
                break
            if is_capital(doc[n]):
                end = n + 1
            n += 1
        numbered = start > 1 and doc[start - 2].lower_ == "the" and end < len(doc) and doc[end].pos_ != "NOUN"
        numbered = numbered or (start > 0 and (doc[start].text in MONTHS or doc[start - 1].text[-2:] in _ORDINALS))
        own = own_end(doc[start:end], lexicon)
        yield with_number(doc, start) if numbered else start, _figure_end(doc, own, lexicon=lexicon)
        n = max(n, end) if own == end else own + 1


def _local_body(doc: Doc, end: int, *, lexicon: Lexicon) -> int | None:
    """Where a body ends that a common noun makes of a name: "Medellín cartel", "Amhara regional government"."""
    n = end + (end < len(doc) and doc[end].lower_ in lexicon.local)
    return n + 1 if n < len(doc) and doc[n].lower_ in lexicon.local_groups else None


def _proper(token: Token) -> bool:
    """The name of a place or family, no adjective: "Medellín cartel", not "Sunni militia"."""
    return (token.pos_ == "PROPN" and token.ent_type_ != "NORP") or token.ent_type_ == "GPE"


def _opens_clause(token: Token) -> bool:
    """ "Did the Front", "In Amritsar the Police": small words have a capital where a sentence begins."""
    return token.pos_ in _CLAUSE_OPENERS and token.text.istitle()


def _prefixed(doc: Doc, n: int) -> bool:
    """ "pro-Cuban": what a hyphenated prefix qualifies begins no name."""
    return n > 1 and doc[n - 1].text == "-" and doc[n - 2].text.islower()


def _figure_end(doc: Doc, end: int, *, lexicon: Lexicon) -> int:
    """ "Branch 251": the figure behind the head of a name belongs to it, a year does not."""
    if end >= len(doc) or doc[end - 1].text not in lexicon.name_heads or not _FIGURE.fullmatch(doc[end].text):
        return end
    counts = end + 1 < len(doc) and doc[end + 1].pos_ in {"NOUN", "ADJ"}
    return end if counts else end + 1


def _name_word(token: Token, lexicon: Lexicon) -> bool:
    return is_capital(token) and (token.lower_ not in lexicon.persons or token.text in lexicon.name_heads)


def _joins(doc: Doc, n: int, *, lexicon: Lexicon, start: int) -> bool:
    """A small word inside a name, with a capital after it: "Front for the Liberation of"."""
    if doc[n].text in _GENITIVE:
        return doc[n - 1].lower_ in lexicon.name_owners and n + 1 < len(doc) and is_capital(doc[n + 1])
    if doc[n].text in _DASHES and doc[n].whitespace_ and doc[n - 1].whitespace_:
        return False
    if doc[n].lower_ == "and" and _pair_of_aims(doc, n, start=start):
        return True
    if doc[n].lower_ in {"of", "for"} and not any(t.text in lexicon.name_heads for t in doc[start:n]):
        return False
    if doc[n].lower_ == "the" and doc[n - 1].lower_ not in {"of", "for", "in"}:
        return False
    if doc[n].is_sent_start or n + 1 == len(doc) or doc[n].lower_ not in lexicon.name_particles - _NEVER_INNER:
        return False
    return is_capital(doc[n + 1]) or (doc[n + 1].lower_ in lexicon.name_particles and n + 2 < len(doc))


def _pair_of_aims(doc: Doc, n: int, *, start: int) -> bool:
    """ "Convention of Patriots for Justice and Peace": what a body is for may be two things."""
    after = doc[n + 1] if n + 1 < len(doc) else doc[n]
    aims = any(token.lower_ == "for" for token in doc[start:n]) and is_capital(doc[n - 1])
    person = after.ent_type_ == "PERSON" and after.i + 1 < len(doc) and doc[after.i + 1].ent_iob_ == "I"
    return (
        aims
        and is_capital(after)
        and not after.text.isupper()
        and not person
        and after.ent_type_ not in {"GPE", "NORP"}
    )


def acronyms(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Words of three and more capitals in sentences that are not all in capitals."""
    for token in doc:
        if not (token.is_upper and token.is_alpha and 3 <= len(token) <= 8):
            continue
        speaks = token.i + 1 < len(doc) and doc[token.i + 1].text == ":"
        if not speaks and token.text not in lexicon.not_groups and any(t.is_lower for t in token.sent if len(t) > 2):
            yield Candidate(token.i, token.i + 1, "capitals", label="ORG")


def hyphenated(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names that hyphens join: "Dukhtaran-e-Chiltan", "Wali-ur-Rehman", and wings as "MQM-Haqiqi"."""
    for n in (token.i for token in doc[1:-1] if token.text == "-"):
        if doc[n].whitespace_ or doc[n - 1].whitespace_ or not is_capital(doc[n - 1]):
            continue
        long = n + 3 < len(doc) and doc[n + 2].text == "-" and is_capital(doc[n + 3]) and not doc[n + 2].whitespace_
        if long and doc[n + 1].lower_ in lexicon.linking:
            label = "ORG" if doc[n + 1].lower_ in lexicon.izafat else ""
            yield Candidate(n - 1, n + 4, "hyphen", label=label)
        elif (
            doc[n - 1].text.isupper()
            and len(doc[n - 1]) > 2
            and is_capital(doc[n + 1])
            and doc[n + 1].ent_type_ in {"", "ORG"}
        ):
            yield Candidate(n - 1, n + 2, "hyphen", label="ORG")
