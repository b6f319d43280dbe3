"""Whom a description means: "the prefect", "the Argentine", "the 31-year-old" are the person of whom the text says so."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reconcile.language.names.gazetteer import country_of_people
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.values.regex import regex
from reconcile.values.roles import is_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reconcile.language.names.mentions import Mention

_DEFINITE = regex(r"[Tt]he (?P<role>[\w'’ -]{3,50})\Z")
_GONE = regex(r"(?:former|ex|then|late|outgoing|incoming|new|old|young)[ -]+")
_AGED = regex(r"(?P<years>\d{1,3})-year-old\b")
_OTHER_WORDS = {  # other names of one office
    "president": ("head of state",),
    "head of state": ("president",),
    "prime minister": ("premier", "head of government"),
    "premier": ("prime minister", "head of government"),
    "head of government": ("prime minister", "premier"),
}
_BODIES = ("coast guard", "national guard", "border guard", "home guard", "management", "police")
_NEAR = 60  # characters beside a name in which the text says what the person is
_MOST = 80  # namings of people that are looked at
_BEHIND = (  # what may stand between a name and what the person is: ", 47, the town's "
    r"(?:,? \(?\d{1,3}\)?)?, (?:\d{1,3}, )?(?:(?:the|a|an|its|their|his|her|our) )?"
    r"(?:(?!(?:of|for|at|in|on|by|with|who|whose|from|to|and) )[\w'’-]+ ){0,3}?"
)


def described(text: str, people: Sequence[Mention], phrase: str, until: int) -> str:
    """The full name of the one person named before `until` whom a definite phrase fits, empty when none or several do."""
    found = _DEFINITE.match(phrase.strip())
    if not found:
        return ""
    role = _GONE.sub("", found.group("role").strip())
    fits = _test(text, role)
    if fits is None:
        return ""
    named = dict.fromkeys(m.full for m in people[:_MOST] if m.start < until and fits(m))
    return next(iter(named)) if len(named) == 1 else ""


def _test(text: str, role: str) -> Callable[[Mention], bool] | None:
    """What a naming of the person must show; None when the phrase says nothing that could be shown."""
    aged = _AGED.match(role)
    if aged:
        years = re.compile(rf",? \(?{aged.group('years')}[,.) ]")
        ahead = f"{aged.group('years')}-year-old "
        return lambda m: bool(years.match(text, m.end)) or _ahead(text, m).endswith(ahead)
    country = country_of_people(role) if role[:1].isupper() and " " not in role else None
    if country is not None:
        home = (*country.names, *country.demonyms)
        owned = tuple(f"{name}{mark} " for name in home for mark in ("'s", "’s", ""))
        origin = tuple(
            f"{link}{name}" for name in country.names for link in (" of ", " from ", " (", ", of ")
        )
        before = regex(rf"(?:{'|'.join(map(re.escape, country.demonyms))})(?: [a-z-]+){{0,3}} \Z")
        return lambda m: (
            text.startswith(origin, m.end)
            or (ahead := _ahead(text, m)).endswith(owned)
            or (bool(before.search(ahead)) or m.title.startswith(country.demonyms))
        )
    head = role.split(" ")[-1].lower()
    if role.lower().endswith(_BODIES) or not (head in person_nouns() or head in _more()):
        return None
    return _office(text, role.lower())


def _office(text: str, role: str) -> Callable[[Mention], bool]:
    """Whether a naming gives the office: before the name, with or without a comma, or in apposition behind it."""
    called = (role, *_OTHER_WORDS.get(role, ()))
    behind = re.compile(rf"(?i:{_BEHIND}(?P<office>{'|'.join(map(re.escape, called))}))\b")
    titles = tuple(f" {name}" for name in called)
    owners = tuple(f" {link} {name}" for name in called for link in ("of the", "for the", "at the", "of"))

    def fits(m: Mention) -> bool:
        for said in (f" {_ahead(text, m).lower().rstrip(' ,')}", f" {m.title.lower()}"):
            title = next((title for title in titles if said.endswith(title)), "")
            if title and not said.endswith(owners):  # "the head of the coast guard, Bo Holm"
                return not _another(said.removesuffix(title))
        found = behind.match(text, m.end)
        return found is not None and not _another(text[m.end : found.start("office")].lower())

    return fits


def _another(before: str) -> bool:
    """Whether the word before an office makes another of it: "the vice president" is not "the president"."""
    return is_rank(before.rstrip(" -").rpartition(" ")[2])


def _ahead(text: str, mention: Mention) -> str:
    return text[max(0, mention.start - _NEAR) : mention.start]


@cache
def _more() -> frozenset[str]:
    """Nouns for what a person is that no office or trade has."""
    return frozenset(words("described"))
