"""Title, author, date and outlet are found in plain text where it states them, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from graphbuilder.read.dates import find_date
from graphbuilder.read.header import Header, find_header

BODY = "The council of the eastern valleys said on Monday that it had never met an envoy of the Red Banner Front."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Council denies secret talks\n\n{BODY}", Header(title="Council denies secret talks")),
        (
            f"Council denies secret talks\nBy Ada Moreau | GENEVA, Feb. 13\n\n{BODY}",
            Header(title="Council denies secret talks", author="Ada Moreau"),
        ),
        (
            f"Council denies secret talks\n\nBy Sabir\n\n\nA hall in the valley, in March. [File]\n\nKABUL -- {BODY}",
            Header(title="Council denies secret talks", author="Sabir"),
        ),
        (
            f"Council denies secret talks\nVALLEY TOWN, Nigeria, March 14 (Hillwire)\n\n{BODY}",
            Header(title="Council denies secret talks", outlet="Hillwire"),
        ),
        (
            f"Council denies secret talks\nBy Ada Moreau\nThe Valley Ledger\nGeneva, 4 March 2021\n\n{BODY}",
            Header(
                title="Council denies secret talks",
                author="Ada Moreau",
                outlet="The Valley Ledger",
                published=date(2021, 3, 4),
            ),
        ),
        (
            f"PRESS RELEASE\nMinistry lists two traders\nOffice of Notices\nMay 15, 2019\n\n{BODY}",
            Header(title="Ministry lists two traders", published=date(2019, 5, 15)),
        ),
        (f"KABUL, Feb 13, 2020 (Reuters) - {BODY}", Header(outlet="Reuters", published=date(2020, 2, 13))),
        (f"GENEVA (AP) — {BODY}", Header(outlet="Associated Press")),
        (
            f"Who fed the Front?\nBy Ada Moreau, Reuters\n\n{BODY}",
            Header(title="Who fed the Front?", author="Ada Moreau", outlet="Reuters"),
        ),
        (f"Who fed the Front?\nBy Reuters\n\n{BODY}", Header(title="Who fed the Front?", outlet="Reuters")),
        (
            f"Who fed the Front?\nAnalysis | By Élise Roux, Dakar\n\n{BODY}",
            Header(title="Who fed the Front?", author="Élise Roux"),
        ),
        (f"Who fed the Front?\n\n{BODY}\n\n— AFP\n", Header(title="Who fed the Front?", outlet="Agence France-Presse")),
        ("Front commander embedded with Valley Guard", Header(title="Front commander embedded with Valley Guard")),
        (BODY, Header()),
        (f"{BODY} It met in 2019 on May 15, 2019.", Header()),
        (
            "The council said on Monday that it\nwould not meet the envoys of the\nFront before the snow is gone.\n",
            Header(),
        ),
        (f"By then the Front had left.\n\n{BODY}", Header()),
        (
            f"Who fed the Front?\r\n\r\nBy Ada Moreau\r\n\r\n{BODY}\r\n",
            Header(title="Who fed the Front?", author="Ada Moreau"),
        ),
    ],
)
def test_header(text: str, expected: Header) -> None:
    assert find_header(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 15, 2019", date(2019, 5, 15)),
        ("2019-10-15", date(2019, 10, 15)),
        ("2019-10-15T08:30:00Z", date(2019, 10, 15)),
        ("15 October 2019", date(2019, 10, 15)),
        ("Tue, 15 Oct 2019 10:00:00 GMT", date(2019, 10, 15)),
        ("Sept. 3rd, 2020", date(2020, 9, 3)),
        ("Updated 1 June 2020; first out on May 30, 2020", date(2020, 6, 1)),
        ("Feb. 13", None),
        ("30 February 2020", None),
        ("2019-13-40", None),
        ("February", None),
        ("", None),
    ],
)
def test_find_date(text: str, expected: date | None) -> None:
    assert find_date(text) == expected
