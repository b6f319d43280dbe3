"""A post told as one of an earlier time is not held against the post of today."""

from __future__ import annotations

import pytest

from reconcile import Article, extract

CASES = [
    ("Ilmar Tosk was born in 1936. He became mayor of Karsk in 1984.", "then"),
    ("Ilmar Tosk was born in 1936. For just over a year he was prime minister.", "then"),
    ("Ilmar Tosk, who was mayor of Karsk from 1984 to 2021, is dead.", "then"),
    ("Edda Rusk, who became director in 2021, said so.", "current"),
    ("Edda Rusk, who was mayor of Karsk in 2022, said so.", "current"),
    ("President Ilmar Tosk died in 1984.", "current"),
]


@pytest.mark.parametrize(("text", "status"), CASES, ids=[text for text, _ in CASES])
def test_the_times_beside_a_post_say_when_it_was_held(text: str, status: str) -> None:
    claims = extract(Article(id="a", text=text, published="2022-05-02"))
    assert [claim.status for claim in claims if claim.type == "role"] == [status]
