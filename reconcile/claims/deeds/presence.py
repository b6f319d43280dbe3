"""Who was there, and who stayed away: "Ann Dahl took a seat in the third row", "Bo Ek sent his apologies"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.claims.cues import cues
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.values.regex import regex

_GAP = regex(  # between a name and what is said of it
    r"(?:['’]s [a-z-]+)?(?:,? (?:who|and|but)| ?, [^.;:\n]{2,170},)?(?: (?:[a-z]+ed|went|came|sat|left) [^,.;:\n]{2,40} and)?"
    r"(?: (?:also|himself|herself|however|then|later|too|again|had|has|have|was|were|yesterday|today)){0,2} \Z"
)
_PRONOUN = regex(
    r"\b(?P<who>[Hh]e|[Ss]he)(?: [a-z]+ed [^,.;:\n]{2,40} and)?(?: (?:also|himself|herself|then|later|had|has))? \Z"
)
_TITLED = 24  # characters of a title before a name
_NEAR = 200  # characters between a name and what is said of it


def present(reading: Reading) -> Iterator[tuple[Mention, int, int, bool]]:
    """Yields who was there or away, where the words for it begin and end, and whether it was there."""
    text = reading.text
    for start, end, where in cues(reading, "presence"):
        sentence, there = reading.document.sentence_at(start), where != "away"
        if sentence is None:
            continue
        if where == "with":
            named = next(iter(reading.document.mentions_between(end, end + _TITLED)), None)
            if named is not None and named.kind == "person" and not named.candidates:
                yield named, start, end, there
            continue
        first = max(sentence.start, start - _NEAR)
        people = [m for m in reading.document.mentions_between(first, start) if m.kind == "person"]
        for person in reversed(people):
            if not person.candidates and _GAP.match(text, person.end, start):
                yield person, start, end, there
                break
        else:
            said = _PRONOUN.search(text, first, start)
            meant = said and reading.document.antecedents.mention(said.group("who"), said.start())
            if said and meant:
                yield replace(meant, start=said.start(), end=said.end("who")), start, end, there
