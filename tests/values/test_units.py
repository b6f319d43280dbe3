"""Figures with their units as an editor writes them, and one size by another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.values.amounts import Amount, measured
from reconcile.values.units import times


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1", "mile", "1 mile"),
        ("64", "kilometre", "64 kilometers"),
        ("5000", "foot", "5,000 feet"),
        ("212", "pound weight", "212 pounds"),
        ("12", "square foot", "12 square feet"),
        ("30", "degree Celsius", "30 degrees Celsius"),
        ("90", "kilometre per hour", "90 kilometers per hour"),
        ("30000000", "EUR", "30 million euros"),
        ("1900000000", "USD", "1.9 billion dollars"),
        ("1234567", "SEK", "1,234,567 Swedish kronor"),
        ("38417", "", "38,417"),
    ],
)
def test_a_figure_with_its_unit(value: str, unit: str, words: str) -> None:
    assert measured(Decimal(value), unit) == words


def test_other_figures_are_written_otherwise() -> None:
    said = [str(Amount.of(value)) for value in (2_000_000, 2_000_001, 2_001_000, 2_000_000_000)]
    assert said == ["2 million", "2,000,001", "2.001 million", "2 billion"]


def test_how_many_times_one_size_is_the_other() -> None:
    assert times(Decimal(4), "kilometre", Decimal(500), "metre") == 8
    assert times(Decimal(500), "metre", Decimal(4), "kilometre") == 8
    assert times(Decimal(4), "kilometre", Decimal(4), "tonne") is None
    assert times(Decimal(0), "metre", Decimal(4), "metre") is None
