"""Laws of comparing quotations word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.quotes import BRACKET, ELLIPSIS, compare, tokens

WORDS = st.lists(
    st.sampled_from(
        ("the", "tide", "took", "pier", "and", "boats", "not", "all", "we", "saw", "it", "a", "harbour")
    ),
    max_size=14,
)


@given(st.text(max_size=80))
def test_words_are_stable(text: str) -> None:
    found = tokens(text)
    assert tokens(" ".join(found).replace(BRACKET, "[x]")) == found


@given(WORDS)
def test_a_quotation_equals_itself(words: list[str]) -> None:
    found = compare(tuple(words), tuple(words))
    assert not found.edits
    assert found.matched == len(words)


@given(WORDS, WORDS)
def test_what_does_not_match_is_an_edit_or_hangs_over(first: list[str], second: list[str]) -> None:
    found = compare(tuple(first), tuple(second))
    for a, b, size in found.matches:
        assert first[a : a + size] == second[b : b + size]
    assert found.matched <= min(len(first), len(second))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’re going", "We are going"),
        ("it's the neighbours' colour", "it is the neighbors colour"),
        ("ten boats can't sail", "10 boats cannot sail"),
        ("clean-up", "cleanup"),
        ("I do n't know", "I don't know"),
        ("towards the organised pier", "toward the organized pier"),
    ],
)
def test_spelling_and_contractions_are_no_difference(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_marked_omissions_stay_visible() -> None:
    assert tokens("we saw … the [burning] pier") == ("we", "saw", ELLIPSIS, "the", BRACKET, "pier")


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("we saw the pier burn", "we saw the boat burn", [(("pier",), ("boat",))]),
        ("we saw the old pier burn", "we saw the pier burn", [(("old",), ())]),
        ("Gadhafi left the pier", "Gaddafi left the pier", []),
        ("we saw the pier burn", "we saw pier burn", []),
    ],
)
def test_edits(one: str, other: str, edits: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    found = compare(tokens(one), tokens(other))
    assert [(edit.first, edit.second) for edit in found.edits] == edits


@pytest.mark.parametrize("written", ["OK", "O.K.", "O.K", "ok", "okay"])
def test_words_with_stops_in_them_are_the_words_without(written: str) -> None:
    assert tokens(written) == ("okay",)
