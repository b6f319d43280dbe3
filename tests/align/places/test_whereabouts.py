"""Sentences about different places are not about one event."""

from __future__ import annotations

import pytest

from reconcile.align.places.whereabouts import elsewhere
from reconcile.claims.claim import Claim, Span


def _claim(sentence: str) -> Claim:
    span = Span(article="a", start=0, end=1, quote=sentence[0])
    return Claim(id="c", span=span, sentence=sentence, sentence_start=0)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Twenty people were wounded in Libya.", "Two bombs wounded four in Afghanistan.", True),
        ("Twenty Libyans were wounded.", "Four people were wounded in Libya.", False),
        ("Twenty were killed in Kyiv.", "Four were killed in Odesa.", True),
        ("Twenty were killed in Kyiv.", "Twenty were killed in Kiev.", False),
        ("Twenty were killed in Kyiv.", "Four were killed in the capital of Ukraine.", False),
        ("Twenty were killed.", "Four were killed in Odesa.", False),
    ],
)
def test_places_of_one_level_are_held_against_each_other(first: str, second: str, apart: bool) -> None:
    assert elsewhere(_claim(first), _claim(second)) is apart
    assert elsewhere(_claim(second), _claim(first)) is apart
