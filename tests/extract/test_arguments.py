"""From the slots of a word to the actors it ties together; sentences in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import coreference, word

from graphbuilder.extract.arguments import Arguments
from graphbuilder.extract.pairs import pairs
from graphbuilder.extract.predication import Predication, noun, verb
from graphbuilder.lexicon import lexicon
from graphbuilder.ontology import relations

# A sentence, the word that ties, a slot, and the actors in it with the reason why the phrase stands for them.
BOUND = {
    "name": ("Iran@c/nsubj funds Hamas@g/dobj", "funds", "object", "Hamas:name"),
    "names joined": (
        "Iran@c/nsubj funds Hamas@g/dobj and/cc PIJ@g/conj>Hamas",
        "funds", "object", "Hamas:name PIJ:name",
    ),
    "name twice": ("Iran@c/nsubj funds Hamas@g/dobj and/cc Hamas@g/conj>Hamas", "funds", "object", "Hamas:name"),
    "killed when": (
        "Umar/nsubjpass was/auxpass killed=kill when:WRB/advmod>bombed "
        "Iran@c/nsubj>bombed bombed=bomb:VBD/advcl>killed",
        "killed", "event", "Iran:name",
    ),
    "killed in a clash with": (
        "Umar/nsubjpass was/auxpass killed=kill in/prep clashes=clash:NNS/pobj with/prep>clashes Hamas@g/pobj",
        "killed", "event", "Hamas:act",
    ),
    "no actor": ("Iran@c/nsubj funds schools/dobj", "funds", "object", ""),
    "members": ("Hamas@g/compound fighters/nsubj attacked=attack PIJ@g/dobj", "attacked", "subject", "Hamas:member"),
    "members behind of": (
        "fighters/nsubj>attacked of/prep>fighters Hamas@g/pobj attacked=attack PIJ@g/dobj",
        "attacked", "subject", "Hamas:member",
    ),
    "part of": (
        "dozens/nsubj>fled of/prep>dozens Hamas@g/compound>fighters fighters:NNS/pobj>of fled",
        "fled", "subject", "Hamas:partitive",
    ),
    "men of a person": (
        "Umar@p/nsubj , head/appos>Umar of/prep>head Hamas@g/pobj , slept | his/poss>men men=man:NNS/nsubj fled",
        "fled", "subject", "Hamas:member",
    ),
    "members that open a sentence": (
        "Columns:NNPS/nsubj>fled of/prep>Columns Hamas@g/pobj fled", "fled", "subject", "Hamas:member",
    ),
    "subject taken for part of the verb": (
        "Both:CC/preconj>fund Iran@c/nmod>fund and/cc Qatar@c/conj>Iran fund:VBP Hamas@g/dobj",
        "fund", "subject", "Iran:name Qatar:name",
    ),
    "rival by name": (
        "Iran@c/nsubj fought the rival/dobj Hamas@g/appos>rival", "fought", "object", "Hamas:apposition",
    ),
    "rival set off from the name": (
        "Iran@c/nsubj fought its/poss rival/dobj , Hamas@g/appos>rival", "fought", "object", "Hamas:apposition",
    ),
    "such as": (
        "outlets:NNS/nsubj>fled such:JJ/amod>as as/prep>outlets Hamas@g/pobj>as and/cc PIJ@g/conj>Hamas fled",
        "fled", "subject", "Hamas:apposition PIJ:apposition",
    ),
    "in the role of": ("outlets:NNS/nsubj>fled as/prep>outlets Hamas@g/pobj>as fled", "fled", "subject", ""),
    "one of some, by name": (
        "one:NN/nsubj>fled of/prep>one them/pobj , Hamas@g/appos>one , fled", "fled", "subject", "Hamas:apposition",
    ),
    "one unnamed person": ("a Hamas@g/compound commander/nsubj fled", "fled", "subject", "Hamas_commander:unnamed"),
    "named person behind a role": (
        "Hamas@g/compound>commander commander/compound>Umar Umar@p/nsubj fled",
        "fled", "subject", "Umar:name",
    ),
    "role beside its name": (
        "the commander/nsubj>fled , Umar@p/appos>commander , fled", "fled", "subject", "Umar:apposition",
    ),
    "act of a state": ("US@c/compound strikes:NNS/nsubj killed=kill Umar@p/dobj", "killed", "subject", "US:act"),
    "enemies of a group": ("Hamas@g/compound enemies=enemy:NNS/nsubj fled", "fled", "subject", ""),
    "pronoun": (
        "Hamas@g/nsubj fled . | It/nsubj attacked=attack PIJ@g/dobj",
        "attacked", "subject", "Hamas:coreference",
    ),
    "country that acts": ("Umar@p/nsubj met=meet with/prep Iran@c/pobj", "met", "with", "Iran:name"),
    "country that is a place": ("Umar@p/nsubj fled in/prep Iran@c/pobj", "fled", "in", ""),
    "group that is a place": ("Umar@p/nsubj fled in/prep Hamas@g/pobj", "fled", "in", "Hamas:name"),
    "event with an owner": (
        "Umar@p/nsubjpass was/auxpass killed=kill in/prep a US@c/compound raid/pobj>in", "killed", "event", "US:act",
    ),
    "event with a by": (
        "Umar@p/nsubjpass was/auxpass killed=kill in/prep a raid/pobj>in by/prep>raid Hamas@g/pobj>by",
        "killed", "event", "Hamas:act",
    ),
    "no event": (
        "Umar@p/nsubjpass was/auxpass killed=kill in/prep a US@c/compound hospital/pobj>in",
        "killed", "event", "",
    ),
}  # fmt: skip
NOUNS = {
    "compound": ("Hamas@g/compound support/nsubj grew", "support", "compound", "Hamas:name"),
    "common noun of a title": (
        "PKK@g/nsubj fled | party/compound>leader leader/compound>Umar Umar@p/nsubj fled",
        "leader", "compound", "PKK:coreference",
    ),
    "adjective of a title's kind": (
        "PKK@g/nsubj fled | the military/compound>training training/nsubj ended", "training", "compound", "",
    ),
    "common noun of any such group": (
        "PKK@g/nsubj fled | a party/compound>leader leader/nsubj fled", "leader", "compound", "",
    ),
    "owner is no compound": ("Hamas@g/poss>support 's support/nsubj grew", "support", "compound", ""),
    "owner": ("Hamas@g/poss>support 's support/nsubj grew", "support", "poss", "Hamas:name"),
    "self by apposition": (
        "Umar@p/nsubj>fled , leader/appos>Umar of/prep>leader Hamas@g/pobj , fled",
        "leader", "self", "Umar:apposition",
    ),
    "self by copula": ("Umar@p/nsubj is leader/attr>is of/prep>leader Hamas@g/pobj", "leader", "self", "Umar:name"),
}  # fmt: skip
# A sentence, the word that ties, the relation, and the pairs: between subject and "with" where the relation is mutual.
PAIRS = {
    "part of a group": (
        "Iran@c/nsubj funds a battalion/dobj of/prep>battalion Hamas@g/pobj", "funds", "FINANCES", "Iran>Hamas",
    ),
    "part of a group that somebody founds": (
        "Umar@p/nsubj founded=found a battalion/dobj of/prep>battalion Hamas@g/pobj", "founded", "FOUNDED", "",
    ),
    "across": (
        "Iran@c/nsubj and/cc Qatar@c/conj>Iran fund Hamas@g/dobj and/cc PIJ@g/conj>Hamas",
        "fund", "FINANCES", "Iran>Hamas Iran>PIJ Qatar>Hamas Qatar>PIJ",
    ),
    "not with itself": ("Iran@c/nsubj funds Iran@c/dobj", "funds", "FINANCES", ""),
    "one side missing": ("Iran@c/nsubj funds schools/dobj", "funds", "FINANCES", ""),
    "not mutual": ("Hamas@g/nsubj and/cc PIJ@g/conj>Hamas fled", "fled", "FINANCES", ""),
    "mutual": ("Hamas@g/nsubj and/cc PIJ@g/conj>Hamas met=meet", "met", "MET_WITH", "Hamas>PIJ"),
    "three at one table": (
        "Hamas@g/nsubj>met , PIJ@g/conj>Hamas and/cc Fatah@g/conj>PIJ met=meet",
        "met", "MET_WITH", "Hamas>PIJ Hamas>Fatah PIJ>Fatah",
    ),
    "two with one": (
        "Hamas@g/nsubj>met and/cc PIJ@g/conj>Hamas met=meet with/prep Fatah@g/pobj",
        "met", "MET_WITH", "Hamas>Fatah PIJ>Fatah",
    ),
    "each other": (
        "Hamas@g/nsubj and/cc PIJ@g/conj>Hamas fund each/det>other other:JJ/dobj>fund",
        "fund", "FINANCES", "Hamas>PIJ PIJ>Hamas",
    ),
    "one another": (
        "Hamas@g/nsubj and/cc PIJ@g/conj>Hamas fund one:NN/det>another another:DT/dobj>fund",
        "fund", "FINANCES", "Hamas>PIJ PIJ>Hamas",
    ),
    "between": (
        "ties/nsubj>grew between/prep>ties Hamas@g/pobj>between and/cc PIJ@g/conj>Hamas grew",
        "ties", "HAS_TIES_TO", "Hamas>PIJ",
    ),
    "talks that two held": (
        "Hamas@g/nsubj>held and/cc PIJ@g/conj>Hamas held=hold talks/dobj", "talks", "NEGOTIATES_WITH", "Hamas>PIJ",
    ),
    "battles that two waged": (
        "Hamas@g/nsubj>waged and/cc PIJ@g/conj>Hamas waged=wage battles/dobj", "battles", "FIGHTS", "",
    ),
}  # fmt: skip


def _arguments(sentence: str) -> Arguments:
    return Arguments(coreference(sentence), lexicon())


def _bound(arguments: Arguments, predication: Predication, slot: str) -> str:
    found = arguments.bound(predication, [slot])
    return " ".join(f"{bound.entity.name.replace(' ', '_')}:{bound.filler.reason}" for bound in found)


@pytest.mark.parametrize(("sentence", "trigger", "slot", "expected"), BOUND.values(), ids=BOUND)
def test_actors_of_a_verb(sentence: str, trigger: str, slot: str, expected: str) -> None:
    arguments = _arguments(sentence)
    predication = verb(word(arguments.coreference.annotated.doc, trigger), lexicon())
    assert _bound(arguments, predication, slot) == expected


@pytest.mark.parametrize(("sentence", "trigger", "slot", "expected"), NOUNS.values(), ids=NOUNS)
def test_actors_of_a_noun(sentence: str, trigger: str, slot: str, expected: str) -> None:
    arguments = _arguments(sentence)
    predication = noun(word(arguments.coreference.annotated.doc, trigger), lexicon())
    assert _bound(arguments, predication, slot) == expected


@pytest.mark.parametrize(("sentence", "trigger", "relation", "expected"), PAIRS.values(), ids=PAIRS)
def test_pairs(sentence: str, trigger: str, relation: str, expected: str) -> None:
    arguments = _arguments(sentence)
    token = word(arguments.coreference.annotated.doc, trigger)
    predication = verb(token, lexicon()) if token.pos_ == "VERB" else noun(token, lexicon())
    chosen = relations()[relation]
    slot = "with" if chosen.symmetric else "object"
    found = pairs(predication, arguments, subject=["subject"], object=[slot], relation=chosen)
    assert " ".join(f"{a.entity.name}>{b.entity.name}" for a, b in found) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Umar@p/nsubj commands a battalion/dobj of/prep>battalion Hamas@g/pobj", "Hamas"),
        ("Umar@p/nsubj commands Hamas@g/poss>brigade 's brigade/dobj", "Hamas"),
        ("Umar@p/nsubj commands Iran@c/poss>brigade 's brigade/dobj", ""),
        ("Umar@p/nsubj commands the friends/dobj of/prep>friends Hamas@g/pobj", ""),
    ],
)
def test_a_part_of_a_group(sentence: str, expected: str) -> None:
    arguments = _arguments(sentence)
    predication = verb(word(arguments.coreference.annotated.doc, "commands"), lexicon())
    assert " ".join(bound.entity.name for bound in arguments.wholes(predication, ["object"])) == expected


def test_an_actor_of_the_wrong_kind_leaves_a_slot_empty() -> None:
    arguments = _arguments("Omar@p/poss>deputy 's deputy/appos>Umar in/prep>deputy Hamas@g/pobj , Umar@p")
    predication = noun(word(arguments.coreference.annotated.doc, "deputy"), lexicon())
    assert [b.entity.name for b in arguments.bound(predication, ["poss", "in"], kinds=["group"])] == ["Hamas"]


def test_the_first_slot_that_has_anybody_counts() -> None:
    arguments = _arguments("Iran@c/nsubj sends Hamas@g/dative guns/dobj to/prep PIJ@g/pobj")
    predication = verb(word(arguments.coreference.annotated.doc, "sends"), lexicon())
    assert [b.entity.name for b in arguments.bound(predication, ["object", "indirect", "to"])] == ["Hamas"]
