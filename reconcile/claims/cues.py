"""The words that role, participation and state claims hang on, all found in one pass over an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from reconcile.claims.reading import Reading
from reconcile.language.lookup import Found, PhraseLists
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.kinship import kin
from reconcile.values.places import bearings
from reconcile.values.roles import head_words


def cues(reading: Reading, name: str) -> Found:
    """Where the phrases of one list stand outside page furniture: titles, relations, events, takeovers, states, opposites."""
    found, skipped = _all(reading.text)[name], reading.document.skipped
    return [cue for cue in found if not skipped(cue[0])] if reading.document.skip else found


def lower(text: str) -> str:
    """The text in lower case, letter for letter."""
    return vocabulary(text).lower


@lru_cache(maxsize=2)
def _all(text: str) -> dict[str, Found]:
    return _lists().find(vocabulary(text))


@cache
def _lists() -> PhraseLists:
    return PhraseLists(
        {
            "titles": dict.fromkeys(head_words(), True),
            "relations": {word: found for word, found in kin().items() if word != "unrelated"},
            "couples": _couples(),
            "parties": _parties(),
            "events": _events(),
            "deed phrases": deed_phrases(),
            "sides": _sides(),
            "presence": _presence(),
            "takeovers": _takeovers(),
            "states": _states(),
            "harms": _ways("harms"),
            "fates": _ways("fates"),
            "opposites": _opposites(),
            "conditions": conditions(),
            "situations": situations(),
            "settlements": {f"{noun} of": True for noun in _listed("settlements")},
            "ways": {f"{way} of": way.replace("-", "").replace(" ", "") for way in bearings()},
            "agents": dict.fromkeys(_listed("agents"), True),
            "districts": dict.fromkeys(_listed("districts"), True),
            "ordinals": {word: place + 1 for place, word in enumerate(_listed("ranking"))},
            "sexes": dict.fromkeys(_listed("sexes"), True),
            "records": _records(),
            "ownership": _ownership(),
            "sited": _sited(),
            "hospitals": dict.fromkeys(_listed("hospitals"), True),
        }
    )


def _sides() -> dict[str, tuple[str, str]]:
    """From each phrase for whom one is to the side and the way in which it is told."""
    found: dict[str, tuple[str, str]] = {}
    for line in words("sides"):
        head, _, phrases = line.partition(":")
        side, _, where = head.partition(" ")
        if where:
            found.update(dict.fromkeys((phrase.strip() for phrase in phrases.split(",")), (side, where)))
    return found


@cache
def side_parts() -> dict[str, tuple[str, ...]]:
    """The parts of "told his supporters to vote for", by name: asks, followers, votes."""
    lines = (line.partition(":") for line in words("sides"))
    return {
        head: tuple(phrase.strip() for phrase in phrases.split(","))
        for head, _, phrases in lines
        if " " not in head
    }


def _listed(name: str) -> list[str]:
    return [phrase.strip() for line in words(name) for phrase in line.split(",")]


@cache
def situations() -> dict[str, str]:
    """From each preposition of place ("in front of") to how it places: in, at, near, outside, from."""
    found: dict[str, str] = {}
    for line in words("situations"):
        name, _, phrases = line.partition(":")
        found.update(dict.fromkeys((phrase.strip() for phrase in phrases.split(",")), name))
    return found


def _events() -> dict[str, tuple[str, str, bool]]:
    """Phrases of events, each with its class, the slot it fills and whether one event has one such participant."""
    found: dict[str, tuple[str, str, bool]] = {}
    for line in words("participation"):
        head, _, phrases = line.partition(":")
        parts = head.split()
        sole = parts[-1] == "1"
        slot = parts[-2] if sole else parts[-1]
        name = " ".join(parts[: parts.index(slot)])
        found.update((phrase.strip(), (name, slot, sole)) for phrase in phrases.split(","))
    return found


@cache
def deed_phrases() -> dict[str, tuple[str, str]]:
    """Phrases that tell a deed, each with the deed and where the phrase stands: "noun", "before" or "after"."""
    found: dict[str, tuple[str, str]] = {}
    for line in words("deed_phrases"):
        head, _, phrases = line.partition(":")
        name, _, where = head.rpartition(" ")
        found.update((phrase.strip(), (name, where)) for phrase in phrases.split(","))
    return found


def _presence() -> dict[str, str]:
    """Phrases that say that somebody was "there", or "away", and those ("with") that stand before who was there."""
    found: dict[str, str] = {}
    for line in words("presence"):
        where, _, listed = line.partition(":")
        found.update((phrase.strip(), where) for phrase in listed.split(","))
    return found


def _records() -> dict[str, str]:
    """Superlatives, each with the one that stands for its line."""
    found: dict[str, str] = {}
    for line in words("superlatives"):
        listed = [word.strip() for word in line.split(",")]
        found.update(dict.fromkeys(listed, listed[0]))
    return found


def _ownership() -> dict[str, tuple[str, bool]]:
    """Words for whose a thing is, each with its kind and whether it stands after whose it is."""
    found: dict[str, tuple[str, bool]] = {}
    for line in words("ownership"):
        head, _, phrases = line.partition(":")
        kind, _, side = head.partition(" ")
        found.update((phrase.strip(), (kind, side == "before")) for phrase in phrases.split(","))
    return found


def _couples() -> dict[str, tuple[str, str]]:
    """Phrases for two people, each with what the second is to the first, and the first to the second."""
    found: dict[str, tuple[str, str]] = {}
    for line in words("couples"):
        head, _, phrases = line.partition(":")
        second, _, first = head.partition(" / ")
        found.update((phrase.strip(), (second, first)) for phrase in phrases.split(","))
    return found


def _parties() -> dict[str, str]:
    """Names of political parties and their members, each with the party's usual name."""
    lines = (line.partition(":") for line in words("political_parties"))
    return {phrase.strip(): party for party, _, listed in lines for phrase in listed.split(",")}


def _sited() -> dict[str, str]:
    """Nouns of what a story has one of, each with the one that stands for its line."""
    lines = (line.split(",") for line in words("sited"))
    return {noun.strip(): line[0].strip() for line in lines for noun in line}


def _takeovers() -> dict[str, bool]:
    """Words of takeovers; true for those that stand before the company that takes."""
    found: dict[str, bool] = {}
    for line in words("takeovers"):
        kind, _, listed = line.partition(":")
        found.update((phrase.strip(), kind == "taken") for phrase in listed.split(","))
    return found


def _states() -> dict[str, tuple[str, str]]:
    """Phrases of states, each with its aspect and its value."""
    found: dict[str, tuple[str, str]] = {}
    families: dict[str, list[str]] = {}
    for line in words("states"):
        if line.startswith("$"):
            name, _, listed = line.partition("=")
            families[name.strip()] = [word.strip() for word in listed.split(",")]
            continue
        head, _, phrases = line.partition(":")
        aspect, _, value = head.partition(" ")
        for phrase in phrases.split(","):
            found.update((said, (aspect, value)) for said in _spelled_out(phrase.strip(), families))
    return found


def _ways(name: str) -> dict[str, str]:
    """Phrases of harm, or of fates, each with the way it names."""
    found: dict[str, str] = {}
    families: dict[str, list[str]] = {}
    for line in words(name):
        head, _, listed = line.partition("=" if line.startswith("$") else ":")
        phrases = [phrase.strip() for phrase in listed.split(",")]
        if line.startswith("$"):
            families[head.strip()] = phrases
            continue
        for phrase in phrases:
            found.update((said, head) for said in _spelled_out(phrase, families))
    return found


def _spelled_out(phrase: str, families: dict[str, list[str]]) -> list[str]:
    """The phrase with each word of a family in the family's place."""
    if "$" not in phrase:
        return [phrase]
    choices = [families[word] if word.startswith("$") else [word] for word in phrase.split(" ")]
    return [" ".join(said) for said in product(*choices)]


def _opposites() -> dict[str, tuple[str, str, frozenset[str]]]:
    """Words that exclude others, each with its family, its side, and the only nouns of which they do, if any."""
    return {
        said: (family, side, nouns)
        for family, nouns, sides in _families("opposites")
        for side, spelled in sides
        for said in spelled
    }


@cache
def conditions() -> dict[str, list[tuple[str, str, frozenset[str]]]]:
    """Words for how a thing stands, each with the families it is in: the family, its side, the nouns of which it is said."""
    found: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for family, nouns, sides in _families("conditions"):
        for side, spelled in sides:
            for said in spelled:
                found.setdefault(said, []).append((family, side, nouns))
    # The longest phrase is found: "rejected the" tells what "rejected" does too.
    for said, told in found.items():
        shorter, _, last = said.rpartition(" ")
        if last in _ARTICLES and shorter in found:
            own = {family for family, _, _ in told}
            told.extend(other for other in found[shorter] if other[0] not in own)
    return found


_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})


def _families(name: str) -> Iterator[tuple[str, frozenset[str], list[tuple[str, list[str]]]]]:
    """The families of a list: the name, the nouns, and the sides, each with its first word and all of them."""
    families: dict[str, list[str]] = {}
    for line in words(name):
        if line.startswith("$"):
            variable, _, listed = line.partition("=")
            families[variable.strip()] = [word.strip() for word in listed.split(",")]
            continue
        head, _, listed = line.partition(":")
        mode, _, only = head.partition(" ")
        nouns = frozenset(noun for word in only.split() for noun in _spelled_out(word, families))
        spelled = [
            [said for word in side.split(",") for said in _spelled_out(word.strip(), families)]
            for side in listed.split("|")
        ]
        yield f"{mode} {'/'.join(said[0] for said in spelled)}", nouns, [(said[0], said) for said in spelled]
