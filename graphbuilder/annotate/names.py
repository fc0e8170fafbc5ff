"""The article's table of names: which stretches name which actor, decided over all its occurrences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from graphbuilder.annotate.candidates import Candidate, acronyms, capitalised, defined, known, recognised, titled
from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.units import Unit, dateline
from graphbuilder.fold import fold_name, fold_words
from graphbuilder.gazetteer import Country, Gazetteer, Group
from graphbuilder.lexicon import Lexicon

_RANK = {"definition": 4, "gazetteer": 3, "recogniser": 2, "capitals": 2, "title": 1}
_FOREIGN_ARTICLES = frozenset(["los", "las", "la", "el", "les", "le", "al", "os"])
_PLACES = frozenset(["GPE", "LOC", "FAC"])


@dataclass(slots=True)
class _Evidence:
    """What speaks for a string being a person, a group or a place."""

    person: float = 0
    group: float = 0
    place: float = 0
    candidates: list[Candidate] = field(default_factory=list)


def names(doc: Doc, found_units: Sequence[Unit], *, gazetteer: Gazetteer, lexicon: Lexicon) -> list[NameSpan]:
    """All named mentions of actors in text order, each with its entity."""
    gazetted = list(known(doc, gazetteer))
    places = dateline(doc, found_units)
    gazetted = [c for c in gazetted if c.start not in places]
    found = [
        *gazetted,
        *recognised(doc, lexicon),
        *capitalised(doc, lexicon),
        *acronyms(doc, lexicon),
        *titled(doc, lexicon),
    ]
    found = [c for c in found if c.start not in places]
    definitions = list(defined(doc, found))
    chosen = _without_overlap(doc, [*found, *definitions], lexicon)
    table = _Table(doc, lexicon)
    table.define(definitions)
    evidence = _evidence(doc, chosen, lexicon)
    spans = [span for candidate in chosen for span in table.place(candidate, evidence)]
    spans += table.repeat(doc, spans)
    return sorted(spans, key=lambda span: span.start)


def _without_overlap(doc: Doc, found: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The best candidate for each stretch: definitions first, then names inside no longer name of a group."""
    ordered = sorted(found, key=lambda c: (-_weight(doc, c, found, lexicon), -(c.end - c.start), c.start))
    taken: dict[int, Candidate] = {}
    kept = []
    for candidate in ordered:
        if candidate.origin == "recogniser" and candidate.label == "PERSON":
            candidate = _behind_known(candidate, taken, doc, lexicon)
        span = range(candidate.start, candidate.end)
        if not span or any(n in taken for n in span):
            continue
        taken.update(dict.fromkeys(span, candidate))
        kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _weight(doc: Doc, candidate: Candidate, found: Sequence[Candidate], lexicon: Lexicon) -> float:
    """Rank of a candidate; a longer name with the head of a group's name outranks a known name inside it."""
    rank = float(_RANK[candidate.origin])
    inside = [
        c
        for c in found
        if c.origin == "gazetteer"
        and candidate.start <= c.start
        and c.end <= candidate.end
        and c.end - c.start < candidate.end - candidate.start
    ]
    if candidate.origin in {"recogniser", "capitals"} and inside and candidate.label != "PERSON":
        headed = doc[candidate.end - 1].text in lexicon.name_heads or any(
            t.text in lexicon.name_heads for t in doc[candidate.start : candidate.end]
        )
        groups = [c for c in inside if isinstance(c.entry, Group)]
        if headed and len(groups) <= 1 and not (groups and groups[0].end == candidate.end):
            return 3.5
        return 1.5 if groups else 3.2 if headed else 1.5
    return rank


def _behind_known(candidate: Candidate, taken: dict[int, Candidate], doc: Doc, lexicon: Lexicon) -> Candidate:
    """A person's name without a group or title that the recogniser took into it."""
    start = candidate.start
    while start < candidate.end and (
        start in taken or doc[start].lower_ in lexicon.titles or doc[start].lower_ in lexicon.persons
    ):
        start += 1
    return Candidate(start, candidate.end, "recogniser", label="PERSON")


def _evidence(doc: Doc, chosen: Iterable[Candidate], lexicon: Lexicon) -> dict[str, _Evidence]:
    table: dict[str, _Evidence] = defaultdict(_Evidence)
    for candidate in chosen:
        seen = table[fold_name(candidate.text(doc))]
        seen.candidates.append(candidate)
        seen.person += (candidate.label == "PERSON") * (1.5 if candidate.origin == "title" else 1)
        seen.group += candidate.label in {"ORG", "NORP"}
        seen.place += candidate.label in _PLACES
        person, group = _context(doc, candidate, lexicon)
        seen.person += person
        seen.place += _place_points(doc[candidate.start : candidate.end], lexicon)
        seen.group += group
    return table


def _context(doc: Doc, candidate: Candidate, lexicon: Lexicon) -> tuple[float, float]:
    """Points for person and for group from the words around and in a name."""
    person = group = 0.0
    words = doc[candidate.start : candidate.end]
    before = doc[candidate.start - 1] if candidate.start else None
    after = doc[candidate.end : candidate.end + 3]
    if before is not None and (before.lower_ in lexicon.titles or before.lemma_.lower() in lexicon.persons):
        person += 2
    if before is not None and before.lower_ == "the" and len(words) > 1:
        group += 0.5
    if before is not None and before.lemma_.lower() in lexicon.groups and before.pos_ == "NOUN":
        group += 3
    if any(token.text in lexicon.name_heads for token in words):
        group += 3
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        group += 1.5
    if len(after) == 3 and after[0].text == "," and after[1].like_num and after[2].text == ",":
        person += 3
    p, g = _apposition(words, lexicon)
    return person + p + _person_shape(words, lexicon), group + g


def _person_shape(words: Span, lexicon: Lexicon) -> float:
    """Points for two to four plain words in capitals without an article, more where they say something."""
    before = words.doc[words.start - 1].lower_ if words.start else ""
    plain = [t for t in words if t.text[:1].isupper() and not t.text.isupper()]
    if before in {"the", "a", "an"} or not 2 <= len(plain) <= 4 or any(t.text in lexicon.name_heads for t in words):
        return 0.0
    says = words.root.dep_ == "nsubj" and words.root.head.lemma_.lower() in lexicon.report
    return 1.6 if says else 0.6 if words[0].lower_ in _FOREIGN_ARTICLES else 1.1


def _place_points(words: Span, lexicon: Lexicon) -> float:
    """Points for a place: its last word, "in X", "X, Syria"."""
    doc = words.doc
    points = 5.0 if words[-1].text in lexicon.place_heads and len(words) > 1 else 0.0
    if words.start and doc[words.start - 1].lower_ in {"in", "near", "at"}:
        points += 1.5
    if words.end + 1 < len(doc) and doc[words.end].text == "," and doc[words.end + 1].ent_type_ == "GPE":
        points += 1.5
    return points


def _apposition(words: Span, lexicon: Lexicon) -> tuple[float, float]:
    """Points from "X, a militia ..." and "X is a militia"."""
    root = words.root
    heads = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ in {"nsubj"} and root.head.lemma_ == "be":
        heads += [child for child in root.head.children if child.dep_ == "attr"]
    if root.dep_ == "appos":
        heads.append(root.head)
    person = sum(2.0 for head in heads if head.pos_ == "NOUN" and head.lemma_.lower() in lexicon.persons)
    group = sum(3.0 for head in heads if head.pos_ == "NOUN" and head.lemma_.lower() in lexicon.groups)
    return person, group


class _Table:
    """Entities by the folded forms that the article gives them."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.by_form: dict[str, Entity] = {}
        self.by_entry: dict[int, Entity] = {}
        self.acronyms: dict[tuple[str, ...], Entity] = {}
        self.persons: list[Entity] = []

    def define(self, definitions: Iterable[Candidate]) -> None:
        """Make each acronym of the article another form of its long name."""
        for candidate in definitions:
            assert candidate.acronym is not None
            entity = self._group(candidate.text(self.doc))
            close = next(n for n in range(candidate.acronym, len(self.doc)) if self.doc[n].text == ")")
            self.by_form[fold_name(self.doc[candidate.acronym : close].text)] = entity
            self.acronyms[_written(self.doc, candidate.acronym, close)] = entity

    def place(self, candidate: Candidate, evidence: dict[str, _Evidence]) -> Iterator[NameSpan]:
        """The span of a candidate, where it is an actor."""
        text = candidate.text(self.doc)
        entity = self.by_form.get(fold_name(text)) or self._entity(candidate, evidence[fold_name(text)])
        if entity is None:
            return
        entity.forms[text] += 1
        bare = candidate.form == "people" and self.doc[max(candidate.start - 1, 0)].lower_ != "the"
        form = "adjective" if candidate.form == "adjective" or bare else "name"
        form = "capital" if candidate.form == "capital" else form
        yield NameSpan(candidate.start, candidate.end, entity, form)  # type: ignore[arg-type]

    def _entity(self, candidate: Candidate, evidence: _Evidence) -> Entity | None:
        text = candidate.text(self.doc)
        if candidate.entry is not None:
            return self._known(candidate, text)
        if self._part_of_person(text):
            return self._person(candidate, text)
        if (
            evidence.group >= max(evidence.person, 1)
            and evidence.group > evidence.place * 0.9
            and not self._nationality(evidence)
        ):
            return self._group(text)
        if evidence.person > max(evidence.group, evidence.place * 0.9):
            return self._person(candidate, text)
        return None

    def _part_of_person(self, text: str) -> bool:
        """One word that ends the name of a person named before."""
        words = fold_words(text)
        return len(words) == 1 and any(len(own := fold_words(p.name)) > 1 and own[-1] == words[0] for p in self.persons)

    def _nationality(self, evidence: _Evidence) -> bool:
        """Only ever an adjective or people ("Sunni", "Tuareg"): no actor."""
        return evidence.group < 2 and all(c.label == "NORP" for c in evidence.candidates)

    def _known(self, candidate: Candidate, text: str) -> Entity | None:
        entry = candidate.entry
        assert entry is not None
        entity = self.by_entry.get(id(entry))
        if entity is None:
            country = isinstance(entry, Country)
            own_name = candidate.form in {"name", "weak"}
            entity = Entity("group", text if own_name else entry.name, entry=entry, place=country)
            entity.country = entry.name if isinstance(entry, Country) else entry.country
            self.by_entry[id(entry)] = entity
        elif candidate.form == "name" and (len(text) > len(entity.name) or entity.name not in entity.forms):
            entity.name = text
        if not isinstance(entry, Country) or candidate.form == "name":
            self.by_form.setdefault(fold_name(text), entity)
        return entity

    def _group(self, text: str) -> Entity:
        entity = self.by_form.get(fold_name(text))
        if entity is None:
            entity = Entity("group", text)
            self.by_form[fold_name(text)] = entity
        return entity

    def _person(self, candidate: Candidate, text: str) -> Entity:
        words = fold_words(text)
        for person in reversed(self.persons):
            own = fold_words(person.name)
            if set(words) <= set(own) and (len(words) > 1 or words[0] != own[0] or len(own) == 1):
                self.by_form.setdefault(fold_name(text), person)
                return person
            if set(own) < set(words) and len(own) == 1 and own[0] == words[-1]:
                person.name = text
                self.by_form[fold_name(text)] = person
                return person
        name = self._with_honour(candidate, text)
        person = Entity("person", name)
        self.persons.append(person)
        self.by_form[fold_name(text)] = person
        return person

    def _with_honour(self, candidate: Candidate, text: str) -> str:
        """ "Mullah Fazlullah": a single name keeps its honour, unless a fuller one is known."""
        before = self.doc[candidate.start - 1] if candidate.start else None
        if (
            before is not None
            and " " not in text
            and before.lower_ in self.lexicon.honours
            and before.text[0].isupper()
        ):
            return f"{before.text} {text}"
        return text

    def repeat(self, doc: Doc, spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
        """Further occurrences, in the same letters, of names that were found elsewhere in the article."""
        taken = {n for span in spans for n in range(span.start, span.end)}
        known = dict(self.acronyms)
        for span in spans:
            if span.form == "name" and not span.entity.place:
                known[_written(doc, span.start, span.end)] = span.entity
        longest = max(map(len, known), default=0)
        for start in range(len(doc)):
            for end in range(min(start + longest, len(doc)), start, -1):
                entity = known.get(_written(doc, start, end))
                if entity and not taken.intersection(range(start, end)):
                    taken.update(range(start, end))
                    entity.forms[doc[start:end].text] += 1
                    yield NameSpan(start, end, entity)
                    break


def _written(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.text for token in doc[start:end])
