"""What a name names, from its words and from the words around it."""

from __future__ import annotations

import re
from functools import cache

from reconcile.language.chunks import Chunk, owner
from reconcile.language.gazetteer import (
    acronyms,
    country_named,
    country_of_people,
    given_names,
    honorifics,
    kind_words,
    name_set,
    place_named,
    surnames_first,
)
from reconcile.language.lore import person_name

_BEFORE_PLACE = re.compile(r"(?:^|\W)(?:in|at|near|from|outside|to|around|across|toward|towards|of|into|over|through|inside|off)(?: the)?(?: (?:city|town|village|island|port|province|state|district|suburb|county|region|nearby|downtown|central|northern|southern|eastern|western|capital|village|neighborhood|island)(?: of)?)?\s\Z", re.I)  # fmt: skip
_LOCATIVE = re.compile(r"(?:^|\W)(?:in|near|outside|off|around|across)(?: the)?\s\Z", re.I)
_BEFORE_VESSEL = re.compile(r"(?:tanker|ship|vessel|ferry|frigate|destroyer|trawler|yacht|liner|freighter|submarine|cutter|carrier|warship|tug|tugboat|barge|bulk carrier)s? [\"“‘']?\Z", re.I)  # fmt: skip
_AFTER_PERSON = re.compile(
    r"[\"”’)]?,? ?(?:\(?(?:aged )?\d{1,3}[,);]|(?:also |later |then |who |has |had )?(?:said|says|told|added|adds|who|whose|was (?:born|arrested|shot|charged|killed|pronounced)|died)\b|, ?(?:a|an|aged|age) )"
)
_AFTER_PLACE = re.compile(
    r", [A-Z][a-z]+\.?,|, (?:[A-Z]\.){2}| (?:province|district|region|county|city|island|airport|village|town)\b"
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def kind_of(text: str, chunk: Chunk, lower: frozenset[str]) -> str:
    """The kind of what a chunk names: person, organization, country, place, treaty, …, "people", "unknown" or empty.

    "unknown" is a single word that may be somebody's family name; empty is no name at all.
    """
    words = [word for _, _, word in chunk.words]
    words[-1] = owner(words[-1])
    name = text[chunk.start : chunk.end].replace("\u00a0", " ")
    if country_named(name) is not None:
        return (
            "person"
            if chunk.title and len(words) == 1 and name in ("Chad", "Jordan", "Georgia")
            else "country"
        )
    if country_of_people(name) is not None:
        return "people"
    if chunk.title and len(words) <= 4 and not _ends_in_kind(words, chunk):
        return "person"
    if place_named(name) is not None:
        return "place"
    before = text[max(0, chunk.start - 40) : chunk.start]
    if _BEFORE_VESSEL.search(before) and len(words) <= 4:
        return "vessel"
    lowered = [word.lower() for word in words]
    if found := _by_words(words, lowered, chunk):
        return found
    if len(words) == 1:
        return _single(text, chunk, words[0], before)
    return _several(text, chunk, words, lowered, before, lower)


def _ends_in_kind(words: list[str], chunk: Chunk) -> bool:
    last = words[-1].lower()
    return last in kind_words() and last not in name_set("surnames")


def _by_words(words: list[str], lowered: list[str], chunk: Chunk) -> str:
    """The kind that a word in the name gives it; family names that look like such words are let through."""
    kinds = kind_words()
    head = lowered[: chunk.joined] if chunk.joined else lowered
    last = head[-1]
    if len(head) == 1 and not chunk.joined:
        return kinds.get(last, "") if last in name_set("standing_alone") else ""
    kind = kinds.get(last, "")
    if (
        kind
        and last in name_set("surnames")
        and not chunk.joined
        and (head[0] in given_names() or "." in words[0])
    ):
        return ""
    if kind:
        return kind
    if (opener := _openers().get(head[0])) and not (opener == "place" and head[0] in given_names()):
        return opener
    if any(head[0] in names for names in surnames_first().values()) and person_name(" ".join(words)).culture:
        return "" if not chunk.joined else "other"
    for word, written in zip(reversed(head[:-1]), reversed(words[: len(head) - 1]), strict=True):
        found = kinds.get(word)
        if (
            found
            and word not in name_set("surnames")
            and len(written) > 2
            and found in ("organization", "treaty", "place")
        ):
            return found
    if chunk.joined:
        return "other"
    return ""


@cache
def _openers() -> dict[str, str]:
    uses = ("place", "event", "vessel", "organization")
    return {word: kind for kind in uses for word in name_set(f"{kind}_openers")}


def _single(text: str, chunk: Chunk, word: str, before: str) -> str:
    bare = word.replace(".", "")
    if word in acronyms() or (2 <= len(bare) <= 7 and bare.isupper() and bare.isalnum()):
        return (
            "organization"
            if not chunk.opens or word in acronyms() or text[chunk.end : chunk.end + 1] != ","
            else "unknown"
        )
    if _AFTER_PLACE.match(text, chunk.end) and _BEFORE_PLACE.search(before):
        return "place"
    return "unknown"


def _several(
    text: str, chunk: Chunk, words: list[str], lowered: list[str], before: str, lower: frozenset[str]
) -> str:
    if any(word in _SUFFIXES for word in words) or _AFTER_PERSON.match(text, chunk.end):
        return "person"
    first = lowered[0]
    known = country_of_people(words[0]) or country_named(words[0]) or place_named(words[0])
    if known and first not in given_names():
        return "other"
    if len(words) > 5 or first.strip(".") in honorifics():
        return "other"
    if first in given_names():
        return "person" if not _common(lowered[1:], lower) else "other"
    if any(len(word) == 2 and word[1] == "." for word in words[:-1]) or (
        words[0].isupper() and "." in words[0]
    ):
        return "person"
    if any(first in names for names in surnames_first().values()) and person_name(" ".join(words)).culture:
        return "person"
    if _LOCATIVE.search(before) or (_AFTER_PLACE.match(text, chunk.end) and _BEFORE_PLACE.search(before)):
        return "place"
    if (
        _common(lowered, lower)
        or any(word.isupper() and len(word) > 1 for word in words)
        or not all(w[0].isalpha() for w in words)
    ):
        return "other"
    if first in ("the", "a", "an", "new", "old", "great", "big", "north", "south", "east", "west"):
        return "other"
    return "person" if len(words) <= 4 else "other"


def _common(lowered: list[str], lower: frozenset[str]) -> bool:
    """Whether a word of the name is an ordinary word in this text, so that the name is hardly a person's."""
    return any(word in lower and word not in given_names() and len(word) > 3 for word in lowered)
