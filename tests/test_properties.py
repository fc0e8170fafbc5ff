"""What holds for any text: evidence stands where a claim says, ids know only content, and neighbours change nothing."""

from __future__ import annotations

import json
import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notation import claims_of, read_all

from graphbuilder.model import Actor, Article, Claim, Publication, Source, content_id
from graphbuilder.pipeline import read_claims

SENTENCES = [
    "AQIS leader embedded with Taliban",
    "An AQIS leader was embedded with the Taliban in Paktika, Afghan officials said.",
    "Iran funds Hamas, and Qatar denied that it does so too.",
    "The Houthis never met with al-Qaeda.",
    "“We have no ties to them,” he said.",
    "Its commanders fought alongside Hezbollah.",
    "Sirajuddin Haqqani, the leader of the Haqqani Network, pledged allegiance to the Taliban.",
    "The group has severed its links with Islamic State.",
    "KABUL, May 3 (Reuters) - Both groups may be allied.",
    "Nothing else happened — it rained. \t",
    "Turkey will arm the National Directorate of Security (NDS), the U.N. said.",
    "“They shelter al-Shabaab",
    "By Noor Khan | Kabul",
    "?!",
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n\n", "\n", "\r\n", "  ", " "])),
    min_size=1,
    max_size=7,
).map(lambda pairs: "".join(sentence + gap for sentence, gap in pairs))
WORDS = st.text(string.printable + "éÉ—“”\u2028الجيش", min_size=1, max_size=12)
PARTS = st.lists(st.text("ab", max_size=3), min_size=1, max_size=3)
SOURCES = st.none() | st.builds(Source, WORDS, st.sampled_from(["person", "group", "other"]))
ACTORS = st.builds(
    Actor, WORDS, st.sampled_from(["person", "group"]), WORDS, st.booleans(), st.lists(WORDS, max_size=3).map(tuple)
)
PUBLICATIONS = st.builds(
    Publication,
    id=WORDS,
    location=WORDS,
    title=WORDS,
    url=st.none() | WORDS,
    outlet=st.none() | WORDS,
    author=st.none() | WORDS,
    published=st.none() | st.dates(date(1900, 1, 1)),
    language=st.sampled_from(["en", "fr"]),
)
CLAIMS = st.builds(
    Claim,
    id=WORDS,
    subject=ACTORS,
    relation=WORDS,
    object=ACTORS,
    stance=st.sampled_from(["asserted", "denied", "uncertain"]),
    status=st.sampled_from(["current", "ended", "planned"]),
    source=SOURCES,
    confidence=st.floats(0, 1),
    quote=WORDS,
    char_start=st.integers(0),
    char_end=st.integers(0),
    rule=WORDS,
    publication=PUBLICATIONS,
)
few = settings(max_examples=25, deadline=None, derandomize=True)


@given(CLAIMS)
def test_a_claim_survives_the_way_through_a_line_of_json(claim: Claim) -> None:
    assert Claim.from_json(json.loads(json.dumps(claim.to_json()))) == claim


@given(PARTS, PARTS)
def test_an_id_tells_its_parts_and_their_order(some: list[str], others: list[str]) -> None:
    assert (content_id(*some) == content_id(*others)) == (some == others)


@pytest.mark.model
@few
@given(TEXTS)
def test_the_quote_stands_where_the_claim_says(text: str) -> None:
    for claim in claims_of(text):
        assert text[claim.char_start : claim.char_end] == claim.quote
        assert claim.quote == claim.quote.strip()
        assert 0 < claim.confidence <= 1


@pytest.mark.model
@few
@given(TEXTS)
def test_no_two_claims_of_a_text_share_an_id(text: str) -> None:
    claims = claims_of(text)
    assert len({claim.id for claim in claims}) == len(claims)


@pytest.mark.model
@few
@given(TEXTS)
def test_where_an_article_was_found_changes_no_claim(text: str) -> None:
    publication = Publication(
        content_id(text), "elsewhere/copy.txt", title="Copy", outlet="Daily", published=date(2020, 1, 1)
    )
    ((_, claims),) = read_claims(
        [Article(publication, text)], min_confidence=0, reject=lambda *why: pytest.fail(str(why))
    )
    mine = [replace(claim, publication=publication) for claim in claims_of(text)]
    assert claims == mine


@pytest.mark.model
@few
@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_neighbours_in_a_batch_change_no_claim(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    alone = [claims_of(text) for text in shuffled]
    assert read_all(*shuffled) == alone
