"""Laws of temporal expressions: spans, shifting by whole weeks, relations of intervals."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.times import find_times, tag_times
from reconcile.language.times.tokens import vocabulary
from reconcile.values.dates import Grain, Interval
from reconcile.values.relation import Relation

DAYS = st.dates(date(1950, 1, 1), date(2080, 1, 1))
PHRASES = (
    "on Friday",
    "will meet on Tuesday night",
    "yesterday",
    "tomorrow morning",
    "last week",
    "next Thursday",
    "two days ago",
    "three weeks later",
    "over the weekend",
    "at 5 p.m. today",
    "the past ten days",
    "the day after",
    "this week",
)
LEXICON = sorted(vocabulary().values)
WORDS = st.text(st.characters(max_codepoint=0x2FF), max_size=80)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(st.none() | MOMENTS)
    length = draw(st.timedeltas(timedelta(minutes=1), timedelta(days=4000)))
    end = draw(st.none() | st.just((start or datetime(2000, 1, 1)) + length))
    offset = draw(st.none() | st.integers(-12, 14).map(lambda hours: hours * 60))
    return Interval(start, end, draw(st.sampled_from(Grain)), offset, draw(st.booleans()))


@given(st.lists(st.sampled_from(PHRASES) | WORDS, max_size=8), st.none() | DAYS)
def test_mentions_lie_in_the_text_in_order(parts: list[str], published: date | None) -> None:
    text = " and ".join(parts)
    at = 0
    for mention in tag_times(text, published):
        assert at <= mention.start < mention.end <= len(text)
        assert not text[mention.start].isspace()
        assert not text[mention.end - 1].isspace()
        at = mention.end


@given(st.lists(st.sampled_from(LEXICON), max_size=9), st.sampled_from((" ", "")), st.none() | DAYS)
def test_any_run_of_words_of_time_is_read(parts: list[str], space: str, published: date | None) -> None:
    text = space.join(parts)
    for mention in tag_times(text, published):
        assert text[mention.start : mention.end].strip()
        assert mention.type in ("DATE", "TIME", "DURATION", "SET")


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=5), DAYS, st.integers(-500, 500))
def test_relative_times_move_with_the_day_of_publication(parts: list[str], day: date, weeks: int) -> None:
    text, shift = ". ".join(parts), timedelta(weeks=weeks)
    for here, there in zip(tag_times(text, day), tag_times(text, day + shift), strict=True):
        assert (here.start, here.end, here.type) == (there.start, there.end, there.type)
        if here.interval and there.interval and here.interval.start and there.interval.start:
            assert here.interval.start + shift == there.interval.start


@given(intervals(), intervals())
def test_relation_has_a_converse(one: Interval, other: Interval) -> None:
    assert one.relation(other) == other.relation(one).converse
    assert one.relation(one) == Relation.SAME
    assert one.overlaps(other) == other.overlaps(one)


def test_an_uncertain_anchor_makes_an_uncertain_time() -> None:
    (mention,) = find_times("She resigned yesterday.", Interval.month(2025, 7))
    assert mention.interval is not None
    assert (mention.interval.start, mention.interval.end) == (datetime(2025, 6, 30), datetime(2025, 7, 31))
    assert mention.interval.fuzzy
    (mention,) = find_times("She resigned in 1961.", Interval.month(2025, 7))
    assert mention.value == "1961"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("at 20:09 IST on July 11, 2025", "at 14:39 GMT on July 11, 2025", Relation.SAME),
        ("Tuesday night", "early Wednesday", Relation.REFINES),
        ("July 11, 1961", "July 1961", Relation.REFINES),
        ("July 9", "July 11", Relation.DIFFERS),
        ("the early 1950s", "1951", Relation.COARSENS),
        ("at 20:09 on July 11, 2025", "at 14:39 GMT on July 11, 2025", Relation.UNKNOWN),
    ],
)
def test_times_are_compared_as_stretches(one: str, other: str, relation: Relation) -> None:
    published = Interval.day(date(2025, 7, 14))
    (left,), (right,) = list(find_times(one, published)), list(find_times(other, published))
    assert left.interval is not None
    assert right.interval is not None
    assert left.interval.relation(right.interval).compatible == relation.compatible
    if relation in (Relation.SAME, Relation.DIFFERS, Relation.UNKNOWN):
        assert left.interval.relation(right.interval) == relation


def test_both_orders_are_kept_until_something_rules_one_out() -> None:
    (mention,) = tag_times("Saved 11-07-2025.", date(2025, 7, 20))
    assert [reading.iso for reading in mention.alternatives] == ["2025-07-11", "2025-11-07"]
