"""What pronouns and definite nouns point back at; sentences in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import annotated, coreference, word

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Speech
from graphbuilder.lexicon import lexicon

# Sentences, the anaphor, and who it stands for.
ANAPHORS = {
    "whom somebody plays": (
        "Umar@p/nsubj>met who/nsubj>plays plays=play/relcl>Umar the leader/dobj>plays of/prep>leader Hamas@g/pobj "
        "met=meet PIJ@g/dobj>met",
        "leader", "",
    ),
    "its, in what is said of a name between commas": (
        "Umar@p/nsubj met=meet PIJ@g/dobj . | Hamas@g/nsubj>fled , under/prep>Hamas siege/pobj by/prep>Hamas "
        "its/poss>ally ally/pobj>by , fled",
        "its", "Hamas",
    ),
    "the leader of another group": (
        "Umar@p/nsubj>fled , leader/appos>Umar of/prep>leader Hamas@g/pobj , fled . "
        "| the leader/nsubj of/prep>leader PIJ@g/pobj slept",
        "leader#2", "",
    ),
    "that, of talks that somebody opened": (
        "talks/nsubj>ended with/prep>talks Hamas@g/pobj that/nsubjpass>opened were/auxpass>opened "
        "opened=open:VBN/relcl>Hamas ended",
        "that", "",
    ),
    "its, of whom somebody lists for it": (
        "UN@g/nsubj listed=list Hamas@g/dobj for/prep its/poss>ties ties/pobj>for", "its", "Hamas",
    ),
    "their, of nameless ones that sanctions are against": (
        "US@c/nsubj announced=announce sanctions=sanction:NNS/dobj against/prep>sanctions firms=firm:NNS/pobj "
        "for/prep>announced their/poss>ties ties/pobj>for",
        "their", "",
    ),
    "it is not who hears it": (
        "rebels=rebel:NNS/nsubj told=tell Reuters@g/dobj it/nsubj>met met=meet/ccomp>told Hamas@g/dobj>met", "it", "",
    ),
    "it, of which another claims it": (
        "Rwanda@c/nsubj denies=deny US@c/nsubj>claim claim/ccomp>denies it/nsubj>backs backs=back/ccomp>claim "
        "PIJ@g/dobj>backs",
        "it", "Rwanda",
    ),
    "the official who speaks is no one named": (
        "Umar@p/nsubj slept . | the Hamas@g/compound official/nsubj said=say it/dobj", "official", "",
    ),
    "two groups are new": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | two/nummod groups=group:NNS/nsubj fled", "groups", "",
    ),
    "the two groups": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | the two/nummod groups=group:NNS/nsubj fled", "groups", "Hamas PIJ",
    ),
    "the largest militia": (
        "Hamas@g/nsubj slept . | the largest=large:JJS/amod militia/nsubj fled", "militia", "",
    ),
    "who is no country": (
        "men=man:NNS/nsubj>fled from/prep>men Iran@c/pobj , who/nsubj>ate ate=eat/relcl>Iran , fled", "who", "",
    ),
    "he": ("Umar@p/nsubj fled . | He/nsubj left=leave Hamas@g/dobj", "He", "Umar"),
    "he is no group": ("Umar@p/nsubj met=meet Hamas@g/dobj . | He/nsubj fled", "He", "Umar"),
    "it is no person": ("Umar@p/nsubj met=meet Hamas@g/dobj . | It/nsubj fled", "It", "Hamas"),
    "its": ("Hamas@g/nsubj praised=praise its/poss leader/dobj", "its", "Hamas"),
    "its, of whom its speaker speaks": (
        "FARDC@g/nsubj>hit hit/ccomp>said PIJ@g/dobj>hit , its/poss>spokesman spokesman/nsubj>said said=say",
        "its", "FARDC",
    ),
    "his": ("Umar@p/nsubj praised=praise his/poss men/dobj", "his", "Umar"),
    "subject before object": ("Hamas@g/nsubj met=meet PIJ@g/dobj . | It/nsubj fled", "It", "Hamas"),
    "last sentence first": ("Hamas@g/nsubj fled . | PIJ@g/nsubj fled . | It/nsubj rested", "It", "PIJ"),
    "subject of the clause above": (
        "Hamas@g/nsubj said=say PIJ@g/nsubj>attacked attacked=attack/ccomp>said it/dobj>attacked", "it", "Hamas",
    ),
    "not the subject of its own verb": (
        "PIJ@g/nsubj fled . | Hamas@g/nsubj attacked=attack it/dobj>attacked", "it", "PIJ",
    ),
    "nobody": ("It/nsubj rained", "It", ""),
    "too far back": (
        "Umar@p/nsubj fled . | rain/nsubj fell . | rain/nsubj fell . | rain/nsubj fell . | rain/nsubj fell . "
        "| He/nsubj slept",
        "He", "",
    ),
    "place behind a preposition": ("rain/nsubj fell in/prep Iran@c/pobj . | It/nsubj ended", "It", ""),
    "country that acts": ("Iran@c/nsubj attacked=attack PIJ@g/dobj . | It/nsubj fled", "It", "Iran"),
    "they for two": ("Hamas@g/nsubj and/cc PIJ@g/conj>Hamas met=meet . | They/nsubj fled", "They", "Hamas PIJ"),
    "they for one group": ("Hamas@g/nsubj met=meet Umar@p/dobj . | They/nsubj fled", "They", "Hamas"),
    "they for no one person": ("Umar@p/nsubj slept . | They/nsubj fled", "They", ""),
    "who": ("Umar@p/nsubj>slept who/nsubj>left left=leave/relcl>Umar Hamas@g/dobj>left slept", "who", "Umar"),
    "which": ("Hamas@g/nsubj>slept which/nsubj>left left=leave/relcl>Hamas Iran@c/dobj>left slept", "which", "Hamas"),
    "which is no person": (
        "Umar@p/nsubj>slept of/prep>Umar Hamas@g/pobj>of , which/nsubj>ate ate/relcl>Umar , slept", "which", "Hamas",
    ),
    "his, of somebody without a name": (
        "Omar@p/nsubj slept . | a Hamas@g/compound officer/nsubj said=say his/poss>son son/nsubj>ate ate/ccomp>said",
        "his", "Hamas officer",
    ),
    "X and its": (
        "PIJ@g/nsubj met=meet Hamas@g/dobj and/cc its/poss>ally ally/conj>Hamas", "its", "Hamas",
    ),
    "that, of what a subject is said to be": (
        "Hamas@g/nsubj was a militia/attr>was that:WDT/nsubj>fled fled/relcl>militia", "that", "Hamas",
    ),
    "that, of what a subject began as": (
        "Hamas@g/nsubj began as/prep>began a gang/pobj>as that:WDT/nsubj>fled fled/relcl>gang", "that", "Hamas",
    ),
    "that, of what a subject is not": (
        "Hamas@g/nsubj was not/neg>was a militia/attr>was that:WDT/nsubj>fled fled/relcl>militia", "that", "",
    ),
    "a leader, with another name behind who speaks": (
        "Umar@p/nsubj fled . | men met=meet the leader/dobj>met , Omar@p/appos>leader , said=say:VBD . "
        "| the leader/nsubj ate",
        "leader", "",
    ),
    "the country, of the last one that acts": (
        "Iran@c/nsubj fled . | Hamas@g/nsubj fled . | the country/nsubj slept", "country", "Iran",
    ),
    "the country, where something is": (
        "Iran@c/nsubj fled . | Hamas@g/nsubj slept in/prep the country/pobj>in", "country", "",
    ),
    "its, of the country whose minister speaks": (
        "Hamas@g/nsubj slept . | Iran@c/nsubj>hit hit/ccomp>said PIJ@g/dobj>hit , its/poss>minister "
        "foreign:JJ/amod>minister minister/nsubj>said said=say", "its", "Iran",
    ),
    "it, not whom it acts on": (
        "PIJ@g/nsubj met=meet Hamas@g/dobj . | it/nsubj>attacked attacked=attack PIJ@g/dobj>attacked", "it", "Hamas",
    ),
    "whose, in a clause that was not seen as one": (
        "men/nsubj>fled of/prep>men Hamas@g/pobj>of , whose:WP$/poss>head head/appos>Hamas fled", "whose", "Hamas",
    ),
    "fighters put beside their group": (
        "Hamas@g/nsubj>slept , insurgents/appos>Hamas who/nsubj>ate ate/relcl>insurgents , slept", "who", "Hamas",
    ),
    "a group that names itself": (
        "a cell/nsubj>fled that/nsubj>calls calls/relcl>cell itself:PRP/dobj>calls Hamas@g/oprd>calls fled",
        "that", "Hamas",
    ),
    "himself": (
        "Omar@p/nsubj fled . | Umar@p/nsubj called=call himself:PRP/dobj head/oprd", "himself", "Umar",
    ),
    "whose, with a clause tied to another word": (
        "rain/nsubj>fell against/prep>rain Hamas@g/pobj , whose:WP$/poss>head head/nsubj>slept slept/relcl>rain fell",
        "whose", "Hamas",
    ),
    "apposition tied to a noun further up": (
        "PIJ@g/nsubj>fled fled from/prep Hamas@g/pobj , a militia/appos>PIJ which/nsubj>ate ate/relcl>militia",
        "which", "Hamas",
    ),
    "the group": ("Hamas@g/nsubj fled . | the group/nsubj rested", "group", "Hamas"),
    "the group is no state": ("Hamas@g/nsubj fled . | Iran@c/nsubj fled . | the group/nsubj rested", "group", "Hamas"),
    "a group": ("Hamas@g/nsubj fled . | a group/nsubj rested", "group", ""),
    "the group of": ("Hamas@g/nsubj fled . | the group/nsubj>met of/prep>group men/pobj met=meet", "group", ""),
    "the ministry": (
        "Defence_Ministry@g/nsubj met=meet PIJ@g/dobj . | the ministry/nsubj rested", "ministry", "Defence Ministry",
    ),
    "both groups": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | both/det>groups groups/nsubj>rested rested", "groups", "Hamas PIJ",
    ),
    "both groups of three": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj and/cc Fatah@g/conj>PIJ . | both/det>groups groups/nsubj>rested rested",
        "groups", "",
    ),
    "both groups, not the country": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj in/prep Iran@c/pobj . | both/det>groups groups/nsubj>rested rested",
        "groups", "Hamas PIJ",
    ),
    "both groups, named one after the other": (
        "Hamas@g/nsubj fled . | PIJ@g/nsubj fled . | both/det>groups groups/nsubj>rested rested", "groups", "PIJ Hamas",
    ),
    "both groups, not who acts on them": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | Fatah@g/nsubj hosted=host both/det>groups groups/dobj>hosted",
        "groups", "Hamas PIJ",
    ),
    "the groups of a kind": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | the new/amod>groups groups=group:NNS/nsubj>rested rested", "groups", "",
    ),
    "the gunman, identified": (
        "the gunman/nsubjpass>identified identified=identify as/prep>identified Umar@p/pobj>as . "
        "| the gunman/nsubj fled", "gunman#2", "Umar",
    ),
    "he is not who speaks of him": (
        "“ He/nsubj>fled fled/ccomp>said ” Umar@p/nsubj>said said=say", "He", "",
    ),
    "he of whom was told": (
        "Umar@p/nsubj>said said=say Omar@p/nsubj>fled fled/ccomp>said . | He/nsubj slept", "He", "Omar",
    ),
    "it, behind a body without a name": (
        "Hamas@g/nsubj fled . | the council/nsubj rested . | It/nsubj slept", "It", "",
    ),
    "neither group, said by a third": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | Fatah@g/nsubj said=say it/nsubj arms=arm/ccomp>said "
        "neither:DT/det>group group/dobj>arms", "group", "Hamas PIJ",
    ),
    "the groups": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | the groups=group:NNS/nsubj>rested rested", "groups", "Hamas PIJ",
    ),
    "three of the groups": (
        "Hamas@g/nsubj met=meet PIJ@g/dobj . | three:DT/nsubj>rested of/prep>three the groups=group:NNS/pobj>of rested",
        "groups", "",
    ),
    "the two sides of a truce": (
        "Hamas@g/nsubj fled . | a truce/nsubj>held between/prep>truce PIJ@g/pobj>between and/cc Fatah@g/conj>PIJ held "
        "amid/prep>held rows/pobj>amid of/prep>rows the two/nummod>sides sides=side:NNS/pobj>of",
        "sides", "PIJ Fatah",
    ),
    "both countries": (
        "Iran@c/nsubj met=meet Iraq@c/dobj . | Hamas@g/nsubj met=meet PIJ@g/dobj . "
        "| both/det>countries countries=country:NNS/nsubj>rested rested",
        "countries", "Iran Iraq",
    ),
    "role that the article gives": (
        "the commander/nsubj>fled , Umar@p/appos>commander , fled . | Noor@p/nsubj slept . "
        "| the commander/nsubj rested",
        "commander#2", "Umar",
    ),
    "the trust": ("Coral_Trust@g/nsubj met=meet PIJ@g/dobj . | the trust/nsubj rested", "trust", "Coral Trust"),
    "the trust, named with a complement": (
        "Trust_for_Reefs@g/nsubj met=meet PIJ@g/dobj . | the trust/nsubj rested", "trust", "",
    ),
    "the rebels are no police": (
        "Hamas@g/nsubj fled . | Lakeside_Police@g/nsubj fled . | the rebels/nsubj rested", "rebels", "Hamas",
    ),
    "the rebels are who the article calls so": (
        "PIJ@g/compound rebels/nsubj fled . | Hamas@g/nsubj fled . | the guerrillas/nsubj rested", "guerrillas", "PIJ",
    ),
    "the party": ("Hamas@g/nsubj met=meet Umar@p/dobj . | the party/nsubj rested", "party", "Hamas"),
    "the company is no army": ("Hill_Army@g/nsubj fled . | the company/nsubj rested", "company", ""),
    "the party, before another noun": (
        "Hamas@g/nsubj met=meet Umar@p/dobj . | party/compound>officials officials/nsubj>rested rested",
        "party", "Hamas",
    ),
    "they are rather no country": (
        "Hamas@g/nsubj fled . | Iran@c/nsubj fled . | They/nsubj rested", "They", "Hamas",
    ),
    "its leader is no state's": (
        "Hamas@g/nsubj fled . | Iran@c/nsubj fled . | its/poss leader/nsubj rested", "its", "Hamas",
    ),
    "chain over a definite noun": (
        "Hamas@g/nsubj fled . | rain/nsubj fell . | the firm/nsubj rested . | rain/nsubj fell . | It/nsubj slept",
        "It", "Hamas",
    ),
    "chain of pronouns": (
        "Umar@p/nsubj fled . | He/nsubj slept . | He/nsubj left=leave Hamas@g/dobj", "He#2", "Umar",
    ),
}  # fmt: skip


def _names(found: Coreference, form: str) -> str:
    return " ".join(entity.name for entity in found.antecedents(word(found.annotated.doc, form)))


@pytest.mark.parametrize(("notation", "anaphor", "expected"), ANAPHORS.values(), ids=ANAPHORS)
def test_antecedents(notation: str, anaphor: str, expected: str) -> None:
    assert _names(coreference(notation), anaphor) == expected


@pytest.mark.parametrize(
    ("notation", "anaphor", "expected"),
    [
        ("“ We/nsubj>fled fled/ccomp>said ” Hamas@g/nsubj>said said=say", "We", "Hamas"),
        ("“ our/poss men/nsubj>fled fled/ccomp>said ” Hamas@g/nsubj>said said=say", "our", "Hamas"),
        ("“ I:PRP/nsubj>fled fled/ccomp>said ” Umar@p/nsubj>said said=say", "I", "Umar"),
        (
            "“ We/nsubj>fled fled/ccomp>said ” Umar@p/nsubj>said , spokesman/appos>Umar of/prep>spokesman "
            "Hamas@g/pobj>of , said=say",
            "We", "Hamas",
        ),
        ("“ We/nsubj>fled fled/ccomp>said ” Umar@p/nsubj>said said=say", "We", ""),
    ],
)  # fmt: skip
def test_first_persons_are_the_speaker(notation: str, anaphor: str, expected: str) -> None:
    hand = annotated(notation)
    speaker = next(span.start for span in hand.names)
    hand.speeches = [Speech(1, [t.text for t in hand.doc].index("”"), speaker)]
    assert _names(Coreference(hand, lexicon()), anaphor) == expected


def test_first_persons_outside_of_speech_are_nobody() -> None:
    assert _names(coreference("Hamas@g/nsubj fled . | We/nsubj rested"), "We") == ""


def test_each_anaphor_is_answered_once() -> None:
    found = coreference("Umar@p/nsubj fled . | He/nsubj slept")
    token = word(found.annotated.doc, "He")
    assert found.antecedents(token) is found.antecedents(token)


_EMIR = "Umar@p/nsubj>fled , emir/appos>Umar of/prep>emir Hamas@g/pobj>of , fled . | "


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        (_EMIR + "his/poss men=man:NNS/nsubj rested", "men", "Hamas"),
        (_EMIR + "his/poss front/nsubj rested", "front", "Hamas"),
        (_EMIR + "his/poss brother/nsubj rested", "brother", ""),
        ("Umar@p/nsubj fled . | his/poss front/nsubj rested", "front", ""),
        ("Umar@p/nsubj led=lead Hamas@g/dobj . | his/poss men=man:NNS/nsubj rested", "men", "Hamas"),
        (
            "Umar@p/nsubj was envoy/attr>was of/prep>envoy Iran@c/pobj>of . | his/poss country/nsubj fell",
            "country",
            "Iran",
        ),
        (_EMIR + "his/poss country/nsubj fell", "country", ""),
    ],
)
def test_what_a_person_leads_is_the_group_that_the_article_names(notation: str, noun: str, expected: str) -> None:
    found = coreference(notation)
    fillers = found.mentions.actors(word(found.annotated.doc, noun))
    assert " ".join(filler.entity.name for filler in fillers) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Umar@p/nsubj was chief/attr>was of/prep>chief Hamas@g/pobj>of", "Hamas"),
        ("Umar@p/nsubj>slept who/nsubj>was was/relcl>Umar chief/attr>was of/prep>chief Hamas@g/pobj>of slept", "Hamas"),
        ("Umar@p/nsubj was not/neg>was chief/attr>was of/prep>chief Hamas@g/pobj>of", ""),
        ("Umar@p/nsubj>slept of/prep>Umar Hamas@g/pobj>of slept", "Hamas"),
        ("Umar@p/nsubj>slept of/prep>Umar Iran@c/pobj>of slept", ""),
        ("Umar@p/nsubj>slept , who/nsubj>led led=lead/relcl>Umar Hamas@g/dobj>led , slept", "Hamas"),
        ("Umar@p/nsubj fought=fight for/prep Hamas@g/pobj>for", "Hamas"),
        ("Umar@p/nsubj fought=fight with/prep Hamas@g/pobj>with", ""),
        ("Umar@p/nsubj never/neg>led led=lead Hamas@g/dobj", ""),
        ("Umar@p/nsubj led=lead Iran@c/dobj", ""),
    ],
)
def test_the_group_that_a_person_is_said_to_belong_to(sentence: str, expected: str) -> None:
    found = coreference(sentence)
    person = found.annotated.names[0].entity
    assert " ".join(group.name for group in found.bodies(person)) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("a Hamas@g/compound emir/nsubjpass was killed=kill . | " + _EMIR.removesuffix("| "), "Umar"),
        ("a Hamas@g/compound emir/nsubj said=say so . | " + _EMIR.removesuffix("| "), "Hamas emir"),
        ("a PIJ@g/compound emir/nsubjpass was killed=kill . | " + _EMIR.removesuffix("| "), "PIJ emir"),
        (
            "a Hamas@g/compound emir/nsubjpass was killed=kill . | "
            "He/nsubjpass>identified identified=identify as/prep>identified Umar@p/pobj>as",
            "Umar",
        ),
        (
            "a Hamas@g/compound emir/nsubjpass was killed=kill . | "
            "the emir/nsubjpass>named named=name as/prep>named Umar@p/pobj>as",
            "Umar",
        ),
        (
            "a Hamas@g/compound emir/nsubjpass was killed=kill . | "
            "a victim/nsubjpass>named named=name as/prep>named Umar@p/pobj>as",
            "Hamas emir",
        ),
        (
            "a Hamas@g/compound emir/dobj>killed killed=kill . | men killed=kill Umar@p/dobj>killed",
            "Umar",
        ),
        (
            "a Hamas@g/compound emir/dobj>killed killed=kill . | men killed=kill Umar@p/dobj>killed and/cc . "
            "| men/nsubj killed=kill Omar@p/dobj>killed",
            "Hamas emir",
        ),
        (
            "a Hamas@g/compound emir/dobj>met met=meet . | men met=meet Umar@p/dobj>met",
            "Hamas emir",
        ),
        ("a Hamas@g/compound cleric/nsubjpass was killed=kill . | " + _EMIR.removesuffix("| "), "Hamas cleric"),
    ],
)
def test_a_role_in_the_lead_is_the_person_whom_the_article_then_names(notation: str, expected: str) -> None:
    found = coreference(notation)
    fillers = found.mentions.actors(found.annotated.doc[2])
    assert " ".join(filler.entity.name for filler in fillers) == expected
