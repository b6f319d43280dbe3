"""Values in a row, and reasons told together."""

from __future__ import annotations

from reconcile.rules.sentences import joined, listed, quoted


def test_values_in_a_row() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["in", "near", "off"], "or") == "in, near or off"
    assert quoted(["Tarn, Ordell", "Tarn"]) == "“Tarn, Ordell” and “Tarn”"


def test_a_common_ending_stands_once() -> None:
    assert joined(["A and B differ: two figures.", "A and C differ: two figures."]) == (
        "A and B differ; A and C differ: two figures."
    )


def test_equal_reasons_and_equal_clauses_stand_once() -> None:
    assert joined(["One.", "One.", "Two."]) == "One. Two."
    assert joined(["A is 3; B is 4: no.", "B is 4; C is 5: no."]) == "A is 3; B is 4; C is 5: no."


def test_an_ending_that_quotes_is_no_common_ending() -> None:
    assert joined(["1 is 2: 'a' fits.", "3 is 4: 'a' fits."]) == "1 is 2: 'a' fits. 3 is 4: 'a' fits."


def test_no_more_than_three_reasons() -> None:
    assert joined(["One.", "Two.", "Three.", "Four."]) == "One. Two. Three."
