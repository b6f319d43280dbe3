"""For whom one is: the candidate one endorses, the club one will join, the client a lawyer has."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reconcile.claims.cues import cues, side_parts
from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import past
from reconcile.language.names.mentions import Mention
from reconcile.values.regex import regex


class Sided(NamedTuple):
    """That `who` is for `whom`, both by full name: the side, and the words for it by where they stand."""

    side: str
    who: str
    whom: str
    start: int
    end: int


_REACH = 90
_UNSURE = regex(
    r"\b(?:not|never|n['’]t|may|might|could|if|whether|former(?:ly)?|once|previously|then|used to|ex|refus\w+|declin\w+"
    r"|likely|rumou?red|linked)\b[^.;]{0,24}\Z|n['’]t [^.;]{0,24}\Z"
)
# Between a name and what its bearer does: ", who", ", a lawyer who", ", 44, dropped out in May and".
_DOES = regex(
    r"(?:,? (?:\d{1,3},? ?)?(?:(?:an?|the|her|his|its|their|one of|who|[a-z]+ed|is) (?:[\w'’-]+ ){0,7}?)?(?:who |and |to )?(?:also |now |has |have )?"
    r"|, (?:[\w'’-]+,? ){0,6}?)\Z"
)
# The same, past a deed before: ", who came third, dropped out in May and".
_RUNS_ON = regex(r"(?:, [^.;:\n]{2,50},)? (?P<verb>[a-z]+) [^.;:\n]{0,40}?\band \Z")
_HE = regex(r"\b(?:[Hh]e|[Ss]he)\b")
_GO = frozenset({"has chosen", "had chosen", "chose", "opted for", "has opted for", "had opted for"})
_FAR = 60  # characters between a name and what is said of it that are quoted
# Before the one it is for: "the mayor,", "Mr", "his rival".
_FOR = regex(
    r" (?:(?:the|his|her|its|their|an?) )?(?:(?!and\b|or\b|against\b)[a-z][\w'’-]* ){0,3}(?:(?!and\b)[a-z][\w'’-]*, )?\Z"
)
_NOUN_FOR = regex(r",? (?:for|of|representing|acting for|defending) (?:the )?(?:[a-z][\w-]* ){0,3}\Z")
_OWN = regex(r"(?:(?P<pronoun>\b[Hh]is|\b[Hh]er)|['’]s?) (?:[a-z][\w-]* ){0,2}\Z")
_NAMED = regex(r",? \Z")
_APPOSED = regex(r", (?:an?|the|one of the) (?:[a-z][\w-]* ){0,3}\Z")
_GONE_ON = regex(r"['’]s?\b| (?:and|or|&) [A-Z]")


@cache
def _urging() -> re.Pattern[str]:
    """What matches one who tells those who follow him whom to vote for, from the verb up to whom."""
    asks, followers, votes = ("|".join(sorted(side_parts()[part], reverse=True)) for part in _PARTS)
    return regex(
        rf"\b(?:{asks}) (?:his|her|its|their|the|all|other|party|fellow|own) (?:[a-z]+ ){{0,2}}?(?:{followers}) to (?:{votes})(?= )",
        holds=" to ",
    )


_PARTS = ("asks", "followers", "votes")


def sided(reading: Reading) -> Iterator[Sided]:
    """Yields who is for whom, of people and bodies that the text names."""
    text = reading.text
    named = [m for m in reading.document.mentions if m.kind in _KINDS]
    if len(named) < 2:
        return
    starts = [m.start for m in named]
    for start, end, (side, where) in cues(reading, "sides"):
        if where == "noun":
            found = _client(reading, start, end, named, starts)
            if found is not None:
                yield Sided(side, *found)
            continue
        yield from _told(reading, side, start, end, named, starts)
    for match in _urging().finditer(text):
        if not reading.document.skipped(match.start()):
            yield from _told(reading, "endorse", match.start(), match.end(), named, starts)


_KINDS = frozenset({"person", "organization", "other", "place", "unknown"})
_MEANT = {"endorse": {"person"}, "represent": {"person"}, "join": {"organization", "other", "place"}}


def _told(
    reading: Reading, side: str, start: int, end: int, named: list[Mention], starts: list[int]
) -> Iterator[Sided]:
    """Who stands before the phrase and for whom it is, by the name behind it."""
    text, sentence = reading.text, reading.document.sentence_at(start)
    at = bisect_left(starts, end)
    if sentence is None or at == len(named) or named[at].start >= sentence.end:
        return
    whom, first = named[at], max(sentence.start, start - _REACH)
    title = (
        f"{whom.title} "
        if whom.title and text.startswith(whom.title, whom.start - len(whom.title) - 1)
        else ""
    )
    if whom.kind not in _MEANT[side] or not _FOR.fullmatch(text, end, whom.start - len(title)):
        return
    if side == "join" and (
        " of " in text[end : whom.start] or (whom.kind == "place" and text[start:end] in _GO)
    ):
        return  # the board of a club; who moves to a town
    if whom.candidates or _GONE_ON.match(text, whom.end) or _UNSURE.search(text, first, start):
        return
    he = next(reversed([*_HE.finditer(text, first, start)]), None)
    if he is not None and (_does(text, he.end(), start)):
        meant = reading.document.meant(he.group().lower(), he.start())
        if meant and meant != whom.full:
            yield Sided(side, meant, whom.full, start, whom.end)
        return
    before = named[bisect_left(starts, first) : bisect_right(starts, start - 1)]
    who = next((m for m in reversed(before) if m.kind == "person"), None)
    if who is None or who.candidates or who.full == whom.full:
        return
    if _does(text, who.end, start):
        far = start - who.end > _FAR
        yield Sided(side, who.full, whom.full, start if far else who.start, whom.end)


def _does(text: str, name: int, start: int) -> bool:
    """Whether the phrase at `start` says what the bearer of the name that ends at `name` does."""
    if _DOES.fullmatch(text, name, start) is not None:
        return True
    deed = _RUNS_ON.fullmatch(text, name, start)
    return deed is not None and past(deed.group("verb"))


def _client(
    reading: Reading, start: int, end: int, named: list[Mention], starts: list[int]
) -> tuple[str, str, int, int] | None:
    """The lawyer beside a noun for one, and the client, who owns it or stands behind "for"."""
    text = reading.text
    after, before = bisect_left(starts, end), bisect_right(starts, start - 1) - 1
    last = named[before] if before >= 0 else None
    follows = named[after] if after < len(named) else None
    own = _OWN.search(text, max(0, start - _REACH), start)
    if own is not None:
        pronoun = own.group("pronoun")
        owner = reading.document.meant(pronoun.lower(), own.start()) if pronoun else ""
        if not pronoun and last is not None and last.end == own.start() and last.kind == "person":
            owner = last.full
        if follows is not None and follows.kind == "person" and _NAMED.fullmatch(text, end, follows.start):
            who, span = follows, (own.start() if pronoun or last is None else last.start, follows.end)
        else:
            return None
        return (who.full, owner, *span) if owner and owner != who.full else None
    if follows is None or last is None or follows.kind != "person" or last.kind != "person":
        return None
    title = len(follows.title) + 1 if follows.title else 0
    behind = any(_NOUN_FOR.fullmatch(text, end, follows.start - cut) for cut in {0, title})
    if behind and _APPOSED.fullmatch(text, last.end, start) and not _GONE_ON.match(text, follows.end):
        return last.full, follows.full, last.start, follows.end
    return None
