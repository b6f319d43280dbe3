"""Verbs that exclude one another of one thing: what held did not collapse, who stayed did not leave."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from reconcile.align.deeds.one_deed import Deed
from reconcile.align.senses import sense
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words

_TIMES = (
    "night morning evening afternoon day week month year hour minute dawn noon midnight today yesterday later"
)


@cache
def contraries() -> dict[str, set[tuple[str, bool, bool]]]:
    """From the sense of each verb to those of the verbs it leaves no room for, and whether they, and it, are meant in the
    passive."""
    found: dict[str, set[tuple[str, bool, bool]]] = defaultdict(set)
    for line in words("contraries"):
        excluded, _, kept = line.removeprefix(_SAY).removeprefix(_MOVES).partition("|")
        verbs = _verbs(excluded)
        for verb, passive in _verbs(kept):
            found[verb].update((other, undergone, passive) for other, undergone in verbs)
    return dict(found)


@cache
def _marked(mark: str) -> frozenset[str]:
    """The senses of the verbs of the lines with a mark: of saying, of what goes up or down."""
    marked = (line.removeprefix(mark) for line in words("contraries") if line.startswith(mark))
    return frozenset(verb for line in marked for verb, _ in _verbs(line.replace("|", " ")))


@cache
def _hourly() -> frozenset[str]:
    """The senses of what is measured or quoted by the hour."""
    return frozenset(sense(word) for word in _HOURLY.split())


def _verbs(listed: str) -> list[tuple[str, bool]]:
    """The senses of the verbs of a list, and whether they are meant in the passive."""
    found: list[tuple[str, bool]] = []
    said = listed.split()
    passive = False
    for word, following in zip(said, [*said[1:], ""], strict=True):
        if word == "be":
            passive = True
        elif word not in _AFTER_VERBS:
            found.append((sense(word, following), passive))
            passive = False
    return found


_MOVES = "moves: "
_HOURLY = (
    "share shares stock stocks price prices index indices futures oil crude gold dollar euro pound yen sterling bond bonds yield yields"
    " rate rates temperature temperatures water river level levels wind winds market markets barrel"
)
_SAY, _SAID = "say: ", 2  # words that two statements of one thing share
_AFTER_VERBS = frozenset({"up", "down", "off", "out", "in", "away", "over"})


@cache
def _persons() -> frozenset[str]:
    several = ("people", "persons", "others", "victims", "survivors", "residents", "passengers")
    return frozenset(sense(noun) for noun in (*person_nouns(), *several))


@cache
def _times() -> frozenset[str]:
    return frozenset(sense(word) for word in _TIMES.split())


def excludes(kept: Deed, done: Deed) -> bool:
    """Whether two clauses tell of one thing, by the same words, what it cannot both have done.

    The thing is what stands before the verb, in the active or the passive; an object must be shared.
    """
    told = done.verb, done.passive, kept.passive
    if told not in contraries()[kept.verb] or (kept.years and done.years):
        return False
    shared = (kept.patient if kept.passive else kept.doer) & (done.patient if done.passive else done.doer)
    if kept.verb in _marked(_MOVES) and _hourly() & (kept.doer | done.doer | kept.thing | done.thing):
        return False
    # A noun that opens a sentence has a capital as a name has.
    if not shared - _persons() - _times() or (kept.thing ^ done.thing) - _times() - shared:
        return False
    if done.object and not kept.object:
        return False  # who killed did not die
    if done.object and not done.passive and not kept.object & done.object:
        return False  # who shut the road and opened the gate
    named = [deed.after - deed.core for deed in (kept, done)]
    if named[0] and named[1] and not named[0] & named[1]:
        return False  # banned from one beach, allowed on another
    said = len(kept.after & done.after)
    return said >= _SAID if kept.verb in _marked(_SAY) else said > 0 or not kept.object
