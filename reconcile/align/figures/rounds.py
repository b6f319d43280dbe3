"""Two of a kind by the words beside them: two readings of a bill, two polls, a women's side, the lowest of several prices."""

from __future__ import annotations

import re

from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.ordinals import whole
from reconcile.values.regex import regex

_ROUND = regex(
    r"\b(?P<which>first|second|third|fourth|fifth|1st|2nd|3rd|4th|final|last|opening)(?:[- ](?:and[- ]final))? (?P<what>reading|round|leg|ballot|stage|heat|set|half|innings|phase|run-?off|vote)\b",
    re.I,
)
_POLL = regex(
    r"\b(?:poll|survey|questionnaire)\b[^.;]{0,60}?\bof (?:(?:about|some|more than|nearly|over) )?(?P<n>\d[\d,]*)\b|\b(?:polled|surveyed|interviewed) (?:(?:about|some|more than|nearly|over) )?(?P<m>\d[\d,]*)\b",
    re.I,
    holds="poll|survey|questionnaire|interviewed",
)
_TEAM = regex(
    r"\b(?:[A-Z][\w’'-]+|[Tt]he|['’]s) (?P<who>women|ladies|girls|boys|reserves|youth|juniors?|[Uu]nder-?\d\d|U-?\d\d)(?:['’]s?)?\b"
)
_TARIFF = regex(
    r"\b(?P<least>(?:start|starts|starting|begin|begins|beginning|available|sold|on sale)(?: at| from)(?: just| only)?) \Z"
    r"|\b(?P<some>VIP|premium|first-class|child(?:ren)?['’]s|discounted|reduced|concession\w*) [^.;]{0,60}\Z"
)
_PLAYED = frozenset(
    {"point", "goal", "match", "game", "win", "victory", "defeat", "loss", "title", "score", "medal", "seat"}
)


def of_two(first: QuantityClaim, second: QuantityClaim) -> str:
    """What tells two figures apart as those of two of a kind; empty when nothing does."""
    one, other = _rounds(first), _rounds(second)
    if one and other and not one & other:
        return "they are of two rounds"
    mine, its = _periods(first), _periods(second)
    if mine and its and not mine & its:
        return "they are of two periods"
    polls = _POLL.search(first.sentence), _POLL.search(second.sentence)
    if all(polls) and first.form in ("count", "percent") and _sample(polls[0]) != _sample(polls[1]):
        return "they are of two polls"
    if {first.measure, second.measure} <= _PLAYED and teams(first.sentence) != teams(second.sentence):
        return "they are of two sides"
    if first.form == second.form == "money" and _tariff(first) != _tariff(second):
        return "one is a price among several"
    return ""


def _rounds(claim: QuantityClaim) -> frozenset[tuple[str, str]]:
    """The rounds that the sentence of a figure names, the last as it may be called."""
    return frozenset(
        (str(whole(m.group("which")) or "last"), m.group("what").lower())
        for m in _ROUND.finditer(claim.sentence)
    )


def _periods(claim: QuantityClaim) -> frozenset[str]:
    """The stretches that the sentence of a figure counts over: "in the year to March", "for the quarter"."""
    return frozenset((m.group("kind") or m.group("months")).lower() for m in _PERIOD.finditer(claim.sentence))


_PERIOD = regex(
    r"\b(?:in|for|over|during) the (?:(?:full|financial|fiscal|first|second|third|fourth|final|last) )?"
    r"(?:(?P<kind>year|quarter|half|month)|(?P<months>three|six|nine|12|twelve) months) (?:to|ended|ending|through)\b"
)


def _sample(poll: re.Match[str] | None) -> str:
    return (poll.group("n") or poll.group("m")).replace(",", "") if poll is not None else ""


def teams(sentence: str) -> frozenset[str]:
    """The sides of a club or a country that a sentence names: "women", "under-21"; none where it is the first one."""
    return frozenset(m.group("who").lower() for m in _TEAM.finditer(sentence))


def _tariff(claim: QuantityClaim) -> str:
    """Which of several prices the words before a sum say that it is, the lowest or one for some."""
    start = claim.span.start - claim.sentence_start
    found = _TARIFF.search(claim.sentence, max(0, start - 90), start)
    return found.lastgroup or "" if found is not None else ""
