"""Where persons live and grew up: "Ann Dahl, 44, of Elm Lane", "who grew up partly in Vik", "a resident of Ordell"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reconcile.claims.reading import Reading
from reconcile.language.names.casing import common_words, opens_sentence
from reconcile.language.names.gazetteer import country_of_people, given_names, name_set
from reconcile.language.names.mentions import Mention
from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.places import countries, is_whole, known, street_kind, usual
from reconcile.values.regex import regex

_LEAD = r"(?:the )?(?:(?:(?:north|south|east|west|central|greater)[a-z-]*|nearby|rural|small|town|city|village|suburb|district|area|of|[a-z]+ county) ){0,4}"
_SPOT = r"(?P<spot>(?:the )?\d{1,5}(?:[ -][A-Z]?\d+)?(?:[ -]block)?(?: of)?(?: the)? )"  # "the 300 block of ", "112 "
_AGED = r" ?,? ?(?:\(\d{1,3}\)|(?<=,) ?(?:aged )?\d{1,3}\b)"
_AFTER_NAME = regex(
    rf"(?P<aged>{_AGED})?(?P<comma> ?, ?(?:both |all )?(?:formerly |originally |an? (?:[a-z0-9-]+ ){{1,6}}?)?)? ?"
    rf"(?P<how>of|from) (?:{_SPOT}|{_LEAD})\Z"
    rf"|{_AGED} ?, (?:the )?\d{{1,5}}[ -]block of \Z"
)
_NOUNS = "man|woman|resident|native|teen|teenager|mother|father|couple"
_TOWNSMEN = frozenset(_NOUNS.split("|"))
_NOUN = rf"(?:{_NOUNS})"
_CALLED = regex(rf"(?P<place>(?:[A-Z][\w.'’-]* ){{1,3}}){_NOUN}(?:,? named| ?,)? \Z")  # "Vik man Ann Dahl"
_A_MAN = regex(  # "Ann Dahl, a Vik native", "Ann Dahl is a cook and a Vik native"
    rf"(?:(?:{_AGED})? ?,| (?:is|was)(?: an? (?:[a-z-]+ ){{1,4}}and)?)"
    r" an? (?:\d{1,3}[- ]year[- ]old )?(?:[a-z-]+ )?\Z"
)
_AGED_BEFORE = regex(r"\d[- ]year[- ]old (?:[a-z-]+ ){0,3}\Z")  # "25-year-old tattoo artist Ann Dahl"
_SEVERAL = regex(r"\b(?:both|all) \b")
_OF_THERE = regex(rf" {_NOUN}\b")
_AREA = regex(r"(?:['’]s)? (?:area|neighborhood|neighbourhood|community|section|suburb)\b")
_TOWN = regex(r"(?: ?,| in| near) (?P<town>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})")
_OPENING = regex(r"\s*(?:An? |The )?(?:[a-z-]+ ){0,2}\Z")
_VERBS = regex(
    r"(?:(?P<live>(?:had |has )?(?:lived|lives|living|resided|resides|residing)|(?:longtime |long-time )?residents? of)"
    r"|(?P<raise>grew up|raised|brought up|natives? of|(?:hail(?:s|ed|ing)|comes|coming) from))\b"
    r"(?: (?:partly|mostly|mainly|alone|together|with [^.;]{1,160}?))?"
    r"(?: (?:in|at|near|on|outside) (?:[a-z]+ ){0,4}?(?:in |of |on )??)?? ?(?:the )?(?=[A-Z])"
)
_CUES = frozenset(
    ["lived", "lives", "living", "resided", "resides", "residing", "resident", "residents"]
) | frozenset(
    [
        "grew",
        "raised",
        "brought",
        "native",
        "natives",
        "hail",
        "hails",
        "hailed",
        "hailing",
        "comes",
        "coming",
    ]
)
_BETWEEN = regex(
    r"(?: ?, [^,;]{1,60} ?,|(?: ?,)? \(?(?:aged )?\d{1,3}\)?(?: ?,)?)?(?: ?,)?"
    r"(?: (?:who|also|had|has|have|was|were|is|been|[a-z]+ly|once|then|a|an|the))* \Z"
)
_PRONOUN = regex(r"(?:^|[\s\"“])(?P<word>he|she)(?: (?:also|had|has|was|is|been|once|[a-z]+ly))* \Z", re.I)
_LISTED = regex(r"[^.;:!?\n]*(?:,|and) [^.;:!?\n]*\Z")
_FIRST_OF_TWO = regex(r"(?P<given>[A-Z][a-z]+) and \Z")
_REACH = 100
_LIST = 40  # characters between two names of one list
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
    before: list[Mention] = []  # the persons before a name in one breath
    for name, place in pairwise(document.mentions):
        if name.kind != "person":
            continue
        listed = (
            before and name.start - before[-1].end < _LIST and _LISTED.match(text, before[-1].end, name.start)
        )
        before = [*before[-2:], name] if listed else [name]
        if place.start - name.end > 64:
            continue
        gap = _AFTER_NAME.match(text[name.end : place.start])
        if gap is None or not _home(reading, name, place, gap):
            continue
        where, last = text[place.start : place.end], _chained(text, place)
        for person in before if _SEVERAL.search(gap.group()) else [name]:
            yield Residence(person.start, last, person.full, where, "live")
        town = _TOWN.match(text, place.end) if street_kind(where) else None
        if town is not None and not is_whole(town.group("town").rstrip(".")):
            yield Residence(name.start, town.end(), name.full, town.group("town"), "live")
        both = _FIRST_OF_TWO.search(text, max(0, name.start - 24), name.start)
        if both is not None and both.group("given").lower() in given_names():
            other = f"{both.group('given')} {name.full.rsplit(' ', 1)[-1]}"
            yield Residence(both.start(), last, other, where, "live")
    for found in around(_VERBS, text, vocabulary(text).places(_CUES), 24, 240):
        place_at = next(iter(document.mentions_between(found.end(), found.end() + 1)), None)
        who = _subject(reading, found.start())
        if not who and place_at is not None:
            who = _following(reading, found.start(), _chained(text, place_at))
        if place_at is not None and place_at.kind in _PLACES and who:
            how = "live" if found.group("live") else "raise"
            where = text[place_at.start : place_at.end]
            yield Residence(found.start(), _chained(text, place_at), who, where, how)


def _called(reading: Reading) -> Iterator[Residence]:
    """Persons who are called after their town: "Vik man Ann Dahl", "Ann Dahl, a Vik native"."""
    text = reading.text
    nouns = [at + len(noun) for at, noun in vocabulary(text).places(_TOWNSMEN)]
    if not nouns:
        return
    first = Mention(0, 0, "", "")
    for second in reading.document.mentions:
        before, first = first, second
        if (
            before.kind == "person"
            and second.kind in _PLACES
            and _A_MAN.match(text[before.end : second.start])
        ):
            noun = _OF_THERE.match(text, second.end)
            if noun is not None:
                how = "raise" if noun.group() == " native" else "live"
                yield Residence(before.start, noun.end(), before.full, text[second.start : second.end], how)
        if second.kind != "person" or " " not in second.full:
            continue
        noun_at = bisect_left(nouns, second.start) - 1
        called = noun_at >= 0 and second.start - nouns[noun_at] <= len(", named ")
        said = _CALLED.search(text, max(0, second.start - 60), second.start) if called else None
        place = said.group("place").strip() if said is not None else ""
        first_word, _, rest = place.partition(" ")
        if said is not None and first_word.lower() in common_words() and opens_sentence(text, said.start()):
            place = rest  # "Meanwhile Vik resident Ann Dahl"
        named = before.kind in _PLACES and text[before.start : before.end] == place
        if said is not None and place and (named or _may_be_town(text, said.start(), place)):
            yield Residence(said.start("place"), second.end, second.full, place, "live")


def _may_be_town(text: str, at: int, place: str) -> bool:
    """Whether a capitalized word that nothing else tells about can be a town: no demonym, and no mere opener."""
    opens = opens_sentence(text, at)
    small = place.lower() in common_words() or place.lower() in name_set("function")
    return known(place) or (opens and not small and place.isalpha() and country_of_people(place) is None)


def _home(reading: Reading, name: Mention, place: Mention, gap: re.Match[str]) -> bool:
    """Whether "Ann Dahl, 31, of Vik" or "Ann Dahl from Vik" tells where she lives: the latter at a sentence's head."""
    where = reading.text[place.start : place.end]
    street, comma = bool(street_kind(where)), bool(gap.group("comma"))
    aged = bool(gap.group("aged") or _AGED_BEFORE.search(reading.text, max(0, name.start - 48), name.start))
    nobody = place.kind == "person" and bool(gap.group("aged"))  # "31, of Ann Dahl" is no family
    if not (place.kind in _PLACES or street or nobody) or usual(where) in countries():
        return False
    if gap.group("how") is None or (gap.group("spot") and street):
        return street
    if gap.group("how") == "of":
        if gap.group().endswith(" the ") and _AREA.match(reading.text, place.end):
            return True
        sure = place.kind == "place" or known(where) or street or _SEVERAL.search(gap.group()) is not None
        return (comma and (sure or aged)) or (aged and sure)
    sentence = reading.document.sentence_at(name.start)
    return comma or (sentence is not None and name.start - sentence.start < 3)


def _following(reading: Reading, start: int, end: int) -> str:
    """The one whom a sentence names after where he or she comes from: "A native of Vik, Ann Dahl sang"."""
    sentence = reading.document.sentence_at(start)
    name = next(iter(reading.document.mentions_between(end, end + 12)), None)
    if sentence is None or name is None or name.kind != "person":
        return ""
    opens = _OPENING.match(reading.text, sentence.start, start) is not None
    return name.full if opens and reading.text[end : name.start].strip() == "," else ""


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
