"""What a year behind "of" dates: "the tiara of 1867", "the siege of 1999"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reconcile.claims.thing import kinds
from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.times import TimeMention
from reconcile.language.times.attachment import governing
from reconcile.lexicon import words as lexicon
from reconcile.values.regex import regex

_OF_YEAR = regex(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?P<what>(?:[\w’'-]+ ){0,3}(?P<noun>[a-z]+)) of \Z"
    r"|(?P<called>(?:[A-Z][\w’'-]+ ){0,3}(?P<name>[A-Z][a-z]+) of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) of \Z"
)


def made_of(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The facet of a year at `end` behind the name of what was made, and where that stands; empty when it is another."""
    of = _OF_YEAR.search(text, max(start, end - 60), end)
    origin = _origin((of.group("noun") or of.group("name")).lower()) if of else ""
    return (
        (origin, of.span("what") if of.group("what") else of.span("called"))
        if of and origin
        else ("", (0, 0))
    )


def headed(words: Words, triggers: Sequence[Trigger], mention: TimeMention) -> Trigger | None:
    """What a year behind "of" dates: the noun before it ("the siege of 1999"), or what the whole phrase hangs on
    where that noun is a part of the year ("the end of 1999").
    """
    at = words.ending_after(mention.start) - 2
    noun = next((trigger for trigger in triggers if trigger.noun and trigger.at == at), None)
    part = at >= 0 and words[at].lower in small("part")
    return governing(words, triggers, mention.start, mention.end) if part else noun


def _origin(noun: str) -> str:
    """What a year behind "of" dates: "the tiara of 1867" was made, "the pact of 1961" signed; empty for the rest."""
    kind = kinds().get(noun)
    widest = kind.root if kind else ""
    if widest == "agreement":
        return "signed"
    return "made" if widest in _MADE or noun in _built() else ""


_MADE = frozenset(
    {"vehicle", "vessel", "aircraft", "valuables", "dwelling", "place of worship", "work of art"}
)


@cache
def _built() -> frozenset[str]:
    return frozenset(noun for line in lexicon("built_things") for noun in line.split())
