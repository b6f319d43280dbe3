"""Whose an age is that stands behind a place or a street name: "Ada Lind, of Tarn, 23", "Bo Ek, aka “Moss,” 31"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.language.ages.parts import NAME, AgeMention, aged, in_years, named, years_said
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex

_NAME_OF = regex(rf"(?P<name>{NAME}),? (?:of|from) (?:the )?\Z")
_NOUN_OF = regex(
    r"\b(?P<the>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w&'’-]+ ){0,3}?(?P<noun>[a-z]+),? (?:from|of) (?:the )?\Z"
)
_AKA = r"(?:aka|a\.k\.a\.|alias|also known as|better known as|nicknamed)"
_ALIASED = regex(rf"(?P<name>{NAME})(?: \(|,? ){_AKA} [\"“‘']?\Z", holds="aka|a.k.a.|alias|known|nick")
_QUOTED_AGE = regex(
    rf"{_AKA} [\"“‘'][^\"“”\n]{{2,30}}?,?[\"”’'](?: (?:and|or) [\"“‘'][^\"“”\n]{{2,30}}?,?[\"”’'])?,? (?P<age>\d{{1,3}})(?=[,;.)]| of\b)"
)
_BEFORE_AKA = regex(rf"(?P<name>{NAME})(?: \(|,? )\Z")
_AKAS = frozenset({"aka", "alias"})
# "The body of Ada Lind, 23" is hers, and so is her death.
_REMAINS = frozenset(
    {"body", "corpse", "remains", "death", "murder", "killing", "slaying", "fatality", "arrest"}
)
_REACH = 70  # characters before a place in which its person is named or described


def hailing(text: str, owner: tuple[str, int, int], end: int, amount: Amount) -> AgeMention:
    """The mention of an age behind `owner`: that of whoever is "of" or "from" there, where `owner` is such a
    place, and that of whoever is "aka" `owner`."""
    start = owner[1]
    known = named(_ALIASED.search(text, max(0, start - _REACH), start))
    if known is not None:
        return aged(known[1], end, amount, known, "")
    if not text.endswith((" of ", " from ", " of the ", " from the "), 0, start):
        return aged(start, end, amount, owner, "")
    first = max(0, start - _REACH)
    who = _NAME_OF.search(text, first, start)
    named_ = named(who)
    if named_ is not None and (" " in named_[0] or text.startswith(",", named_[2])):
        return aged(named_[1], end, amount, named_, "")
    what = _NOUN_OF.search(text, first, start)
    if what is not None and what.group("noun") in person_nouns() and what.group("noun") not in _REMAINS:
        noun = what.group("noun")
        mention = aged(what.start(), end, amount, None, noun)
        return mention._replace(by=f"the {noun}") if what.group("the").lower() == "the" else mention
    return aged(start, end, amount, owner, "")


def aliased(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """The ages behind a street name in quotation marks, as those of whoever bears it: "Bo Ek, aka “Moss,” 31"."""
    for at, _ in vocabulary(text).places(_AKAS):
        found = _QUOTED_AGE.match(text, at)
        owner = named(_BEFORE_AKA.search(text, max(0, at - _REACH), at)) if found is not None else None
        years = years_said(found.group("age")) if found is not None else None
        if found is not None and owner is not None and years is not None:
            yield aged(owner[1], found.end(), in_years(years), owner, ""), found.start("age"), found.end()
