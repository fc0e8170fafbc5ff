"""The statistical pipeline: loads a model and parses articles whose sentences keep inside their units."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from graphbuilder.annotate.units import Unit, dateline, units
from graphbuilder.errors import DataError
from graphbuilder.lexicon import lexicon
from graphbuilder.model import Article
from graphbuilder.pipeline import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    Prepared = tuple[Doc, tuple[Article, list[Unit]]]

BATCH = 4000
"""Words parsed together: fewer cost more calls, more leave the processor's cache."""
# Marks of writing direction and joiners that pages leave in words; spaces in their stead keep every offset.
_SPACES = dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF), " ")


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """An English pipeline by package name or path.

    Raises:
        DataError: no such pipeline is installed.
    """
    import spacy

    from graphbuilder.annotate.attributes import remember_attributes
    from graphbuilder.annotate.recogniser import decode_at_once

    try:
        nlp: Language = spacy.load(name) if not name.isidentifier() else importlib.import_module(name).load()
    except (ImportError, OSError, AttributeError) as error:
        raise DataError(f"no spaCy pipeline {name!r}; install it with pip, or leave out --model ({error})") from error
    remember_attributes(nlp)
    decode_at_once(nlp)
    _know_titles(nlp)
    _part_initials(nlp)
    return nlp


def parse(articles: Iterable[Article], *, nlp: Language) -> Iterator[tuple[Article, Doc, list[Unit]]]:
    """Articles with their parse; sentences begin anew at each unit, and behind its dateline."""

    def prepared() -> Iterator[Prepared]:
        for article in articles:
            found = list(units(article.text))
            yield _tokenise(article.text, found, nlp=nlp), (article, found)

    for batch in _batches(prepared()):
        for doc, (article, found) in nlp.pipe(batch, as_tuples=True, batch_size=len(batch)):
            yield article, doc, found


def _batches(prepared: Iterable[Prepared]) -> Iterator[list[Prepared]]:
    """As many texts together as fit into a batch, at least one."""
    batch: list[Prepared] = []
    for text in prepared:
        if batch and sum(len(doc) for doc, _ in [*batch, text]) > BATCH:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _tokenise(text: str, found: list[Unit], *, nlp: Language) -> Doc:
    doc = nlp.make_doc(text.translate(_SPACES))
    starts = {unit.start for unit in found}
    opening = dateline(doc, found)
    for token in doc:
        if token.i > 0 and (token.idx in starts or (token.i - 1 in opening and token.i not in opening)):
            token.is_sent_start = True
        elif token.is_space or (token.i > 0 and _abbreviated_title(doc[token.i - 1])):
            token.is_sent_start = False
    return doc


def _abbreviated_title(token: Token) -> bool:
    """ "Capt.": its dot ends no sentence."""
    return token.text[-1] == "." and token.lower_ in lexicon().titles


def _know_titles(nlp: Language) -> None:
    """The parser ends sentences at abbreviated titles that it saw seldom; it takes them all for one that it knows."""
    for title in (word.title() for word in lexicon().titles if word.endswith(".")):
        nlp.tokenizer.add_special_case(title, [{"ORTH": title, "NORM": "gen."}])  # type: ignore[union-attr]


def _part_initials(nlp: Language) -> None:
    """ "U.S.-backed", "NSCN(IM)": a hyphen or bracket behind initials parts words as it does elsewhere."""
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z])\((?=[A-Z])", r"(?<=[A-Z]\.)-(?=[A-Za-z])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
