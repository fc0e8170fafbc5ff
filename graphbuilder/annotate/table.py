"""The entities of an article by the names that it gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from graphbuilder.annotate.candidate import Candidate
from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.evidence import Evidence
from graphbuilder.fold import fold_name, fold_words
from graphbuilder.gazetteer import Country
from graphbuilder.lexicon import Lexicon


class Table:
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
            self.acronyms[written(self.doc[candidate.acronym : close])] = entity

    def spell(self, acronyms: Iterable[tuple[Candidate, Candidate]]) -> None:
        """Make each acronym another form of the group whose initials it is."""
        for short, long in acronyms:
            text = long.text(self.doc)
            entity = self._known(long, text) if long.entry is not None else self._group(text)
            self.by_form.setdefault(fold_name(short.text(self.doc)), entity)

    def place(self, candidate: Candidate, evidence: dict[str, Evidence]) -> Iterator[NameSpan]:
        """The span of a candidate, where it is an actor."""
        text = candidate.text(self.doc)
        key = fold_name(text)
        entity = self.by_form.get(key) or self._entity(candidate, text, evidence=evidence[key])
        if entity is None:
            return
        entity.forms[text] += 1
        bare = candidate.form == "people" and self.doc[max(candidate.start - 1, 0)].lower_ != "the"
        form = "adjective" if candidate.form == "adjective" or bare else "name"
        form = "capital" if candidate.form == "capital" else form
        yield NameSpan(candidate.start, candidate.end, entity, form)  # type: ignore[arg-type]

    def _entity(self, candidate: Candidate, text: str, *, evidence: Evidence) -> Entity | None:
        if candidate.entry is not None:
            return self._known(candidate, text)
        if self.lexicon.creeds.issuperset(word.removesuffix("s") for word in text.lower().split()):
            return None
        if text.endswith("s") and text.lower()[:-1] in self.lexicon.irregulars:
            # "Militants" where a headline gives every word a capital.
            return None
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
        """One word that ends the name of a person named before: "Khan", "al-Baghdadi"."""
        words = fold_words(text)
        article = len(words) == 2 and words[0] in self.lexicon.joined_articles
        if len(words) != 1 and not article:
            return False
        return any(len(own := fold_words(p.name)) > len(words) and own[-len(words) :] == words for p in self.persons)

    def _nationality(self, evidence: Evidence) -> bool:
        """Only ever an adjective or people ("Sunni", "Tuareg"): no actor."""
        if fold_name(evidence.candidates[0].text(self.doc)) in self.lexicon.peoples:
            return True
        return evidence.group < 2 and all(c.label == "NORP" for c in evidence.candidates)

    def _known(self, candidate: Candidate, text: str) -> Entity:
        entry = candidate.entry
        assert entry is not None
        entity = self.by_entry.get(id(entry))
        if entity is None:
            country = isinstance(entry, Country)
            own_name = candidate.form in {"name", "weak", "rule"}
            entity = Entity("group", text if own_name else entry.name, entry=entry, place=country)
            entity.country = entry.name if isinstance(entry, Country) else entry.country
            self.by_entry[id(entry)] = entity
        elif candidate.form == "name" and (_fuller(text, entity.name) or _makeshift(entity)):
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
        for person in self.persons if len(words) == 1 else reversed(self.persons):
            own = fold_words(person.name)
            if set(words) <= set(own) and (len(words) > 1 or words[0] != own[0] or len(own) == 1):
                self.by_form.setdefault(fold_name(text), person)
                return person
            if set(own) < set(words) and len(own) == 1 and own[0] in {words[0], words[-1]}:
                person.name = text
                self.by_form[fold_name(text)] = person
                return person
        if (only := self._called_by_first_name(words)) is not None:
            self.by_form[fold_name(text)] = only
            return only
        name = self._with_honour(candidate, text)
        person = Entity("person", name)
        self.persons.append(person)
        self.by_form[fold_name(text)] = person
        return person

    def _called_by_first_name(self, words: tuple[str, ...]) -> Entity | None:
        """ "Kim", "Saddam": the one person of the article whose name begins so."""
        fitting = [p for p in self.persons if fold_words(p.name)[:1] == words] if len(words) == 1 else []
        return fitting[0] if len(fitting) == 1 else None

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
        words = [token.text for token in doc]
        for span in spans:
            if span.form == "name" and not span.entity.place:
                known[written(doc[span.start : span.end])] = span.entity
        longest = max(map(len, known), default=0)
        firsts = {words_[0] for words_ in known}
        for start in (n for n, word in enumerate(words) if word in firsts and n not in taken):
            for end in range(min(start + longest, len(doc)), start, -1):
                entity = known.get(tuple(words[start:end]))
                if entity and not taken.intersection(range(start, end)):
                    taken.update(range(start, end))
                    entity.forms[doc[start:end].text] += 1
                    yield NameSpan(start, end, entity)
                    break


def written(words: Span) -> tuple[str, ...]:
    """A name as a key: its words in their letters."""
    return tuple(token.text for token in words)


def _makeshift(entity: Entity) -> bool:
    """The article has not called the entity so itself, or only after its ruler: "the Assad regime"."""
    ruler, _, _ = entity.name.rpartition(" ")
    return entity.name not in entity.forms or (isinstance(entity.entry, Country) and ruler in entity.entry.rulers)


def _fuller(name: str, than: str) -> bool:
    """The longer name, but "Sabaoon" rather than "Sabaoon militia"."""
    small = name.split()[-1].islower() - than.split()[-1].islower()
    return len(name) > len(than) if not small else small < 0
