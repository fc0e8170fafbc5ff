"""A small network made by hand: fourteen actors, six articles, forty-two claims that deny and contradict each other."""

from __future__ import annotations

from datetime import date

from graphbuilder.model import Actor, Claim, Kind, Publication, Source, SourceKind, content_id
from graphbuilder.resolve import source_id

PEOPLE = ("Asim Umar", "Raihan", "Sirajuddin Haqqani", "Zabihullah Mujahid", "Dawlat Waziri", "AQIS leader")
ALIASES = {
    "al-Qaeda in the Indian Subcontinent": ("AQIS",),
    "National Directorate of Security": ("NDS",),
    "Islamic State Khorasan Province": ("ISKP", "IS-K"),
    "al-Qaeda": ("Al Qaida",),
    "Asim Umar": ("Umar",),
}
SHORT = {
    "AQ": "al-Qaeda",
    "AQIS": "al-Qaeda in the Indian Subcontinent",
    "NDS": "National Directorate of Security",
    "ISKP": "Islamic State Khorasan Province",
    "HN": "Haqqani Network",
    "MoD": "Ministry of Defence",
    "Umar": "Asim Umar",
    "Siraj": "Sirajuddin Haqqani",
    "Mujahid": "Zabihullah Mujahid",
    "Waziri": "Dawlat Waziri",
}
PUBLICATIONS = {
    "raid": Publication(
        "a-raid", "https://news.example/raid", "Raid in Musa Qala", None, "Northern Wire", None, date(2019, 10, 8)
    ),
    "denial": Publication(
        "a-denial", "https://news.example/denial", "A denial", None, "Kabul Post", None, date(2019, 10, 9)
    ),
    "money": Publication(
        "a-money", "https://news.example/money", "Money trail", None, "Northern Wire", None, date(2019, 11, 20)
    ),
    "report": Publication(
        "a-report", "https://news.example/report", "UN report", None, "Geneva Daily", None, date(2020, 1, 14)
    ),
    "feud": Publication("a-feud", "https://news.example/feud", "The feud", None, "Kabul Post", None, date(2020, 3, 2)),
    "note": Publication("a-note", "https://news.example/note", "A note without a date"),
}

# article | subject | relation | object | stance | status | source | quote
CLAIMS = """
raid   | Umar | LEADS | AQIS | asserted | current | | Asim Umar headed the South Asian branch of al-Qaeda.
raid   | Umar | EMBEDDED_WITH | Taliban | asserted | current | NDS | Umar lived among Taliban fighters, the NDS said.
raid   | Umar | KILLED_BY | NDS | asserted | current | NDS | The NDS said that its men had killed Umar.
raid   | Raihan | LIAISON_WITH | AQ | asserted | current | NDS | Raihan carried his letters to al-Qaeda.
raid   | Raihan | EMBEDDED_WITH | Taliban | uncertain | current | NDS | Raihan may have lived with the Taliban too.
raid   | AQIS | PART_OF | AQ | asserted | current | | AQIS is a branch of al-Qaeda.
raid   | Taliban | HAS_TIES_TO | AQ | asserted | current | Waziri | They never parted, said Waziri.
raid   | Waziri | SPEAKS_FOR | MoD | asserted | current | | Dawlat Waziri, a spokesman for the ministry.
raid   | AQ | FINANCES | Taliban | asserted | current | Waziri | Al-Qaeda pays the Taliban, Waziri said.
denial | Umar | EMBEDDED_WITH | Taliban | denied | current | Mujahid | No such man was among us, Mujahid said.
denial | Taliban | HAS_TIES_TO | AQ | denied | current | Mujahid | We have no ties with al-Qaeda, Mujahid said.
denial | Taliban | HAS_TIES_TO | AQ | denied | current | Taliban | The Taliban denied any link with al-Qaeda.
denial | AQ | FINANCES | Taliban | denied | current | Mujahid | Nobody pays us, Mujahid said.
denial | Mujahid | SPEAKS_FOR | Taliban | asserted | current | | Zabihullah Mujahid, the spokesman of the Taliban.
denial | Taliban | FIGHTS | ISKP | asserted | current | Mujahid | We fight ISKP, Mujahid said.
denial | NDS | SUPPORTS | ISKP | uncertain | current | Mujahid | The NDS perhaps helps ISKP, Mujahid said.
money  | AQ | FINANCES | Taliban | asserted | current | analysts | Al-Qaeda still pays, analysts say.
money  | AQ | FINANCES | HN | asserted | ended | analysts | It once paid the Haqqani Network as well.
money  | Siraj | LEADS | HN | asserted | current | | Sirajuddin Haqqani leads the network.
money  | Siraj | MEMBER_OF | Taliban | asserted | current | | Haqqani is a deputy leader of the Taliban.
money  | Siraj | MET_WITH | AQ | uncertain | current | NDS | He reportedly met al-Qaeda, the NDS said.
money  | HN | PART_OF | Taliban | asserted | current | | The network is an arm of the Taliban.
money  | Taliban | SHELTERS | AQ | asserted | current | NDS | The Taliban hide al-Qaeda men, the NDS said.
money  | AQIS leader | EMBEDDED_WITH | Taliban | asserted | current | | An AQIS leader sat with the Taliban.
money  | AQIS leader | MEMBER_OF | AQIS | asserted | current | | An AQIS leader sat with the Taliban.
report | Taliban | HAS_TIES_TO | AQ | asserted | current | UN monitors | The ties remain close, the monitors wrote.
report | Taliban | HAS_TIES_TO | AQ | asserted | current | NDS | The NDS agreed.
report | Umar | EMBEDDED_WITH | Taliban | asserted | current | UN monitors | Umar was with the Taliban, they wrote.
report | Umar | MEMBER_OF | AQ | asserted | current | UN monitors | He belonged to al-Qaeda, the monitors wrote.
report | Raihan | MEMBER_OF | AQIS | asserted | current | UN monitors | Raihan was of AQIS, the monitors wrote.
report | Taliban | SHELTERS | AQ | asserted | current | UN monitors | Safe houses stand open, the monitors wrote.
report | Taliban | FIGHTS | ISKP | asserted | current | | The Taliban fight ISKP in the east.
report | ISKP | SPLIT_FROM | Taliban | asserted | current | | ISKP was founded by men who left the Taliban.
feud   | Taliban | FIGHTS | ISKP | asserted | current | | The Taliban and ISKP fought again.
feud   | HN | COOPERATES_WITH | ISKP | uncertain | current | NDS | The network may work with ISKP, the NDS said.
feud   | HN | COOPERATES_WITH | ISKP | denied | current | Taliban | No one works with ISKP, the Taliban said.
feud   | Siraj | HAS_TIES_TO | ISKP | denied | current | Taliban | Haqqani has no ties to ISKP, the Taliban said.
feud   | Taliban | NEGOTIATES_WITH | MoD | asserted | planned | Waziri | Talks will begin soon, Waziri said.
feud   | MoD | FIGHTS | Taliban | asserted | current | Waziri | The war goes on, Waziri said.
note   | Taliban | HAS_TIES_TO | AQ | uncertain | current | | Some see ties between the Taliban and al-Qaeda.
note   | ISKP | PART_OF | Islamic State | asserted | current | | ISKP is a province of the Islamic State.
note   | Raihan | MEMBER_OF | AQ | uncertain | ended | residents | Raihan used to be of al-Qaeda, residents think.
"""


def batches() -> list[tuple[Publication, list[Claim]]]:
    """Each publication with its claims, as the loader takes them."""
    found: dict[str, list[Claim]] = {key: [] for key in PUBLICATIONS}
    for line in CLAIMS.strip().splitlines():
        article, *fields = (field.strip() for field in line.split("|"))
        found[article].append(_claim(PUBLICATIONS[article], fields, start=100 * len(found[article])))
    return [(PUBLICATIONS[key], claims) for key, claims in found.items()]


def _claim(publication: Publication, fields: list[str], *, start: int) -> Claim:
    subject, relation, obj, stance, status, source, quote = fields
    row = {"stance": stance, "status": status, "quote": quote, "relation": relation}
    return Claim(
        id=content_id(publication.id, *fields),
        subject=_actor(subject, publication),
        object=_actor(obj, publication),
        source=_source(source),
        confidence=0.9 if stance == "asserted" else 0.6,
        char_start=start,
        char_end=start + len(quote),
        rule=f"{relation.lower()}:1",
        publication=publication,
        **row,  # type: ignore[arg-type]
    )


def _actor(short: str, publication: Publication) -> Actor:
    name = SHORT.get(short, short)
    kind: Kind = "person" if name in PEOPLE else "group"
    if name == "AQIS leader":
        return Actor(content_id(kind, name, publication.id), kind, name, named=False)
    # The id that a speaker of that name has, so that who is spoken of and who speaks are one.
    return Actor(str(source_id(Source(name, kind))), kind, name, aliases=ALIASES.get(name, ()))


def _source(short: str) -> Source | None:
    name = SHORT.get(short, short)
    kind: SourceKind = "person" if name in PEOPLE else "group" if short in SHORT or name == "Taliban" else "other"
    return Source(name, kind) if name else None
