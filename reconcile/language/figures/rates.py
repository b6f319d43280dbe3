"""The time that a figure is counted over: "5,000 barrels a day", "each week some 300", "an annual fee of 40,000"."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from reconcile.language.sentences import Sentence
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_PER = regex(
    r"(?:\s\([^)\n]{1,40}\))?(?:\sof\s\w+)?\s(?:(?:a|an|per|each|every)\s(day|week|month|year|hour|minute|game|season)\b(?!\s(?:later|ago|earlier|before|after)\b)|(daily|yearly|annually|hourly)\b)"
)
_EVERY = regex(
    r"\W{0,3}(?:[Ee]ach|[Ee]very|[Ii]n\san?\s(?:average|typical|normal))\s(day|week|month|year|season)\b"
)
# Behind the verb of its clause: "300 crates pass through the port each day", "sold 40 boats in 24 hours".
_LATER = regex(
    r"[^.;:,\d]{0,80}?\s(?:(?:each|every|per)\s(day|week|month|year|hour)\b|(?<!\bin )(?<!\bfor )(?<!\bof )(?<!\bwithin )(?<!\bonce )(?<!\btwice )"
    r"a\s(day|week|month)\b(?=\s?[.,;:)]|\s(?:from|in|into|at|on|and|to|by)\b|\s?$)|(?:in|over|within)\s(?:the\sspace\sof\s)?(?:the\s)?(24\shours|twenty-four\shours|a\s(?:single\s)?day|one\sday|a\sday)\b)"
)
_BEFORE = regex(
    r"\b(?:(?P<often>[Dd]ai|[Ww]eek|[Mm]onth|[Yy]ear|[Hh]our)ly|(?P<annual>[Aa]nnual))\s(?:[a-z]+\s){1,3}?(?:of|is|was|at|to|averaged|totals?|totaled|totalled)\s"
    r"(?:(?:about|around|some|nearly|almost|only|just|roughly|at|least|more|less|than|over|under)\s)*\Z"
)
_PER_DAILY = {"daily": "day", "yearly": "year", "annually": "year", "hourly": "hour"}


def per(text: str, sentence: Sentence | None, start: int, end: int) -> str:
    """The time that a figure is counted over, empty when none is said."""
    if text.startswith("bpd", end - 3):
        return "day"
    match = _PER.match(text, end)
    if match is not None:
        return match.group(1) or _PER_DAILY[match.group(2)]
    if sentence is None:
        return ""
    reach, near = min(sentence.end, end + _REACH), max(sentence.start, start - _NEAR)
    later = _LATER.match(text, end, reach) if _stands(_times(text), end, reach) else None
    if later is not None:
        return "day" if later.group(3) else later.group(1) or later.group(2)
    before = _BEFORE.search(text, near, start) if _stands(_rhythms(text), near, start) else None
    if before is not None:
        often = before.group("often")
        return "year" if often is None else "day" if often[1:] == "ai" else often.lower()
    first = _EVERY.match(text, sentence.start)
    return first.group(1) if first else ""


@lru_cache(maxsize=4)
def _times(text: str) -> list[int]:
    """Where the words stand that a time behind a verb is told by, kept for the text's other figures."""
    return [at for at, _ in vocabulary(text).places(_TIMES)]


@lru_cache(maxsize=4)
def _rhythms(text: str) -> list[int]:
    """Where words like "daily" and "annual" stand."""
    return [at for at, _ in vocabulary(text).places(_RHYTHMS)]


def _stands(places: list[int], start: int, end: int) -> bool:
    """Whether any of `places` lies between `start` and `end`."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


_TIMES = frozenset({"day", "week", "month", "year", "hour", "hours"})
_RHYTHMS = frozenset({"daily", "weekly", "monthly", "yearly", "hourly", "annual"})
_NEAR = 70  # characters before a figure in which "annual" or "daily" may stand
_REACH = 110  # characters behind a figure in which its clause may say over what time
