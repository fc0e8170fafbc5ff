"""How a statement is meant, by construction: stance, status, speaker; sentences in the notation of ``notation.py``."""

from __future__ import annotations

import pytest
from notation import doc, word

from graphbuilder.extract.predication import noun, verb
from graphbuilder.extract.stance import readings
from graphbuilder.lexicon import lexicon

# A sentence, the word that states the tie, and its readings; ``-`` is the article's own voice.
VERBS = {
    "asserted": ("Iran/nsubj funds Hamas/dobj", "funds", "asserted current -"),
    "pleaded not guilty": (
        "Umar/nsubj pleaded=plead:VBD not/neg>guilty guilty/acomp>pleaded to:IN/prep>guilty "
        "funding=fund:VBG/pcomp>to Hamas/dobj>funding",
        "funding", "denied current Umar; uncertain current -",
    ),
    "pleaded guilty": (
        "Umar/nsubj pleaded=plead:VBD guilty/acomp>pleaded to:IN/prep>guilty funding=fund:VBG/pcomp>to "
        "Hamas/dobj>funding",
        "funding", "asserted current -",
    ),
    "believe it was X who": (
        "judges/nsubj believe:VBP it/nsubj>was was=be:VBD/ccomp>believe Iran/attr>was that:WDT/nsubj>funded "
        "funded=fund:VBD/relcl>Iran Hamas/dobj>funded",
        "funded", "uncertain current judges",
    ),
    "if true, would show that": (
        "it/nsubj>show would/aux>show if/mark>is is=be:VBZ/advcl>show show:VB that/mark>funds Iran/nsubj>funds "
        "funds/ccomp>show Hamas/dobj>funds",
        "funds", "",
    ),
    "what will be if": (
        "if/mark>attacks it/nsubj>attacks attacks=attack:VBZ/advcl>fund , Iran/nsubj>fund will/aux>fund fund:VB "
        "Hamas/dobj>fund",
        "fund", "",
    ),
    "a role and a name between commas before the verb": (
        "Iran/nsubj funds Hamas/dobj , an/det>adviser adviser/appos>Hamas , Toktan/appos>adviser , "
        "insisted=insist:VBD/conj>funds",
        "funds", "asserted current Toktan",
    ),
    "negated": ("Iran/nsubj does=do/aux not/neg fund Hamas/dobj", "fund", "denied current -"),
    "never": ("Iran/nsubj never/neg>funded funded=fund:VBD Hamas/dobj", "funded", "denied current -"),
    "never for a day": (
        "Iran/nsubj>funded never/neg>for for:IN/prep>funded days=day:NNS/pobj>for funded=fund:VBD Hamas/dobj>funded",
        "funded", "denied current -",
    ),
    "neither ... nor": (
        "Iran/nsubj neither:CC/preconj>funds funds nor/cc>funds arms=arm/conj>funds Hamas/dobj>arms",
        "funds", "denied current -",
    ),
    "negation before or": (
        "Iran/nsubj does=do/aux not/neg fund or/cc arm:VB/conj>fund Hamas/dobj>arm", "arm", "denied current -",
    ),
    "negation before and": (
        "Iran/nsubj did=do/aux not/neg flee and/cc joined=join:VBD/conj>flee Hamas/dobj>joined",
        "joined", "asserted current -",
    ),
    "negative subject": ("Nobody/nsubj funds Hamas/dobj", "funds", "denied current -"),
    "no ... in the subject": ("no/det Iranian/nsubj funds Hamas/dobj", "funds", "denied current -"),
    "not only": ("Iran/nsubj not/neg only/advmod>funds funds Hamas/dobj", "funds", "asserted current -"),
    "no longer": (
        "Iran/nsubj no:RB/neg>longer longer/advmod>funds funds Hamas/dobj", "funds", "asserted ended -",
    ),
    "failed to": ("Iran/nsubj failed=fail to/aux>fund fund/xcomp Hamas/dobj>fund", "fund", "denied current -"),
    "did not fail to": (
        "Iran/nsubj did=do/aux not/neg fail to/aux>fund fund/xcomp>fail Hamas/dobj>fund", "fund", "asserted "
        "current -",
    ),
    "denied that": (
        "Iran/nsubj denied=deny:VBD that/mark>funds it/nsubj>funds funds/ccomp>denied Hamas/dobj",
        "funds", "denied current Iran",
    ),
    "denied doing": (
        "Iran/nsubj denied=deny:VBD funding=fund/xcomp>denied Hamas/dobj>funding", "funding", "denied current Iran",
    ),
    "denied by": (
        "it/nsubjpass was/auxpass denied=deny by/agent Iran/pobj that/mark>funds it/nsubj>funds "
        "funds/ccomp>denied Hamas/dobj>funds",
        "funds", "denied current Iran",
    ),
    "said that": (
        "Iran/nsubj said=say:VBD that/mark>funds Qatar/nsubj>funds funds/ccomp>said Hamas/dobj>funds",
        "funds", "asserted current Iran",
    ),
    "said that not": (
        "Iran/nsubj said=say:VBD that/mark>fund it/nsubj>fund did=do/aux>fund not/neg>fund fund/ccomp>said "
        "Hamas/dobj>fund",
        "fund", "denied current Iran",
    ),
    "did not say that": (
        "Iran/nsubj did=do/aux not/neg say that/mark>funds it/nsubj>funds funds/ccomp>say Hamas/dobj>funds",
        "funds", "",
    ),
    "innermost speaker": (
        "Iran/nsubj said=say:VBD Qatar/nsubj>claimed claimed=claim/ccomp>said Oman/nsubj>funds "
        "funds/ccomp>claimed Hamas/dobj>funds",
        "funds", "asserted current Qatar",
    ),
    "according to": (
        "according:VBG/prep>funds to/prep>according Qatar/pobj>to , Iran/nsubj funds Hamas/dobj",
        "funds", "asserted current Qatar",
    ),
    "accused of": (
        "Qatar/nsubj accused=accuse:VBD Iran/dobj of/prep>accused funding=fund/pcomp>of Hamas/dobj>funding",
        "funding", "uncertain current Qatar",
    ),
    "charged with something else first": (
        "Umar@p/nsubjpass>charged was/auxpass>charged charged=charge:VBN/ROOT with/prep>charged "
        "lying=lie:VBG/pcomp>with , funding=fund:VBG/advcl>charged Hamas@g/dobj>funding",
        "funding", "uncertain current -",
    ),
    "charges of something else first": (
        "Umar@p/nsubj>faces faces=face/ROOT charges/dobj>faces of/prep>charges murder/pobj>of , "
        "funding=fund:VBG/advcl>faces Hamas@g/dobj>funding",
        "funding", "uncertain current -",
    ),
    "arrested, accused of": (
        "Umar@p/nsubjpass>arrested was/auxpass>arrested arrested=arrest:VBN/ROOT , accused=accuse:VBN/advcl>arrested "
        "of/prep>accused funding=fund:VBG/pcomp>of Hamas@g/dobj>funding",
        "funding", "uncertain current -",
    ),
    "a denial before another": (
        "Iran/nsubj>has has=have/ccomp>is no/det>ties ties=tie/dobj>has to/prep>ties Hamas/pobj>to , the "
        "claim/nsubj>is is=be/ROOT propaganda/attr>is",
        "ties", "denied current -",
    ),
    "arrested and accused": (
        "Umar@p/nsubjpass>arrested was/auxpass>arrested arrested=arrest:VBN/ROOT and/cc>arrested "
        "accused=accuse:VBN/conj>arrested of/prep>accused funding=fund:VBG/pcomp>of Hamas@g/dobj>funding",
        "funding", "uncertain current -",
    ),
    "called so by somebody": (
        "Umar/nsubj>called called=call/ROOT Hamas/nsubj>arm an arm:NN/oprd>called of/prep>arm Iran/pobj>of",
        "arm", "asserted current Umar",
    ),
    "what would hurt a tie": (
        "Umar/nsubj would/aux>hurt hurt=hurt:VB/ROOT the ties=tie/dobj to/prep>ties Hamas/pobj>to", "ties",
        "asserted current -",
    ),
    "a tie looked into": (
        "Umar/nsubj investigates=investigate/ROOT its/poss>ties ties=tie/dobj to/prep>ties Hamas/pobj>to", "ties",
        "uncertain current -",
    ),
    "was accused of": (
        "Iran/nsubjpass was/auxpass accused=accuse by/agent Qatar/pobj of/prep>accused funding=fund/pcomp>of "
        "Hamas/dobj>funding",
        "funding", "uncertain current Qatar",
    ),
    "is said to": (
        "Iran/nsubjpass is/auxpass said=say to/aux>fund fund/xcomp>said Hamas/dobj>fund", "fund", "uncertain "
        "current -",
    ),
    "is believed to": (
        "Iran/nsubjpass is/auxpass believed=believe to/aux>fund fund/xcomp>believed Hamas/dobj>fund",
        "fund", "uncertain current -",
    ),
    "suspects that": (
        "Qatar/nsubj suspects Iran/nsubj>funds funds/ccomp>suspects Hamas/dobj>funds", "funds", "uncertain "
        "current Qatar",
    ),
    "hedge": ("Iran/nsubj reportedly/advmod>funds funds Hamas/dobj", "funds", "uncertain current -"),
    "may": ("Iran/nsubj may/aux fund Hamas/dobj", "fund", "uncertain current -"),
    "appears to": ("Iran/nsubj appears to/aux>fund fund/xcomp>appears Hamas/dobj>fund", "fund", "uncertain current -"),
    "can": ("Iran/nsubj can/aux fund Hamas/dobj", "fund", ""),
    "would": ("Iran/nsubj would/aux fund Hamas/dobj", "fund", ""),
    "said it would": (
        "Iran/nsubj said=say:VBD it/nsubj>fund would/aux>fund fund/ccomp>said Hamas/dobj>fund",
        "fund", "asserted planned Iran",
    ),
    "will": ("Iran/nsubj will/aux fund Hamas/dobj", "fund", "asserted planned -"),
    "will not": ("Iran/nsubj will/aux not/neg fund Hamas/dobj", "fund", "denied planned -"),
    "will continue to": (
        "Iran/nsubj will/aux continue to/aux>fund fund/xcomp>continue Hamas/dobj>fund", "fund", "asserted current -",
    ),
    "plans to": ("Iran/nsubj plans to/aux>fund fund/xcomp>plans Hamas/dobj>fund", "fund", "asserted planned -"),
    "is ready to": (
        "Iran/nsubj is ready/acomp to/aux>fund fund/xcomp>ready Hamas/dobj>fund", "fund", "asserted planned -",
    ),
    "used to": ("Iran/nsubj used=use to/aux>fund fund/xcomp>used Hamas/dobj>fund", "fund", "asserted ended -"),
    "formerly": ("Iran/nsubj formerly/advmod>funded funded=fund:VBD Hamas/dobj", "funded", "asserted ended -"),
    "stopped": ("Iran/nsubj stopped=stop funding=fund/xcomp>stopped Hamas/dobj>funding", "funding", "asserted ended -"),
    "has not stopped": (
        "Iran/nsubj has/aux not/neg stopped=stop:VBN funding=fund/xcomp>stopped Hamas/dobj>funding",
        "funding", "asserted current -",
    ),
    "wants to": ("Iran/nsubj wants to/aux>fund fund/xcomp>wants Hamas/dobj>fund", "fund", ""),
    "urged to": ("Qatar/nsubj urged=urge Iran/dobj to/aux>fund fund/xcomp>urged Hamas/dobj>fund", "fund", ""),
    "if": (
        "if/mark>funds Iran/nsubj>funds funds/advcl>sanction Hamas/dobj>funds , Qatar/nsubj>sanction "
        "will/aux>sanction sanction",
        "funds", "",
    ),
    "question": ("does=do/aux>fund Iran/nsubj>fund fund Hamas/dobj ?", "fund", ""),
    "lied when it said": (
        "Iran/nsubj pretended=pretend that/mark>fund it/nsubj>fund did=do/aux>fund not/neg>fund "
        "fund/ccomp>pretended Hamas/dobj>fund",
        "fund", "",
    ),
    "without": (
        "Iran/nsubj fled without/prep>fled funding=fund/pcomp>without Hamas/dobj>funding",
        "funding", "denied current -",
    ),
    "charge and denial in one sentence": (
        "Qatar/nsubj says=say Iran/nsubj>funds allegedly/advmod>funds funds/ccomp>says Hamas/dobj>funds , "
        "which/dobj>denies Iran/nsubj>denies denies=deny/advcl>says",
        "funds", "uncertain current Qatar; denied current Iran",
    ),
    "nowhere": (
        "nowhere:RB/advmod>funded has=have/aux>funded Iran/nsubj>funded funded=fund:VBN Hamas/dobj",
        "funded", "denied current -",
    ),
    "not once": (
        "not/neg>once once:RB/advmod>funded has=have/aux>funded Iran/nsubj>funded funded=fund:VBN Hamas/dobj",
        "funded", "denied current -",
    ),
    "almost": ("Iran/nsubj almost:RB/advmod>attacked attacked=attack Hamas/dobj", "attacked", ""),
    "refrained from": (
        "Iran/nsubj refrained=refrain from/prep>refrained funding=fund/pcomp>from Hamas/dobj>funding",
        "funding", "denied current -",
    ),
    "was prevented from": (
        "Iran/nsubjpass was/auxpass prevented=prevent from/prep>prevented funding=fund/pcomp>from Hamas/dobj>funding",
        "funding", "",
    ),
    "refused an offer": (
        "Iran/nsubj refused=refuse an offer/dobj>refused to/aux>fund fund/relcl>offer Hamas/dobj>fund",
        "fund", "denied current -",
    ),
    "refused to say that": (
        "Iran/nsubj refused=refuse to/aux>say say:VB/xcomp>refused that/mark>funds it/nsubj>funds funds/ccomp>say "
        "Hamas/dobj>funds",
        "funds", "",
    ),
    "unable to": (
        "Iran/nsubj was unable:JJ/acomp>was to/aux>fund fund/xcomp>unable Hamas/dobj>fund", "fund", "",
    ),
    "too weak to": (
        "Iran/nsubj was too:RB/advmod>weak weak:JJ/acomp>was to/aux>fund fund/xcomp>weak Hamas/dobj>fund", "fund", "",
    ),
    "no plans to": (
        "Iran/nsubj has=have no/det>plans plans:NNS/dobj>has to/aux>fund fund:VB/acl>plans Hamas/dobj>fund",
        "fund", "denied planned -",
    ),
    "an interest in": (
        "Iran/nsubj has=have an/det>interest interest/dobj>has in/prep>interest funding=fund/pcomp>in "
        "Hamas/dobj>funding",
        "funding", "",
    ),
    "had it": (
        "had=have/aux>funded Iran/nsubj>funded funded=fund:VBN/advcl>won Hamas/dobj>funded , it/nsubj>won won=win",
        "funded", "",
    ),
    "in the event that": (
        "in/prep>flee the/det event/pobj>in that/advmod>funds Iran/nsubj>funds funds/relcl>event Hamas/dobj>funds , "
        "Qatar/nsubj>flee will/aux>flee flee",
        "funds", "",
    ),
    "it is a lie that": (
        "it/nsubj is a/det>lie lie:NN/attr>is that/mark>funds Iran/nsubj>funds funds/relcl>lie Hamas/dobj>funds",
        "funds", "denied current -",
    ),
    "it is not the case that": (
        "it/nsubj is not/neg>is the/det>case case:NN/attr>is that/mark>funds Iran/nsubj>funds funds/relcl>case "
        "Hamas/dobj>funds",
        "funds", "denied current -",
    ),
    "not a shred of evidence that": (
        "it/nsubj is not/neg>is a/det>shred shred:NN/attr>is of/prep>shred evidence:NN/pobj>of that/mark>funds "
        "Iran/nsubj>funds funds/relcl>shred Hamas/dobj>funds",
        "funds", "denied current -",
    ),
    "little evidence that": (
        "it/nsubj is little:JJ/amod>evidence evidence:NN/attr>is that/mark>funds Iran/nsubj>funds funds/acl>evidence "
        "Hamas/dobj>funds",
        "funds", "uncertain current -",
    ),
    "nothing suggests that": (
        "nothing:NN/nsubj suggests that/mark>funds Iran/nsubj>funds funds/ccomp>suggests Hamas/dobj>funds",
        "funds", "denied current -",
    ),
    "it is possible that": (
        "it/nsubj is possible:JJ/acomp>is that/mark>funds Iran/nsubj>funds funds/ccomp>is Hamas/dobj>funds",
        "funds", "uncertain current -",
    ),
    "falsely claimed that": (
        "Qatar/nsubj falsely:RB/advmod>claimed claimed=claim:VBD that/mark>funds Iran/nsubj>funds "
        "funds/ccomp>claimed Hamas/dobj>funds",
        "funds", "denied current -; uncertain current Qatar",
    ),
    "without knowing that": (
        "Qatar/nsubj fled without/prep>fled knowing=know/pcomp>without that/mark>funds Iran/nsubj>funds "
        "funds/ccomp>knowing Hamas/dobj>funds",
        "funds", "asserted current -",
    ),
    "did not deny that": (
        "Iran/nsubj did=do/aux not/neg deny that/mark>funds it/nsubj>funds funds/ccomp>deny Hamas/dobj>funds",
        "funds", "uncertain current Iran",
    ),
    "can no longer deny that": (
        "Iran/nsubj can/aux no:RB/neg>longer longer/advmod>deny deny that/mark>funds it/nsubj>funds funds/ccomp>deny "
        "Hamas/dobj>funds",
        "funds", "asserted current Iran",
    ),
    "funded until": (
        "Iran/nsubj funded=fund Hamas/dobj until/prep>funded 2009:CD/pobj", "funded", "asserted ended -",
    ),
    "funded until it fled": (
        "Iran/nsubj>funded funded=fund Hamas/dobj until/mark>fled it/nsubj>fled fled=flee/advcl>funded",
        "funded", "asserted ended -",
    ),
    "fought until dawn": (
        "Iran/nsubj fought=fight:VBD Hamas/dobj>fought until/prep>fought dawn:NN/pobj", "fought", "asserted current -",
    ),
    "until of an apposition": (
        "Umar/nsubj>funded , until/prep>funded May/pobj>until a/det>leader leader/appos>Umar , funded=fund Hamas/dobj",
        "funded", "asserted current -",
    ),
    "is to": ("Iran/nsubj is to/aux>fund fund/xcomp>is Hamas/dobj>fund", "fund", "asserted planned -"),
    "which he denies": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds , which/dobj>denies Iran/nsubj>denies "
        "denies=deny/relcl>funds",
        "funds", "asserted current Qatar; denied current Iran",
    ),
    "which he calls a lie": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds , which/dobj>calls Iran/nsubj>calls "
        "calls=call/relcl>funds a/det>lie lie/oprd>calls",
        "funds", "asserted current Qatar; denied current Iran",
    ),
    "something it denies": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds , something:NN/appos>funds "
        "Iran/nsubj>denies denies=deny/relcl>something",
        "funds", "asserted current Qatar; denied current Iran",
    ),
    "denied in the next sentence": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds . | Oman/nsubj rejected=reject:VBD "
        "the charge/dobj>rejected",
        "funds", "asserted current Qatar; denied current Oman",
    ),
    "called propaganda in the next sentence": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds . | Oman/nsubj>said said=say:VBD "
        "this/nsubj>was was/ccomp>said propaganda/attr>was",
        "funds", "asserted current Qatar; denied current Oman",
    ),
    "something else denied": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds . | Oman/nsubj denied=deny:VBD "
        "the murder/dobj>denied",
        "funds", "asserted current Qatar",
    ),
    "not denied": (
        "Qatar/nsubj says=say Iran/nsubj>funds funds/ccomp>says Hamas/dobj>funds . | Oman/nsubj did=do/aux not/neg "
        "deny it/dobj>deny",
        "funds", "asserted current Qatar",
    ),
    "was suspected as well": (
        "Iran/nsubj>funded funded=fund Hamas/dobj>funded and/cc>funded was/auxpass>suspected suspected:VBN/conj>funded "
        "of/prep>suspected arson/pobj",
        "funded", "asserted current -",
    ),
    "nor did it": (
        "Qatar/nsubj fled=flee , nor/cc>fled did=do/aux>fund Iran/nsubj>fund fund:VB/conj>fled Hamas/dobj>fund",
        "fund", "denied current -",
    ),
    "as if": ("as/mark>funded if/mark>funded Iran/nsubj funded=fund Hamas/dobj !", "funded", ""),
    "would rather die than": (
        "Iran/nsubj>die would/aux>die rather:RB/advmod>die die than/aux>fund fund/advcl>die Hamas/dobj>fund",
        "fund", "",
    ),
    "on the way to": (
        "Iran/nsubj was on/prep its/poss>way way/pobj to/aux>fund fund:VB/relcl>way Hamas/dobj>fund", "fund", "",
    ),
    "did little to": (
        "Iran/nsubj did=do little:JJ/dobj to/aux>fund fund:VB/relcl>little Hamas/dobj>fund", "fund",
        "uncertain current -",
    ),
    "doubts remain that": (
        "doubts:NNS/nsubj remain that/mark>funds Iran/nsubj>funds funds/ccomp>remain Hamas/dobj>funds", "funds",
        "uncertain current -",
    ),
    "it is inconceivable that": (
        "it/nsubj is inconceivable:JJ/acomp>is that/mark>funds Iran/nsubj>funds funds/ccomp>is Hamas/dobj>funds",
        "funds", "denied current -",
    ),
    "rejects claim, taken for a noun": (
        "Iran/compound>rejects rejects=reject:NNS/nsubj>claim claim it/nsubj>funds funds/ccomp>claim Hamas/dobj>funds",
        "funds", "denied current Iran",
    ),
    "expects it to": (
        "Qatar/nsubj expects Iran/nsubj>fund to/aux>fund fund/ccomp>expects Hamas/dobj>fund", "fund",
        "uncertain planned Qatar",
    ),
    "is expected to": (
        "Iran/nsubjpass is/auxpass expected=expect to/aux>fund fund/xcomp>expected Hamas/dobj>fund", "fund",
        "asserted planned -",
    ),
    "nothing to show that": (
        "there/expl is nothing:NN/attr>is to/aux>show show/xcomp>is that/mark>funds Iran/nsubj>funds funds/ccomp>show "
        "Hamas/dobj>funds",
        "funds", "denied current -",
    ),
    "gave days to": (
        "Qatar/nsubj gave=give:VBD Iran/dative>gave ten:CD/nummod>days days:NNS/dobj>gave to/aux>fund fund/advcl>gave "
        "Hamas/dobj>fund",
        "fund", "",
    ),
    "ruled that": (
        "the court/nsubj>ruled ruled=rule that/mark>funds Iran/nsubj>funds funds/ccomp>ruled Hamas/dobj>funds",
        "funds", "asserted current court",
    ),
    "said apart, in the middle": (
        "Iran/nsubj>funds , he/nsubj>said said=say:VBD/parataxis>funds , funds Hamas/dobj>funds",
        "funds", "asserted current he",
    ),
    "believed apart": (
        "Iran/nsubj>funds funds Hamas/dobj>funds , officials:NNS/nsubj>believe believe:VBP/parataxis>funds",
        "funds", "uncertain current officials",
    ),
    "an official confirmed, taken for an apposition": (
        "Iran/nsubj>funds funds Hamas/dobj>funds , an/det>official official/appos>Hamas "
        "confirmed=confirm:VBD/acl>official",
        "funds", "asserted current official",
    ),
    "said something else": (
        "Iran/nsubj>funds funds Hamas/dobj>funds , Qatar/nsubj>said said=say:VBD/parataxis>funds it/nsubj>fled "
        "fled=flee/ccomp>said",
        "funds", "asserted current -",
    ),
    "said to": (
        "Iran/nsubj fled the/det man/dobj>fled said=say:VBN/acl>man to/aux>fund fund/xcomp>said Hamas/dobj>fund",
        "fund", "uncertain current -",
    ),
    "heard that": (
        "Qatar/nsubj heard=hear:VBD that/mark>funds Iran/nsubj>funds funds/ccomp>heard Hamas/dobj>funds",
        "funds", "asserted current -",
    ),
    "no one can say": (
        "no/det>one one:NN/nsubj>say can/aux>say say that/mark>funds Iran/nsubj>funds funds/ccomp>say "
        "Hamas/dobj>funds",
        "funds", "",
    ),
    "of being, hung on the accused": (
        "Qatar/nsubj accused=accuse:VBD Iran/dobj of/prep>Iran being/auxpass>paid paid=pay:VBN/pcomp>of by/agent>paid "
        "Hamas/pobj",
        "paid", "uncertain current Qatar",
    ),
}  # fmt: skip
NOUNS = {
    "one-time": (
        "Umar/nsubj>fled , a one/nummod>time -/punct>time time/compound>leader leader/appos>Umar "
        "of/prep>leader Hamas/pobj , fled",
        "leader", "asserted ended -",
    ),
    "answered with claims of": (
        "Qatar/nsubj responded=respond:VBD with/prep claims:NNS/pobj>with of/prep>claims ties:NNS/pobj>of to/prep>ties "
        "Hamas/pobj",
        "ties", "uncertain current Qatar",
    ),
    "resigned as": (
        "Umar/nsubj resigned=resign:VBD as/prep leader/pobj>as of/prep>leader Hamas/pobj>of",
        "leader", "asserted ended -",
    ),
    "will resign as": (
        "Umar/nsubj will/aux>resign resign:VB as/prep leader/pobj>as of/prep>leader Hamas/pobj>of",
        "leader", "asserted current -",
    ),
    "refused to resign as": (
        "Umar/nsubj refused=refuse:VBD to/aux>resign resign:VB/xcomp>refused as/prep>resign leader/pobj>as "
        "of/prep>leader Hamas/pobj>of",
        "leader", "asserted current -",
    ),
    "was replaced as": (
        "Umar/nsubjpass was/auxpass replaced=replace:VBN as/prep leader/pobj>as of/prep>leader Hamas/pobj>of",
        "leader", "asserted ended -",
    ),
    "replaced somebody as": (
        "Umar/nsubj replaced=replace:VBD Omar/dobj as/prep leader/pobj>as of/prep>leader Hamas/pobj>of",
        "leader", "asserted current -",
    ),
    "broke out": (
        "fighting/nsubj>broke with/prep>fighting Hamas/pobj broke=break out:RP/prt", "fighting", "asserted current -",
    ),
    "broke down": (
        "talks/nsubj>broke with/prep>talks Hamas/pobj broke=break down:RP/prt", "talks", "asserted ended -",
    ),
    "nobody asserts any": (
        "Iran/nsubj knew=know of/prep any:DT/det>ties ties/pobj to/prep>ties Hamas/pobj", "ties", "",
    ),
    "has": ("Iran/nsubj has=have ties/dobj to/prep>ties Hamas/pobj", "ties", "asserted current -"),
    "has no": ("Iran/nsubj has=have no/det>ties ties/dobj to/prep>ties Hamas/pobj", "ties", "denied current -"),
    "does not have": (
        "Iran/nsubj does=do/aux not/neg have ties/dobj>have to/prep>ties Hamas/pobj", "ties", "denied current -",
    ),
    "never had any": (
        "Iran/nsubj never/neg>had had any:DT/det>ties ties/dobj>had to/prep>ties Hamas/pobj",
        "ties", "denied current -",
    ),
    "negative concord": (
        "Iran/nsubj never/neg>had had no/det>ties ties/dobj>had to/prep>ties Hamas/pobj", "ties", "denied current -",
    ),
    "denied": ("Iran/nsubj denied=deny:VBD ties/dobj>denied to/prep>ties Hamas/pobj", "ties", "denied current Iran"),
    "denied having": (
        "Iran/nsubj denied=deny:VBD having=have/xcomp>denied ties/dobj>having to/prep>ties Hamas/pobj",
        "ties", "denied current Iran",
    ),
    "rejected reports of": (
        "Iran/nsubj rejected=reject:VBD reports:NNS/dobj>rejected of/prep>reports ties:NNS/pobj to/prep>ties "
        "Hamas/pobj",
        "ties", "denied current Iran; uncertain current -",
    ),
    "severed": ("Iran/nsubj severed=sever ties/dobj to/prep>ties Hamas/pobj", "ties", "asserted ended -"),
    "has not severed": (
        "Iran/nsubj has/aux not/neg severed=sever:VBN ties/dobj>severed to/prep>ties Hamas/pobj",
        "ties", "asserted current -",
    ),
    "will sever": ("Iran/nsubj will/aux sever ties/dobj>sever to/prep>ties Hamas/pobj", "ties", "asserted ended -"),
    "alleged": (
        "Iran/nsubj has=have alleged/amod ties/dobj>has to/prep>ties Hamas/pobj", "ties", "uncertain current -",
    ),
    "former": ("Umar/nsubj is a former/amod leader/attr>is of/prep>leader Hamas/pobj", "leader", "asserted ended -"),
    "is no": ("Umar/nsubj is no/det>leader leader/attr>is of/prep>leader Hamas/pobj", "leader", "denied current -"),
    "is not": ("Umar/nsubj is not/neg>is leader/attr>is of/prep>leader Hamas/pobj", "leader", "denied current -"),
    "is no longer": (
        "Umar/nsubj is no:RB/neg>longer longer/advmod>is leader/attr>is of/prep>leader Hamas/pobj",
        "leader", "asserted ended -",
    ),
    "have ended": ("ties/nsubj>ended to/prep>ties Hamas/pobj have/aux>ended ended=end:VBN", "ties", "asserted ended -"),
    "lack of": (
        "a lack/nsubj>hurts of/prep>lack ties:NNS/pobj>of to/prep>ties Hamas/pobj hurts",
        "ties", "denied current -",
    ),
    "noun beside a negated verb": (
        "Iran/nsubj 's ties/nsubj>help do/aux>help not/neg>help help", "ties", "asserted current -",
    ),
    "plan to cut": (
        "Iran/nsubj plans to/aux>cut cut/xcomp>plans ties:NNS/dobj>cut to/prep>ties Hamas/pobj",
        "ties", "asserted ended -",
    ),
    "hides": (
        "Iran/nsubj does=do/aux not/neg hide its/poss>ties ties:NNS/dobj>hide to/prep>ties Hamas/pobj",
        "ties", "asserted current -",
    ),
    "refused": (
        "Iran/nsubj refused=refuse talks:NNS/dobj>refused with/prep>talks Hamas/pobj", "talks", "denied current -",
    ),
    "never took place": (
        "talks:NNS/nsubj>took with/prep>talks Hamas/pobj never/neg>took took=take:VBD place/dobj>took",
        "talks", "denied current -",
    ),
    "an attack would": (
        "an/det>attack attack/nsubj>help on/prep>attack Hamas/pobj would/aux>help help", "attack", "",
    ),
    "any attack": ("any:DT/det>attack attack/nsubj>help on/prep>attack Hamas/pobj will/aux>help help", "attack", ""),
    "planned": (
        "a/det>meeting planned:JJ/amod>meeting meeting/nsubj>helps with/prep>meeting Hamas/pobj helps",
        "meeting", "asserted planned -",
    ),
    "called reports a lie": (
        "Iran/nsubj called=call:VBD reports:NNS/dobj>called of/prep>reports ties:NNS/pobj to/prep>ties Hamas/pobj "
        "a/det>lie lie/oprd>called",
        "ties", "denied current Iran; uncertain current -",
    ),
    "scoffed at reports": (
        "Iran/nsubj scoffed=scoff:VBD at/prep>scoffed reports:NNS/pobj of/prep>reports ties:NNS/pobj to/prep>ties "
        "Hamas/pobj",
        "ties", "denied current Iran; uncertain current -",
    ),
    "dismissed as rubbish reports": (
        "Iran/nsubj dismissed=dismiss:VBD as/prep>dismissed rubbish/compound reports:NNS/pobj of/prep>reports "
        "ties:NNS/pobj to/prep>ties Hamas/pobj",
        "ties", "denied current Iran; uncertain current -",
    ),
    "posed as": (
        "Umar/nsubj posed=pose as/prep>posed a/det>leader leader/pobj of/prep>leader Hamas/pobj", "leader", "",
    ),
    "failed to materialise": (
        "talks:NNS/nsubj>failed with/prep>talks Hamas/pobj failed=fail to/aux>materialise materialise/xcomp>failed",
        "talks", "denied current -",
    ),
    "is unlikely": (
        "an/det>alliance alliance/nsubj>is with/prep>alliance Hamas/pobj is unlikely:JJ/acomp>is",
        "alliance", "uncertain current -",
    ),
    "is out of the question": (
        "an/det>alliance alliance/nsubj>is with/prep>alliance Hamas/pobj is out/prep>is of/prep>out the question/pobj",
        "alliance", "denied current -",
    ),
    "no fighters in the ranks": (
        "Iran/nsubj has=have no/det>fighters fighters/dobj>has in/prep>has the ranks:NNS/pobj of/prep>ranks Hamas/pobj",
        "ranks", "",
    ),
    "unaware of any": (
        "Iran/nsubj was unaware:JJ/acomp>was of/prep>unaware any:DT/det>ties ties:NNS/pobj>of to/prep>ties Hamas/pobj",
        "ties", "denied current -",
    ),
    "unlike any": (
        "Iran/nsubj fled before/prep>fled any:DT/det>deal deal/pobj>before with/prep>deal Hamas/pobj", "deal", "",
    ),
    "has never been verified": (
        "ties:NNS/nsubjpass>verified to/prep>ties Hamas/pobj have/aux>verified never/neg>verified "
        "been/auxpass>verified verified=verify:VBN",
        "ties", "uncertain current -",
    ),
    "does not make them": (
        "that/nsubj does=do/aux>make not/neg>make make Iran/nsubj>partners their/poss>partners partners:NNS/ccomp>make",
        "partners", "denied current -",
    ),
    "once the leader": (
        "Umar/nsubj , once:RB/advmod>Umar the leader/appos>Umar of/prep>leader Hamas/pobj , fled=flee",
        "leader", "asserted ended -",
    ),
    "then leader": (
        "Umar/nsubj , then:RB/advmod>Umar leader/appos>Umar of/prep>leader Hamas/pobj , fled=flee",
        "leader", "asserted ended -",
    ),
    "until May the leader": (
        "Umar/nsubj , until/prep>fled May/pobj>until the leader/appos>Umar of/prep>leader Hamas/pobj , fled=flee",
        "leader", "asserted ended -",
    ),
    "a leader until": (
        "Umar/nsubj , a/det>leader leader/appos>Umar of/prep>leader Hamas/pobj until/prep>leader May/pobj>until , "
        "fled=flee",
        "leader", "asserted ended -",
    ),
    "was then leader": (
        "Umar/nsubj was then:RB/advmod>was leader/attr>was of/prep>leader Hamas/pobj", "leader", "asserted ended -",
    ),
    "rejected the charge of another": (
        "Iran/nsubj rejected=reject:VBD claims:NNS/dobj>rejected by/prep>claims Qatar/pobj>by of/prep>claims "
        "ties:NNS/pobj>of to/prep>ties Hamas/pobj",
        "ties", "denied current Iran; uncertain current Qatar",
    ),
    "need to continue": (
        "a/det>need need/nsubj>is to/aux>continue continue/acl>need ties:NNS/dobj>continue to/prep>ties Hamas/pobj is",
        "ties", "asserted current -",
    ),
}  # fmt: skip


FAILURES = {
    "plan to cut": "the plan is to end the tie, not to begin it",
}


def _table(rows: dict[str, tuple[str, str, str]]) -> list[object]:
    return [pytest.param(*row, id=name, marks=_known(name)) for name, row in rows.items()]


def _known(name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=FAILURES[name])] if name in FAILURES else []


def _read(trigger: object, mode: object) -> str:
    found = readings(mode(trigger, lexicon()), lexicon=lexicon())  # type: ignore[operator]
    return "; ".join(f"{r.stance} {r.status} {r.speaker.text if r.speaker is not None else '-'}" for r in found)


@pytest.mark.parametrize(("sentence", "trigger", "expected"), _table(VERBS))
def test_verb(sentence: str, trigger: str, expected: str) -> None:
    assert _read(word(doc(sentence), trigger), verb) == expected


@pytest.mark.parametrize(("sentence", "trigger", "expected"), _table(NOUNS))
def test_noun(sentence: str, trigger: str, expected: str) -> None:
    assert _read(word(doc(sentence), trigger), noun) == expected


def test_a_title_beside_a_denial_stands() -> None:
    parsed = doc(
        "In/prep>denied a letter/pobj>In to/prep>letter the leader/pobj>to of/prep>leader Hamas/pobj>of "
        "Iran/nsubj denied=deny it/dobj"
    )
    title = noun(word(parsed, "leader"), lexicon())
    assert [reading.stance for reading in readings(title, lexicon=lexicon(), title=True)] == ["asserted"]
