"""What becomes of the statements of a sentence; in the notation of ``notation.py``."""

from __future__ import annotations

from dataclasses import replace

from notation import coreference

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
