"""Moving a story by whole weeks moves its dates, and makes or unmakes no finding."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Article, check
from reconcile.sources.article import Published
from reconcile.values.dates import Interval

FIRST = date(2024, 5, 6)  # a Monday


def _said(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _story(weeks: int, decided: int, signed: int) -> list[Article]:
    """Three articles: two absolute days, two weekdays, and a plan; everything `weeks` later."""
    step = timedelta(days=7 * weeks)
    one, two = FIRST + timedelta(days=decided) + step, FIRST + timedelta(days=signed) + step
    published = FIRST + timedelta(days=10) + step
    texts = {
        "a": f"The council of Brindle approved the quay plan on {_said(one)}. It will vote again on Friday.",
        "b": f"The quay plan was approved by the council of Brindle on {_said(two)}, after a debate.",
        "c": "The council of Brindle approved the quay plan on Tuesday. Mills were closed yesterday.",
    }
    return [
        Article(
            id=key,
            text=text,
            publisher=key.upper(),
            published=Published(interval=Interval.day(published), how="stated"),
        )
        for key, text in texts.items()
    ]


def _outcome(articles: list[Article]) -> list[tuple[str, str, int]]:
    return sorted((f.rule, f.verdict, len(f.sides)) for f in check(articles).findings)


@given(weeks=st.integers(-60, 60), decided=st.integers(0, 7), signed=st.integers(0, 7))
@settings(max_examples=40, deadline=None)
def test_a_shift_by_whole_weeks_changes_no_finding(weeks: int, decided: int, signed: int) -> None:
    assert _outcome(_story(weeks, decided, signed)) == _outcome(_story(0, decided, signed))
