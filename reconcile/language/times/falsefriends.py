"""Words of time that name something else: programmes, papers, teams, battles, people."""

from __future__ import annotations

from functools import cache

from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.lexicon import words
from reconcile.values.places import street_kind


@cache
def phrases() -> dict[str, list[tuple[str, int]]]:
    """Fixed phrases by their word of time: the phrase, and where in it that word begins."""
    found: dict[str, list[tuple[str, int]]] = {}
    for line in words("false-times"):
        before, _, rest = line.partition("*")
        word = rest.split()[0].rstrip('"')
        found.setdefault(word, []).append((before + rest, len(before)))
    return found


def false_friend(context: Context, frame: Frame) -> bool:
    """Whether the frame is part of a fixed phrase or a name that is no time."""
    tokens = context.tokens
    table = phrases()
    for index in range(frame.first, frame.last):
        for phrase, offset in table.get(tokens.word(index), ()):
            start = tokens.starts[index] - offset
            if (
                start >= 0
                and tokens.text.startswith(phrase, start)
                and not tokens.text[start + len(phrase) : start + len(phrase) + 1].isalnum()
            ):
                return True
    first = frame.first
    if (
        first
        and tokens.glued(first - 1)
        and tokens.word(first)[:1].isdigit()
        and tokens.word(first - 1).isalpha()
    ):
        return frame.rule in ("duration", "point", "range", "hours", "past")  # "gr8 day"
    last = tokens.word(frame.last - 1)
    if last.isalpha() and last[:1].isupper() and street_kind(f"{last} {tokens.word(frame.last)}"):
        return tokens.word(frame.last)[:1].isupper()  # "Noon Road", "Spring Street"
    if frame.rule in _NAMING and _names_event(context, frame.last):
        return True
    if frame.words & {"month", "maymonth"} and _names_fighters(context, frame):
        return True
    if frame.rule == "month" and frame.first + 1 == frame.last and frame.words & {"maymonth", "month"}:
        before = tokens.word(frame.first - 1)
        return before in ("Theresa", "Mrs", "Ms", "Mr", "Minister", "Miss") or (
            before == "." and tokens.word(frame.first - 2) in ("Mr", "Mrs", "Ms", "Dr")
        )
    return False


_NAMING = frozenset(("duration", "span", "season", "month", "feastday"))


@cache
def event_nouns() -> frozenset[str]:
    """Capitalized nouns that make a name of the time before them: "the Six-Day War", "the Spring Offensive"."""
    return frozenset(words("event-nouns"))


def _names_event(context: Context, index: int) -> bool:
    tokens = context.tokens
    while context.name(index) in ("apos", "esspos"):
        index += 1
    return tokens.word(index) in event_nouns()


# Nouns for fighters and factions that go by the day of an uprising: the February 17 Brigade, the July 26 Movement.
_DAY_NAMED = frozenset(
    {"brigade", "brigades", "battalion", "battalions", "movement", "martyrs", "militia", "alliance", "front"}
)


def _names_fighters(context: Context, frame: Frame) -> bool:
    """Whether a day is the name of a brigade or a movement: "the May 12 Martyrs' Brigade", "Martyrs of May 12 brigade"."""
    tokens, index = context.tokens, frame.last
    if tokens.word(frame.first).lower() != "the" and tokens.word(frame.first - 1).lower() not in (
        "the",
        "of",
    ):
        return False
    while tokens.word(index).lower() in ("youth", "people", "th"):
        index += 1
    return tokens.word(index).lower() in _DAY_NAMED
