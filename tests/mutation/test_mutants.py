"""A sample of the mutants: nearly every changed fact is found, and nothing else is. `python -m tests.bench.mutation`
runs them all."""

from __future__ import annotations

import pytest

from tests.mutation.mutants import RULES
from tests.mutation.suite import Outcome, Suite, summary

EVERY = 11  # takes one mutant in so many, across all kinds


@pytest.fixture(scope="module")
def suite() -> Suite:
    """The example workspace."""
    return Suite()


@pytest.fixture(scope="module")
def outcomes(suite: Suite) -> list[Outcome]:
    """What the sample's reports gain."""
    return [suite.outcome(mutant) for mutant in suite.mutants[::EVERY]]


def test_there_are_enough_mutants_of_every_kind(suite: Suite) -> None:
    assert len(suite.mutants) >= 500
    assert {mutant.kind for mutant in suite.mutants} == set(RULES)


def test_a_mutant_differs_from_its_original_in_the_changed_words_only(suite: Suite) -> None:
    originals = {article.id: article.text for article in suite.articles}
    for mutant in suite.mutants:
        text, kept, at = mutant.article.text, "", 0
        for start, end in mutant.spans:
            kept, at = kept + text[at:start], end
        rest = kept + text[at:]
        assert text != originals[mutant.article.id]
        assert len(rest) < len(originals[mutant.article.id])


def test_a_changed_fact_is_found(outcomes: list[Outcome]) -> None:
    missed = [outcome.mutant.what for outcome in outcomes if not outcome.detected]
    assert len(missed) <= 0.1 * len(outcomes), f"{summary(outcomes)}\n{missed}"


def test_a_changed_fact_raises_no_other_alarm(outcomes: list[Outcome]) -> None:
    wrong = [(o.mutant.what, finding.rule, finding.question) for o in outcomes for finding in o.wrong]
    assert wrong == []
