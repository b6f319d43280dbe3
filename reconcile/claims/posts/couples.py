"""What two named people are to each other: "the siblings Ann and Bo Dahl", "Bo Ek, the mayor's nephew", "Bo Ek (no relation)"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import permutations

from reconcile.claims.cues import cues
from reconcile.claims.posts.relatives import OWN_WORDS, Relative, joined, named_after
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.values.regex import regex

_WORD = r"(?:[A-Z][\w'’-]+|[A-Z]\.)"
_NAME = rf"[A-Z][\w'’-]+(?: {_WORD}){{0,2}}"
_AGE = r"(?:,? \(?(?:aged )?\d{1,3}\)?,?)?"
_PAIR = rf"(?P<one>{_NAME}){_AGE} and (?P<other>{_NAME})"
_AFTER = regex(rf",? {_PAIR}")
_BEFORE = regex(
    rf"{_PAIR}{_AGE}(?:,| are| were|, who are| who are|, who were| who were|, both) (?:[\w-]+ ){{0,2}}\Z"
)
_TO = regex(r" (?:of|to|with) (?:(?P<the>[Tt]he )(?:former )?(?P<noun>[a-z]+)|(?=[A-Z]))")
_OWNER = regex(rf"\b(?:[Tt]he|[Aa]) (?:[a-z-]+ ){{0,2}}?(?P<noun>[a-z]+)['’]s {OWN_WORDS}\Z")
_OF = regex(r" (?:of|to) the (?:former )?(?P<noun>[a-z]+)\b(?! [A-Z])")
_LINK = regex(r"(?:(?:, [a-z][a-z ]{1,40})? \(|,? who (?:is|was) |,? (?:is|was) |, )\Z")
_FAR = 90
_THEIRS = regex(rf"(?:\b(?:[Tt]heir|[Hh]is|[Hh]er)|['’]s?) {OWN_WORDS}\Z")
_IN_LIST = regex(rf"{_AGE},?(?:,| and|, and| &) \Z")
_MOST = 8  # names of one list


def couples(reading: Reading, people: list[Mention], starts: list[int]) -> Iterator[Relative]:
    """Yields what the two of a pair are to each other, from the one and from the other."""
    text = reading.text
    for start, end, (second, first) in cues(reading, "couples"):
        sentence = reading.document.sentence_at(start)
        begin = max(sentence.start, start - _FAR) if sentence is not None else start
        if first == "unrelated":
            yield from _unrelated(reading, start, end, people, starts)
            continue
        if _THEIRS.search(text, max(0, start - _FAR), start):
            continue  # "their cousins Ann and Bo Dahl" are cousins of others
        several = listing(text, end, people, starts)
        if len(several) > 2:
            for one_of, other_of in permutations(several, 2):
                yield Relative(start, several[-1].end, one_of.full, second, other_of.full)
            continue
        found = _AFTER.match(text, end) or _BEFORE.search(text, begin, start)
        if found is None:
            continue
        one, other = _full(reading, found, people)
        if one and other and one != other:
            span = min(start, found.start("one")), max(end, found.end("other"))
            yield Relative(*span, one, second, other)
            yield Relative(*span, other, first, one)


def listing(text: str, at: int, people: list[Mention], starts: list[int]) -> list[Mention]:
    """The persons listed from `at` on: "siblings Ann Dahl, 31, Bo Dahl, 27, and Eva Ek"."""
    first = bisect_left(starts, at)
    if first == len(people) or text[at : people[first].start] not in (" ", ", "):
        return []
    found = [people[first]]
    for person in people[first + 1 : first + _MOST]:
        if not _IN_LIST.match(text, found[-1].end, person.start):
            break
        found.append(person)
    return found if len({person.full for person in found}) == len(found) else []


def of_described(reading: Reading, people: list[Mention], starts: list[int]) -> Iterator[Relative]:
    """Yields named relatives of one who is only described: "Bo Ek, a nephew of the mayor"."""
    text = reading.text
    for start, end, _ in cues(reading, "relations"):
        before = _OWNER.search(text, max(0, start - _FAR), start)
        found = before or _OF.match(text, end)
        if found is None:
            continue
        at = bisect_right(starts, start) - 1
        first, last = (before.start(), end) if before is not None else (start, found.end())
        name, stop = named_after(reading, end, people, starts)
        if at >= 0 and joined(text, people[at], first):
            name, first = people[at].full, people[at].start
        elif before is not None and " " in name:
            last = stop
        else:
            continue
        owner = _described(reading, found.group("noun"), name, people)
        if owner and owner != name:
            yield Relative(first, last, owner, text[start:end].lower(), name)


def _unrelated(
    reading: Reading, start: int, end: int, people: list[Mention], starts: list[int]
) -> Iterator[Relative]:
    """ "Bo Ek (no relation)": of the other Ek; "Bo Ek, who is not related to the mayor"."""
    at = bisect_right(starts, start) - 1
    if at < 0 or not _LINK.match(reading.text[people[at].end : start]):
        return
    name, to = people[at], _TO.match(reading.text, end)
    after = bisect_left(starts, end)
    last, owner = end, ""
    if to is None:
        owner = _namesake(name.full, people)
    elif to.group("noun"):
        owner, last = _described(reading, to.group("noun"), name.full, people), to.end()
    elif after < len(people) and people[after].start - to.end() <= len(people[after].title) + 1:
        owner, last = people[after].full, people[after].end
    if owner and owner != name.full:
        yield Relative(name.start, last, owner, "unrelated", name.full)


def _described(reading: Reading, noun: str, name: str, people: list[Mention]) -> str:
    """Whom "the mayor" means beside a relative's name: who alone is called so, or who alone has the name too."""
    return reading.document.antecedents.sole(noun) or _namesake(name, people)


def _namesake(name: str, people: list[Mention]) -> str:
    """The one other person of the text with the same last name; empty for nobody and for several."""
    last = name.rsplit(" ", 1)[-1]
    named = {m.full for m in people if m.full != name and m.full.endswith(f" {last}")}
    return named.pop() if len(named) == 1 else ""


def _full(reading: Reading, pair: re.Match[str], people: list[Mention]) -> tuple[str, str]:
    """The two names of a pair in full: "Ann and Bo Dahl" share the last one."""
    one, other = pair.group("one"), pair.group("other")
    known = {m.full for m in people}
    if " " not in one and " " in other:
        one = f"{one} {other.rsplit(' ', 1)[-1]}"
    fit = (other in known or " " in other) and " " in one
    return (one, other) if fit else ("", "")
