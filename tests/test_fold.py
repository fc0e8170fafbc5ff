"""Spellings that must and must not be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.fold import fold_name, fold_pieces, fold_word, fold_words, name_pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qaeda", "Al Qaeda"),
        ("al–Qaeda", "al-Qaeda"),
        ("U.S.", "US"),
        ("the Taliban", "Taliban"),
        ("The Taliban's", "Taliban"),
        ("Hezbollah’s", "Hezbollah"),
        ("Al-Aqsa Martyrs' Brigades", "al-Aqsa Martyrs Brigades"),
        ("FARC–EP", "FARC/EP"),
        ("Frente de Liberación", "Frente de Liberacion"),
        ("ISIS-K", "ISIS K"),
        ("  Boko   Haram ", "boko haram"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Taliban", "Pakistani Taliban"), ("Hamas", "Hamash"), ("M-19", "M-20"), ("al-Nusra Front", "Nusra Front")],
)
def test_two_names(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("U.S.", "us"), ("Müller", "muller"), ("“", ""), ("E.T.A.", "eta"), ("No.5", "no5"), ("الجيش", "")],
)
def test_word(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("M-19", ["m", "19"]),
        ("People's", ["people", "s"]),
        ("People’s", ["people", "s"]),
        ("B2B", ["b", "2", "b"]),
        ("Qur'an", ["quran"]),
        ("Émile's", ["emile", "s"]),
        ("...", []),
    ],
)
def test_pieces_of_a_word(word: str, pieces: list[str]) -> None:
    assert fold_pieces(word) == pieces


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("19th of April Movement", ("19", "th", "of", "april", "movement")),
        ("Kurdistan Workers' Party", ("kurdistan", "workers", "party")),
        ("al-Shabaab", ("al", "shabaab")),
    ],
)
def test_pieces_of_a_name(name: str, pieces: tuple[str, ...]) -> None:
    assert name_pieces(name) == pieces


@pytest.mark.parametrize(
    ("name", "folded"), [("the", "the"), ("The The", "the"), ("", ""), ("A", "a"), ("An Nur", "nur")]
)
def test_an_article_is_dropped_only_before_a_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text(max_size=30))
def test_a_folded_name_folds_to_plain_words(name: str) -> None:
    folded = fold_name(name)
    assert folded == folded.strip()
    assert all(piece.isascii() and piece.isalnum() for piece in folded.split())


@given(st.text(max_size=30))
def test_case_and_outer_space_make_no_difference(name: str) -> None:
    assert fold_words(f"  {name}\n") == fold_words(name)
    assert fold_words(name.upper().lower()) == fold_words(name.lower().upper().lower())
