"""Figures that only look like a time: the year of a car or of a copyright, a train, a result, an address."""

from __future__ import annotations

from functools import cache

from reconcile.language.times.mention import TimeMention
from reconcile.lexicon import words
from reconcile.values.regex import regex

_CLOCK_AFTER = regex(r"\s*(?:hrs|hours|GMT|UTC|[A-Z]{1,3}T\b|local time)")  # "1930 CDT" is no year
_BLOCK_AFTER = regex(r"[- ](?:block|blk)\b")
_RUNNING = regex(r"\d{1,2}:\d\d(?! ?[AaPp]\.? ?[Mm]|:)(?= [A-Z])")
_RACED = regex(r"\d:\d\d:\d\d(?!\s*(?:[AaPp]\.?[Mm]|GMT|UTC|[A-Z]{1,3}T\b|local))")
_TRAIN = regex(r"(?i:the )\d{1,2}[:.]\d\d (?:from|to|train|service|ferry|bus|flight|express|departure)\b")
_AT_CLOCK = frozenset({"at ", "by ", "il "})
_RIGHTS = regex(r"(?:©|\([cC]\)|\bCopyright)(?: ©| \([cC]\))?(?: by)? \Z", holds="©|(c)|copyright")
_ADDRESS = regex(r"(?:://|\bwww\.)[^\s\"<>]*\Z", holds="://|www.")  # the address of a page
_MAKE = regex(r" (?P<make>[A-Z][\w-]+)")


@cache
def _makes() -> frozenset[str]:
    return frozenset(make for line in words("car_makes") for make in line.split())


def _model(text: str, time: TimeMention) -> bool:
    """Whether a year is that of a car: "a 2016 Toyota", but not "in 2016 Toyota sold more"."""
    make = _MAKE.match(text, time.end)
    return (
        make is not None
        and make.group("make") in _makes()
        and not text.endswith(("In ", "in "), 0, time.start)
    )


def no_time(text: str, time: TimeMention) -> bool:
    """Whether the words only look like a time: "1930 CDT" is no year, nor is "the 2100 block", nor a film's "1:06"."""
    length = time.end - time.start
    if text[time.end - 4 : time.end].isdigit() and (
        _RIGHTS.search(text, max(0, time.start - 30), time.start) or _model(text, time)
    ):
        return True
    if text[time.start - 1 : time.start] == "/" and _ADDRESS.search(
        text, max(0, time.start - 90), time.start
    ):
        return True
    if (
        length <= 8
        and _RACED.match(text, time.start)
        and text[max(0, time.start - 3) : time.start].lower() not in _AT_CLOCK
    ):
        return True  # "won in 2:08:03"
    if _TRAIN.match(text, time.start if text[time.start].isalpha() else max(0, time.start - 4)):
        return True  # "the 06:31 to Brindle left late"
    if length == 4 and (_CLOCK_AFTER.match(text, time.end) or _BLOCK_AFTER.match(text, time.end)):
        return True
    if length <= 5 and text.startswith(" autoplay", time.end):
        return True  # how long a film runs
    return (
        length <= 5
        and bool(_RUNNING.match(text, time.start))
        and not text[: time.start].rstrip(" \t")[-1:].isalnum()
    )
