"""The parts that every form of an age is made of: the figure, the name of its owner, the mention itself."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reconcile.language.figures.figure import read_figure
from reconcile.lexicon import words
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


class AgeMention(NamedTuple):
    """An age: `text[start:end]` holds age and owner. `name` is the owner's name as written, `noun` what the owner is.

    `name_start` and `name_end` are where the name stands, equal when there is none. `then` says that the age is
    that of an earlier time ("at age 12", "was 33 when").
    """

    start: int
    end: int
    amount: Amount
    name: str = ""
    noun: str = ""
    name_start: int = 0
    name_end: int = 0
    then: bool = False
    plural: bool = False
    by: str = ""  # the pronoun or description that stands for the owner: "he", "the dentist"


_TOKEN = r"(?:[A-ZÀ-Þ](?:\.|[\wÀ-ÿ'’-]*)|[\"“‘'][A-ZÀ-Þ][\w. -]{1,20}[\"”’'])"
_PARTICLE = r"(?:de|la|las|los|van|von|al|el|bin|ibn|der|den|del|di|da|dos|du|le|ten|ter|y)"
NAME = rf"{_TOKEN}(?:\s(?:{_PARTICLE}\s){{0,2}}{_TOKEN}){{0,5}}(?:,?\s(?:Jr|Sr)\.?|\s(?:II|III|IV)\b)?"
NAME_BEFORE = regex(rf"(?P<name>{NAME}),?\s?(?:\(|,\s|[–—-]\s|\sis\s|\swas\s)?\Z")


ONLY = (
    r"(?:still|now|only|just|barely|aged?)\s(?:only\s|just\s)?"  # what may stand between a comma and an age
)


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("name_titles"))


@cache
def never_names() -> frozenset[str]:
    """Capitalized words that are nobody's name: months, weekdays, pronouns."""
    return frozenset(words("not_names"))


def years_said(written: str) -> Decimal | None:
    """The age that a figure or number words say; None for what nobody can be."""
    figure = read_figure(written, 0)
    return figure.value if figure is not None and figure.vague is None and 0 < figure.value < 125 else None


def in_years(value: Decimal) -> Amount:
    """So many years."""
    return Amount.of(value, "year")


def trimmed(name: str) -> tuple[int, str]:
    """How many characters of titles and stray openers a name pattern's match begins with, and the name without."""
    cut = 0
    while True:
        first, _, rest = name[cut:].partition(" ")
        if rest and (first.rstrip(".").lower() in _titles() or first.lower() in never_names()):
            cut += len(first) + 1
            continue
        return cut, name[cut:].rstrip(",")


def named(match: re.Match[str] | None) -> tuple[str, int, int] | None:
    """The name that a pattern has found, without titles, with where it stands; None for what is no name."""
    if match is None:
        return None
    cut, name = trimmed(match.group("name"))
    if not name or name.lower() in never_names() or name.rstrip(".").lower() in _titles():
        return None
    start = match.start("name") + cut
    return name, start, start + len(name)


def aged(
    start: int,
    end: int,
    amount: Amount,
    owner: tuple[str, int, int] | None,
    noun: str,
    *,
    then: bool = False,
    plural: bool = False,
) -> AgeMention:
    """The mention of an age that stands at `text[start:end]`."""
    name, first, last = owner or ("", start, start)
    return AgeMention(start, end, amount, name, noun, first, last, then, plural)
