"""Names of persons by their shape: what the recogniser left out of them, and what follows a title."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.candidate import DAYS, Candidate, is_capital
from graphbuilder.annotate.phrases import lemma
from graphbuilder.annotate.portfolios import portfolio_end
from graphbuilder.lexicon import Lexicon

_LONG = 4
_TIMES = frozenset(["DATE", "TIME", "PERSON"])


def titled(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words behind a title or role: "Gen. Abdul Rahim", "spokesman Hamid Zaland"."""
    for token in doc[:-1]:
        if token.lower_ not in lexicon.titles and lemma(token) not in lexicon.persons:
            continue
        start = end = portfolio_end(doc, token.i + 1, lexicon=lexicon)
        while end < len(doc) and end - start < 6 and person_word(doc[end], lexicon):
            end += 1
        while end > start and not is_capital(doc[end - 1]):
            end -= 1
        end = name_end(doc, start, end=end)
        if end > start and not doc[start].is_sent_start and not _of_title(doc, end, lexicon=lexicon):
            yield Candidate(start, end, "title", label="PERSON")


def name_end(doc: Doc, start: int, *, end: int) -> int:
    """ "Rebel Leader Umar Dies": in a headline a verb has a capital too, which it has nowhere else in the article."""
    sentence = doc[start].sent
    if end - start + 1 >= len(sentence) or not _in_capitals(sentence):
        return end
    return next((n for n in range(end, start, -1) if _recurs(doc, n - 1)), start)


def _of_title(doc: Doc, end: int, *, lexicon: Lexicon) -> bool:
    """ "Chief Operating Officer": the words before ``end`` are more of the title."""
    return end < len(doc) and doc[end].text[:1].isupper() and doc[end].lower_ in lexicon.persons


def headline(doc: Doc, candidate: Candidate) -> bool:
    """Words in a row of a headline where all have a capital, which the article nowhere repeats: no name."""
    start, end = candidate.start, candidate.end
    if candidate.origin not in {"capitals", "recogniser"} or end - start < _LONG or candidate.label == "PERSON":
        return False
    sentence = doc[start].sent
    return _in_capitals(sentence) and len(sentence) > end - start and doc.text.count(candidate.text(doc)) == 1


def _in_capitals(sentence: Span) -> bool:
    """Every word but small ones has a capital, as in a headline."""
    return not any(t.text.islower() and (len(t) > 3 or t.pos_ == "VERB") for t in sentence)


def _recurs(doc: Doc, n: int) -> bool:
    """The word has its capital elsewhere in the article too, inside a sentence in small letters."""
    return any(t.text == doc[n].text and not _in_capitals(t.sent) for t in doc)


def unlabelled(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Two and more proper nouns of which the recogniser left out the first or all: "Rustam Ganiev of the ministry"."""
    proper = [token.i for token in doc if token.pos_ == "PROPN"]
    n = 0
    for start in proper:
        if start < n:
            continue
        end = start
        while end < len(doc) and _unlabelled(doc[end], lexicon, first=end == start):
            end += 1
        n = max(end, start + 1)
        while end > start and not is_capital(doc[end - 1]):
            end -= 1
        before = doc[start - 1] if start else None
        word = before.lower_ if before is not None else ""
        joined = word in {"-", "–"} and before is not None and not before.whitespace_
        alone = end - start == 1 and end < len(doc) and doc[end].text == ","  # the apposition will tell
        if (alone or end - start > 1) and word not in {"a", "an"} and not joined and _written_small(doc[start:end]):
            yield Candidate(start, end, "capitals", label="ORG" if word == "the" and not alone else "")


def _unlabelled(token: Token, lexicon: Lexicon, *, first: bool) -> bool:
    """A proper noun of no known kind; behind the first one, also what the recogniser took for a name by itself."""
    doc, n = token.doc, token.i
    if token.pos_ != "PROPN":
        return False
    after = doc[n + 1].ent_iob_ if n + 1 < len(doc) else ""
    alone = token.ent_iob_ == "B" and after != "I" and not (first and n and doc[n - 1].pos_ in {"ADP", "DET"})
    free = not token.ent_type_ or (alone and token.ent_type_ not in _TIMES)
    opens = token.is_sent_start and not first
    return free and not opens and person_word(token, lexicon)


def _written_small(words: Span) -> bool:
    """Not in a headline where every word has a capital."""
    others = [t.text for t in words[0].sent if len(t) > 3 and not words.start <= t.i < words.end]
    return sum(map(str.islower, others)) * 3 > len(others)


def person_word(token: Token, lexicon: Lexicon) -> bool:
    """A word that a person's name may have."""
    doc, n = token.doc, token.i
    if token.text in lexicon.name_openers:
        return n + 1 < len(doc) and is_capital(doc[n + 1])
    if token.lower_ in lexicon.titles or token.text in lexicon.name_heads or token.lower_ in lexicon.persons:
        return False
    glued = token.lower_ in lexicon.person_particles and any(t.text[:1].isupper() for t in doc[n + 1 : n + 3])
    if glued and token.pos_ == "ADP" and token.whitespace_:
        # "officer at Rafah", but "Abu at-Tayyib"
        return False
    if token.text in DAYS and n > 0 and is_capital(doc[n - 1]):
        return False
    return (is_capital(token) and (not token.text.isupper() or initials(token))) or glued


def initials(token: Token) -> bool:
    """ "K", "M.K.": what a person's name may be cut down to."""
    return token.text.isupper() and (len(token) == 1 or token.text.replace(".", "", 1).endswith("."))
