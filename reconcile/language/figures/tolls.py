"""Tolls: what a count of casualties says, once the killer's own death and those merely shot are settled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reconcile.language.figures.groups import Group
from reconcile.language.figures.numbers import NumberMention
from reconcile.language.sentences import Sentence
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


class Casualty(NamedTuple):
    """A count of people to whom something happened: `text[start:end]` holds the count and the word for it.

    `groups` are the counted groups, several when they are added up ("two men and a woman"); `single` when no
    figure is written ("a man was killed"); `derived` says how a figure was worked out when it is not written.
    """

    start: int
    end: int
    measure: str
    amount: Amount
    groups: tuple[Group, ...]
    sentence: Sentence
    single: bool = False
    derived: str = ""
    split: bool = False  # it counts some of them: those in one hospital, those badly hurt


_SUICIDE = regex(
    r"\b(?:kill(?:ed|ing|s)?\s(?:him|her)self|(?:shot|shooting|shoots)\s(?:and\skilled\s)?(?:him|her)self|then\s(?:him|her)self|and\s(?:then\s)?(?:him|her)self"
    r"|fatally\sshooting\s(?:him|her)self|(?:took|taking|takes)\s(?:his|her)\sown\slife|commit(?:ted|ting|s)?\ssuicide"
    r"|turn(?:ed|ing|s)\sthe\s(?:gun|weapon|rifle)\son\s(?:him|her)self|(?:him|her)self\sand)\b",
    re.I,
)


def with_killer(text: str, found: list[Casualty]) -> Iterator[Casualty]:
    """The tolls of a sentence, with the killer's own death counted where the sentence tells it."""
    for sentence, group in groupby(found, key=lambda c: c.sentence):
        tolls = list(group)
        own = _SUICIDE.search(text, sentence.start, sentence.end)
        deaths = [c for c in tolls if c.measure == "killed" and c.amount.exact]
        victims = [
            c
            for c in deaths
            if not (
                own
                and c.end <= own.end()
                and own.start() < c.end
                and "self" in text[c.start : own.end()]
                and c.single
            )
        ]
        victims = [c for c in victims if c.start < c.groups[0].start]  # "killed three", not "four dead"
        if own is None or not victims:
            yield from tolls
            continue
        for casualty in tolls:
            if casualty is victims[0]:
                total = (casualty.amount.low or 0) + 1
                said = f"{casualty.amount.low} killed and the killer's own death"
                yield casualty._replace(amount=Amount.of(total), derived=said, single=False)
            elif casualty in victims or casualty not in deaths:
                yield casualty


_HOW_BADLY = regex(
    r"\b(?:critically|seriously|gravely|badly|severely|slightly|lightly)\s(?:injured|wounded|hurt)\b"
)


# "among the dead were nine miners", "the dead included three children"
_AMONG = regex(r"among (?:the|those)\b|(?:the|those) [a-z]+ includ", re.I)


def split_up(text: str, found: list[Casualty]) -> list[Casualty]:
    """The casualties, marked where they count only some.

    These are those badly hurt, those among the dead who are named, or each of two groups taken to hospital.
    """
    taken = Counter(c.sentence.start for c in found if c.measure == "hospitalized")
    return [
        c._replace(split=True)
        if (c.measure == "hospitalized" and taken[c.sentence.start] > 1)
        or (c.measure == "injured" and _HOW_BADLY.search(text, c.start, c.end))
        or (c.measure in ("killed", "injured") and _AMONG.match(text, c.start, c.end))
        else c
        for c in found
    ]


def settle_shot(found: list[Casualty]) -> list[Casualty]:
    """The casualties with "shot" read as injured where the text leaves nothing else, less those who died."""
    found = _told(found)
    killed = [c for c in found if c.measure == "killed"]
    wounded = [c for c in found if c.measure == "injured"]
    shot = any(c.measure == "shot" for c in found)
    treated = {c.sentence.start: c.amount.low or 0 for c in found if c.measure == "treated"}
    settled = []
    for casualty in found:
        # "538 were treated, of whom 196 are in hospital"
        part = treated.get(casualty.sentence.start, 0) > (casualty.amount.low or 0)
        if casualty.measure == "hospitalized" and not wounded and not shot and not part:
            casualty = casualty._replace(measure="injured")
        elif casualty.measure == "shot" and (casualty.amount.exact or not killed):
            casualty = _settle(casualty, killed, wounded)
        settled.append(casualty)
    return settled


_BEHIND = 24  # characters: "shot four others, including one who died"
_NEAR = 500  # characters: a toll this close before a count of people shot tells of the same people


def _settle(shot: Casualty, killed: list[Casualty], wounded: list[Casualty]) -> Casualty:
    if not killed:
        return shot._replace(measure="injured")
    if any(c.sentence == shot.sentence for c in wounded):
        return shot
    here = [c for c in killed if c.sentence == shot.sentence]
    near = [c for c in killed if 0 <= shot.start - c.end <= _NEAR and not c.single]
    dead = next(iter((*here, *near)), None)
    among = dead is not None and dead in here and 0 <= dead.start - shot.end <= _BEHIND
    if dead is None or (shot.groups[0].further and not among):
        return shot._replace(measure="injured")
    if not dead.amount.exact or shot.amount.low is None or dead.amount.low is None or (wounded and not here):
        return shot
    left = shot.amount.low - dead.amount.low
    if left <= 0:
        return shot
    said = f"{shot.amount.low} shot less {dead.amount.low} killed"
    return shot._replace(measure="injured", amount=Amount.of(left), derived=said)


_UNSPECIFIC = frozenset({"several", "multiple", "a few"})


def _told(found: list[Casualty]) -> list[Casualty]:
    """The casualties without what the text's own count further down says better: "several", the one person in the lead."""
    exact = {c.measure: c.start for c in found if c.amount.exact and not c.single}  # the last of each
    exact.setdefault("injured", exact.get("shot", -1))
    found = [c for c in found if c.amount.hedge not in _UNSPECIFIC or c.start > exact.get(c.measure, -1)]
    tolls: dict[str, int] = {}
    for casualty in found:
        if not casualty.single and (casualty.amount.low or 0) > 1:
            tolls.setdefault(casualty.measure, casualty.start)
    return [c for c in found if not (c.single and c.measure in tolls and c.end > tolls[c.measure] - _LEAD)]


_LEAD = 1200  # characters: one person told of this shortly before the toll is one of those it counts


_AND_ONE = regex(
    r"\s(?:of|from|in|by|at|on|while|when|trying)\s[^,.;:]{2,60},?\s(?:and|while)\s(?:one|two|three|four|five|another|the\sother|a\s(?:second|third|fourth|fifth|sixth|seventh|eighth))\b"
    r"(?!\s(?:each\s)?(?:in|at|near|elsewhere|outside)\b(?:\s(?:the\s)?[A-Z]|[,.;]))(?!\s(?:\w+\s){0,3}(?:injured|hurt|wounded|missing|arrested|hospitali[sz]ed|evacuated|rescued|saved|critical|treated|taken)\b)"
)


def told_apart(text: str, casualty: Casualty) -> str:
    """Says so where a toll tells only how some of them died: "six died of hunger, and one fell"; else empty."""
    apart = casualty.measure == "killed" and _AND_ONE.match(text, casualty.end) is not None
    return "told apart by how they died" if apart else ""


_OF_WHOM = regex(
    r"\b(?:[Oo]f\s(?:whom|which|these|those|them),?|including|(?:among\s(?:them|whom|those)(?:\sw[ae]re?)?))"
    r"\s(?:(?:about|some|around|nearly|only|at\sleast)\s)?\Z"
)
_OF_THEM = regex(r"\sof\s(?:whom|them)\b")


def toll_before(text: str, number: NumberMention, casualties: Sequence[Casualty]) -> Casualty | None:
    """The toll that a figure is a part of: "19,200 displaced, of whom 14,600 in Brae"."""
    behind = _OF_WHOM.search(text, max(0, number.figure_start - 40), number.figure_start)
    if behind is None and _OF_THEM.match(text, number.figure_end) is None:
        return None
    for toll in reversed(casualties):
        told = min(toll.end, number.start) if toll.groups[-1].end <= number.start else toll.end
        if told <= number.start:
            near = number.start - told <= _FAR_BEHIND and "." not in text[told : number.start]
            return toll if near else None
    return None


_FAR_BEHIND = 120  # characters between a toll and the part of it that follows
