"""Figures that leave out what they count, because the figure before has said it: "Twelve boats sank. Four were raised."."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reconcile.language.figures.groups import Group
from reconcile.language.grammar.verbs import past
from reconcile.values.regex import regex

_FARTHEST = 200  # characters between the two figures
_BEFORE = 40  # characters before a figure in which the words that lead to it stand
_APART = Decimal(12)
_ONLY = r"(?:(?:only|just|still|now|about|some|around|nearly|almost|exactly|in\sall|altogether)\s){0,2}"
_THERE = regex(rf"\b(?:[Tt]here|[Tt]hey|[Ww]e)\s(?:were|are|had\sbeen|have\sbeen|number(?:ed)?)\s{_ONLY}\Z")
_FIGURE = regex(  # "The true number is 300."
    r"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Ii]ts)\s(?:[a-z]+\s)?(?:figure|number|total|count|tally)\s"
    r"(?:is|was|had\sbeen|stands\sat|stood\sat|(?:is|was)\s(?:now|closer\sto|nearer)|(?:has\s)?(?:risen|rose|grown)\sto)\s\Z",
    holds="figure|number|total|count|tally",
)
_HEARSAY = regex(
    r"\b(?:read|heard|(?:been|was)\s(?:said|told|written)|claimed|reported|believed|rumou?red)\s(?:that\s)?there\s"
)
_HOLDS = regex(
    r"\b(?:saw|sees|counted|counts|found|finds|recorded|records|lists?|listed|names?|named|shows?|showed|gives?|gave|has|have|had|needs?|needed"
    rf"|wants?|wanted|built|bought|sold|sent|got|kept|keeps)\s{_ONLY}\Z"
)
_OPENS = regex(
    r"(?:\A|[.!?;:]['\"”’)]*\s+|\n)(?:Only\s|Just\s|Some\s|About\s|Another\s|Of\s(?:these|those|them),?\s)?\Z"
)
_ALONE = regex(r"\s?(?:[,.;:)\n”\"]|\Z)")
_DOES = regex(r"(?:,[^,.;]{3,40},)?\s(?P<verb>[a-z]+)\b")
_BEING = frozenset(("were", "are", "was", "had", "have", "did", "do", "will", "would", "could", "can"))
_ENDS = regex(r"[.!?]['\"”’)]*\s")
# Nouns that a figure behind them is none of: a length of time, a share, whoever else there is.
_NO_THINGS = frozenset(
    (
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "time",
        "other",
        "percent",
        "way",
        "age",
        "goal",
        "point",
        "run",
        "vote",
        "kind",
        "reason",
    )
)


def elided(text: str, groups: Sequence[Group]) -> dict[int, Group]:
    """What the bare figures of a text count, by where each figure starts: the group before that names it."""
    found: dict[int, Group] = {}
    last: Group | None = None
    for group in groups:
        if group.head:
            last = group if _things(group) else None
        elif last is not None and group.number is not None and group.part:
            if _of_them(text, last, group):
                found[group.number.figure_start] = last
        elif last is not None and group.number is not None and _left_out(text, last, group):
            last = group._replace(head=last.head, phrase=last.phrase)
            if not _HEARSAY.search(text, max(0, group.start - _BEFORE), group.start):
                found[group.number.figure_start] = last
    return found


def _things(group: Group) -> bool:
    """Whether a group counts two or more things or people that a figure after it may be told of."""
    many = group.amount.point or group.amount.low or Decimal(0)
    return many >= _TWO and group.head not in _NO_THINGS and group.number is not None


_TWO = Decimal(2)


_OF_THEM = regex(r"\sof\s(?:them|these|those|whom|which)\b\s?")


def _of_them(text: str, first: Group, second: Group) -> bool:
    """Whether a figure before "of them" is a part of what the figure before it counts."""
    between = text[first.end : second.start]
    if len(between) > _FARTHEST or "\n" in between or len(_ENDS.findall(between)) > 1:
        return False
    a, b = first.amount.point, second.amount.point
    assert second.number is not None
    return a is not None and b is not None and b <= a and _OF_THEM.match(text, second.number.end) is not None


def _left_out(text: str, first: Group, second: Group) -> bool:
    """Whether a bare figure stands where only the noun of the figure before can be meant."""
    between = text[first.end : second.start]
    if len(between) > _FARTHEST or "\n" in between or len(_ENDS.findall(between)) > 1:
        return False
    a, b = first.amount.point, second.amount.point
    if a is None or b is None or b < _TWO or max(a, b) > _APART * min(a, b):
        return False
    assert second.number is not None
    window, end = max(0, second.start - _BEFORE), second.number.figure_end
    if _ALONE.match(text, end) and (
        _FIGURE.search(text, window, second.start)
        or _THERE.search(text, window, second.start)
        or _HOLDS.search(text, window, second.start)
    ):
        return True
    verb = _DOES.match(text, end) if _OPENS.search(text, window, second.start) else None
    return verb is not None and (verb.group("verb") in _BEING or past(verb.group("verb")))
