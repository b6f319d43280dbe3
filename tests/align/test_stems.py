"""Forms of one word have one stem, and the consonant that a suffix doubles is none of it."""

from __future__ import annotations

import pytest

from reconcile.align.stems import stem


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("killed", "killing"),
        ("stopped", "stop"),
        ("digging", "dig"),
        ("adding", "adds"),
        ("called", "call"),
        ("controlled", "control"),
        ("installing", "install"),
        ("passes", "pass"),
        ("parties", "party"),
    ],
)
def test_two_forms_have_one_stem(form: str, word: str) -> None:
    assert stem(form) == stem(word)


@pytest.mark.parametrize(("one", "other"), [("pass", "past"), ("added", "adult")])
def test_two_words_have_two(one: str, other: str) -> None:
    assert stem(one) != stem(other)
