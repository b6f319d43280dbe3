"""Lists of results: each party with its seats, each candidate with the votes, the noun said once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from reconcile.language.figures.groups import Group
from reconcile.language.figures.numbers import NumberMention
from reconcile.lexicon import words
from reconcile.values.regex import regex


class Result(NamedTuple):
    """Whose result the figure at `at` is, and what it counts (noun and phrase): "22" in "Civic List 40 seats, Greens 22"."""

    at: int
    who: str
    head: str
    phrase: str
    whole: str = ""  # the figure of the whole that it is a part of: "Of fifteen ministries they have four"


# What somebody has a figure of, so that the figure says nothing without whose it is.
HELD = frozenset({"vote", "seat", "point", "goal", "medal", "title", "run", "win", "ballot", "share"})

_WHOLE = HELD - {"point", "share"}  # half a seat there is none

_REACH = 72
_CARRIED = 320  # characters that a noun said once is carried along a list
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:\s(?:of\s(?:the\s)?)?[A-ZÀ-Þ][\w'’.-]*){0,3}"
_BEFORE = regex(
    rf"(?:^|[,;:(.]\s?|\band\s|\bthe\s|\n)(?:[Tt]he\s)?(?:[a-z-]+\s){{0,2}}(?P<who>{_NAME})(?:\s(?:party|group|bloc|list|alliance|movement))?"
    rf"(?:\sof\s(?:[a-z-]+\s){{1,4}}{_NAME})?,?\s"  # "the Greens of former minister Ada Quill"
    r"(?:(?:has|had|have|took|takes|won|wins|gets|got|with|on|received|polled|secured|gained|lost)\s)?"
    r"(?:\d[\d.]{0,6}(?:%|\sper\s?cent)?\sand\s)?\Z"  # "Greens 9.1 and 22": the share and the seats
)
_STOP = regex(r"[.;:!?]\s")
_AFTER = regex(r"\s?(?:[,;.)]|\band\b|\n|$)")
_OF_ALL = regex(r"(?:^|[.!?]\s|\n|[\"“])Of\s(?:(?:the|its|their|his|her|all|these|those)\s){0,2}\Z")
_FOR = regex(rf"\s(?:for|to)\s(?:the\s)?(?P<who>{_NAME})")


@cache
def _no_names() -> frozenset[str]:
    return frozenset(words("common"))


def results(text: str, numbers: Sequence[NumberMention], groups: Mapping[int, Group]) -> Iterator[Result]:
    """Yields the bare figures of lists in which an earlier figure names what all of them count, in order."""
    head, phrase, behind = "", "", -_CARRIED
    whole: tuple[NumberMention, Group] | None = None
    for number in numbers:
        if number.form != "count":
            continue
        group = groups.get(number.figure_start)
        own = group.head if group is not None else ""
        if group is not None and own and _OF_ALL.search(text, max(0, number.start - 20), number.start):
            whole = number, group
        elif whole is not None:
            said, counted = whole
            whole = None
            if not own and not _STOP.search(text, said.end, number.start):
                size = text[said.figure_start : said.figure_end]
                noun = counted.phrase.rsplit(" ", 1)[-1]
                yield Result(number.figure_start, "", counted.head, noun, size)
                continue
        if group is not None and own in HELD:
            head, phrase, behind = own, group.phrase, number.end
            if who := _named_before(text, number):
                yield Result(number.figure_start, who, head, phrase)
        elif own or (head in _WHOLE and _fraction(number)):
            continue  # a share between the seats of two parties
        elif number.start - behind <= _CARRIED and (who := _whose(text, number)):
            behind = number.end
            yield Result(number.figure_start, who, head, phrase)


def _whose(text: str, number: NumberMention) -> str:
    ahead = _FOR.match(text, number.figure_end)
    if ahead is not None:
        return ahead.group("who")
    if not _AFTER.match(text, number.figure_end):
        return ""
    return _named_before(text, number)


def _named_before(text: str, number: NumberMention) -> str:
    before = _BEFORE.search(text, max(0, number.start - _REACH), number.start)
    who = _SENTENCE_END.split(before.group("who"))[-1] if before is not None else ""
    return (
        "" if not who or who.split()[0].lower() in _no_names() else who.removesuffix("'s").removesuffix("’s")
    )


_SENTENCE_END = regex(r"(?<=[a-z]{3})\.(?:\s|\Z)")  # "on Friday. With 41 seats"


def _fraction(number: NumberMention) -> bool:
    return number.amount.point is not None and number.amount.point % 1 != 0
