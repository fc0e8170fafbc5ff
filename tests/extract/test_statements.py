"""Which tie a sentence states between whom, before its stance is read; in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import coreference

from graphbuilder.extract.arguments import Arguments
from graphbuilder.extract.matching import Triggers
from graphbuilder.extract.statements import Statements
from graphbuilder.lexicon import lexicon
from graphbuilder.ontology import relations

SENTENCES = {
    "on whom sanctions are for what": (
        "Canada@c/nsubj called=call:VBD for/prep>called sanctions=sanction:NNS/pobj on/prep>sanctions Iran@c/pobj "
        "for/prep>called arming=arm:VBG/pcomp Hamas@g/dobj>arming",
        "Iran ARMS Hamas",
    ),
    "two roles before a name": (
        "Fatah@g/nmod>leader operative=operative:NN/amod>leader and/cc>operative Hamas@g/conj>operative "
        "leader/compound>Umar Umar@p/nsubj>fled fled",
        "Umar LEADS Hamas",
    ),
    "a founder's name that the parse takes for an object": (
        "Hamas@g/nsubj>fled , founded=found:VBN/acl>Hamas by/agent>founded the rebel/pobj Umar@p/dobj>founded , fled",
        "Umar FOUNDED Hamas",
    ),
    "what an army has not done to somebody": (
        "Hamas@g/nsubj has/aux never/neg>beaten beaten=defeat:VBN Fatah@g/dobj>beaten", "",
    ),
    "a subject that the parse hangs on the auxiliary": (
        "Iran@c/nsubj>had had=have:VBD/aux>armed for/prep>had years=year:NNS/pobj armed=arm:VBN Hamas@g/dobj>armed",
        "Iran ARMS Hamas",
    ),
    "for whom somebody buys": (
        "Umar@p/nsubj bought=buy:VBD drones=drone:NNS/dobj for/prep>bought Hamas@g/pobj", "Umar ARMS Hamas",
    ),
    "at war behind a name": (
        "Hamas@g/nsubj>fled , at/prep>Hamas war/pobj with/prep>war Fatah@g/pobj , fled", "Hamas FIGHTS Fatah",
    ),
    "a charge that the parse hangs on the accused": (
        "Iran@c/nsubj accuses=accuse:VBZ Hamas@g/dobj of/prep>Hamas links=link:NNS/pobj to/prep>links Fatah@g/pobj",
        "Hamas HAS_TIES_TO Fatah",
    ),
    "an agent that the parse hangs on the name behind 'of'": (
        "arrest/nsubj>followed of/prep>arrest Umar@p/pobj by/agent>Umar Hamas@g/pobj followed",
        "Umar DETAINED_BY Hamas",
    ),
    "of any kind": (
        "Hamas@g/nsubj had=have:VBD connection/dobj of/prep>connection any/det>kind kind/pobj with/prep>kind "
        "Fatah@g/pobj",
        "Hamas HAS_TIES_TO Fatah",
    ),
    "war there is, after between": (
        "Between/prep>been Hamas@g/pobj and/cc>Hamas Fatah@g/conj>Hamas there:EX/expl>been has/aux>been been=be:VBN "
        "war/attr>been",
        "Hamas FIGHTS Fatah",
    ),
    "a particle with an object": (
        "Hamas@g/nsubj turned=turn:VBD on:RP/prt Fatah@g/pobj>on", "Hamas FIGHTS Fatah",
    ),
    "whom somebody had arrested by others": (
        "Umar@p/nsubj had=have:VBD Ali@p/nsubj>arrested arrested=arrest:VBN/ccomp>had by/agent>arrested Hamas@g/pobj",
        "Ali DETAINED_BY Hamas",
    ),
    "an officer beside those with ties": (
        "Hamas@g/npadvmod>linked linked=link:VBN/amod>rebels rebels=rebel:NNS/nsubj>fled and/cc>rebels an/det>Umar "
        "Umar@p/conj>rebels fled",
        "",
    ),
    "an attack that is blamed on somebody": (
        "the attack/nsubjpass>blamed on/prep>attack Hamas@g/pobj was/auxpass>blamed blamed=blame:VBN "
        "on/prep>blamed PIJ@g/pobj",
        "PIJ ATTACKED Hamas",
    ),
    "a bombing claimed, and what it did": (
        "PIJ@g/nsubj>claimed claimed=claim:VBD responsibility/dobj>claimed for/prep>responsibility a bombing/pobj "
        "that=that:WDT/nsubj>killed killed=kill:VBD/relcl>bombing fighters=fighter:NNS/dobj>killed of/prep>fighters "
        "Hamas@g/pobj",
        "PIJ ATTACKED Hamas",
    ),
    "an agent behind what one is designated": (
        "Hamas@g/nsubjpass>designated was/auxpass>designated designated=designate:VBN a group/oprd>designated "
        "by/prep>group Canada@c/pobj",
        "Canada SANCTIONED Hamas",
    ),
    "what rockets were given for": (
        "Iran@c/nsubj>gave gave=give:VBD rockets=rocket:NNS/dobj>gave to/dative>gave Hamas@g/pobj to:TO/aux>attack "
        "attack:VB/advcl>gave Fatah@g/dobj>attack",
        "Iran ARMS Hamas, Hamas ATTACKED Fatah",
    ),
    "a sum of money": (
        "Umar@p/nsubj>sent sent=send:VBD $:$/nmod>50 50:CD/dobj>sent to/prep>sent Hamas@g/pobj", "Umar FINANCES Hamas",
    ),
    "rebels in a country": (
        "Iran@c/nsubj>armed armed=arm:VBD rebel/compound>forces forces=force:NNS/dobj in/prep>forces Libya@c/pobj",
        "",
    ),
    "who says so is on neither side": (
        "Hamas@g/nsubj allied=ally with/prep gangs/pobj according:VBG/prep>allied to/prep>according CIA@g/pobj", "",
    ),
    "talks with somebody nameless": (
        "Hamas@g/nsubj and/cc PIJ@g/conj>Hamas held=hold talks/dobj with/prep>talks rebels=rebel:NNS/pobj", "",
    ),
    "a truce with somebody nameless": (
        "they/nsubj signed=sign a truce/dobj between/prep>truce rebels=rebel:NNS/pobj and/cc Hamas@g/conj>rebels "
        "and/cc PIJ@g/conj>Hamas",
        "",
    ),
    "fighters in a country": (
        "fighters=fighter:NNS/nsubj>attacked in/prep>fighters Iran@c/pobj attacked=attack Hamas@g/dobj>attacked", "",
    ),
    "militants of a country": (
        "Hamas@g/nsubj bombed=bomb Kurdish:JJ@c/amod>camps militant/compound>camps camps=camp:NNS/dobj", "",
    ),
    "the founder of a part": (
        "Umar@p/nsubj founded=found a cell/dobj of/prep>cell Hamas@g/pobj", "Umar MEMBER_OF Hamas",
    ),
    "the commander of some parts": (
        "Umar@p/nsubj commands=command Hamas@g/compound>fronts fronts=front:NNS/dobj", "Umar MEMBER_OF Hamas",
    ),
    "the head of a party in a country": (
        "Iran@c/poss>leader 's party/compound>leader leader/compound>Umar Umar@p/nsubj fled", "",
    ),
    "whom somebody says is backed": (
        "Hamas@g/nsubj>fled , which/nsubj>backed Qatar@c/nsubj>says says=say:VBZ/relcl>Hamas is/auxpass>backed "
        "backed=back:VBN/ccomp>says by/agent>backed Iran@c/pobj , fled",
        "Iran SUPPORTS Hamas",
    ),
    "the one at the top": (
        "Umar@p/nsubj>fled , the leader/appos>Umar of/prep>leader Hamas@g/pobj , fled", "Umar LEADS Hamas",
    ),
    "the chief of one field": (
        "Umar@p/nsubj>fled , the customs/compound chief/appos>Umar of/prep>chief Hamas@g/pobj , fled",
        "Umar MEMBER_OF Hamas",
    ),
    "the chief of fighters": (
        "Umar@p/nsubj>fled , the rebel/compound chief/appos>Umar of/prep>chief Hamas@g/pobj , fled",
        "Umar LEADS Hamas",
    ),
    "owner of a fixed object": (
        "Umar@p/nsubj kept=keep Hamas@g/poss>accounts 's accounts/dobj", "Umar MEMBER_OF Hamas",
    ),
    "noun before a fixed object": (
        "Umar@p/nsubj kept=keep Hamas@g/compound>accounts accounts/dobj", "Umar MEMBER_OF Hamas",
    ),
    "two behind a fixed object": (
        "Umar@p/nsubj carried=carry messages/dobj between/prep>messages Hamas@g/pobj and/cc PIJ@g/conj>Hamas",
        "Umar LIAISON_WITH Hamas, Umar LIAISON_WITH PIJ",
    ),
    "a fixed subject": (
        "command/nsubj>passed of/prep>command Hamas@g/pobj passed=pass to/prep>passed Umar@p/pobj",
        "Umar LEADS Hamas",
    ),
    "no name for itself": (
        "a column/nsubj>fled of/prep>column Hamas@g/compound troops/pobj fled", "",
    ),
    "a name before its description that the parse parts from it": (
        "Iran@c/nsubj>fought fought=fight Qassam@g/dobj>fought , Hamas@g/poss>wing 's wing/dobj>fought",
        "Iran FIGHTS Qassam, Qassam PART_OF Hamas",
    ),
    "a description whose comma the parse hangs on it": (
        "murder/nsubj>grew of/prep>murder Umar@p/pobj , then:RB/advmod>chairman Hamas@g/poss>chairman 's "
        "chairman/conj>murder , grew",
        "Umar LEADS Hamas",
    ),
    "made something by somebody else": (
        "Omar@p/nsubj>named named=name Umar@p/nsubj>leader leader:NN/ccomp>named of/prep>leader Hamas@g/pobj>of",
        "Umar LEADS Hamas",
    ),
    "the chief of a field": (
        "Umar@p/nsubj>fled , Hamas@g/poss>head 's head/appos>Umar of/prep>head finance/pobj , fled",
        "Umar MEMBER_OF Hamas",
    ),
    "in the war of whom it helps": (
        "Iran@c/nsubj>backs backs=back Hamas@g/dobj>backs in/prep>backs the war/pobj>in against/prep>war Fatah@g/pobj",
        "Iran SUPPORTS Hamas, Hamas FIGHTS Fatah",
    ),
    "in its war": (
        "Iran@c/nsubj>backs backs=back Hamas@g/dobj>backs in/prep>backs its/poss war/pobj>in against/prep>war "
        "Fatah@g/pobj",
        "Iran SUPPORTS Hamas, Hamas FIGHTS Fatah",
    ),
    "trained for it": (
        "Iran@c/nsubj>trained trained=train Hamas@g/dobj>trained to/aux>fight fight:VB/advcl>trained "
        "Fatah@g/dobj>fight",
        "Iran TRAINS Hamas, Hamas FIGHTS Fatah",
    ),
    "an adjective of will": (
        "Iran@c/nsubj>remains remains=remain/ROOT committed:JJ/acomp>remains to/prep>committed "
        "helping=help:VBG/pcomp>to Hamas@g/dobj>helping",
        "Iran SUPPORTS Hamas",
    ),
    "a phase of the effort": (
        "Iran@c/nsubj>began began=begin/ROOT the phase/dobj>began of/prep>phase the effort/pobj>of to/aux>defeat "
        "defeat:VB/acl>effort Fatah@g/dobj>defeat",
        "Iran FIGHTS Fatah",
    ),
    "what a group holds": (
        "Hamas@g/nsubj>bombed bombed=bomb PIJ@g/npadvmod>held -/punct>held held=hold:VBN/amod>areas areas/dobj>bombed",
        "Hamas ATTACKED PIJ",
    ),
    "a place that is its stronghold": (
        "Hamas@g/nsubj>stormed stormed=storm Gaza/dobj>stormed , the PIJ@g/compound stronghold/appos>Gaza",
        "Hamas ATTACKED PIJ",
    ),
    "targets in a country": (
        "Hamas@g/nsubj>bombed bombed=bomb targets/dobj>bombed in/prep>targets Iran@c/pobj", "",
    ),
    "help from a country": (
        "Hamas@g/nsubjpass>aided was/auxpass>aided aided=aid:VBN/ROOT by/agent>aided aid/pobj>by "
        "from/prep>aid Iran@c/pobj",
        "Iran SUPPORTS Hamas",
    ),
    "the army of a ruler": (
        "Assad@p/poss>army 's army/nsubj>fought fought=fight Hamas@g/dobj>fought", "Syria FIGHTS Hamas",
    ),
    "the government of a ruler": (
        "Hamas@g/nsubj>fought fought=fight the government/dobj>fought of/prep>government Assad@p/pobj",
        "Hamas FIGHTS Syria, Assad LEADS Syria",
    ),
    "the minister of a ministry": (
        "the interior:NN/compound>minister minister/nsubj>slept , Khan@p/appos>minister , slept=sleep in/prep>slept "
        "Interior_Ministry@g/pobj>in",
        "Khan LEADS Interior Ministry",
    ),
    "on the side of somebody else": (
        "Iran@c/nsubj trained=train pro/compound>forces -/punct>forces Hamas@g/compound>forces forces/dobj>trained", "",
    ),
    "a gerund taken for a part of the name": (
        "Umar@p/nsubj>denied denied=deny/ROOT funding=fund:VBG/compound>Hamas Hamas@g/dobj>denied",
        "Umar FINANCES Hamas",
    ),
    "guilty of two things": (
        "Umar@p/nsubjpass>accused accused=accuse:VBN/ROOT of/prep>accused murder/pobj>of and/cc>of for:IN/conj>of "
        "funding=fund:VBG/pcomp>for Hamas@g/dobj>funding",
        "Umar FINANCES Hamas",
    ),
    "support one lives by": (
        "Hamas@g/nsubj benefits=benefit/ROOT from/prep>benefits support/pobj from/prep>support Iran@c/pobj",
        "Iran SUPPORTS Hamas",
    ),
    "linked to another than it split from": (
        "an al-Nusra@g/npadvmod>linked -/punct>linked linked=link:VBN/amod>group Iranian@c/amod>group "
        "splinter/compound>group group/nsubj>fled fled=flee",
        "",
    ),
    "between two countries": (
        "Umar@p/nsubj shuttled=shuttle between/prep>shuttled Iran@c/pobj and/cc Syria@c/conj>Iran", "",
    ),
    "in the war of somebody without a name": (
        "Iran@c/nsubj intervened=intervene in/prep>intervened the colony/poss>war 's war/pobj>in against/prep>war "
        "Hamas@g/pobj",
        "",
    ),
    "with its support": (
        "with/prep>struck Iran@c/compound>support support/pobj>with , Hamas@g/nsubj>struck struck=strike Gaza/dobj",
        "Iran SUPPORTS Hamas",
    ),
    "led by somebody whom an odd noun calls": (
        "Hamas@g/nsubjpass>led is/auxpass>led led=lead:VBN/ROOT by/agent>led its/poss ideologist/pobj>by , "
        "Umar@p/appos>ideologist",
        "Umar LEADS Hamas",
    ),
    "whose it is of many without a name": (
        "after/mark>fled PIJ@g/nsubj>fled fled=flee/advcl>declared groups/nsubj>declared declared=declare/ROOT "
        "their/poss>alliance alliance/dobj>declared with/prep>alliance Hamas@g/pobj>with",
        "",
    ),
    "where somebody served": (
        "joined=join Hamas@g/dobj where/advmod>served Umar@p/nsubj>served served=serve:VBD/relcl>Hamas",
        "Umar MEMBER_OF Hamas",
    ),
    "two nouns with of": (
        "Umar@p/nsubj>fled , chief/appos>Umar of/prep>chief staff/pobj>of of/prep>staff Hamas@g/pobj , fled",
        "Umar LEADS Hamas",
    ),
    "a state as the object of a role": (
        "Umar@p/nsubj>was was=be a link/attr>was to/prep>link Iran@c/pobj", "Umar LIAISON_WITH Iran",
    ),
    "a state as the place of a role": ("Umar@p/nsubj>was was=be a fighter/attr>was in/prep>fighter Iran@c/pobj", ""),
    "described in a document": (
        "Umar@p/nsubjpass>described was/auxpass described=describe in/prep>described court/pobj as/prep>court "
        "a member/pobj>as of/prep>member Hamas@g/pobj",
        "Umar MEMBER_OF Hamas",
    ),
    "somewhere for talks": (
        "Umar@p/nsubj>flew flew=fly:VBD to/prep>flew Doha@g/pobj for/prep>flew talks/pobj with/prep>talks Hamas@g/pobj",
        "Umar NEGOTIATES_WITH Hamas",
    ),
    "taken somewhere for talks": (
        "Umar@p/nsubjpass>flown was/auxpass flown=fly:VBN for/prep>flown talks/pobj with/prep>talks Hamas@g/pobj", "",
    ),
    "from a group": (
        "Umar@p/nsubj>fled , a fighter/appos>Umar from/prep>fighter Hamas@g/pobj , fled", "Umar MEMBER_OF Hamas",
    ),
    "from a country": ("Umar@p/nsubj>fled , a fighter/appos>Umar from/prep>fighter Iran@c/pobj , fled", ""),
    "a rival joined": (
        "Hamas@g/nsubj>fled and/cc rival:JJ/amod>Fatah Fatah@g/conj>Hamas fled", "Fatah OPPOSES Hamas",
    ),
    "two that a clause is about": (
        "Hamas@g/nsubj>fled and/cc Fatah@g/conj>Hamas , which/nsubj>are are=be:VBP/relcl>Hamas "
        "enemies=enemy:NNS/attr>are , fled",
        "Hamas OPPOSES Fatah",
    ),
    "a whole of bands that a clause in the singular is about": (
        "Hamas@g/nsubj>fled , an umbrella/appos>Hamas of/prep>umbrella bands=band:NNS/pobj that:WDT/nsubj>includes "
        "includes=include:VBZ/relcl>bands Fatah@g/dobj>includes , fled",
        "Fatah PART_OF Hamas",
    ),
    "identified as": (
        "the Hamas@g/compound>commander commander/nsubjpass>identified was/auxpass identified=identify:VBN "
        "as/prep>identified Umar@p/pobj",
        "Umar MEMBER_OF Hamas",
    ),
    "under somebody": (
        "Under/prep>grew Umar@p/pobj , Hamas@g/nsubj>grew grew=grow:VBD", "Umar LEADS Hamas",
    ),
    "united under somebody": (
        "Hamas@g/nsubj>united united=unite:VBD under/prep>united Umar@p/pobj", "",
    ),
    "on whose list somebody is": (
        "Hamas@g/nsubj>is is=be on/prep>is Iran@c/poss>list 's terror:NN/compound>list list/pobj>on",
        "Iran SANCTIONED Hamas",
    ),
    "a rank behind a role of the same title": (
        "Hamas@g/compound>Umar spokesman/compound>Umar Gen.:NN/compound>Umar Umar@p/nsubj>fled fled",
        "Umar SPEAKS_FOR Hamas",
    ),
    "said of a subject behind it": (
        "Although/prep>fled part/pobj>Although of/prep>part Hamas@g/pobj , Fatah@g/nsubj>fled fled",
        "Fatah PART_OF Hamas",
    ),
    "as what somebody acts": (
        "As/prep>signed leader/pobj>As of/prep>leader Hamas@g/pobj , Umar@p/nsubj>signed signed=sign the truce/dobj",
        "Umar LEADS Hamas",
    ),
    "several of an event": (
        "Umar@p/nsubj>held held=hold a round/dobj>held of/prep>round talks/pobj with/prep>talks Hamas@g/pobj",
        "Umar NEGOTIATES_WITH Hamas",
    ),
    "of two nouns, tied to the first": (
        "Umar@p/nsubj>fled , founder/appos>Umar and/cc leader/conj>founder of/prep>founder Hamas@g/pobj>of , fled",
        "Umar FOUNDED Hamas, Umar LEADS Hamas",
    ),
    "a role of a group, and nobody's": (
        "NATO@g/compound>member member/compound>Turkey Turkey@c/nsubj>fled fled", "Turkey PART_OF NATO",
    ),
    "a role of two": (
        "Iran@c/nsubj>fled and/cc Iraq@c/conj>Iran , allies=ally:NNS/appos>Iran of/prep>allies Hamas@g/pobj , fled",
        "Iran ALLIED_WITH Hamas, Iraq ALLIED_WITH Hamas",
    ),
    "a person by the name of the group": ("Hamas@g/poss>Umar 's Umar@p/nsubj>fled fled", "Umar MEMBER_OF Hamas"),
    "a person by the name of a state": ("Iran@c/poss>Umar 's Umar@p/nsubj>fled fled", ""),
    "on whose list somebody was put": (
        "Hamas@g/nsubjpass>put was/auxpass put:VBN on/prep>put Iran@c/poss>blacklist 's blacklist/pobj>on",
        "Iran SANCTIONED Hamas",
    ),
    "brokers of a deal": (
        "the deal/nsubjpass>brokered was/auxpass brokered=broker:VBN by/agent>brokered Iran@c/pobj and/cc "
        "Iraq@c/conj>Iran",
        "",
    ),
    "a particle before its verb": (
        "Hamas@g/nsubj>form and/cc PIJ@g/conj>Hamas together/advmod>Hamas form Viv@g/dobj",
        "Hamas PART_OF Viv, PIJ PART_OF Viv",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_ties_of_a_sentence(sentence: str, expected: str) -> None:
    arguments = Arguments(coreference(sentence), lexicon())
    statements = Statements(Triggers.of(relations().values()), relations(), arguments, lexicon())
    found = statements.of(next(arguments.coreference.annotated.doc.sents))
    ties = {f"{s.subject.entity.name} {s.relation.name} {s.object.entity.name}" for s in found}
    assert ties == set(filter(None, expected.split(", ")))
