"""What a length of time is the length of, and whose: "the 25-minute pursuit", "two days of talks", "took Moss an hour"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reconcile.claims.topics import topics
from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.grammar.verbs import base_of
from reconcile.lexicon import word_set

_NOWHERE = (0, 0)
_ONE = frozenset({"a", "an", "one", "half", "every", "each"})
_WHOSE = frozenset({"his", "her", "its", "their"})
_MEASURES = frozenset(
    {"period", "total", "minimum", "maximum", "average", "term", "length", "matter", "space", "course"}
)
_TAKES = frozenset({"last", "lasts", "lasted", "lasting", "take", "takes", "took", "taking", "burned", "ran"})
_IDLE = frozenset({"it", "there", "that", "this", "which", "they", "we", "you", "i"})
_TO_VERB = 2  # words from the unit to the verb of "took an hour to put out"


class Lasting(NamedTuple):
    """The noun or verb that lasts, and where the words stand that say whose it is; empty where nothing says."""

    what: str = ""
    whose: tuple[int, int] = _NOWHERE
    whom: tuple[int, int] = (
        _NOWHERE  # the object of the verb, whose it is when that is a person: "jailed Moss for"
    )


def lasting(
    text: str,
    words: Words,
    triggers: Sequence[Trigger],
    trigger: Trigger | None,
    core: tuple[int, int],
    facet: str,
    lead: int,
) -> Lasting:
    """What the length at `core` is the length of.

    `trigger` is the verb or noun that it hangs on, `lead` where the words before it begin that belong to it.
    """
    first = words.ending_after(core[0])
    last = first
    while last + 1 < len(words) and words.starts[last + 1] < core[1]:
        last += 1
    if first >= len(words):
        return Lasting()
    clauses = Clauses(words, triggers)
    after = words[last + 1].lower if last + 1 < len(words) else ""
    if facet == "lasted":
        verb = next((at for at in range(words.ending_after(lead), first) if words[at].lower in _TAKES), first)
        return _taken(text, words, clauses, (first, last), verb)
    if _describes(words, first, last):
        return _described(text, words, clauses, core, clauses.object(last + 1 + (after == "long")))
    if facet in ("", "after", "for", "within") and after == "of":
        return _described(text, words, clauses, core, clauses.object(last + 2))
    if first > 1 and words[first - 1].lower == "of" and facet == "":
        noun = words[first - 2]
        if (
            noun.word
            and not noun.capital
            and noun.lower not in _MEASURES | small("part") | small("preposition")
        ):
            return _done(clauses, core, first, noun.lower)
    return _done(clauses, core, first, "", trigger)


def _describes(words: Words, first: int, last: int) -> bool:
    """Whether the length stands before its noun like an adjective: "25-minute", "two day"."""
    unit = words[last].lower
    if "-" in unit:
        return True
    return unit[-1] != "s" and last > first and words[last - 1].lower not in _ONE


def _described(
    text: str, words: Words, clauses: Clauses, core: tuple[int, int], noun: tuple[int, int]
) -> Lasting:
    """The noun at `noun`, whose owner stands before the length, behind "of", or does what the sentence tells."""
    first = words.ending_after(core[0])
    if noun == _NOWHERE or text.startswith(("each", "one"), noun[0]):
        return _done(clauses, core, first)
    head, of, owner = text[slice(*noun)].partition(" of ")
    said = head.split()
    tail = next((at for at in range(1, len(said) - 1) if _goes_on(said[at], said[at + 1])), len(said))
    what = next((word.lower() for word in reversed(said[:tail]) if word.isalpha()), "")
    before = words[first - 1] if first else None
    if before and before.lower in _WHOSE:
        return Lasting(what, (words.starts[first - 1], words.end(first - 1)))
    if before and before.size > len(before.lower) and before.word:
        at = first - 1
        while at > 0 and words[at - 1].capital:
            at -= 1
        return Lasting(what, (words.starts[at], words.starts[first - 1] + len(before.lower)))
    if of and owner:
        return Lasting(what, (noun[1] - len(owner), noun[1]))
    return _done(clauses, core, first, what)


def _goes_on(word: str, following: str) -> bool:
    """Whether a participle behind the noun says more of it: "spree spanning a mile", but not "deep-sea fishing trip"."""
    return word.endswith("ing") and (following.lower() in _small_words() or following[:1].isdigit())


@cache
def _small_words() -> frozenset[str]:
    return word_set("common") | word_set("hedge_words")


def _taken(text: str, words: Words, clauses: Clauses, place: tuple[int, int], verb: int) -> Lasting:
    """What lasted or was done: "the siege lasted", "took the jury an hour to acquit Moss"."""
    first, last = place
    start, end = clauses.subject(verb)
    said = text[start:end].lower() not in _IDLE
    doer = (start, end) if said else _NOWHERE
    if last + 2 < len(words) and words[last + 1].lower == "for":
        return _done_for(words, clauses, last + 2) or Lasting("", doer)
    to = last + _TO_VERB
    if to < len(words) and words[last + 1].lower == "to" and words[to].word:
        done = clauses.object(to + 1)
        between = clauses.object(verb + 1) if words.starts[verb + 1] < words.starts[first] else _NOWHERE
        taker = between if between[1] <= words.starts[first] else _NOWHERE
        return Lasting(words[to].lower, taker if taker != _NOWHERE else doer if doer != _NOWHERE else done)
    head, of, owner = text[start:end].partition(" of ")
    what = head.split()[-1].lower() if said and head.split() and head.split()[-1].islower() else ""
    return Lasting(what, (end - len(owner), end) if of else doer)


def _done_for(words: Words, clauses: Clauses, at: int) -> Lasting | None:
    """What was done to whom in "took three weeks for the gate to be mended"."""
    start, end = clauses.object(at)
    to = words.ending_after(end)
    if end == 0 or to + 1 >= len(words) or words[to].lower != "to":
        return None
    verb = next((token.lower for token in words[to + 1 : to + 4] if token.lower not in small("be")), "")
    return Lasting(base_of(verb) if verb.endswith("ed") else verb, (start, end))


_CLAUSAL = (
    small("be") | small("modal") | small("auxiliary") | {",", "that", "he", "she", "it", "they", "we", "i"}
)


def of_what_is_said(words: Words, trigger: Trigger, first: int) -> bool:
    """Whether the token `first` belongs to what a verb of saying before it tells: "said the gate stood open for an hour"."""
    return trigger.facet == "said" and any(token.lower in _CLAUSAL for token in words[trigger.at + 1 : first])


def _done(
    clauses: Clauses, core: tuple[int, int], first: int, what: str = "", trigger: Trigger | None = None
) -> Lasting:
    """What lasts, with the subject and the object of the nearest verb before it, else of the one that it hangs on."""
    ahead = trigger.at if trigger and not trigger.noun else -1
    at = max((at for at in clauses.verbs if at < first), default=ahead)
    if at not in clauses.verbs:
        return Lasting(what)
    verb = clauses.verbs[at]
    if of_what_is_said(clauses.sentence, verb, first):
        return Lasting(what)  # "he said the gate had stood open for two hours"
    by = verb.passive and at + 1 < first and clauses.sentence[at + 1].lower == "by"
    if by and set(verb.lemma.split()) & topics():
        return Lasting(what, clauses.object(at + 2))  # "was ruled by Moss for 23 years"
    start, end = (0, 0) if verb.passive else clauses.object(at + 1)
    length = clauses.sentence.starts[first]
    return Lasting(
        what, clauses.subject(verb.first, core), (start, min(end, length)) if start < length else _NOWHERE
    )
