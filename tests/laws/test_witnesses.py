"""Laws about witnesses: a copy adds nothing, a stranger adds nothing, the order of the input does not matter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import Article, Report, check
from reconcile.reports.formats.json import render
from reconcile.sources.walk import read_all

ROOT = Path(__file__).parents[2]
STRANGER = (
    "The Senate of Velland passed the budget by 51 votes to 49 on March 3, 2019. Orsa Brandt, the minister of "
    "finance, thanked the Farmers Union, and 2,000 people marched through Grenmark."
)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return read_all([ROOT / "sources"], root=ROOT)[0]


def _alarms(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted(
        (f.rule, f.verdict, tuple(sorted(s.value for s in f.sides))) for f in report.findings if f.alarm
    )


def test_a_copied_source_adds_no_alarm_and_no_origin(articles: list[Article]) -> None:
    before = check(articles)
    for article in articles:
        after = check([*articles, replace(article, id=f"{article.id}-copy")])
        assert _alarms(after) == _alarms(before), article.id


def test_a_stranger_adds_nothing(articles: list[Article]) -> None:
    stranger = Article(id="zz-stranger", publisher="Grenmark Gazette", published="2019-03-04", text=STRANGER)
    before, after = check(articles), check([*articles, stranger])
    assert after.findings == before.findings


def test_the_order_of_the_input_does_not_matter(articles: list[Article]) -> None:
    assert render(check(articles[::-1])) == render(check(articles))
