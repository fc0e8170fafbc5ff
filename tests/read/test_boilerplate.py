"""Only the end of a text is cut off, and only where it is no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.read.boilerplate import article_end

BODY = "Valley council denies talks\n\nThe council said it had met nobody. The Front said the same.\n\n"


@pytest.mark.parametrize(
    "end",
    [
        "Do you like this article?\n\n1 Comment\nComment Policy * Denotes required field 1500 / 1500\n\nWell argued.",
        "12 Comments\n\nA reader wrote a paragraph here. It has a full stop.\n",
        "Leave a comment\nName\nEmail\n",
        "Your email address will not be published. Required fields are marked *\n",
        "Share this article\nFacebook Twitter WhatsApp\n",
        "Facebook | X | Email | Print\n",
        "Related articles\n\nSnow closes the pass\nIs the truce over?\n",
        "Most read\nSnow closes the pass\n\nShare\n",
        "Subscribe to our newsletter for more from the valley.\n",
        "Sign up for the morning briefing\n© 2021 The Valley Ledger. All rights reserved.\n",
        "(Reporting by Ada Moreau; Editing by Jon Pike)\n",
        "Tags: valley, council\n\nAdvertisement\n",
        "About the author\n\nAda Moreau has covered the valley since 2001. She lives there.\n",
        "Share\r\n\r\nTweet\r\n",
    ],
)
def test_what_follows_the_article_is_cut_off(end: str) -> None:
    assert article_end(BODY + end) == len(BODY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Front commander embedded with Valley Guard",
        "1 Comment",
        BODY,
        "3 Comments\nShare\n\n" + BODY,
        BODY + "Related articles of the treaty\n\nThe treaty has nine articles. None is kept.\n",
        BODY + "Read more: Snow closes the pass\n\nThe council will meet again in May.\n",
        BODY + "An envoy of the Front, in a picture of March [File]\n",
        BODY + "The group announced the pact in its newsletter.\n",
        BODY + "— AFP\n",
        BODY + "Shared interests, goals\n\nBoth want the pass.",
        "The council\u2028met nobody.\u2029The Front said so.\r\n",
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert article_end(text) == len(text)


@given(st.lists(st.sampled_from(["Share", "Related", "3 Comments", "A short line", "", "It met nobody.", "x" * 130])))
def test_no_paragraph_is_lost_unless_a_comment_form_opens_above(lines: list[str]) -> None:
    text = "\n".join(lines)
    lost = text[article_end(text) :].partition("3 Comments")[0]
    assert not {"It met nobody.", "x" * 130} & set(lost.splitlines())
