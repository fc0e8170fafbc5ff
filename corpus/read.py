"""Reads the passages of the corpus: plain text, who is mentioned where, and what is claimed by which words.

A file has many passages; README.md describes the format. What a file says wrongly is collected as problems with their
lines, so that a writer sees all of them at once; ``read`` refuses a file that has any.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from graphbuilder.errors import DataError
from graphbuilder.model import Kind, Stance, Status

Split = Literal["train", "dev", "test"]
BATCHES = Path(__file__).parent / "batches"

_HEADER = re.compile(r'=== (?P<id>\S+)(?P<about>(?: \w+=(?:"[^"]*"|[^\s"]+))*)')
_ABOUT = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s"]+))')
_ACTOR = re.compile(r"@ (?P<id>[au]\d+) (?P<kind>\S+) (?P<name>\S.*?)(?P<unnamed> unnamed)?")
_CLAIM = re.compile(
    r"> (?P<subject>[au]\d+)\.(?P<nth>\d+) (?P<relation>[A-Z_]+) (?P<object>[au]\d+)\.(?P<mth>\d+) s(?P<sentence>\d+)"
    r'(?P<stance> denied| uncertain)?(?P<status> ended| planned)?(?: source=(?:(?P<id>[au]\d+)|"(?P<words>[^"]+)"))?'
)
_OPENING = re.compile(r"\{([au]\d+):")
_STOP = re.compile(r"""[.!?]["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Brig|Capt|Sgt|Cpl|Adm|Cmdr|Insp|Supt|Gov|Sen|Rep|Rev|St|No|vs|Jr|Sr|Md|Rs|Hon)"
    r"|\b[A-Z](?:\.[A-Z])*|\b(?:a\.m|p\.m|e\.g|i\.e))\.$"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one line of a passage."""

    passage: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Span:
    """Character offsets in the text of a passage."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or group of a passage; ``id`` counts within the passage."""

    id: str
    kind: Kind
    name: str
    named: bool
    line: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor: a name, a noun phrase or a pronoun."""

    actor: Actor
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence (counted from 0) states, with the two mentions that carry it.

    ``source`` is the actor who says so, or plain words where the text names nobody; None in the text's own voice.
    """

    subject: Mention
    relation: str
    object: Mention
    sentence: int
    stance: Stance
    status: Status
    source: Actor | str | None
    line: int

    @property
    def source_name(self) -> str | None:
        """Who says so, as a string."""
        return self.source.name if isinstance(self.source, Actor) else self.source


@dataclass(frozen=True, slots=True)
class Passage:
    """A short article or a piece of one, annotated completely; mentions are in the order of their opening braces."""

    id: str
    about: Mapping[str, str]
    text: str
    headline: bool
    actors: tuple[Actor, ...]
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    line: int

    @property
    def split(self) -> Split:
        """To which of the three parts the passage belongs: four in five train, the others are kept apart by halves."""
        bucket = int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 10
        return "dev" if bucket == 0 else "test" if bucket == 1 else "train"


def read(paths: Iterable[Path] | None = None) -> list[Passage]:
    """The passages of the files; of all batches where none are given.

    Raises:
        DataError: a file breaks the format; the message names file, line and passage of the first problem.
    """
    found: list[Passage] = []
    for path in sorted(BATCHES.glob("*.ann")) if paths is None else paths:
        passages, problems = parse(path.read_text(encoding="utf-8"))
        for problem in problems[:1]:
            raise DataError(f"{path}:{problem.line}: {problem.passage}: {problem.message}")
        found += passages
    return found


def parse(content: str) -> tuple[list[Passage], list[Problem]]:
    """The passages of a file and what is wrong with it; what cannot be understood is left out of the passages."""
    passages: list[Passage] = []
    problems: list[Problem] = []
    for number, lines in _blocks(content):
        passages.append(_passage(lines, first=number, problems=problems))
    return passages, problems


def split_sentences(line: str) -> list[Span]:
    """Where the sentences of one line begin and end: at full stops before a capital, save those of abbreviations."""
    starts = [0]
    for stop in _STOP.finditer(line):
        if not _ABBREVIATION.search(line[: stop.start() + 1]):
            starts.append(stop.end())
    ends = [*starts[1:], len(line)]
    return [Span(start, start + len(line[start:end].rstrip())) for start, end in zip(starts, ends, strict=True)]


def _blocks(content: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and lines of each passage; what precedes the first header makes a block of its own."""
    block: list[str] = []
    first = 1
    for number, line in enumerate(content.splitlines(), 1):
        if line.startswith("==="):
            if any(block):
                yield first, block
            block, first = [], number
        block.append(line)
    if any(block):
        yield first, block


def _passage(lines: list[str], *, first: int, problems: list[Problem]) -> Passage:
    header = _HEADER.fullmatch(lines[0].rstrip())
    name = header["id"] if header else lines[0]
    about = {key: quoted or plain for key, quoted, plain in _ABOUT.findall(header["about"])} if header else {}
    reader = _Reader(name, problems)
    if header is None:
        reader.problem(first, 'expected a header like === NAME-001 region="Asia" genre=newswire decade=2010s')
    for number, line in enumerate(lines[1:], first + 1):
        reader.line(number, line.rstrip())
    claims = tuple(claim for number, line in reader.claims if (claim := reader.claim(number, line)) is not None)
    return Passage(
        name, about, reader.text, reader.headline, tuple(reader.actors.values()), tuple(reader.sentences),
        tuple(reader.mentions), claims, first,
    )  # fmt: skip


class _Reader:
    """Takes the lines of one passage in turn; claims wait for the end, as they count sentences and mentions."""

    def __init__(self, passage: str, problems: list[Problem]) -> None:
        self._passage = passage
        self._problems = problems
        self._paragraph = False
        self.text = ""
        self.headline = False
        self.actors: dict[str, Actor] = {}
        self.sentences: list[Span] = []
        self.mentions: list[Mention] = []
        self.claims: list[tuple[int, str]] = []

    def problem(self, line: int, message: str) -> None:
        self._problems.append(Problem(self._passage, line, message))

    def line(self, number: int, line: str) -> None:
        if line.startswith("@"):
            self._actor(number, line)
        elif line.startswith(">"):
            self.claims.append((number, line))
        elif line == "# headline":
            if self.text or self.headline:
                self.problem(number, "a headline is the first line of the text, and there is one at most")
            self.headline = True
        elif line.startswith("#"):
            self.problem(number, "unknown mark; only '# headline' begins with #")
        elif not line:
            self._paragraph = True
        else:
            self._body(number, line)

    def _actor(self, number: int, line: str) -> None:
        row = _ACTOR.fullmatch(line)
        if row is None:
            return self.problem(number, "expected an actor like: @ a1 person Asim Umar")
        if row["kind"] not in get_args(Kind):
            return self.problem(number, f"unknown kind {row['kind']!r}; known are {', '.join(get_args(Kind))}")
        if row["id"] in self.actors:
            return self.problem(number, f"{row['id']} is declared twice")
        kind: Kind = "person" if row["kind"] == "person" else "group"
        self.actors[row["id"]] = Actor(row["id"], kind, row["name"], not row["unnamed"], number)
        return None

    def _body(self, number: int, line: str) -> None:
        """Adds one line of text: braces become mentions, full stops sentences."""
        if self.text:
            self.text += "\n\n" if self._paragraph or (self.headline and len(self.sentences) == 1) else " "
        self._paragraph = False
        offset = len(self.text)
        plain = ""
        open_mentions: list[tuple[int, str]] = []
        found: list[tuple[int, int, str]] = []
        at = 0
        while at < len(line):
            opening = _OPENING.match(line, at)
            if opening:
                open_mentions.append((len(found), opening[1]))
                found.append((len(plain), -1, opening[1]))
                at = opening.end()
                continue
            if line[at] == "{":
                self.problem(number, f"expected an id and a colon after the brace at: {line[at : at + 20]}")
            elif line[at] == "}" and open_mentions:
                index, actor = open_mentions.pop()
                found[index] = (found[index][0], len(plain), actor)
            elif line[at] == "}":
                self.problem(number, f"a closing brace that nothing opened, after: {line[max(0, at - 20) : at]}")
            else:
                plain += line[at]
            at += 1
        if open_mentions:
            self.problem(number, f"a brace of {open_mentions[-1][1]} is not closed on its line")
        self.text += plain
        self.sentences += [Span(offset + span.start, offset + span.end) for span in self._spans(plain)]
        for start, end, actor in found:
            self._mention(number, actor, Span(offset + start, offset + end if end >= 0 else len(self.text)))

    def _spans(self, plain: str) -> list[Span]:
        is_headline = self.headline and not self.sentences
        return [Span(0, len(plain))] if is_headline else split_sentences(plain)

    def _mention(self, number: int, actor: str, span: Span) -> None:
        words = self.text[span.start : span.end]
        if actor not in self.actors:
            self.problem(number, f"{actor} is not declared")
        elif not words.strip() or words != words.strip():
            self.problem(number, f"a mention of {actor} is empty or has a blank at its edge: {words!r}")
        else:
            self.mentions.append(Mention(self.actors[actor], span.start, span.end))

    def claim(self, number: int, line: str) -> Claim | None:
        row = _CLAIM.fullmatch(line)
        if row is None:
            self.problem(number, "expected a claim like: > a1.1 LEADS a2.1 s1 [denied] [ended] [source=a4]")
            return None
        subject = self._nth(number, row["subject"], int(row["nth"]))
        target = self._nth(number, row["object"], int(row["mth"]))
        source: Actor | str | None = row["words"]
        if row["id"] is not None:
            source = self.actors.get(row["id"])
            if source is None:
                self.problem(number, f"the source {row['id']} is not declared")
        sentence = int(row["sentence"]) - 1
        if not 0 <= sentence < len(self.sentences):
            self.problem(number, f"there is no sentence {sentence + 1}; the text has {len(self.sentences)}")
            return None
        if subject is None or target is None:
            return None
        stance: Stance = "denied" if row["stance"] == " denied" else "uncertain" if row["stance"] else "asserted"
        status: Status = "ended" if row["status"] == " ended" else "planned" if row["status"] else "current"
        return Claim(subject, row["relation"], target, sentence, stance, status, source, number)

    def _nth(self, number: int, actor: str, nth: int) -> Mention | None:
        own = [mention for mention in self.mentions if mention.actor.id == actor]
        if actor not in self.actors:
            self.problem(number, f"{actor} is not declared")
        elif not 0 < nth <= len(own):
            self.problem(number, f"there is no {actor}.{nth}; {actor} has {len(own)} mentions")
        else:
            return own[nth - 1]
        return None
