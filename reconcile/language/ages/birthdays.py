"""Ages told by a birthday: "turned 41", "will be 97 in May", "whose 39th birthday it was"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.language.ages.parts import NAME, NAME_BEFORE, AgeMention, aged, in_years, named, years_said
from reconcile.language.figures.ordinals import in_words, whole
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_WORDS = (
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "eighteen",
    "nineteen",
    "sixteen",
    "seventeen",
)
_ORDINALS = tuple(word for number in range(2, 20) if (word := in_words(number)))
_TURNED = regex(
    rf"(?:\d\d{{0,2}}(?P<th>st|nd|rd|th)?|(?:{'|'.join(_WORDS)})(?:-[a-z]{{3,7}})?|(?P<nth>{'|'.join(_ORDINALS)})(?= birthday\b))\b"
    r"(?=[.,;)]|\s(?:when|years|last|on|at|in|and|next|this|that|birthday)\b)"
)
_TURNS = regex(
    r"\b(?P<lead>turn(?:ed|s|ing)?|(?:celebrat\w+|mark(?:s|ed|ing)|had|spent)\s(?:his|her)|(?:he|she|who|whose)\s(?:is|was|will\sbe)|whose|just|only|is\snow|now)\s\Z"
)
_TURNING = regex(
    rf"(?P<name>{NAME}),?\s(?:who(?:se)?\s)?(?:has\s|had\s|just\s|will\s|recently\s|would\shave\s){{0,2}}\Z"
)


_ASIDE = regex(
    rf"(?P<name>{NAME}),\s(?:an?|the|his|her|their)\s[\w\s’'-]{{2,50}}?,?\swho\s(?:has\s|had\s|just\s|recently\s){{0,2}}\Z"
)  # "Ada Lind, a mother of three who turned 46"
_HE = regex(r"\b(?P<he>[Hh]e|[Ss]he)\s(?:has\s|had\s|only\s|just\s)?\Z")


def birthdays(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Yields the ages that somebody turns, with where the words for them begin and end."""
    known = vocabulary(text)
    for at, _ in sorted([*known.figures, *known.places(_SAID)]):
        hit = _TURNED.match(text, at) if text[at - 1 : at].isspace() else None
        if hit is None:
            continue
        lead = _TURNS.search(text, max(0, at - 24), at)
        value = _years(hit) if lead else None
        if lead is None or value is None or value < _GROWN:
            continue
        word, birthday = lead.group("lead"), text.startswith(" birthday", hit.end())
        if hit.group()[0].isalpha() and not word.startswith("turn") and not birthday:
            continue  # "she was sixteen" is told of another time as often as of now
        if (hit.group("th") and not birthday) or (
            word in ("just", "only", "now") and not text.startswith(" years", hit.end())
        ):
            continue
        coming = _COMING.search(text, max(0, lead.start() - 12), lead.end())
        if coming is not None and _DAY.match(text, hit.end()):
            value -= 1  # "would have turned 49 in June": 48 before
        then = text.startswith(" when", hit.end()) or ("will be" in word and not _DAY.match(text, hit.end()))
        if word == "turning" and text.endswith("before ", 0, lead.start()):
            value -= 1  # "three days before turning 80"
        window = max(0, lead.start() - 70)
        aside = coming is not None and text.startswith(", ", coming.start() - 2)
        owner = None if aside else named(_TURNING.search(text, window, lead.start()))
        if word.startswith("who") and owner is None:
            owner = named(NAME_BEFORE.search(text, window, lead.start()))
        owner = owner or named(_ASIDE.search(text, max(0, lead.start() - 110), lead.start()))
        he = None if owner or aside else _HE.search(text, max(0, lead.start() - 12), lead.start())
        start = owner[1] if owner else he.start() if he else lead.start()
        end = hit.end() + (len(" birthday") if birthday else 0)
        mention = aged(start, end, in_years(value), owner, "", then=then)
        yield mention._replace(by=he.group("he").lower() if he else ""), lead.start(), end


def _years(turned: re.Match[str]) -> Decimal | None:
    """How many years the words for a birthday say: "41", "41st", "forty-one", "seventh"."""
    nth = whole(turned.group()) if turned.group("nth") else None
    return Decimal(nth) if nth is not None else years_said(_bare(turned.group()))


_SAID = frozenset((*_WORDS, *_ORDINALS))


def _bare(said: str) -> str:
    """A figure without the ending that makes an ordinal of it; a word as it stands."""
    return said.rstrip("stndrh") if said[0].isdigit() else said


# "died in his eighty-sixth year": 85 years old; not "in his fifth year as mayor".
_NTH_YEAR = regex(
    r"\b[Ii]n\s(?P<whose>his|her)\s(?P<nth>[1-9]\d(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\syear\b(?!\s(?:as|of|in|at|on|with|there)\b)"
)
_YEARS = frozenset(("year",))
_OLD_ENOUGH = 30


def years_begun(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Yields the ages told by the year of life that has begun."""
    for at, _ in vocabulary(text).places(_YEARS):
        ordinal = text.endswith(("th ", "st ", "nd ", "rd "), 0, at)
        match = _NTH_YEAR.search(text, max(0, at - 28), at + len("year") + 6) if ordinal else None
        nth = whole(match.group("nth")) if match is not None else None
        if match is None or nth is None or nth < _OLD_ENOUGH:
            continue
        by = "he" if match.group("whose") == "his" else "she"
        mention = aged(match.start(), match.end(), in_years(Decimal(nth - 1)), None, "")
        yield mention._replace(by=by), match.start(), match.end()


_GROWN = 2
_COMING = regex(r"\b(?:(?:will|would\shave)\sturn(?:ed)?|turns|will\sbe)\s\Z")
_DAY = regex(
    r"\s(?:(?:on|in)\s(?:the\s)?(?:[A-Z\d][a-z\d]+|[a-z]+\sof\s[A-Z])|next\s(?:month|week|year|[A-Z])|later\sthis|this\s)"
)
