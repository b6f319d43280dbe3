"""The chain of explainers: who is asked about what, what is dropped, and what the proof of a finding shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile import Article
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.explain.chain import resolve
from reconcile.explain.proof import steps
from reconcile.pipeline import read_stories, traced
from reconcile.rules.difference import Difference, DraftSide

TEXTS = (
    "The landslide at Brae killed 11 people, officials in Brae said.",
    "The landslide at Brae killed at least 11 people, officials in Brae said.",
    "The landslide at Brae killed 14 people, officials in Brae said.",
)


def story(texts: Sequence[str] = TEXTS) -> Story:
    articles = [
        Article(id=f"a{number}", publisher=f"Paper {number}", published="2024-03-02", text=text)
        for number, text in enumerate(texts)
    ]
    return read_stories(articles)[0][0]


def difference(told: Story, *values: str) -> Difference:
    """A difference between the first claims of as many articles as there are values."""
    counts = told.of(QuantityClaim)
    claims = [next(c for c in counts if c.span.article == f"a{n}") for n in range(len(values))]
    sides = tuple(DraftSide(value=v, claims=(c,)) for v, c in zip(values, claims, strict=True))
    return Difference(rule="NUM501", kind="number", question="How many?", sides=sides, because="They differ.")


def test_what_nothing_accounts_for_stays_what_the_rule_takes_it_for() -> None:
    told = story()
    (outcome,) = resolve(difference(told, "11", "12", "14"), told)
    assert (outcome.verdict, outcome.reason, outcome.because) == ("contradiction", None, "They differ.")
    assert [len(asked.sides) for asked in outcome.asked] == [2, 2, 2]


def test_a_doubtful_difference_that_nothing_accounts_for_is_dropped() -> None:
    told = story()
    assert list(resolve(replace(difference(told, "11", "14"), doubtful=True), told)) == []


def test_sides_that_belong_together_are_asked_about_once() -> None:
    told = story()
    (outcome,) = resolve(replace(difference(told, "11", "12", "14"), whole=True), told)
    assert [len(asked.sides) for asked in outcome.asked] == [3]


def test_what_its_rule_has_settled_is_asked_of_nobody() -> None:
    told = story()
    settled = replace(difference(told, "11", "14"), settled=True)
    assert list(resolve(settled, told)) == [settled]


def test_a_finding_keeps_what_was_ruled_out_and_what_won() -> None:
    told = story()
    found = {
        item.reason or item.verdict: {
            step.values: (step.ruled_out, step.says.reason if step.says else None)
            for step in steps(made_of, told)
        }
        for item, made_of in traced(told)
        if item.rule == "NUM501"
    }
    assert found["precision"]["11", "at least 11"] == (("occasion", "scope", "unit", "facet"), "precision")
    ruled_out, won = found["contradiction"]["11", "14"]
    assert won is None
    assert ruled_out[0] == "occasion"
    assert ruled_out[-1] == "attributed"
