"""What is known about names before reading: countries, places, given names, family names, words inside names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reconcile.language.memo import remembered
from reconcile.lexicon import words
from reconcile.values.romanization import folded


class Country(NamedTuple):
    """A country: its code, its usual name, and the capital that stands for its government."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def _countries() -> tuple[dict[str, Country], dict[str, Country], dict[str, Country]]:
    names: dict[str, Country] = {}
    demonyms: dict[str, Country] = {}
    capitals: dict[str, Country] = {}
    for line in words("countries"):
        code, *fields = (field.strip() for field in line.split("|"))
        called, people, seats = (tuple(e.strip() for e in f.split(";") if e.strip()) for f in fields)
        country = Country(code, called[0], called, people, seats)
        for index, entries in ((names, called), (demonyms, people), (capitals, seats)):
            for entry in entries:
                index.setdefault(entry.removeprefix("the ").removeprefix("The "), country)
    return names, demonyms, capitals


@remembered
def country_named(name: str) -> Country | None:
    """The country that `name` names ("DPRK", "the Netherlands"); demonyms and capitals do not name one."""
    return _countries()[0].get(name.replace("’", "'").removeprefix("the ").removeprefix("The "))


def country_of_people(demonym: str) -> Country | None:
    """The country whose people or adjective `demonym` is ("Danish", "Danes"); "Congolese" gives the first listed."""
    return _countries()[1].get(demonym)


def country_governed_from(capital: str) -> Country | None:
    """The country whose government `capital` stands for ("Pyongyang", "the Kremlin")."""
    return _countries()[2].get(capital.removeprefix("the ").removeprefix("The "))


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("place_names"):
        called = [name.strip() for name in line.split(" = ")]
        for name in called:
            found.setdefault(name.removeprefix("the ").removeprefix("The "), called[0])
    for capital in _countries()[2]:
        if capital not in ("Kremlin", "White House", "Downing Street", "Whitehall"):
            found.setdefault(capital, "The Hague" if capital == "Hague" else capital)
    return found


@remembered
def place_named(name: str) -> str | None:
    """The usual English name of a known place, whatever name of it `name` is ("Kiev": "Kyiv"); else None."""
    return _places().get(name.removeprefix("the ").removeprefix("The "))


def names_place(name: str) -> bool:
    """Whether `name` is a known place, a country, or the word for what comes from one ("Danish")."""
    return not (country_of_people(name) is None and country_named(name) is None and place_named(name) is None)


@cache
def kind_words() -> dict[str, str]:
    """The kind that a word inside a name gives it: "university": organization, "treaty": treaty."""
    found: dict[str, str] = {}
    for line in words("name_words"):
        kind, _, entries = line.partition(":")
        for entry in entries.split():
            if not entry.endswith("_"):
                found.setdefault(entry, "organization" if kind == "firm" else kind)
    return found


@cache
def firm_words() -> frozenset[str]:
    """Words that end the name of a firm or a club: "of" behind them says where it is from."""
    lines = (line.partition(":") for line in words("name_words"))
    return frozenset(word for kind, _, entries in lines if kind == "firm" for word in entries.split())


@cache
def no_given_names() -> frozenset[str]:
    """Words that open the names of things and are nobody's given name."""
    return frozenset(word for line in words("no_given_names") for word in line.split())


@cache
def honorifics() -> frozenset[str]:
    """Words said before a person's name that are no part of it, in lower case, without the stop."""
    return frozenset(words("honorifics"))


@cache
def acronyms() -> dict[str, str]:
    """Acronyms that need no introduction, with what they stand for."""
    return dict(_pair(line) for line in words("acronyms"))


@cache
def spelled_out() -> frozenset[str]:
    """The bodies that the acronyms stand for."""
    return frozenset(acronyms().values())


def _pair(line: str) -> tuple[str, str]:
    short, _, full = line.partition(" = ")
    return short, full


@remembered
def name_set(use: str) -> frozenset[str]:
    """The words of `name_sets.txt` for one use."""
    return _name_sets()[use]


@cache
def _name_sets() -> dict[str, frozenset[str]]:
    lines = (line.partition(":") for line in words("name_sets"))
    return {use: frozenset(entries.split()) for use, _, entries in lines}


class GivenName(NamedTuple):
    """Given names that are one name: forms and nicknames. Two of `apart` are two names after all (John, Sean)."""

    forms: tuple[str, ...]
    short: tuple[str, ...]
    apart: frozenset[str]
    romanized: bool


@cache
def given_lines() -> tuple[GivenName, ...]:
    """Given names that are one name, as listed."""
    found = []
    for line in words("given_names"):
        forms, _, short = line.removeprefix("~ ").partition("|")
        own = frozenset(name[:-1] for name in forms.split() if name.endswith("!"))
        plain = tuple(forms.replace("!", "").split())
        found.append(GivenName(plain, tuple(short.split()), own, line.startswith("~")))
    return tuple(found)


@cache
def given_names() -> frozenset[str]:
    """Every known given name and nickname, in lower case, with the marks on its letters and without."""
    found = {name.lower() for line in given_lines() for name in (*line.forms, *line.short)}
    found.update(
        name.lower() for line in words("given_names_more") for name in line.removeprefix("~ ").split()
    )
    found.update([folded(name) for name in found if not name.isascii()])
    return frozenset(found)


@cache
def romanized_given_names() -> frozenset[str]:
    """Given names, in lower case, that are written in another script at home."""
    found = {name.lower() for line in given_lines() if line.romanized for name in line.forms}
    lines = (line for line in words("given_names_more") if line.startswith("~ "))
    found.update(name.lower() for line in lines for name in line[2:].split())
    return frozenset(found)


@cache
def surnames_first() -> dict[str, frozenset[str]]:
    """Family names, in lower case, of the cultures that put them first, by culture."""
    lines = (line.partition(":") for line in words("surnames_first"))
    return {culture: frozenset(names.lower().split()) for culture, _, names in lines}
