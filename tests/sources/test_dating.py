"""Publication dates solved from what pages state and what texts imply; every date with its derivation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import Article
from reconcile.sources.addresses import dated_address
from reconcile.sources.article import Stamp
from reconcile.sources.dating import date_articles
from reconcile.sources.stamps import printed_dates


def solve(*articles: Article) -> list[tuple[str | None, str]]:
    dated = date_articles(articles)
    return [(a.published.value, a.published.how) if a.published else (None, "") for a in dated]


def stamped(text: str, kind: str, words: str, name: str = "a") -> Article:
    return Article(id=name, text=text, stamps=(Stamp(kind, words),))


PACT = (
    "Norland and Sudmark marked the 30th anniversary of their fisheries pact with a dinner in Tarn. The pact was signed"
    " on May 14, 2001, by the two prime ministers."
)


def test_an_ordinal_with_its_base_gives_the_month() -> None:
    [(value, how)] = solve(Article(id="a", text=PACT))
    assert value == "2031-05"
    assert "2001 + 30 = 2031" in how


def test_the_base_may_stand_in_another_article() -> None:
    text = "Norland marked the 40th anniversary of its fisheries pact with Sudmark, and the band played until two."
    found = solve(Article(id="a", text=text), Article(id="b", text=PACT))
    assert found[0][0] == "2041-05"
    assert "(b)" in found[0][1]


def test_an_earlier_ordinal_with_its_year_is_a_base() -> None:
    text = (
        "A small band played in Tarn on Thursday for the 58th anniversary of the Norland Lifeboat Service, which falls on"
        " June 1, the local radio reported Friday. Nobody danced, as many had at the 2023 ball for the 50th"
        " anniversary."
    )
    [(value, how)] = solve(Article(id="a", text=text))
    assert value == "2031-05-30"
    assert "1973 + 58 = 2031" in how


@pytest.mark.parametrize(
    "text",
    [
        "Last year the town kept the 100th anniversary of the Tarn lighthouse, built and opened in 1920.",
        "The town will keep the 100th anniversary of the lighthouse next year. It was opened in 1920.",
        "In 2020 it marked the 100th anniversary of the Tarn lighthouse, opened in 1920.",
        "The 64th anniversary was a quiet one.",
    ],
)
def test_other_occasions_and_missing_bases_date_nothing(text: str) -> None:
    assert solve(Article(id="a", text=text)) == [(None, "")]


def test_bases_that_disagree_date_nothing() -> None:
    text = (
        "Tarn marked the 50th anniversary of its lighthouse. The Tarn lighthouse was opened in 1970."
        " The Tarn lighthouse was founded in 1981."
    )
    assert solve(Article(id="a", text=text)) == [(None, "")]


def test_the_anniversary_rules_an_order_out() -> None:
    text = PACT + " The report came on the anniversary."
    [(value, how)] = solve(stamped(text, "list entry", "05-14-2031"))
    assert value == "2031-05-14"
    text = PACT.replace("May 14", "May 6") + " The report came on the anniversary."
    [(value, how)] = solve(stamped(text, "list entry", "06-05-2031"))
    assert (value, "read day first" in how) == ("2031-05-06", True)


def test_the_weekday_of_the_report_rules_an_order_out() -> None:
    text = "A ferry sank off Tarn, the harbour office said on Tuesday."
    [(value, how)] = solve(stamped(text, "list entry", "06-05-2031"))
    assert (value, "only that day is a Tuesday" in how) == ("2031-05-06", True)
    assert date(2031, 5, 6).weekday() == 1


def test_the_other_reports_rule_an_order_out() -> None:
    text = "The Merle, of the Tarn Line, sank off Grebe Point with 41 people and 12 cars on board."
    other = Article(id="b", text=text, published="2031-05-07")
    assert solve(stamped(text, "list entry", "06-05-2031"), other)[0][0] == "2031-05-06"


def test_an_order_that_nothing_settles_gives_the_year() -> None:
    [(value, how)] = solve(stamped("A ferry sank.", "list entry", "06-05-2031"))
    assert value == "2031"
    assert "nothing rules one out" in how


def test_dots_put_the_day_first() -> None:
    assert solve(stamped("A ferry sank.", "heading", "10.06.2031")) == [
        ("2031-06-10", "stated in the heading: 10.06.2031")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("TARN, May 14, 2031 (CWS) - A ferry sank.", "2031-05-14"),
        ("Tarn, 14 May 2031\n\nThe Tarn Line regrets the loss of a ferry.", "2031-05-14"),
        ("TARN | Wed May 14, 2031 3:02 am EDT TARN (CWS) - A ferry sank.", "2031-05-14"),
        (
            "Tarn / Ordell, 14 May 2031, 18:00 local time\n\nTwo of the ferry's crew are missing.",
            "2031-05-14",
        ),
        ("TARN, Wednesday 14 May 2031, 6.30 pm - A ferry sank.", "2031-05-14"),
        ("Bulletin of 14 May 2031. Read out at noon.\n\nA ferry sank.", "2031-05-14"),
        ("The harbour at night - Wednesday, May 14, 2031\n\nA ferry sank.", "2031-05-14"),
        ("TARN, May 2031 - It is two years since the ferry sank.", "2031-05"),
        ("Summary, May 2031\n\n1. The ferry sank at 03.10.", "2031-05"),
        ("Tarn again (May 2031)\n\nThe ferry has been raised.", "2031-05"),
        ("On May 14, 2031 a ferry sank.", None),
        ("TARN, May 14 (CWS) - A ferry sank.", None),
        ("The ferry at the quay in Tarn, 14 May 2031 .\n\nPicture: Ada Quill.", None),
        ("The ferry sails again in the summer of 2032, May 2033 at the latest.", None),
    ],
)
def test_datelines(text: str, value: str | None) -> None:
    assert solve(Article(id="a", text=text))[0][0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A ferry sank on Wednesday, May 14, 2031, the harbour office said.", "2031-05-14/2031-05-20"),
        ("The ministers exchanged letters on May 14, 2031, their offices said.", "2031-05-14/2031-06-13"),
        ("The pact was signed on May 14, 2031, the office said.", None),
        ("The ferry sank on May 14, 2031, a report said. In 2034 the captain was jailed.", None),
        ("The ferry Merle sank on May 14, 2031, off Grebe Point.", None),
    ],
)
def test_a_full_date_in_a_lead_that_reports(text: str, value: str | None) -> None:
    assert solve(Article(id="a", text=text))[0][0] == value


COPY = (
    "The ferry Merle sank off Grebe Point on Tuesday with 41 people on board, most of them passengers returning from the"
    " cattle market, and 38 were brought ashore by fishermen before the lifeboat arrived from Tarn."
)


def test_a_copy_takes_the_date_of_its_text() -> None:
    wire = Article(id="w", text=COPY, published="2031-05-13", publisher="Coast Wire")
    found = solve(Article(id="a", text=f"Ferry lost\n{COPY}"), wire)
    assert found[0] == ("2031-05-13", "prints the words of w, Coast Wire, of 2031-05-13")


NEWS = "The ferry Merle of the Tarn Line went down off Grebe Point, and 38 of 41 people were saved."


def test_a_weekday_beside_dated_reports_gives_the_week() -> None:
    own = "On Tuesday, we watched the Merle go. Of the 41 aboard 38 came home to Grebe and to Tarn, and the Line paid."
    found = solve(Article(id="a", text=own), Article(id="b", text=NEWS, published="2031-05-14"))
    assert found[0][0] == "2031-05-13/2031-05-19"


def test_a_text_that_looks_back_is_not_drawn_into_the_week() -> None:
    own = "The captain of the Merle was jailed on Tuesday. Of 41 aboard off Grebe Point on May 13, 38 came home to Tarn."
    found = solve(Article(id="a", text=own), Article(id="b", text=NEWS, published="2031-05-14"))
    assert found[0][0] is None


def test_a_year_ago_today() -> None:
    own = "A year ago today, on 13 May, the Merle went down off Grebe Point, and 38 of 41 came home to Tarn."
    found = solve(Article(id="a", text=own), Article(id="b", text=NEWS, published="2031-05-14"))
    assert found[0][0] == "2032-05-13"


def test_a_dateline_takes_its_year_from_the_other_reports() -> None:
    own = "TARN, May 14 (CWS) - Of 41 aboard the Merle 38 came home from Grebe Point."
    found = solve(Article(id="a", text=own), Article(id="b", text=NEWS, published="2031-05-15"))
    assert found[0][0] == "2031-05-14"


def test_a_day_after_publication_told_as_past_is_a_conflict() -> None:
    text = "Fog broke off the first race, and a second one ended on 3 June in a quarrel."
    [article] = date_articles([stamped(text, "front matter", "2031-06-02")])
    [conflict] = article.conflicts
    assert conflict.days_late == 1
    assert conflict.because.startswith("Published June 2, 2031, yet it tells of June 3 as past")


@pytest.mark.parametrize(
    "text",
    [
        "The second race, which was moved from Monday, is to be held on 3 June.",
        "The race was scheduled to start on 3 June.",
        "The rowers said that they would race again on 3 June.",
        "The first race ended on 1 June in a quarrel.",
        "The pier was opened on 3 December.",
        "She was born on 3 June 1974.",
    ],
)
def test_days_ahead_and_days_long_past_are_no_conflict(text: str) -> None:
    [article] = date_articles([stamped(text, "front matter", "2031-06-02")])
    assert article.conflicts == ()


def test_stamps_that_disagree_are_a_conflict() -> None:
    article = Article(
        id="a",
        text="A ferry sank.",
        stamps=(Stamp("front matter", "2031-06-02"), Stamp("heading", "July 9, 2031")),
    )
    [dated] = date_articles([article])
    assert dated.published is not None
    assert dated.published.value == "2031-06-02"
    assert [c.because for c in dated.conflicts] == [
        "The front matter gives 2031-06-02, the heading 2031-07-09."
    ]


def test_a_stated_date_stays() -> None:
    article = Article(id="a", text=PACT, published="2032-01-01")
    assert date_articles([article]) == [article]


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://tern.example/2031/05/14/ferry", "2031-05-14"),
        ("https://tern.example/2031/may/14/ferry", "2031-05-14"),
        ("https://tern.example/world/2031-05-14-ferry_x.htm", "2031-05-14"),
        ("https://tern.example/20310514/ferry", "2031-05-14"),
        ("https://tern.example/310514-ferry-sinks", "2031-05-14 2014-05-31"),
        ("https://tern.example/en/130909-ferry-sinks", "2013-09-09 2009-09-13"),
        ("https://tern.example/2031/05/ferry.html", "2031-05"),
        ("https://tern.example/news/05/nov/1266.html", "2005-11"),
        ("https://tern.example/2031/13/45/ferry", None),
        ("https://tern.example/article-2170324/ferry", None),
        ("https://tern.example/story/8139047", None),
    ],
)
def test_addresses(address: str, value: str | None) -> None:
    found = dated_address(address)
    assert (" ".join(day.iso for day in found[0]) if found else None) == value


def test_printed_dates_keep_every_reading() -> None:
    days = {
        found.words: len(found.days)
        for found in printed_dates("11-07-2025 and 11/28/05 and 30.02.2024 and 7 May 2031")
    }
    assert days == {"11-07-2025": 2, "11/28/05": 1, "30.02.2024": 0, "7 May 2031": 1}


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 200))
def test_shifting_a_story_by_weeks_shifts_its_solved_dates(day: date, weeks: int) -> None:
    def values(shift: timedelta) -> list[date]:
        other = Article(id="b", text=NEWS, published=day + shift)
        own = "The Merle went down on Tuesday. Of the 41 aboard 38 came home to Grebe and to Tarn, and the Line paid."
        dated = date_articles([Article(id="a", text=own), Article(id="c", text=NEWS), other])
        return [
            a.published.interval.start.date() for a in dated if a.published and a.published.interval.start
        ]

    shift = timedelta(weeks=weeks)
    assert [found + shift for found in values(timedelta(0))] == values(shift)
