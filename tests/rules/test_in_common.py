"""The few words that two claims share, by which a question without a noun says what it is about."""

from __future__ import annotations

import pytest

from reconcile import Article, extract
from reconcile.claims.claim import Claim
from reconcile.rules.in_common import in_common


def _money(text: str) -> Claim:
    return next(c for c in extract(Article(id="a", text=text)) if "$" in c.span.quote)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            "The council paid $5,000 for the lost statue.",
            "For the statue it had paid $6,000.",
            " (paid, statue)",
        ),
        ("The council paid $5,000 in two weeks.", "In two weeks came $6,000.", ""),
        ("The council's bill was $5,000.", "A bill of the council: $6,000.", " (council, bill)"),
    ],
)
def test_the_nearest_words_that_both_have(first: str, second: str, words: str) -> None:
    assert in_common(_money(first), _money(second)) == words
