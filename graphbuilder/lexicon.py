"""The words that carry syntax and stance: read once from ``data/words.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from graphbuilder.errors import DataError
from graphbuilder.ontology import load_yaml

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of lemmas; what each is for stands beside it in ``data/words.yaml``."""

    report: Words
    evidence: Words
    documents: Words
    negators: Words
    deny: Words
    charge: Words
    plans: Words
    accuse: Words
    attributing: Words
    lie: Words
    implicit_negation: Words
    hedges: Words
    doubtful_modals: Words
    ability: Words
    unreal_modals: Words
    planned_modals: Words
    hedging_verbs: Words
    plan: Words
    planned_adjectives: Words
    still: Words
    unreal: Words
    conditional: Words
    ending: Words
    beginning: Words
    former: Words
    former_adverbs: Words
    light: Words
    give: Words
    receive: Words
    object_control: Words
    backing: Words
    members: Words
    holding: Words
    forces: Words
    acts: Words
    events: Words
    gifts: Words
    shares: Words
    causative: Words
    striking: Words
    relational: Words
    persons: Words
    kin: Words
    groups: Words
    group_anaphors: Words
    classifiers: Words
    led: Words
    homelands: Words
    lands: Words
    fates: Words
    civil_names: Words
    party_nouns: Words
    company_nouns: Words
    media_nouns: Words
    irregulars: Words
    officials: Words
    partitives: Words
    rounds: Words
    creeds: Words
    name_heads: Words
    name_tails: Words
    name_owners: Words
    name_openers: Words
    given_names: Words
    followings: Words
    bodied: Words
    belonging: Words
    heading: Words
    serving: Words
    titles: Words
    ranks: Words
    alias_words: Words
    alias_openers: Words
    alias_fillers: Words
    title_modifiers: Words
    honours: Words
    portfolios: Words
    ministries: Words
    set_nouns: Words
    states: Words
    subordinate: Words
    standing: Words
    worldly: Words
    state_forces: Words
    governments: Words
    own_forces: Words
    spokesmen: Words
    not_groups: Words
    soldiers: Words
    noncommittal: Words
    privative: Words
    untrue: Words
    truth: Words
    no_way: Words
    guilt: Words
    acquit: Words
    establish: Words
    scant: Words
    responsibility: Words
    instead: Words
    reported_futures: Words
    services: Words
    place_heads: Words
    compass: Words
    place_openers: Words
    place_nouns: Words
    thing_heads: Words
    taking: Words
    peoples: Words
    local_groups: Words
    local: Words
    existing: Words
    habitual: Words
    ordering: Words
    copulas: Words
    naming: Words
    going: Words
    introducing: Words
    leaving: Words
    succeeding: Words
    joining: Words
    requiting: Words
    sentences: Words
    opening: Words
    falsely: Words
    factive: Words
    affecting: Words
    probing: Words
    conceal: Words
    wishes: Words
    unable: Words
    nearly: Words
    prospective: Words
    inverted: Words
    contingency: Words
    calling: Words
    devoid: Words
    findings: Words
    doubtful: Words
    hours: Words
    hearsay: Words
    interviews: Words
    telling: Words
    armed: Words
    name_particles: Words
    person_particles: Words
    linking: Words
    izafat: Words
    joined_articles: Words
    foreign_articles: Words


@cache
def lexicon() -> Lexicon:
    """The words of the package.

    Raises:
        DataError: a key of the file is unknown, or one is missing.
    """
    path = Path(str(files("graphbuilder") / "data" / "words.yaml"))
    rows = load_yaml(path)
    wanted = {field.name for field in fields(Lexicon)}
    if wrong := wanted ^ set(rows):
        raise DataError(f"{path}: keys unknown or missing: {', '.join(sorted(wrong))}")
    return Lexicon(**{key: frozenset(map(str, words)) for key, words in rows.items()})
