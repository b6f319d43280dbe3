"""Laws of quotation marks: spans hold, no quotation crosses a line, hostile text costs linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.speech.quotations import DEEPEST, find_quotations, scan_marks
from tests import hostile

MARKS = st.text(alphabet=list("\"'“”‘’„«»` .,aAsS\n()—9"), max_size=120)


@given(MARKS)
def test_a_quotation_stands_inside_its_marks_and_its_line(text: str) -> None:
    for found in find_quotations(text):
        assert 0 <= found.start <= found.inner_start < found.inner_end <= found.end <= len(text)
        assert "\n" not in text[found.start : found.end]
        assert 0 <= found.depth <= DEEPEST


@given(MARKS)
def test_quotations_of_one_depth_never_overlap(text: str) -> None:
    outer = [found for found in find_quotations(text) if found.depth == 0]
    for first, second in pairwise(outer):
        assert first.end <= second.start


@given(MARKS, MARKS)
def test_a_blank_line_separates(first: str, second: str) -> None:
    """What stands behind a blank line never changes how the marks before it pair, but for a speech that goes on."""
    found = find_quotations(first + "\n\n" + second)
    whole = [(q.start, q.end) for q in found if q.end <= len(first) and not q.continues]
    assert whole == [(q.start, q.end) for q in find_quotations(first) if not q.continues]


def inner(text: str) -> list[str]:
    return [text[found.inner_start : found.inner_end] for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" and "no".', ["yes", "no"]),
        ("“It's late,” he said.", ["It's late,"]),
        ("'It's late,' he said.", ["It's late,"]),
        ("‘The workers’ huts burned,’ she said.", ["The workers’ huts burned,"]),
        ("the workers' huts and the boats' sails", []),
        ("rock 'n' roll in the '90s", []),
        ("\"He cried 'stop' and ran,\" she said.", ["He cried 'stop' and ran,", "stop"]),
        ("`` We came home , '' she said .", ["We came home ,"]),
        ('" We came home , " she said .', ["We came home ,"]),
        ("„Wir kamen heim“, sagte sie.", ["Wir kamen heim"]),
        ("« Nous sommes là », dit-elle.", ["Nous sommes là"]),
        ("\"The tide took it,' he said. Then more.", ["The tide took it,"]),
        ('He wrote "and never stopped', []),
        ('a 12" pipe and a 6\'2" man', []),
        ('<a href="/x" title="y">', []),
        ('The "one "two" three" mark', ['one "two" three', "two"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_mark_without_a_partner_is_known() -> None:
    assert scan_marks('He wrote "and never stopped\n\nNext.')[1] == [9]


def test_a_speech_of_several_lines_comes_in_pieces() -> None:
    text = '" We came home.\nWe slept, " she said.'
    assert inner(text) == ["We came home.", "We slept,"]
    assert all(found.repaired for found in find_quotations(text))


def test_a_speech_of_several_paragraphs_comes_in_pieces() -> None:
    text = '"The sluice was open.\n\nNobody had asked us.\n\nWe ran," said Bo Holm.'
    assert inner(text) == ["The sluice was open.", "Nobody had asked us.", "We ran,"]


def test_a_paragraph_of_the_teller_is_no_speech() -> None:
    lost = '"The sluice was open.\n\nThe alarm came at nine, Ada Lind said.\n\nWe ran," said Bo Holm.'
    anew = '"The sluice was open.\n\nThe alarm came at nine.\n\n"We ran," said Bo Holm.'
    assert inner(lost) == []
    assert inner(anew) == ["We ran,"]


@pytest.mark.parametrize("unit", hostile.MARKS)
def test_hostile_marks_stand_where_they_are_said_to(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    found, open_marks = scan_marks(text)
    assert all(
        0 <= mark.start <= mark.inner_start <= mark.inner_end <= mark.end <= len(text) for mark in found
    )
    assert all(0 <= at < len(text) for at in open_marks)
