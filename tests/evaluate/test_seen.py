"""What reading sees in a short article, by the default model."""

from __future__ import annotations

import pytest
from small_gold import TEXT, sentence_of, write_gold

from graphbuilder.evaluate.seen import Seen, SeenActor, SeenSentence, look
from graphbuilder.ontology import relations
from graphbuilder.pipeline import DEFAULT_MODEL

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    text = write_gold(tmp_path_factory.mktemp("gold")) / "text" / "a.txt"
    rejected: list[tuple[str, str]] = []
    found = look(
        [text, text.with_name("none.txt")],
        model=DEFAULT_MODEL,
        relations=relations(),
        groups=None,
        reject=lambda *why: rejected.append(why),
    )
    (one,) = found
    assert [where for where, _ in rejected] == [str(text.with_name("none.txt"))]
    return one


def _actor(seen: Seen, name: str) -> SeenActor:
    (found,) = [actor for actor in seen.actors if name in actor.names]
    return found


def _names(seen: Seen, numbers: frozenset[int]) -> set[str]:
    return {name for n in numbers for name in seen.actors[n].names}


def _sentence(seen: Seen, words: str) -> SeenSentence:
    start, _ = sentence_of(words)
    return next(sentence for sentence in seen.sentences if sentence.start <= start < sentence.end)


def test_the_article_goes_by_the_id_of_its_annotation(seen: Seen) -> None:
    assert (seen.article, seen.text) == ("a", TEXT)


@pytest.mark.parametrize(
    ("name", "kind", "acts"),
    [
        ("iran", "group", True),
        ("hezbollah", "group", True),
        ("hassan nasrallah", "person", True),
        ("hamas commander", "unnamed person", True),
        ("beirut", "group", False),
    ],
)
def test_actors_have_a_kind_and_places_do_not_act(seen: Seen, name: str, kind: str, acts: bool) -> None:
    actor = _actor(seen, name)
    assert (actor.kind, actor.acts) == (kind, acts)


def test_a_sentence_has_its_actors_by_name_or_pronoun_and_the_words_of_relations(seen: Seen) -> None:
    first, denial = _sentence(seen, "Iran finances"), _sentence(seen, "It denies")
    assert {"iran", "hezbollah"} <= _names(seen, first.named)
    assert {"FINANCES", "ARMS"} <= first.words
    assert "hamas" in _names(seen, denial.named)
    assert "hezbollah" in _names(seen, denial.pointed)
    assert "HAS_TIES_TO" in denial.words
