"""A name of two words behind "at" is a place or a body, never a person, unless something is aimed at it."""

from __future__ import annotations

import pytest

from reconcile import Article, extract


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ilmar Tosk was born on 3 May 1936 at Upper Vosk.", ["Upper Vosk"]),
        ("Ilmar Tosk was buried at Marlo Vosk.", ["Marlo Vosk"]),
        ("The crowd shouted at Marlo Vosk on Monday.", []),
    ],
)
def test_behind_at_stands_a_place(text: str, places: list[str]) -> None:
    claims = extract(Article(id="a", text=text, published="2022-05-02"))
    assert [claim.value for claim in claims if claim.type == "place"] == places
