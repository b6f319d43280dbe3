"""Hostile runs of figures are read without trouble, and every mention is where its words are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Article, extract
from reconcile.language.ages.forms import find_ages
from reconcile.language.figures.numbers import find_numbers

PIECES = st.sampled_from(
    [
        "one",
        "hundred",
        "and",
        "a",
        "1",
        "1,1",
        "22",
        "about",
        "killed",
        "people",
        "Ann",
        "Lee,",
        "$",
        "(",
        "%",
        "m",
        "to",
        "-",
    ]
)


@pytest.mark.parametrize(
    "unit", ["one hundred and ", "1 ", "1,", "million ", "Ann, 22, ", "killed and ", "$1 (", "half a "]
)
def test_long_runs_are_read(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert len(list(find_numbers(text))) <= len(text)
    assert len(list(find_ages(text))) <= len(text)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_mentions_lie_in_the_text_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = list(find_numbers(text))
    assert all(0 <= n.start <= n.figure_start < n.figure_end <= n.end <= len(text) for n in found)
    assert [n.figure_start for n in found] == sorted(n.figure_start for n in found)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_quantity_and_age_quotes_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for claim in extract(Article(id="a", text=text)):
        assert text[claim.span.start : claim.span.end] == claim.span.quote
