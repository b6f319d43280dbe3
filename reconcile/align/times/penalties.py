"""Lengths of punishments: prison, suspended sentences, bans; asked for, possible, imposed or cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reconcile.align.story import Story
from reconcile.claims.duration import DurationClaim
from reconcile.values.regex import regex

Kind = Literal["prison", "suspended", "ban"]
Stage = Literal["sought", "possible", "changed", "imposed"]

_PRISON = regex(
    r"\b(?:sentenc\w+|jail\w*|gaol\w*|imprison\w*|prison|behind bars|sent down|caged|locked (?:up|away)|put away|banged up|(?:must|will|to)(?: now)? serve|prosecut\w+|(?:minimum|custodial) term|tariff)\b"
    r"[^.;\n]{0,50}\Z",
    re.I,
    holds="sentenc|jail|gaol|prison|behind bars|sent down|caged|locked|put away|banged up|serve|prosecut|term|tariff",
)
_PRISON_AFTER = regex(
    r"['’]?s?,? (?:(?:in|of|behind) (?:an? |the )?(?:\w+ )?(?:prison|jail|custody|detention|colony|imprisonment|bars|labou?r)|"
    r"imprisonment|jail|prison|deprivation|in a cell)\b|-(?:\w+-)?(?:prison|jail) |[- ](?:\w+[- ])?(?:stretch|sentence)\b",
    re.I,
    holds="prison|jail|custody|detention|colony|bars|labo|deprivation|in a cell|stretch|sentence",
)
_SUSPENDED = regex(
    r"\b(?:suspended (?:sentence|term|prison|jail)|conditional(?:ly)? (?:sentence|term)|on probation)\b",
    re.I,
    holds="suspended|conditional|probation",
)
_SUSPENDED_AFTER = regex(
    r"[,']? (?:but |all |\w+ )?(?:suspended|conditional(?:ly)?|probation|on probation)\b",
    re.I,
    holds="suspended|conditional|probation",
)
_ASKED = regex(
    r"\b(?:he|she|they) (?:had |has |have )?(?:ask\w*|demand\w*|sought|seeks?|call\w*|want\w*|request\w*|urg\w+)(?: for)? \Z",
    re.I,
)
_TRIED = regex(r"\bprosecutors?\b|\bprosecution\b", re.I, holds="prosecut")
_BEFORE = 300  # characters before a sentence in which the prosecutor is named of whom it goes on
_BAN = regex(
    r"\b(?:bann\w+|ban|barr(?:ed|ing)|disqualif\w+|excluded|struck off|ineligib\w+|(?:not|never) (?:to )?hold|(?:driving|from) ban)\b"
    r"[^.;\n]{0,60}\Z",
    re.I,
    holds="ban|barr|disqualif|excluded|struck off|ineligib|hold",
)
_BAN_AFTER = regex(r"-?(?: \w+)? ban\b", re.I, holds="ban")
_SOUGHT = regex(
    r"\b(?:prosecut\w+|state|defen[cs]e|lawyers?)\b[^.;\n]{0,60}\b(?:sought|wants?|wanted|ask\w*|demand\w*|request\w*|call\w*|recommend\w*|urg\w+)\b",
    re.I,
    holds="prosecut|state|defen|lawyer",
)
_POSSIBLE = regex(
    r"\b(?:fac(?:e|es|ed|ing)|up to|maximum|could|may be|might|carr(?:y|ies)|liable|punishable|threaten\w*|at most)\b",
    re.I,
)
_CHANGED = regex(
    r"\b(?:cut|cuts|reduc\w+|lower\w+|shorten\w+|commut\w+|trimm\w+|instead of|on appeal|(?<!not )appeal(?:ed|s)?|down from|now|rais\w+|extend\w+|increas\w+)\b",
    re.I,
)


_FREE = regex(
    r"\b(?:out of|released from|freed from|left) (?:jail|prison|custody|gaol)\b"
    r"|\b(?:spent|spending|been (?:in (?:jail|prison|custody)|behind bars) for|(?:on|in) (?:remand|custody) for)(?: (?:about|already|almost|more than|nearly|over|some|the last|the past))? \Z",
    re.I,
    holds="jail|prison|custody|gaol|spen|bars|remand",
)


_SERVING = regex(r"\bserv(?:ing|es|ed) (?:out )?(?:at least |up to |about )?\Z", holds="serv")
_IN_SERVICE = regex(r" (?:as|in the|with|on the|at)\b|['’]? ?(?:service|of service)\b")


_PER_COUNT = regex(
    r"[^.;,\d]{0,24}?\b(?:(?:for|on) (?:the )?(?:[a-z]+ (?:of )?)?(?:each|every)\b|per (?:count|charge|victim|death|killing)\b"
    r"|on (?:one|the first|the second|the other|a second) (?:count|charge)\b)",
    holds="each|every|per|count|charge",
)


class Penalty(NamedTuple):
    """The length of somebody's punishment, as one claim gives it."""

    claim: DurationClaim
    kind: Kind
    stage: Stage


def penalties(story: Story) -> Iterator[Penalty]:
    """Yields the durations that are the lengths of punishments."""
    for claim in story.of(DurationClaim):
        life = claim.topic == "life"
        if not life and (
            claim.value is None or claim.value.unit not in ("year", "month") or claim.value.point is None
        ):
            continue
        if not claim.polarity or claim.facet in ("ago", "old", "since", "later", "first", "nth"):
            continue
        start = claim.span.start - claim.sentence_start
        before = claim.sentence[max(0, start - 110) : start + len(claim.span.quote)]
        before = before[: before.rfind(claim.span.quote)]
        after = claim.sentence[start + len(claim.span.quote) :][:60]
        if not life and _PER_COUNT.match(after):
            continue  # "30 years for each of the deaths" is a part of the whole
        kind = _kind(before, after) or ("prison" if life and _LIFE_TERM.search(claim.span.quote) else None)
        if kind:
            yield Penalty(claim, kind, _stage(claim.sentence[max(0, start - 140) : start] + " " + after))
        elif _ASKED.search(before) and _of_prosecutor(claim, story):
            yield Penalty(claim, "prison", "sought")


_LIFE_TERM = regex(r"sentence|prison|got")  # "a life sentence", "life imprisonment", "got life"


def _of_prosecutor(claim: DurationClaim, story: Story) -> bool:
    """Whether the "she" who asks for a length of time stands behind a sentence that names a prosecutor."""
    first = max(0, claim.sentence_start - _BEFORE)
    return _TRIED.search(story.article(claim).text, first, claim.sentence_start) is not None


def _kind(before: str, after: str) -> Kind | None:
    near = before[-70:]
    if _FREE.search(near):
        return None  # "had been out of jail for five months", "spent four months behind bars" before the sentence
    if _BAN.search(near) or _BAN_AFTER.match(after):
        return "ban"
    serving = bool(_SERVING.search(near)) and not _IN_SERVICE.match(after)
    sentenced = serving or bool(_PRISON.search(near) or _PRISON_AFTER.match(after))
    if _SUSPENDED.search(near) or _SUSPENDED_AFTER.match(after):
        return "suspended"
    return "prison" if sentenced else None


def _stage(around: str) -> Stage:
    if _SOUGHT.search(around):
        return "sought"
    if _POSSIBLE.search(around):
        return "possible"
    return "changed" if _CHANGED.search(around) else "imposed"
