"""What all claims have from the claim they come from: equality, a hash, a form to read in a failing test."""

from __future__ import annotations

from dataclasses import replace

from reconcile import Article, extract
from reconcile.claims.age import AgeClaim
from reconcile.claims.claim import Claim

TEXT = "Anna Borg, 51, commanded the ferry Marigold. Ilmar Tosk, 57, was her mate."


def test_claims_are_equal_when_all_they_say_is() -> None:
    first, second = (extract(Article(id="a", text=TEXT)) for _ in range(2))
    assert first == second
    assert len({*first, *second}) == len(first)
    for claim in first:
        assert replace(claim) == claim
        assert replace(claim, sentence="Another.") != claim
        assert claim != Claim(
            id=claim.id, span=claim.span, sentence=claim.sentence, sentence_start=claim.sentence_start
        )


def test_a_claim_shows_its_class_and_its_fields() -> None:
    ages = [claim for claim in extract(Article(id="a", text=TEXT)) if isinstance(claim, AgeClaim)]
    assert ages
    assert repr(ages[0]).startswith(f"AgeClaim(id={ages[0].id!r}, span=Span(")
