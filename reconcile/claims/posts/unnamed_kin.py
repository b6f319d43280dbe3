"""Relatives of those whom no name is given: "Ida Ek, the victim's sister", "the gunman was a nephew of the jeweller"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reconcile.claims.cues import cues
from reconcile.claims.posts.relatives import OWN_WORDS, Relative, joined, named_after
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.language.names.titled import person_nouns
from reconcile.values.regex import regex

# Words before a noun that say nothing of who is meant: "the slain officer".
_STATE = (
    r"(?:(?:dead|slain|murdered|late|injured|wounded|missing|abducted|kidnapped|accused|alleged|suspected|young|elderly|"
    r"\d{1,3}-year-old|(?:fe)?male) ){0,2}"
)
_OWNER = regex(rf"\b(?:[Tt]he|[Tt]his) {_STATE}(?P<noun>[a-z]+)['’]s {OWN_WORDS}\Z")
_OF = regex(
    rf" (?:of|to) the {_STATE}(?P<noun>[a-z]+)\b(?!['’]s|-| (?:of|from|in|at|who|named|called|identified) )(?! [A-Z])(?! [a-z]+['’]s)"
)
# Between a noun for somebody and the words for whose relative that is: ", ", "was described as", "turned out to be".
_IS = (
    r"(?: ?,| (?:is|was)(?: (?:identified|described|named) as| believed to be| said to be)?| (?:turned out|proved) to be"
    r"| ?, (?:who )?(?:is|was)(?: (?:identified|described|named) as| believed to be)?| as)"
)
_WHO = regex(
    rf"\b(?P<who>[Tt]he (?:alleged |suspected |lone )?(?P<noun>[a-z]+)){_IS} (?:the |an? )?{OWN_WORDS}\Z"
)
_FAR = 90
_TRIED = frozenset({"accused", "defendant"})  # nouns only behind an article
_NOT_ONE = frozenset({"family", "couple", "people", "person", "other"})


def of_unnamed(reading: Reading, people: list[Mention], starts: list[int]) -> Iterator[Relative]:
    """Yields the relatives of who is called by a noun alone, of which the text means nobody whom it names."""
    text, sole = reading.text, reading.document.antecedents.sole
    for start, end, _ in cues(reading, "relations"):
        before = _OWNER.search(text, max(0, start - _FAR), start)
        found = before or _OF.match(text, end)
        if found is None or found.group("noun") in _NOT_ONE or found.group("noun") not in person_nouns():
            continue
        if sole(found.group("noun")):
            continue  # whose relative it is, the text tells by name
        first, last = (before.start(), end) if before is not None else (start, found.end())
        at = bisect_right(starts, first) - 1
        who = _WHO.search(text, max(0, first - _FAR), first)
        name, stop = named_after(reading, end, people, starts) if before is not None else ("", end)
        if at >= 0 and joined(text, people[at], first):
            name, first = people[at].full, people[at].start
        elif " " in name:
            last = stop
        elif who is not None and who.group("noun") in person_nouns() | _TRIED:
            name, first = who.group("who").lower(), who.start()
        else:
            continue
        yield Relative(first, last, "", text[start:end].lower(), name, found.group("noun"))
