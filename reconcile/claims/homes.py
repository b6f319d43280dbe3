"""Where persons and groups come from: "Moroccan runner Ann Dahl", "Kenya's Bo Lind", "a school party from Ghent",
"the Danish brewer Petrel"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reconcile.claims.reading import Reading
from reconcile.language.gazetteer import country_of_people
from reconcile.lexicon import words
from reconcile.values.places import known
from reconcile.values.regex import regex

_BEFORE_NAME = regex(r"(?:['’]s)?(?: [a-z][a-z-]+){0,2} \Z")
_HOUSE = regex(r"(?: [a-z][a-z-]+){1,3} \Z")
_AFTER_NAME = regex(r" (?:of|from) \Z")
_APPOSED = regex(r" ?, (?:\d{1,3}, )?(?:an? |the )(?:[a-z-]+ )?\Z")
_GROUP = regex(r"(?: [a-z][a-z-]+){1,2}")
_LANDS = frozenset({"people", "country", "place", "other"})  # what the mention of a home may be
_SENT = regex(r"(?P<group>\b[a-z]+(?: [a-z]+)?) from \Z")


def homes(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yields start and end of the words, who or what it is, and the country or town it comes from."""
    text, mentions = reading.text, reading.document.mentions
    for at, mention in enumerate(mentions):
        if mention.kind not in _LANDS:
            continue
        if mention.kind == "people":
            land = country_of_people(text[mention.start : mention.end])
            home = land.name if land is not None else ""
        else:
            home = mention.full if mention.kind == "country" else ""
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        if home and after is not None and after.kind == "person" and after.start - mention.end <= 30:
            gap = text[mention.end : after.start]
            owned = gap.startswith(("'s", "’s"))
            did = any(word.endswith("ed") for word in gap.split())  # "the Danish army allowed Dahl to pass"
            if (
                _BEFORE_NAME.match(gap)
                and not did
                and (owned or mention.kind == "people")
                and " " in after.full
            ):
                yield mention.start, after.end, after.full, home
                continue
        if (
            home
            and after is not None
            and after.kind in ("organization", "other")
            and mention.kind == "people"
        ):
            gap = text[mention.end : after.start] if after.start - mention.end <= 40 else ""
            if _HOUSE.match(gap) and gap.split()[-1] in _houses():
                yield mention.start, after.end, after.full, home
                continue
        before = mentions[at - 1] if at and mention.kind in ("country", "people") else None
        if before is not None and mention.kind == "people":
            if home and before.kind == "person" and _APPOSED.match(text[before.end : mention.start]):
                yield before.start, mention.end, before.full, home
                continue
            before = None
        if before is not None and before.kind == "person" and " " in before.full:
            if _AFTER_NAME.match(text[before.end : mention.start]):
                yield before.start, mention.end, before.full, home
            continue
        if mention.kind == "people" and home:
            group = _GROUP.match(text, mention.end)
            if group is not None and (noun := _noun(group.group())):
                end = mention.end + group.group().rindex(noun) + len(noun)
                yield mention.start, end, noun, home
        elif (
            mention.kind in ("country", "place", "other")
            and text.endswith(" from ", 0, mention.start)
            and known(text[mention.start : mention.end])
        ):
            sent = _SENT.search(text, max(0, mention.start - 40), mention.start)
            if sent is not None:
                for noun in filter(None, map(_noun, sent.group("group").split())):
                    yield sent.start(), mention.end, noun, text[mention.start : mention.end]


def _noun(phrase: str) -> str:
    """The last word of a phrase that names a group with a home: a school, a team, a crew."""
    return next((word for word in reversed(phrase.split()) if word in _groups()), "")


@cache
def _houses() -> frozenset[str]:
    return frozenset(word for line in words("house_nouns") for word in line.split())


@cache
def _groups() -> frozenset[str]:
    return frozenset(word for line in words("home_groups") for word in line.split())
