"""Figures set against the figure before them by naming who gives them: "300 farmers, 500 by their own count", "the
insurers put it at 19 million"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from reconcile.language.figures.groups import Group
from reconcile.language.figures.numbers import NumberMention
from reconcile.values.regex import regex


class Rival(NamedTuple):
    """Who gives a figure that answers the figure of `first` another way."""

    first: Group
    who: str


class RivalSum(NamedTuple):
    """Who puts a sum, a share or a measurement otherwise than the one before it, which starts at `first`."""

    first: int
    who: str


_GIVES = regex(
    r"(?P<who>(?:\b[Tt]he\s)?(?:[\w'’-]+\s){0,3}?[\w'’-]+)(?:,\s[^,.;]{3,50},)?\s(?:says?|said|puts?|counts?|counted|estimate[sd]?|reckon(?:s|ed)?|claims?|claimed"
    r"|has|have|had|spoke\sof|speaks?\sof|talks?\sof|gives?|gave|reported)\s"
    r"(?:(?:it|there|them|that|the|was|were|at|only|just|about|around|some|number|figure|total|crowd|turnout|toll|count|as|killed|dead|wounded|injured|of|those|people|deaths)\s){0,6}\Z"
)
# The last words of the verbs above, as white space parts them: a window without any need not be searched.
_VERBS = (
    "say says said put puts count counts counted estimate estimates estimated reckon reckons reckoned claim claims claimed "
    "has have had of give gives gave reported killed dead"
)
_GIVING = frozenset(_VERBS.split())
_BY_COUNT = regex(
    r",?\s(?:by\s(?P<whose>(?:the\s)?[\w'’-]+(?:\s[\w'’-]+){0,2}?)\s(?:own\s)?(?:count|estimate|tally|reckoning|figures)"
    r"|according\sto\s(?P<who>(?:the\s|its\s|their\s)?[\w'’-]+(?:\s[\w'’-]+){0,2}))"
)
_BINDING = frozenset(
    {"law", "rule", "rules", "regulations", "code", "sign", "manual"}
)  # these set a figure, and count none
_PASSIVE = frozenset({"was", "were", "is", "are", "been"})  # "the party was put at 14": it does not count
_OPENS = frozenset(("by", "ac"))  # the words that it begins with
_ALONE = regex(r"\s?(?:[,.;)\]]|\Z|by\b)")
_FARTHEST = 260  # characters between the two figures
_APART = Decimal(10)
_COUNTS = regex(r"\b(?:survey|count|tally|figures|estimate|poll|census)\s", re.I)


def rivals(text: str, groups: Sequence[Group]) -> dict[int, Rival]:
    """The rival figures of a text, by where each figure starts; `groups` are its counted groups in order."""
    found: dict[int, Rival] = {}
    for index, second in enumerate(groups):
        number = second.number
        if number is None or second.head or not index:
            continue
        who = _who(text, groups[index - 1].end, second.start, number.figure_end)
        before = [g for g in reversed(groups[max(0, index - _BACK) : index]) if _fits(text, g, second)]
        first = next((g for g in before if g.head), before[0] if before else None)
        if first is not None and not who:
            who = _gapped(text, first, second)
        if who and first is not None and first.number is not None:
            earlier = found.get(first.number.figure_start)
            found[number.figure_start] = Rival(earlier.first if earlier else first, who)
    return found


def _who(text: str, left: int, start: int, end: int) -> str:
    """Who gives the figure at `start:end`, by the words right before or behind it; empty when nobody gives it alone."""
    behind = _BY_COUNT.match(text, end) if text[end : end + 4].lstrip(",").lstrip()[:2] in _OPENS else None
    if behind is not None:
        return behind.group("whose") or behind.group("who")
    if not _ALONE.match(text, end):
        return ""
    window = text[max(left, start - 90) : start]
    before = None if _GIVING.isdisjoint(window.split()) else _GIVES.search(window)
    if before is None or "," in before.group("who"):
        return ""
    if before.group("who").rsplit(None, 1)[-1] in _BINDING | _PASSIVE:
        return ""
    has = re.search(r"\s(?:has|have|had)\s", before.group())
    return "" if has and not _COUNTS.search(before.group()) else _REFUSES.sub("", before.group("who"))


def rival_sums(text: str, numbers: Iterable[NumberMention]) -> dict[int, RivalSum]:
    """The rival sums, shares and measurements of a text, by where each figure starts."""
    found: dict[int, RivalSum] = {}
    for first, second in pairwise(n for n in numbers if n.form in _MEASURED):
        alike = first.form == second.form and first.amount.unit == second.amount.unit
        between = text[first.end : second.start]
        if not alike or len(between) > _FARTHEST or "\n" in between or not _may_rival(first, second):
            continue
        who = _puts(text, between, first, second) or _gap(text, between, first.start)
        if who:
            found[second.figure_start] = RivalSum(first.start, who)
    return found


def _puts(text: str, between: str, first: NumberMention, second: NumberMention) -> str:
    """Who puts the second sum where the first stands, by the words `between` them; empty for a sum of something else."""
    put = _PUTS.search(between) if _ALONE.match(text, second.end) else None
    if put is None or put.group("who").rsplit(None, 1)[-1] in _PASSIVE:
        return ""
    what = (put.group("what") or "").rpartition(" ")[2]
    told = text[max(0, first.start - _FAR) : first.start]
    return put.group("who") if what in _SAME or what in told.split() else ""


_FAR = 120  # characters before a sum in which it may be said what it is of
_SAME = frozenset(
    ("", "it", "its", "them", "that", "figure", "number", "total", "sum", "bill", "cost", "costs", "price")
)
_PUTS = regex(
    r"\b(?P<who>(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:[\w'’-]+\s){0,2}?[\w'’-]+|[A-ZÀ-Þ][\w'’-]+(?:\s[\w'’-]+){0,2}?)(?:,\s[^,.;]{3,50},)?"
    r"\s(?:(?:has\s|had\s)?(?:put(?!\sup\b)|estimated|reckoned)|(?:(?:has|had)\s)?valued\s(?:it|its|the|them|his|her)\b|puts(?!\sup\b)|estimates|reckons|values|(?:spoke|speaks?|talks?|talked)\sof|(?:said|says)\sit\s(?:is|was|were))"
    r"\s(?:(?P<what>(?:[\w'’-]+\s){0,5}?[\w'’-]+)\sat\s)?(?:only\s|just\s|about\s|around\s|some\s)?\Z",
    holds="put|estimate|reckon|value|spoke|speak|talk|said|says",
)
_MEASURED = frozenset(("money", "percent", "measure"))


def _may_rival(first: NumberMention, second: NumberMention) -> bool:
    a, b = first.amount.point, second.amount.point
    return bool(a and b and a != b and max(a, b) <= _APART * min(a, b))


_REFUSES = regex(r"\s(?:disput|contest|reject|den(?:y|ie)|dismiss|challeng|contradict)[a-z]*\b.*\Z")
_COUNTED = regex(
    r"\b(?:counted|counts?|puts?|estimate[sd]?|reckon(?:s|ed)?|valued|values|(?:spoke|speaks?|talks?|talked)\sof|gave|gives?)\s(?:[\w'’]+\s){0,6}\Z"
)
_GAP = regex(
    r"\A(?:[^,;.]{0,30},|;)?\s?(?:and\s|but\s|while\s)?(?:by\s)?(?P<who>(?:the|its|their)\s[\w'’-]+(?:\s[\w'’-]+)?|[A-ZÀ-Þ][\w'’-]+(?:\s[\w'’-]+){0,2}|(?<=by\s)[a-z]+)"
    r"(?:,\s[^,.;]{3,50},)?\s(?:(?:at|of)\s)?(?:only\s|just\s|about\s|some\s)?\Z"
)


def _gapped(text: str, first: Group, second: Group) -> str:
    """Who gives a figure whose verb is that of the figure before: "police counted 300, the organisers a thousand"."""
    return "" if second.head else _gap(text, text[first.end : second.start], first.start)


def _gap(text: str, between: str, start: int) -> str:
    """Who gives a figure whose verb is that of the one at `start`, by the words `between` the two."""
    if not _COUNTED.search(text, max(0, start - 60), start):
        return ""
    gap = _GAP.match(between)
    return (
        gap.group("who")
        if gap is not None and gap.group().startswith((",", ";", " and", " but", " while"))
        else ""
    )


_THERE = regex(r"\b[Tt]here\s(?:were|was|are|is)\s(?:\w+\s){0,2}\Z")


def _fits(text: str, first: Group, second: Group) -> bool:
    """Whether two figures may answer one question: near, of one size, and the first of a whole."""
    a, b = first.amount.point, second.amount.point
    between = text[first.end : second.start]
    near = len(between) <= _FARTHEST and ("\n" not in between or _DISPUTED.search(between) is not None)
    if _PROMISED.search(text, max(0, first.start - 30), first.start):
        return False  # what is to come has not been counted
    whole = not first.part or _THERE.search(text, max(0, first.start - 30), first.start) is not None
    return bool(
        near and whole and a and b and a != b and min(a, b) >= _LEAST and max(a, b) <= _APART * min(a, b)
    )


_DISPUTED = regex(
    r"\A[^\n]*\n\s*[^\n.]{0,80}\b(?:disput|contest|reject|den(?:y|ie)|dismiss|challeng|contradict)[a-z]*\s[^\n]*\Z",
    holds="disput|contest|reject|den|dismiss|challeng|contradict",
)
_PROMISED = regex(
    r"\b(?:promis(?:ed|es|ing)|pledg(?:ed|es|ing)|vow(?:ed|s)|plans?|planned|wants?|wanted)\s(?:[a-z]+\s){0,3}\Z",
    holds="promis|pledg|vow|plan|want",
)
_LEAST = 5
_BACK = 4  # figures back that the first of the two may stand
