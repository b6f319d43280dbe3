"""A time with the words it hangs on: what is dated, what it is about, and whether it is past, planned or conditional."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.claims.claim import Modality
from reconcile.claims.reading import Reading
from reconcile.language.grammar.carried import carried
from reconcile.language.grammar.clauses import Words
from reconcile.language.grammar.conditions import conditional
from reconcile.language.grammar.themes import only_ranks, theme
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.sentences import Sentence
from reconcile.language.times import TimeMention
from reconcile.language.vocabulary import word_before
from reconcile.values.dates import Interval
from reconcile.values.regex import regex
from reconcile.values.weekdays import weekdays


class Dated(NamedTuple):
    """A time mention with the words it hangs on."""

    mention: TimeMention
    trigger: Trigger | None
    facet: str
    theme: tuple[int, int]
    value: Interval | None = None
    verb: Trigger | None = (
        None  # whose tense places the time, where the trigger is a noun that it only carries
    )
    apposed: bool = False  # "since October 1987, when four men drowned": they drowned in it, not since


def told_as_past(text: str, dated: Dated) -> bool:
    """Whether the verb tells what was done at the time: not "scheduled for 9 May", nor "extended to 9 May"."""
    trigger = dated.trigger
    if trigger is None or not trigger.past or dated.facet == "planned":
        return False
    if " will " in text[trigger.end : dated.mention.start]:
        return False  # "Moss, who set up the firm, will retire in 2046"
    return trigger.end > dated.mention.start or word_before(text, dated.mention.start) not in _TO


_TO = frozenset({"to", "until", "till"})


def modality(reading: Reading, sentence: Sentence, dated: Dated) -> Modality:
    """Whether what is dated is asserted, planned (its time is after publication), or told on a condition."""
    published, value = reading.document.published, dated.value
    if (
        dated.facet == "published"
        and dated.trigger is None
        and not _COMING.search(reading.text, max(0, dated.mention.start - 40), dated.mention.start)
    ):
        return "asserted"  # "Updated: Monday, July 7"
    told = told_as_past(reading.text, dated)
    if published and value and value.start and published.end and value.start >= published.end and not told:
        return "planned"
    if dated.trigger and dated.trigger.modality == "planned":
        return "planned"
    first = max(sentence.start, dated.mention.start - 300)
    if dated.facet == "said" and dated.trigger is not None:
        first = max([first, *(reading.text.rfind(mark, first, dated.trigger.start) for mark in _SAID_AFTER)])
    return "conditional" if conditional(reading.text, first, dated.mention.start) else "asserted"


_SAID_AFTER = (",", '"', "”", "'", "’")  # '"If it holds, we sail," she said on Monday': she has said it
_COMING = regex(r"\b(?:will|to) be [a-z ]*\Z")


def event_of(
    text: str, words: Words, triggers: Sequence[Trigger], trigger: Trigger | None, mention: TimeMention
) -> tuple[Trigger | None, tuple[int, int]]:
    """What is dated, the noun that a verb only carries or the trigger itself, and what it is about."""
    place = theme_of(text, words, triggers, trigger, mention)
    event = carried(words, triggers, trigger, (mention.start, mention.end)) if trigger else None
    if event is None:
        return trigger, place
    about = theme_of(text, words, triggers, event, mention)
    itself = place[0] <= words.starts[event.first] < place[1]  # "held talks": about the talks
    return event, place if about == (0, 0) and itself else about


def theme_of(
    text: str, words: Words, triggers: Sequence[Trigger], trigger: Trigger | None, mention: TimeMention
) -> tuple[int, int]:
    """What the trigger is about, without the words of the time."""
    if trigger is None:
        return (0, 0)
    start, end = theme(words, triggers, trigger, (mention.start, mention.end))
    if start < mention.end and mention.start < end:
        before, after = (start, mention.start), (mention.end, end)
        start, end = before if before[1] - before[0] >= after[1] - after[0] else after
    while start < end and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    if text.startswith("s ", start) and text[start - 1 : start] in ("'", "’"):
        start += 2  # of "last night's deadly fire" the time is cut off
    said = text[start:end]
    if said.lower() in ("s", "on", "in", "at") or (trigger.noun and only_ranks(said)):
        return (0, 0)
    if trigger.noun and " " not in said and weekdays(said):  # "Friday's quake struck at noon" is of the quake
        return (words.starts[trigger.first], words.end(trigger.at))
    return (start, end)


def no_earlier(text: str, first: int, start: int, bound: str) -> bool:
    """Whether the clause says that something comes at the time at `start` or later: "will not open before 2028"."""
    if bound == "on":
        return _NO_EARLIER.search(text, max(first, start - 30), start) is not None
    return (
        bound in ("before", "until") and _NOT_YET.search(text, max(first, start - _CLAUSE), start) is not None
    )


_CLAUSE = 80  # characters of a clause before its time
_NO_EARLIER = regex(
    r"\b(?:no|not) (?:earlier|sooner) than (?:on |in |the |late |early )*\Z", holds="earlier|sooner"
)
_NOT_YET = regex(
    r"(?:\b(?:not|unlikely to)|n['’]t) (?!only\b)(?:[\w'’-]+ ){1,8}?(?:before|until|till) (?:on |in |the |late |early |at least |at the earliest )*\Z",
    holds="not|n't|n’t|unlikely",
)
