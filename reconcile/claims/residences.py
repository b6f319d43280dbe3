"""Where persons live and grew up: "Ann Dahl, 44, of Elm Lane", "who grew up partly in Vik", "a resident of Ordell"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reconcile.claims.reading import Reading
from reconcile.language.gazetteer import given_names
from reconcile.language.mentions import Mention
from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.places import countries, is_whole, known, street_kind, usual
from reconcile.values.regex import regex

_LEAD = r"(?:the )?(?:(?:(?:north|south|east|west|central)[a-z-]*|nearby|rural|small|town|city|village|suburb|district|area|of) ){0,4}"
_AFTER_NAME = regex(
    rf"(?P<comma>(?: ?, ?(?:aged )?\d{{1,3}}\b)?(?: ?, ?(?:formerly |originally |an? (?:[a-z0-9-]+ ){{1,5}}?)?)?) ?(?P<how>of|from) {_LEAD}\Z"
)
_NOUN = r"(?:man|woman|resident|native|teen|teenager|mother|father|couple)"
_BEFORE_NAME = regex(rf" {_NOUN}(?:,? named| ?,)? \Z")  # "Vik man Ann Dahl"
_A_MAN = regex(r"(?: ?, ?(?:aged )?\d{1,3})? ?, an? (?:\d{1,3}-year-old )?\Z")  # "Ann Dahl, a Vik native"
_OF_THERE = regex(rf" {_NOUN}\b")
_VERBS = regex(
    r"(?:(?P<live>(?:had |has )?(?:lived|lives|living|resided|resides|residing)|(?:longtime |long-time )?residents? of)"
    r"|(?P<raise>grew up|raised|brought up|natives? of|hail(?:s|ed|ing) from))\b"
    r"(?: (?:partly|mostly|mainly|alone|together|with [^.;]{1,160}?))?"
    r"(?: (?:in|at|near|on|outside) (?:[a-z]+ ){0,4}?(?:in |of |on )??)?? ?(?:the )?(?=[A-Z])"
)
_CUES = frozenset(
    ["lived", "lives", "living", "resided", "resides", "residing", "resident", "residents"]
) | frozenset(["grew", "raised", "brought", "native", "natives", "hail", "hails", "hailed", "hailing"])
_BETWEEN = regex(
    r"(?: ?, [^,;]{1,60} ?,|(?: ?,)? \(?(?:aged )?\d{1,3}\)?(?: ?,)?)?(?: ?,)?"
    r"(?: (?:who|also|had|has|have|was|were|is|been|[a-z]+ly|once|then|a|an|the))* \Z"
)
_PRONOUN = regex(r"(?:^|[\s\"“])(?P<word>he|she)(?: (?:also|had|has|was|is|been|once|[a-z]+ly))* \Z", re.I)
_FIRST_OF_TWO = regex(r"(?P<given>[A-Z][a-z]+) and \Z")
_REACH = 100
_PLACES = ("place", "country", "other", "unknown")


class Residence(NamedTuple):
    """That somebody lives or grew up somewhere: the words, who, the innermost place, and "live" or "raise"."""

    start: int
    end: int
    who: str
    place: str
    how: str


def residences(reading: Reading) -> Iterator[Residence]:
    """Yields where the persons of an article live or grew up."""
    text, document = reading.text, reading.document
    yield from _called(reading)
    for name, place in pairwise(document.mentions):
        if name.kind != "person" or place.kind not in _PLACES or place.start - name.end > 64:
            continue
        gap = _AFTER_NAME.match(text[name.end : place.start])
        if gap is None or not _home(reading, name, place, gap.group("how"), bool(gap.group("comma"))):
            continue
        where, last = text[place.start : place.end], _chained(text, place)
        yield Residence(name.start, last, name.full, where, "live")
        both = _FIRST_OF_TWO.search(text, max(0, name.start - 24), name.start)
        if both is not None and both.group("given").lower() in given_names():
            other = f"{both.group('given')} {name.full.rsplit(' ', 1)[-1]}"
            yield Residence(both.start(), last, other, where, "live")
    for found in around(_VERBS, text, vocabulary(text).places(_CUES), 24, 240):
        place_at = next(iter(document.mentions_between(found.end(), found.end() + 1)), None)
        who = _subject(reading, found.start())
        if place_at is not None and place_at.kind in _PLACES and who:
            how = "live" if found.group("live") else "raise"
            where = text[place_at.start : place_at.end]
            yield Residence(found.start(), _chained(text, place_at), who, where, how)


def _called(reading: Reading) -> Iterator[Residence]:
    """Persons who are called after their town: "Vik man Ann Dahl", "Ann Dahl, a Vik native"."""
    text = reading.text
    for first, second in pairwise(reading.document.mentions):
        gap = text[first.end : second.start] if second.start - first.end < 32 else ""
        if (
            second.kind == "person"
            and " " in second.full
            and first.kind in _PLACES
            and _BEFORE_NAME.match(gap)
        ):
            yield Residence(first.start, second.end, second.full, text[first.start : first.end], "live")
        elif first.kind == "person" and second.kind in _PLACES and _A_MAN.match(gap):
            noun = _OF_THERE.match(text, second.end)
            if noun is not None:
                how = "raise" if noun.group() == " native" else "live"
                yield Residence(first.start, noun.end(), first.full, text[second.start : second.end], how)


def _home(reading: Reading, name: Mention, place: Mention, how: str, comma: bool) -> bool:
    """Whether "Ann Dahl, of Vik" or "Ann Dahl from Vik" tells where she lives: the latter at a sentence's head."""
    where = reading.text[place.start : place.end]
    if usual(where) in countries():
        return False
    if how == "of":
        return comma and (place.kind == "place" or known(where) or bool(street_kind(where)))
    sentence = reading.document.sentence_at(name.start)
    return comma or (sentence is not None and name.start - sentence.start < 3)


def _chained(text: str, place: Mention) -> int:
    """Where a place ends with the region after it: "Vik, Norway"."""
    after = _REGION.match(text, place.end)
    return after.end() if after is not None and is_whole(after.group("region").rstrip(".")) else place.end


_REGION = regex(r" ?, (?P<region>[A-Z][\w.]*(?: [A-Z][\w]*)?)")


def _subject(reading: Reading, at: int) -> str:
    """Who the verb at `at` is said of: the name or pronoun before it, with no other verb between; empty for nobody."""
    document, text = reading.document, reading.text
    sentence = document.sentence_at(at)
    first = max(sentence.start if sentence is not None else at, at - _REACH)
    people = [m for m in document.mentions_between(first, at) if m.kind == "person" and not m.candidates]
    if people and _BETWEEN.match(text, people[-1].end, at):
        return people[-1].full
    pronoun = _PRONOUN.search(text, max(0, first - 1), at)
    return document.antecedents.pronoun(pronoun.group("word").lower(), at) if pronoun is not None else ""
