"""Places: which lies in which, street addresses, compass words, and how two places of one event relate."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.lexicon import words
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

_NOTE = regex(r" \([^)]*\)")
_ORDINALS = dict(
    zip(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"),
        strict=True,
    )
)
_STREET_WORDS = {
    "street": "st",
    "st": "st",
    "avenue": "ave",
    "ave": "ave",
    "road": "rd",
    "rd": "rd",
    "boulevard": "blvd",
    "blvd": "blvd",
    "drive": "dr",
    "dr": "dr",
    "lane": "ln",
    "ln": "ln",
    "place": "pl",
    "court": "ct",
    "highway": "hwy",
    "way": "way",
    "square": "sq",
    "terrace": "ter",
    "parkway": "pkwy",
    "circle": "cir",
    "trail": "trl",
    "pike": "pike",
    "turnpike": "tpke",
    "alley": "aly",
    "loop": "loop",
    "plaza": "plz",
}
_ADDRESS = regex(
    r"(?P<number>\d(?<!\w\d)\d{0,4})(?:\s?[-/]\s?(?P<second>\d{1,5}))?(?P<block>[- ]block of)? "
    r"(?P<side>(?:[NSEW]\.?|North|South|East|West) )?(?P<street>[A-Z][\w'’]*|\d{1,3}(?:st|nd|rd|th))"
    r"(?:(?P<more>(?: [A-Z][\w'’]*\.?){0,3}?) (?P<kind>St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Boulevard|Blvd|Dr(?:ive)?|Lane|Ln|Place|Court|Highway|Way|Square|"
    r"Terrace|Parkway|Circle|Trail|Pike|Turnpike|Alley|Loop|Plaza|street|avenue|road|boulevard|drive|lane)\b"
    r"(?:(?:(?<= St)|(?<= Rd)|(?<= Dr)|(?<= Ln)|(?<= Ave)|(?<= Blvd))\.)?"
    r"|(?P<bare>(?: (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Police\b|The\b)[A-Z][a-z'’]+(?![\w’'.-])){1,2}))?"
)
_AT = regex(r"\b[Aa]t \Z")
_ABOUT = regex(r"\b(?:area of|near|around|outside|vicinity of) (?:the )?\Z")


def street_kind(name: str) -> str:
    """The kind of street that a name ends with, in short: "ln" for "Partridge Lane"; empty for no street's name."""
    *first, last = name.split() or [""]
    return _STREET_WORDS.get(last.lower().rstrip("."), "") if first else ""


def numbered_street(word: str) -> str:
    """An ordinal in words as street signs have it: "6th" for "sixth"; any other word as it is."""
    return _ORDINALS.get(word, word)


class Address(NamedTuple):
    """A house number on a street; `block` when the number names a block, `about` when it is only near there."""

    number: int
    street: str
    kind: str = ""
    second: int | None = None
    block: bool = False
    about: bool = False


def fold(name: str) -> str:
    """A place name in lower case without accents, "the", or marks: equal for spellings of one name."""
    plain = name.lower().replace("-", " ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("ø", "o").replace("’", "'"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.replace(".", "").strip().removeprefix("the ")


@cache
def _names() -> dict[str, str]:
    """From each folded name of a place to its folded usual name."""
    found: dict[str, str] = {}
    for line in words("countries"):
        names = [name.strip() for name in line.split("|")[1].split(";")]
        found.update(dict.fromkeys(map(fold, names), fold(names[0])))
    for line in words("place_names"):
        names = [name.strip() for name in line.split("=")]
        for other in names:
            found.setdefault(fold(other), fold(names[0]))
    return found


@cache
def _wholes() -> dict[str, tuple[str, ...]]:
    """From each place to the places it may lie in (more than one where the name is shared)."""
    found: dict[str, list[str]] = {}
    for line in words("gazetteer"):
        whole, _, parts = _NOTE.sub("", line).partition(":")
        usual_whole = usual(whole)
        for part in parts.split(","):
            found.setdefault(usual(part), []).append(usual_whole)
    for line in words("countries"):
        fields = [field.strip() for field in line.split("|")]
        country = usual(fields[1].split(";")[0])
        for capital in fields[3].split(";")[:1] if len(fields) > 3 else ():
            if capital.strip():
                found.setdefault(usual(capital), []).append(country)
    return {part: tuple(dict.fromkeys(wholes)) for part, wholes in found.items()}


@cache
def countries() -> frozenset[str]:
    """The usual folded names of all countries."""
    return frozenset(usual(line.split("|")[1].split(";")[0]) for line in words("countries"))


@lru_cache(maxsize=20_000)
def usual(name: str) -> str:
    """The folded name a place usually goes by: Kiev is kyiv."""
    folded = fold(name)
    return _names().get(folded, folded)


def written(name: str) -> tuple[str, ...]:
    """The folded names that a place goes by, the usual one first: kyiv, kiev."""
    place = usual(name)
    return (place, *_written().get(place, ()))


@cache
def _written() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for other, place in _names().items():
        if other != place:
            found.setdefault(place, []).append(other)
    return found


def known(name: str) -> bool:
    """Whether the gazetteer knows where the place lies, or that it is a country."""
    place = usual(name)
    return place in _wholes() or place in countries()


@cache
def _having_parts() -> frozenset[str]:
    return frozenset(whole for found in _wholes().values() for whole in found)


def is_whole(name: str) -> bool:
    """Whether the place is a country, state or region that other places lie in."""
    place = usual(name)
    return place in countries() or place in _having_parts()


def wholes(name: str) -> frozenset[str]:
    """Every place the named one may lie in, by the gazetteer."""
    found: set[str] = set()
    queue = [usual(name)]
    while queue:
        for whole in _wholes().get(queue.pop(), ()):
            if whole not in found:
                found.add(whole)
                queue.append(whole)
    return frozenset(found)


def country_of(name: str) -> frozenset[str]:
    """The countries the place may lie in; itself for a country."""
    place = usual(name)
    return frozenset({place}) if place in countries() else wholes(place) & countries()


def relate_places(first: str, second: str) -> Relation:
    """How two place names relate by the gazetteer: SAME, REFINES (the first lies in the second), COARSENS, DIFFERS
    when each is known to lie elsewhere, UNKNOWN when the gazetteer cannot tell."""
    one, other = usual(first), usual(second)
    if one == other:
        return Relation.SAME
    if other in wholes(one):
        return Relation.REFINES
    if one in wholes(other):
        return Relation.COARSENS
    if known(one) and known(other):
        return Relation.DIFFERS
    return Relation.UNKNOWN


def find_addresses(text: str, start: int, end: int) -> list[tuple[int, int, Address]]:
    """The street addresses of `text[start:end]` with where they stand: "19 Elm St.", "the 200 block of 6th"."""
    return _addresses(text, start, _ADDRESS.finditer(text, start, end))


def addresses_at(text: str, figures: Iterable[int]) -> list[tuple[int, int, Address]]:
    """The street addresses of `text`, looked for only at its `figures`: where its words begin with a digit, in order."""
    return _addresses(text, 0, _matches(text, figures))


def _matches(text: str, figures: Iterable[int]) -> Iterator[re.Match[str]]:
    end = 0
    for at in figures:
        match = _ADDRESS.match(text, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _addresses(text: str, start: int, matches: Iterable[re.Match[str]]) -> list[tuple[int, int, Address]]:
    found = []
    for match in matches:
        kind, side, number = match.group("kind") or "", match.group("side"), int(match.group("number"))
        if not kind and not match.group("block") and not (side and number >= 100):
            continue
        if (
            kind.islower()
            and not match.group("block")
            and not _AT.search(text, max(start, match.start() - 4), match.start())
        ):
            continue  # "40 Boston street gangs"
        bare = (match.group("bare") or "") if match.group("block") else ""
        words_ = [match.group("street"), *(match.group("more") or bare).replace(".", "").split()]
        tokens = [_ORDINALS.get(token.lower(), token.lower()) for token in words_]
        second = match.group("second")
        address = Address(
            number,
            " ".join(tokens),
            _STREET_WORDS.get(kind.lower(), ""),
            int(second) if second else None,
            bool(match.group("block")),
            bool(_ABOUT.search(text, max(start, match.start() - 24), match.start())),
        )
        stop = match.end() if kind or bare else match.end("street")
        found.append((match.start("number"), stop, address))
    return found


@cache
def bearings() -> dict[str, int]:
    """Compass words with their bearing; hyphens do not matter."""
    found: dict[str, int] = {}
    for line in words("compass"):
        name, degrees = line.split()
        for sign in ("", "-", " "):
            split = name.replace("north", f"north{sign}", 1).replace("south", f"south{sign}", 1)
            found[split.rstrip("- ")] = int(degrees)
        found[name] = int(degrees)
    return found


def turn(first: str, second: str) -> int:
    """The angle between two compass words, 0 to 180 degrees."""
    gap = abs(bearings()[first.lower()] - bearings()[second.lower()]) % 360
    return min(gap, 360 - gap)


def unwritten_vowels(one: str, other: str) -> bool:
    """Whether two names no gazetteer knows differ in vowels only, as romanizations of one name do."""
    words_ = [*one.split(), *other.split()]
    bare = [name.translate(dict.fromkeys(map(ord, "aeiou"))) for name in (one, other)]
    return bare[0] == bare[1] and not any(known(word) for word in words_)
