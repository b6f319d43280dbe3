"""Turns of a transcript: a label in capitals, a colon, and what that speaker says, without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.values.regex import regex

_TURN = regex(
    r"^(?:[\[(]?[TL]?[+-]?\d[\d:.]*[\])]?[ \t]+)?(?P<label>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):[ \t]+(?P<said>\S.*)$",
    re.MULTILINE,
)
_SELF = regex(r"(?:This is|I'm|I am|My name is) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\b")
_FEWEST = 3  # a line or two with a label is a caption, not a transcript


class Turn(NamedTuple):
    """`text[start:end]` is what the speaker says; `text[label_start:label_end]` names him, at best by his own words."""

    start: int
    end: int
    label_start: int
    label_end: int


def find_turns(text: str) -> Iterator[Turn]:
    """Yields the turns of a transcript in order; nothing when the text is not one."""
    if not _labelled(text):
        return
    found = list(_TURN.finditer(text))
    if len(found) < _FEWEST:
        return
    for match in found:
        label = match.span("label")
        named = _SELF.match(text, match.start("said"), match.end("said"))
        if named:
            label = named.span("name")
        yield Turn(match.start("said"), match.end("said"), *label)


def _labelled(text: str) -> bool:
    """Whether as many colons as a transcript needs follow a capital: a quick look before the pattern's."""
    seen, at = 0, text.find(": ")
    while at >= 0 and seen < _FEWEST:
        before = text[at - 1 : at]
        seen += before.isupper() or before in ".'’-"
        at = text.find(": ", at + 1)
    return seen >= _FEWEST or ":\t" in text
