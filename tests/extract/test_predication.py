"""Who fills which role of a word, by construction; sentences in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import doc, word

from graphbuilder.extract.predication import Predication, adjective, noun, verb
from graphbuilder.lexicon import lexicon

VERBS = {
    "active": ("Iran/nsubj funds the Taliban/dobj", "funds", "subject=Iran object=Taliban"),
    "passive": (
        "Taliban/nsubjpass is/auxpass funded=fund by/agent Iran/pobj",
        "funded", "subject=Iran object=Taliban",
    ),
    "passive without agent": ("Taliban/nsubjpass is/auxpass funded=fund", "funded", "object=Taliban"),
    "dative": ("Iran/nsubj sends Hamas/dative guns/dobj", "sends", "subject=Iran indirect=Hamas object=guns"),
    "dative alone": ("Iran/nsubj arrested=arrest:VBD him/dative", "arrested", "subject=Iran indirect=him object=him"),
    "dative behind to": (
        "Iran/nsubj sends guns/dobj to/dative Hamas/pobj",
        "sends", "subject=Iran indirect=Hamas object=guns",
    ),
    "preposition": ("Umar/nsubj met=meet with/prep Hamas/pobj", "met", "subject=Umar with=Hamas"),
    "particle": ("JeM/nsubj broke=break:VBD away/advmod from/prep>away HuM/pobj", "broke", "subject=JeM from=HuM"),
    "preposition in preposition": (
        "Umar/nsubj fled from/prep inside/prep>from JeM/pobj",
        "fled", "subject=Umar inside=JeM",
    ),
    "subjects joined": (
        "Iran/nsubj and/cc Qatar/conj>Iran fund Hamas/dobj",
        "fund", "subject=Iran+Qatar object=Hamas",
    ),
    "objects joined": ("Iran/nsubj funds Hamas/dobj and/cc PIJ/conj>Hamas", "funds", "subject=Iran object=Hamas+PIJ"),
    "objects in a list taken for an apposition": (
        "Iran/nsubj funds Hamas/dobj , PIJ/appos>Hamas and/cc PFLP/conj>PIJ",
        "funds", "subject=Iran object=Hamas+PIJ+PFLP",
    ),
    "apposition alone": ("Iran/nsubj funds Hamas/dobj , enemy/appos>Hamas", "funds", "subject=Iran object=Hamas"),
    "second verb shares the subject": (
        "Iran/nsubj funds Hamas/dobj and/cc arms/conj>funds PIJ/dobj>arms",
        "arms", "subject=Iran:shared object=PIJ",
    ),
    "first verb shares the object": (
        "Iran/nsubj funds and/cc arms/conj>funds Hamas/dobj>arms",
        "funds", "subject=Iran object=Hamas:shared",
    ),
    "second verb with a subject of its own": (
        "Iran/nsubj pays and/cc Qatar/nsubj>arms arms/conj>pays Hamas/dobj>arms",
        "pays", "subject=Iran",
    ),
    "passives share the object": (
        "Hamas/nsubjpass is/auxpass funded=fund and/cc armed=arm:VBN/conj>funded by/agent>armed Iran/pobj",
        "armed", "subject=Iran object=Hamas:shared",
    ),
    "passives share the agent": (
        "Hamas/nsubjpass is/auxpass funded=fund and/cc armed=arm:VBN/conj>funded by/agent>armed Iran/pobj",
        "funded", "subject=Iran:shared object=Hamas",
    ),
    "active behind a passive": (
        "Umar/nsubjpass was/auxpass freed=free and/cc joined=join:VBD/conj>freed Hamas/dobj>joined",
        "joined", "subject=Umar:shared object=Hamas",
    ),
    "subject control": (
        "Iran/nsubj agreed to/aux>fund fund/xcomp Hamas/dobj>fund",
        "fund", "subject=Iran:control object=Hamas",
    ),
    "object control": (
        "Iran/nsubj urged=urge Qatar/dobj to/aux>fund fund/xcomp>urged Hamas/dobj>fund",
        "fund", "subject=Qatar:control object=Hamas",
    ),
    "accused of": (
        "Iran/nsubj accused=accuse Qatar/dobj of/prep>accused funding=fund/pcomp Hamas/dobj>funding",
        "funding", "subject=Qatar:control object=Hamas",
    ),
    "was accused of": (
        "Qatar/nsubjpass was/auxpass accused=accuse of/prep funding=fund/pcomp Hamas/dobj>funding",
        "funding", "subject=Qatar:control object=Hamas",
    ),
    "before doing": (
        "Umar/nsubj left=leave:VBD Hamas/dobj before/prep joining=join/pcomp PIJ/dobj>joining",
        "joining", "subject=Umar:control object=PIJ",
    ),
    "participle clause": (
        "Umar/nsubj fled , joining=join/advcl>fled Hamas/dobj>joining",
        "joining", "subject=Umar:control object=Hamas",
    ),
    "relative subject": (
        "men who/nsubj>funded funded=fund:VBD/relcl>men Hamas/dobj>funded",
        "funded", "subject=who object=Hamas",
    ),
    "relative object": (
        "men which/dobj>funds Iran/nsubj>funds funds/relcl>men",
        "funds", "subject=Iran object=which",
    ),
    "relative object without a pronoun": (
        "men Iran/nsubj>funds funds/relcl>men",
        "funds", "subject=Iran object=men:relative",
    ),
    "reduced relative": (
        "men funded=fund/acl>men by/agent>funded Iran/pobj",
        "funded", "subject=Iran object=men:relative",
    ),
    "reduced relative in -ing": (
        "men backing=back:VBG/acl>men Hamas/dobj>backing",
        "backing", "subject=men:relative object=Hamas",
    ),
    "participle compound": (
        "Iran/npadvmod>backed -/punct>backed backed=back:VBN/amod>men men",
        "backed", "subject=Iran:participle object=men:participle",
    ),
    "participle compound of joined nouns": (
        "Iran/npadvmod>backed backed=back:VBN/amod>Hamas Hamas and/cc PIJ/conj>Hamas",
        "backed", "subject=Iran:participle object=Hamas:participle+PIJ:participle",
    ),
    "participle compound before a noun joined with an article": (
        "Iran/npadvmod>backed backed=back:VBN/amod>Hamas Hamas and/cc the/det>army army/conj>Hamas",
        "backed", "subject=Iran:participle object=Hamas:participle",
    ),
    "participle compound of what is said of somebody": (
        "Hamas/nsubj>is is=be a militia/attr>is Iran/npadvmod>backed backed=back:VBN/amod>militia",
        "backed", "subject=Iran:participle object=militia:participle+Hamas:participle",
    ),
    "participle compound of what somebody is not": (
        "Hamas/nsubj>is is=be not/neg>is a militia/attr>is Iran/npadvmod>backed backed=back:VBN/amod>militia",
        "backed", "subject=Iran:participle object=militia:participle",
    ),
    "declared by somebody": (
        "Hamas/nsubjpass is/auxpass declared=declare:VBN a militia/oprd>declared by/prep>militia Iran/pobj",
        "declared", "subject=Iran object=Hamas+militia",
    ),
    "relative clause with whose": (
        "Umar/nsubj>fled , whose:WP$/poss>men men/nsubj>fight fight:VBP/relcl>Umar , fled", "fight", "subject=men",
    ),
    "according to": (
        "Hamas/nsubj talks with/prep>talks gangs/pobj , according:VBG/prep>talks to/prep>according Iran/pobj",
        "talks", "subject=Hamas with=gangs",
    ),
    "participle with an object taken for an active": (
        "Hamas/nsubj>declared , declared=declare:VBD/advcl>fled a militia/dobj>declared by/prep>militia Iran/pobj , "
        "fled",
        "declared", "subject=Iran object=Hamas+militia",
    ),
    "active behind a clause in commas": (
        "Hamas/nsubj>denounced , which/nsubj>rules rules/relcl>Hamas , denounced=denounce:VBD a raid/dobj>denounced "
        "by/prep>raid Iran/pobj",
        "denounced", "subject=Hamas object=raid",
    ),
    "passive of a headline": (
        "Umar/nsubj>killed killed=kill:VBN by/agent Iran/pobj", "killed", "subject=Iran object=Umar",
    ),
    "charged with a conspiracy": (
        "court/nsubj charged=charge:VBD Umar/dobj with/prep>charged conspiracy/pobj to/aux>fund fund/acl>conspiracy "
        "Hamas/dobj>fund",
        "fund", "subject=Umar:control object=Hamas",
    ),
    "accused of conspiring to": (
        "Umar/nsubjpass was/auxpass accused=accuse of/prep conspiring=conspire/pcomp to/aux>fund fund/xcomp>conspiring "
        "Hamas/dobj>fund",
        "fund", "subject=Umar:control object=Hamas",
    ),
    "participle of three taken for a past": (
        "men which/nsubjpass>trained were/auxpass>trained trained=train:VBN/relcl>men , armed=arm:VBD/conj>trained "
        "and/cc paid=pay:VBN/conj>armed by/agent>paid Iran/pobj",
        "armed", "subject=Iran:shared object=which:shared",
    ),
    "past taken for a participle": (
        "firm paid=pay:VBN/acl>firm money/dobj>paid to/prep>paid Hamas/pobj",
        "paid", "subject=firm:relative object=money",
    ),
    "participle tied to a noun further up": (
        "talks between/prep>talks Iran/pobj and/cc PIJ/pobj>between , led=lead:VBN/acl>talks by/agent>led Umar/pobj",
        "led", "subject=Umar object=PIJ:relative",
    ),
    "participle of the noun further up": (
        "talks in/prep>talks Doha/pobj , led=lead:VBN/acl>talks by/agent>led Umar/pobj",
        "led", "subject=Umar object=talks:relative",
    ),
    "relative object of a list of verbs": (
        "men which/dobj>armed Iran/nsubj>trained trained=train:VBD/relcl>men and/cc armed=arm:VBD/conj>trained "
        "and/cc pays:VBZ/conj>trained",
        "pays", "subject=Iran:shared object=which:shared",
    ),
    "verb taken for a noun": (
        "Iran/compound>shelters shelters=shelter:NNS the Taliban/appos>shelters",
        "shelters", "subject=Iran object=Taliban",
    ),
    "arrest of somebody for": (
        "Iran/nsubj announced=announce the arrest/dobj of/prep>arrest Umar/pobj for/prep>announced "
        "funding=fund/pcomp>for PIJ/dobj>funding",
        "funding", "subject=Umar:control object=PIJ",
    ),
    "object behind the second of two verbs": (
        "Iran/nsubj>pays pays:VBZ and/cc arms:VBZ/conj>pays Hamas/dobj>pays",
        "arms", "subject=Iran:shared object=Hamas:shared",
    ),
    "agents joined": (
        "Hamas/nsubjpass was/auxpass paid=pay:VBN by/agent Iran/pobj , and/cc by:IN/conj>paid Qatar/pobj>by",
        "paid", "subject=Iran+Qatar object=Hamas",
    ),
    "participle beside one taken for an adjective": (
        "men armed:JJ/acl>men and/cc paid=pay:VBN/conj>armed by/agent>paid Iran/pobj",
        "paid", "subject=Iran object=men:shared",
    ),
    "verb left without a place": (
        "Umar/nsubj fought it/dobj , joined=join:VBD/dep>fought PIJ/dobj>joined",
        "joined", "subject=Umar:shared object=PIJ",
    ),
    "prepositions joined": (
        "Iran/nsubj went=go:VBD to/prep Hamas/pobj and/cc with:IN/conj>to PIJ/pobj>with",
        "went", "subject=Iran to=Hamas with=PIJ",
    ),
    "suspicion of": (
        "Umar/nsubjpass was/auxpass held=hold on/prep suspicion/pobj of/prep>suspicion funding=fund/pcomp>of "
        "PIJ/dobj>funding",
        "funding", "subject=Umar:control object=PIJ",
    ),
    "whoever accuses is not accused": (
        "Iran/nsubj accused=accuse Hamas/dobj of/prep>Hamas funding=fund/pcomp>of PIJ/dobj>funding",
        "funding", "subject=Hamas:control object=PIJ",
    ),
    "plan of an owner": (
        "Iran/poss>plan 's plan to/aux>fund fund:VB/acl>plan Hamas/dobj>fund",
        "fund", "subject=Iran:control object=Hamas",
    ),
    "small clause with a noun": (
        "Iran/nsubj declared=declare Hamas/nsubj>group a terrorist:JJ/amod group:NN/ccomp>declared",
        "declared", "subject=Iran object=Hamas+group",
    ),
    "small clause with an infinitive": (
        "Iran/nsubj lets=let Hamas/nsubj>train train:VB/ccomp>lets", "lets", "subject=Iran object=Hamas",
    ),
    "clause of its own": (
        "Iran/nsubj says=say Hamas/nsubj>trains trains:VBZ/ccomp>says", "says", "subject=Iran",
    ),
    "had something done": (
        "Iran/nsubj had=have Umar/nsubj>killed killed=kill:VBN/ccomp>had",
        "killed", "subject=Iran:control object=Umar",
    ),
    "infinitive behind a noun": (
        "Iran/nsubj has=have nothing/dobj to/aux>do do:VB/relcl>nothing with/prep>do Hamas/pobj",
        "do", "subject=Iran:control with=Hamas",
    ),
}  # fmt: skip
NOUNS = {
    "complement": ("ties to/prep>ties Hamas/pobj", "ties", "to=Hamas"),
    "owner": ("Iran/poss>ties 's ties to/prep>ties Hamas/pobj", "ties", "poss=Iran to=Hamas"),
    "owners joined": ("Iran/poss>ties and/cc Qatar/conj>Iran 's/case>Qatar ties", "ties", "poss=Iran+Qatar"),
    "between": ("ties between/prep>ties Iran/pobj and/cc Hamas/conj>Iran", "ties", "between=Iran+Hamas"),
    "from and for": (
        "support from/prep>support Iran/pobj for/prep>support Hamas/pobj",
        "support", "from=Iran for=Hamas",
    ),
    "light verb": ("Iran/nsubj has=have ties/dobj to/prep>ties Hamas/pobj", "ties", "subject=Iran:light to=Hamas"),
    "light verb with the complement": (
        "Iran/nsubj held=hold:VBD talks/dobj with/prep>held Hamas/pobj",
        "talks", "subject=Iran:light with=Hamas:light",
    ),
    "light verb in the passive": (
        "talks/nsubjpass were/auxpass held=hold with/prep Hamas/pobj by/agent>held Iran/pobj",
        "talks", "subject=Iran:light with=Hamas:light",
    ),
    "verb of its own": ("Iran/nsubj praised=praise ties/dobj to/prep>ties Hamas/pobj", "ties", "to=Hamas"),
    "relative light verb": (
        "ties that/dobj>has Iran/nsubj>has has/relcl>ties with/prep>has Hamas/pobj",
        "ties", "subject=Iran:light with=Hamas:light",
    ),
    "circumstance": (
        "Iran/nsubj is=be in/prep talks/pobj with/prep>talks Hamas/pobj",
        "talks", "subject=Iran:circumstance with=Hamas",
    ),
    "broke out between": (
        "clashes=clash:NNS/nsubj erupted=erupt between/prep Iran/pobj and/cc Hamas/conj>Iran",
        "clashes", "between=Iran:light+Hamas:light",
    ),
    "said to be with": (
        "Iran/poss>war 's war/nsubj is=be with/prep Hamas/pobj", "war", "poss=Iran with=Hamas:light",
    ),
    "behind something": (
        "Iran/nsubj is=be behind/prep attacks/pobj on/prep>attacks Hamas/pobj",
        "attacks", "subject=Iran:circumstance on=Hamas",
    ),
    "under fire from": (
        "Iran/nsubj came=come:VBD under/prep fire/pobj from/prep>came Hamas/pobj",
        "fire", "subject=Iran:circumstance from=Hamas:circumstance",
    ),
    "whom a passive is about": (
        "Hamas/nsubjpass was/auxpass trained=train in/prep camps/pobj of/prep>camps Iran/pobj",
        "camps", "of=Iran patient=Hamas:circumstance",
    ),
    "copula": ("Umar/nsubj is=be the leader/attr of/prep>leader Hamas/pobj", "leader", "self=Umar of=Hamas"),
    "named": ("Hamas/nsubj named=name Umar/dobj leader/oprd", "leader", "self=Umar subject=Umar"),
    "named in the passive": (
        "Umar/nsubjpass was/auxpass named=name head/oprd of/prep>head Hamas/pobj",
        "head", "self=Umar of=Hamas",
    ),
    "served as": ("Umar/nsubj served=serve as/prep head/pobj of/prep>head Hamas/pobj", "head", "self=Umar of=Hamas"),
    "roles joined": (
        "Umar/nsubj is=be founder/attr and/cc head/conj>founder of/prep>head Hamas/pobj",
        "founder", "self=Umar of=Hamas:shared",
    ),
    "second role": (
        "Umar/nsubj is=be founder/attr and/cc head/conj>founder of/prep>head Hamas/pobj",
        "head", "self=Umar of=Hamas",
    ),
    "said to be": (
        "Umar , said=say:VBN/acl>Umar to/aux>be be/xcomp>said head/attr>be of/prep>head Hamas/pobj",
        "head", "self=Umar of=Hamas",
    ),
    "among": (
        "Among/prep>was the leaders/pobj>Among of/prep>leaders Hamas/pobj>of was=be Umar/attr>was",
        "leaders", "self=Umar of=Hamas",
    ),
    "killed with others": (
        "Umar/nsubjpass was/auxpass shot with/prep other/amod>members members/pobj>with of/prep>members Hamas/pobj>of",
        "members", "compound=members self=members+Umar:shared of=Hamas",
    ),
    "and others": (
        "Umar/nsubj and/cc other/amod>members members/conj>Umar of/prep>members Hamas/pobj>of fled",
        "members", "compound=members self=members+Umar:shared of=Hamas",
    ),
    "joined as": (
        "Umar/nsubj joined=join Hamas/dobj as/prep its/poss>head head/pobj",
        "head", "self=Umar of=Hamas:light poss=its",
    ),
    "described as": (
        "Iran/nsubj described=describe Umar/dobj as/prep head/pobj of/prep>head Hamas/pobj",
        "head", "self=Umar of=Hamas",
    ),
    "one of the": (
        "Umar , one:NN/appos>Umar of/prep>one the commanders/pobj of/prep>commanders Hamas/pobj",
        "commanders", "self=Umar of=Hamas",
    ),
    "accused of": (
        "Iran/nsubj accused=accuse Umar/dobj of/prep>accused ties/pobj to/prep>ties Hamas/pobj",
        "ties", "subject=Umar:control to=Hamas",
    ),
    "jailed on charges of": (
        "Umar/nsubjpass was/auxpass jailed=jail on/prep charges/pobj of/prep>charges ties/pobj>of "
        "to/prep>ties Hamas/pobj",
        "ties", "subject=Umar:control to=Hamas",
    ),
    "somebody with": (
        "trader:NN with/prep>trader ties/pobj to/prep>ties Hamas/pobj", "ties", "subject=trader:relative to=Hamas",
    ),
    "of which": (
        "alliance:NN of/prep>are which/pobj>of both/nsubj>are are/relcl>alliance members:NNS/attr>are",
        "members", "self=both of=which:relative",
    ),
    "suspected of being": (
        "Iran/nsubj accused=accuse Umar/dobj of/prep>accused being=be:VBG/pcomp>of head/attr>being "
        "of/prep>head Hamas/pobj",
        "head", "self=Umar of=Hamas",
    ),
    "owner of a second noun": (
        "Hamas/poss>founder 's founder:NN and/cc head/conj>founder",
        "head", "poss=Hamas:shared",
    ),
}  # fmt: skip
ADJECTIVES = {
    "predicate": ("Umar/nsubj is=be loyal/acomp to/prep>loyal Hamas/pobj", "loyal", "subject=Umar to=Hamas"),
    "attribute": ("allied:JJ/amod>men men", "allied", "subject=men:participle"),
    "apposition": ("men loyal:JJ/appos>men to/prep>loyal Hamas/pobj", "loyal", "subject=men:participle to=Hamas"),
    "joined": (
        "Umar/nsubj is=be close/acomp and/cc loyal:JJ/conj>close to/prep>loyal Hamas/pobj",
        "loyal", "subject=Umar to=Hamas",
    ),
    "clause of circumstance": (
        "Umar/nsubj fled , loyal:JJ/advcl>fled to/prep>loyal Hamas/pobj",
        "loyal", "subject=Umar to=Hamas",
    ),
}  # fmt: skip


def _slots(expected: str) -> dict[str, list[str]]:
    return {slot: fillers.split("+") for slot, _, fillers in (part.partition("=") for part in expected.split())}


def _found(predication: Predication, wanted: dict[str, list[str]]) -> dict[str, list[str]]:
    """Fillers as written, with the path where it is not direct; subject and object are compared in any case."""
    slots = predication.slots if predication.mode == "verb" else {}
    names = {*wanted, *(slot for slot in slots if slot in {"subject", "object", "indirect"})}
    written = {
        name: [a.token.text + ("" if a.path == "direct" else f":{a.path}") for a in predication.slots.get(name, [])]
        for name in names
    }
    return {name: fillers for name, fillers in written.items() if fillers or name in wanted}


@pytest.mark.parametrize(("sentence", "trigger", "expected"), VERBS.values(), ids=VERBS)
def test_verb(sentence: str, trigger: str, expected: str) -> None:
    predication = verb(word(doc(sentence), trigger), lexicon())
    assert _found(predication, _slots(expected)) == _slots(expected)


@pytest.mark.parametrize(("sentence", "trigger", "expected"), NOUNS.values(), ids=NOUNS)
def test_noun(sentence: str, trigger: str, expected: str) -> None:
    predication = noun(word(doc(sentence), trigger), lexicon())
    assert _found(predication, _slots(expected)) == _slots(expected)


@pytest.mark.parametrize(("sentence", "trigger", "expected"), ADJECTIVES.values(), ids=ADJECTIVES)
def test_adjective(sentence: str, trigger: str, expected: str) -> None:
    predication = adjective(word(doc(sentence), trigger))
    assert _found(predication, _slots(expected)) == _slots(expected)


def test_a_noun_knows_the_verb_that_carries_it() -> None:
    parsed = doc("Iran/nsubj has=have ties/dobj")
    assert noun(word(parsed, "ties"), lexicon()).carrier == word(parsed, "has")
