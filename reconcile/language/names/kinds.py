"""What a name names, from its words and from the words around it."""

from __future__ import annotations

from functools import cache

from reconcile.language.names.casing import common_words, owner
from reconcile.language.names.gazetteer import (
    acronyms,
    country_named,
    country_of_people,
    given_names,
    honorifics,
    kind_words,
    name_set,
    names_place,
    no_given_names,
    place_named,
    surnames_first,
)
from reconcile.language.names.lore import person_name
from reconcile.language.names.titled import Chunk, person_nouns
from reconcile.values.places import street_kind
from reconcile.values.regex import regex
from reconcile.values.roles import offices

_AGED = regex(r",? \(?(?:aged )?\d{1,3}[,);]|, \d{1,3}\b(?! [A-Za-z])")
_AFTER_PERSON = regex(
    r"[\"”’)]?,? ?(?:(?:also |later |then |who |has |had )?(?:said|says|told|added|adds|who|whose"
    r"|was (?:born|arrested|shot|charged|killed|pronounced)|died)\b|, ?(?:a|an|aged|age) )",
    holds="said|says|told|add|who|born|arrested|shot|charged|killed|pronounced|died|,a|, a",
)
_AFTER_PLACE = regex(
    r", [A-Z][a-z]+\.?,|, (?:[A-Z]\.){2}| (?:province|district|region|county|city|island|airport|village|town)\b"
)
_IN_STATE = regex(r" ?, ?(?P<state>[A-Z][a-z]{1,4})\.")
_DATELINE = regex(r"(?:, [A-Z][\w.]+,?)? \([A-Z][\w.]+\) ?[-–—]|, [A-Z][\w.]+,? [-–—]{1,2} ?[A-Z]")
_AGE_AHEAD = regex(r"(?<!\ban )(?<!\ba )\b\d{1,3}-year-old \Z")  # "a 20-year-old Orbis Kestrel" may be a car
_ARTICLE_AHEAD = regex(r"\b(?:[Tt]he|THE|[Aa]n?)\s\Z")
_THING_BEHIND = regex(
    r"[ -](?:neighbou?rhood|subdivision|apartments?|complex|housing|development|hotel|motel|bar|restaurant|coffee|shop|"
    r"store|mall|casino|church|school|campus|area|section|rig|well|platform|sedan|truck|suv|SUV|car|pickup|minivan|"
    r"rifle|pistol|handgun|shotgun|app|festival|tournament|game|weekend|newspaper|magazine|brand|tribe)\b"
)
_STREET_AHEAD = regex(
    r"\b(?:on|at|near|along|off|onto|(?:block|corner|intersection|end) of|\d{2,5}) (?:[NSEW]\.? )?\Z"
)
_BESIDE = 40  # characters behind a name that can tell it a person's
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def kind_of(text: str, chunk: Chunk, lower: frozenset[str]) -> str:
    """The kind of what a chunk names: person, organization, country, place, treaty, …, "people", "unknown" or empty.

    "unknown" is a single word that may be somebody's family name; "supposed" is a person's name by its looks alone;
    empty is no name at all.
    """
    name = chunk.name
    count = len(chunk.words)
    if text[max(0, chunk.start - 1) : chunk.start] in _ADDRESSED and _in_address(text, chunk.start):
        return ""
    if country_named(name) is not None:
        is_person = chunk.title and count == 1 and name in ("Chad", "Jordan", "Georgia")
        return "person" if is_person else "country"
    if country_of_people(name) is not None:
        return "people"
    lowered = [word[3] for word in chunk.words]
    lowered[-1] = owner(lowered[-1]).rstrip(".")
    if (
        chunk.title
        and count <= 4
        and (lowered[-1] not in kind_words() or lowered[-1] in name_set("surnames"))
    ):
        return ("other" if count > 1 else "") if _only_callings(lowered) else "person"
    if place_named(name) is not None:
        return "place"
    if (
        2 <= count <= 4
        and not chunk.joined
        and _AGED.match(text, chunk.end)
        and not _thing(text, chunk, lowered[0])
    ):
        return "person"
    if 2 <= count <= 5 and _on_street(text, chunk):
        return "place"
    if count <= 3 and not chunk.joined and _in_state(text, chunk, lowered[0]):
        return "place"
    before = text[max(0, chunk.start - 40) : chunk.start].lower().rsplit(None, 3)[-3:]
    if count <= 4 and before and before[-1].strip("\"“‘'") in name_set("vessel_nouns"):
        return "vessel"
    if count > 1 and _only_office(lowered):
        return ""
    if found := _by_words(text, chunk, lowered):
        return found
    if count == 1:
        return _single(text, chunk, before, lower)
    return _several(text, chunk, lowered, before, lower)


def _by_words(text: str, chunk: Chunk, lowered: list[str]) -> str:
    """The kind that a word in the name gives it; family names that look like such words are let through."""
    kinds = kind_words()
    head = lowered[: chunk.joined] if chunk.joined else lowered
    last = head[-1]
    if len(lowered) == 1:
        return kinds.get(last, "") if last in name_set("standing_alone") else ""
    if kind := kinds.get(last, ""):
        if last not in name_set("surnames") or chunk.joined:
            return kind
        if kind == "place" and (f" in {chunk.name}" in text or head[0] in ("st.", "saint")):
            return kind  # "in Myrtle Beach": nobody is in a person
        if _ARTICLE_AHEAD.search(text, max(0, chunk.start - 8), chunk.start):
            return kind  # "the Clara Post"
        named = head[0] in given_names() or "." in chunk.words[0][2] or _aged_ahead(text, chunk)
        return "" if named else kind
    if (opener := _openers().get(head[0])) and not (opener == "place" and head[0] in given_names()):
        return opener
    if _eastern(chunk, head[0]):
        return ""
    for word in reversed(head[:-1]):
        found = kinds.get(word)
        if (
            found in ("organization", "treaty", "place")
            and word not in name_set("surnames")
            and len(word) > 2
        ):
            return found
    return "other" if chunk.joined else ""


def _eastern(chunk: Chunk, first: str) -> bool:
    """Whether the chunk is a name with the family name first."""
    return first in _family_names() and not chunk.joined and bool(person_name(chunk.name).culture)


@cache
def _family_names() -> frozenset[str]:
    return frozenset().union(*surnames_first().values())


@cache
def _openers() -> dict[str, str]:
    uses = ("place", "event", "vessel", "organization", "other")
    return {word: kind for kind in uses for word in name_set(f"{kind}_openers")}


def _single(text: str, chunk: Chunk, before: list[str], lower: frozenset[str]) -> str:
    word = chunk.name
    bare = word.replace(".", "")
    if word in acronyms():
        return "organization"
    if word.isupper() and (
        bare.lower() in name_set("no_bodies") or (bare in _ERAS and before[-1:] and before[-1].isdigit())
    ):
        return ""
    if word.isupper() and (
        (word.lower() in name_set("state_codes") and text.endswith(", ", 0, chunk.start))
        or (chunk.opens and len(bare) > 2 and _DATELINE.match(text, chunk.end))
    ):
        return "place"
    if 2 <= len(bare) <= 7 and bare.isupper() and bare.isalnum():
        if bare.lower() in lower:
            return ""
        return "unknown" if chunk.opens and text[chunk.end : chunk.end + 1] == "," else "organization"
    if _after_place(text, chunk, before):
        return "place"
    return "unknown"


def _after_place(text: str, chunk: Chunk, before: list[str]) -> bool:
    """Whether the words around are those around a place: "in Golden, Colo.", "the town of Linden, Ohio"."""
    if not before or not _AFTER_PLACE.match(text, chunk.end):
        return False
    return any(word in name_set("place_prepositions") for word in before[-2:])


def _several(text: str, chunk: Chunk, lowered: list[str], before: list[str], lower: frozenset[str]) -> str:
    words = [word[2] for word in chunk.words]
    if all(map(str.isupper, words)) and not name_set("function").isdisjoint(lowered):
        return "other"  # a headline in capitals
    first = lowered[0]
    given, thing = first in given_names(), _thing(text, chunk, first)
    if not _SUFFIXES.isdisjoint(words):
        return "person" if words[-1] in _SUFFIXES else kind_words().get(lowered[-1], "person")
    placed = not given and before[-1:] in (
        ["from"],
        ["in"],
        ["near"],
        ["outside"],
    )  # "a man from Vell, was killed"
    if not thing and not placed and _AFTER_PERSON.match(text, chunk.end, chunk.end + _BESIDE):
        return "person"
    if _aged_ahead(text, chunk):
        return "person"
    if all(len(word) == 2 and word[1] == "." for word in words):
        return "other"  # "D. C."
    known = country_of_people(words[0]) or country_named(words[0]) or place_named(words[0])
    titled = first.strip(".") in honorifics() and not given
    if (known and not given) or len(words) > 5 or titled:
        return "other"
    if given:
        return "other" if first in lower and _common(lowered[1:], lower) else "person"
    if words[0] in ("N.", "S.", "E.", "W.") and street_kind(f"a {lowered[-1]}"):
        return "place"  # "E. Marginal Way"
    if any(len(word) == 2 and word[1] == "." for word in words[:-1]) or (
        words[0].isupper() and "." in words[0]
    ):
        return "person"
    if _eastern(chunk, first):
        return "person"
    if (before and before[-1] in name_set("place_locatives")) or _after_place(text, chunk, before):
        return "place"
    if words[0].isupper() and len(words[0]) > 2 and _named_after_place(words[1:]):
        return "organization"  # "NBC New York"
    shouted = any(word.isupper() and len(word) > 1 for word in words)
    if shouted or _common(lowered, lower) or not all(word[0].isalpha() for word in words):
        return "other"
    if len(words) > 4 or not name_set("not_in_persons").isdisjoint(_unworded(lowered)):
        return "other"
    if thing or _stayed_at(before):
        return "other"
    return "person" if before and before[-1] in person_nouns() else "supposed"


def _aged_ahead(text: str, chunk: Chunk) -> bool:
    """Whether an age stands right before a name that nothing makes a place's or a trade's: "20-year-old Orrin Battle"."""
    if len(chunk.words) > 3 or not text.endswith("-year-old ", 0, chunk.start) or names_place(chunk.name):
        return False
    if not _AGE_AHEAD.search(text, max(0, chunk.start - _BESIDE), chunk.start):
        return False
    following = text[chunk.end : chunk.end + 24].lstrip().partition(" ")[0].strip(".,;:")
    return following not in person_nouns()


def _only_callings(lowered: list[str]) -> bool:
    """Whether what follows a title is no name: "Deputy Chair", "Chief Scientists", "Private Pleasures"."""
    if lowered[0] in given_names():
        return False
    if lowered[0] in no_given_names() and lowered[0] not in name_set("surnames"):
        return True
    worded = name_set("surnames") | name_set("worded_surnames")
    nouns = person_nouns()
    return all((w in nouns or w.removesuffix("s") in nouns) and w not in worded for w in lowered)


_ADDRESSED = ("/", "#", "@", "=", "_")
_ERAS = ("BC", "BCE", "AD", "CE")


def _in_address(text: str, at: int) -> bool:
    """Whether a part of a link, a tag or an account's name stands at `at`."""
    ahead = text[max(0, at - 80) : at].rsplit(None, 1)[-1].lstrip('(["“')
    return ahead[:1] in "#@" or "://" in ahead or ".co" in ahead


def _only_office(lowered: list[str]) -> bool:
    """Whether all the words are those of a post: "Senior Crown Prosecutor"."""
    if lowered[-1] not in person_nouns() or lowered[0] in given_names():
        return False
    return all(word in _office_words() for word in lowered)


@cache
def _office_words() -> frozenset[str]:
    worded = name_set("surnames") | name_set("worded_surnames")
    said = {word for office in offices() for word in office.split()} | {
        "senior",
        "junior",
        "crown",
        "permanent",
    }
    return frozenset(said - worded)


def _in_state(text: str, chunk: Chunk, first: str) -> bool:
    """Whether a name is a state's in short, or a town's before one: "Ordell, Ark."."""
    if chunk.name.lower() in name_set("states_short"):
        return text.startswith(".", chunk.end) and text.endswith(", ", 0, chunk.start)
    found = _IN_STATE.match(text, chunk.end) if first not in given_names() else None
    return found is not None and found["state"].lower() in name_set("states_short")


def _on_street(text: str, chunk: Chunk) -> bool:
    """Whether a name is a street's by its last word and by what stands before it: "the 300 block of Ada Street"."""
    kind = street_kind(chunk.name)
    found = _STREET_AHEAD.search(text, max(0, chunk.start - 24), chunk.start) if kind else None
    return found is not None and (kind != "ct" or found.group().lower() not in ("at ", "near "))  # of law


def _thing(text: str, chunk: Chunk, first: str) -> bool:
    """Whether a name that might be a person's is a thing's, by the word that opens it or by the words beside it."""
    if first in given_names():
        return False
    if first in no_given_names() or _THING_BEHIND.match(text, chunk.end, chunk.end + _BESIDE):
        return True
    return _ARTICLE_AHEAD.search(text, max(0, chunk.start - 8), chunk.start) is not None


def settled(found: list[tuple[Chunk, str]]) -> list[tuple[Chunk, str]]:
    """Makes persons of the names that look like one, but for those that the text shows elsewhere to be a thing's, and
    for headlines between two persons: "Dahl Thanks Moss"."""
    kinds: dict[str, str] = {}
    for chunk, kind in found:
        if kind != "supposed" and kinds.get(chunk.name) != "person":
            kinds[chunk.name] = kind
    persons = [
        chunk.name for chunk, kind in found if kind in ("person", "supposed") and len(chunk.words) == 2
    ]
    surnames = {name.rsplit(" ", 1)[1] for name in persons if kinds.get(name, "person") == "person"}
    result = []
    for chunk, kind in found:
        if kind == "supposed":
            words = [word[2] for word in chunk.words]
            headline = len(words) > 2 and words[0] in surnames and words[-1] in surnames
            kind = "other" if headline else kinds.get(chunk.name, "person")
        result.append((chunk, kind))
    return result


def _stayed_at(before: list[str]) -> bool:
    """Whether "at" stands before, and not as what is aimed at somebody: "born at", not "shouted at"."""
    return bool(before) and before[-1] == "at" and name_set("aimed").isdisjoint(before)


def _named_after_place(words: list[str]) -> bool:
    """Whether the words are the name of a place that the gazetteer knows."""
    name = " ".join([*words[:-1], owner(words[-1])])
    return place_named(name) is not None or country_named(name) is not None


def _common(lowered: list[str], lower: frozenset[str]) -> bool:
    """Whether a word of the name is an ordinary word in this text, so that the name is hardly a person's."""
    given = given_names()
    return any(word in lower and word not in given and len(word) > 3 for word in _unworded(lowered))


def _unworded(lowered: list[str]) -> list[str]:
    """The words of a name without the last, where that is a family name and an ordinary word: Black, Young."""
    worded = lowered[-1] in name_set("worded_surnames") and lowered[0] not in common_words()
    return lowered[:-1] if worded else lowered
