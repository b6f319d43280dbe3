"""Where the one mine, court or wedding of a story is: "a Ghent court", "the talks in Oslo", "the mine in Manitoba"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.cues import cues
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.values.places import is_whole, known
from reconcile.values.regex import regex

_IN = regex(
    r"(?: (?!with\b)[a-z]+){0,2}? (?P<how>in|of|at) (?:the )?(?:[a-z]+ern )?(?:(?:city|town|village|province|state|region) of )?\Z"
)
_OF_NAMES = frozenset({"court", "prison"})
_BEFORE = regex(r"(?:['’]s)?(?: [a-z][a-z-]+){0,3} \Z")
_PLACES = frozenset({"place", "country", "other"})
_ANOTHER = regex(
    r"\b(?:world|international|supreme|constitutional|high|higher|appeals?|federal|european|another|other|each|every|any|"
    r"no|first|second|third|earlier|later|last|next|previous|future|annual|new|old|former) (?:[a-z]+ )?\Z"
)  # "the world court", "another court": not the one that the story is about
_NEAR = 40


def sited(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yields start and end of the words, the noun that stands for the thing, and the town or land it is in."""
    text, document = reading.text, reading.document
    for start, end, noun in cues(reading, "sited"):
        if not text[start].islower() or _ANOTHER.search(text, max(0, start - 24), start):
            continue
        after = next(iter(document.mentions_between(end, end + _NEAR)), None)
        if after is not None and _is_place(text, after, governed=True):
            gap = _IN.match(text[end : after.start])
            if gap is not None and (gap.group("how") != "of" or noun in _OF_NAMES):
                yield start, after.end, noun, text[after.start : after.end]
                continue
        before = next(iter([*document.mentions_between(max(0, start - _NEAR), start)][-1:]), None)
        if (
            before is not None
            and _is_place(text, before, governed=False)
            and _BEFORE.match(text[before.end : start])
        ):
            yield before.start, end, noun, text[before.start : before.end]


def _is_place(text: str, mention: Mention, governed: bool) -> bool:
    """Whether a name is a place's: a known one, or any that a preposition governs and that is nobody's."""
    name = text[mention.start : mention.end]
    if mention.kind not in _PLACES:
        return False
    return governed or known(name) or is_whole(name)
