"""What becomes of the statements of a sentence; in the notation of ``notation.py``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from notation import claims_of, coreference

from graphbuilder.extract.arguments import Arguments
from graphbuilder.extract.claims import Claims
from graphbuilder.extract.confidence import confidence, features
from graphbuilder.extract.matching import Triggers
from graphbuilder.extract.statements import Statements
from graphbuilder.lexicon import lexicon
from graphbuilder.ontology import relations


def test_what_is_stated_twice_is_as_sure_as_the_surer_statement() -> None:
    anaphora = coreference("Iran@c/nsubj funds Hamas@g/dobj")
    sentence = next(anaphora.annotated.doc.sents)
    statements = Statements(Triggers.of(relations().values()), relations(), Arguments(anaphora, lexicon()), lexicon())
    (sure,) = statements.of(sentence)
    filler = replace(sure.object.filler, reason="coreference")
    unsure = replace(sure, object=replace(sure.object, filler=filler))
    (claim,) = Claims(anaphora.annotated, anaphora, lexicon()).of(sentence, [unsure, sure, unsure])
    assert claim.confidence == round(confidence(features(sure)), 3) > confidence(features(unsure))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Umar Khan was quoted as saying that Iran funds Hamas.", [("asserted", "Umar Khan")]),
        ("The Daily Sun quoted Umar Khan as saying that Iran funds Hamas.", [("asserted", "Umar Khan")]),
        ("Umar Khan and Ali Rahimi named a bank that they said funds Hamas from Iran.", []),
        (
            "KAMPALA, June 3 - Sudan met Uganda. A government spokesman in Kigali said that Iran funds Hamas.",
            [("asserted", "Kigali government spokesman")],
        ),
        ('"Iran never funded Osama," a spokesman for Hamas said.', []),
        (
            "A Hamas commander was held for allegedly funding Fatah, Ilyas Khan said. He denies the charge.",
            [("uncertain", "Ilyas Khan"), ("denied", "Hamas commander")],
        ),
    ],
)
def test_who_says_so(text: str, said: list[tuple[str, str]]) -> None:
    found = [c for c in claims_of(text) if c.relation == "FINANCES"]
    assert [(c.stance, c.source.name if c.source else "") for c in found] == said
