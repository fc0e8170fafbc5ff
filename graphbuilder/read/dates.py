"""Dates as news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
"""The name of a month, short or whole, in any case."""

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<month>{MONTH})\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_DAY}\s+(?P<month>{MONTH}),?\s+{_YEAR}",
    )
)


def find_date(text: str) -> date | None:
    """The first whole date; one without a year is none, for the year would be a guess."""
    return next((day for _, day in sorted(_dates(text))), None)


def _dates(text: str) -> Iterator[tuple[int, date]]:
    for form in _FORMS:
        for match in form.finditer(text):
            found = match.groupdict()
            name = found.get("month")
            number = _MONTHS.index(name[:3].casefold()) + 1 if name else int(found["number"])
            try:
                yield match.start(), date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                continue
