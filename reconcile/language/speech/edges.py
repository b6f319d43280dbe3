"""Where the noun phrase of a speaker begins, read back from the verb."""

from __future__ import annotations

import re

from reconcile.language.names.antecedents import sex_of_noun
from reconcile.language.speech.cues import speech_verbs
from reconcile.language.speech.phrase_words import CLASS, PRONOUNS, TIES, is_adverb, many, simple_past


def left_edge(chunk: list[re.Match[str]]) -> int | None:
    """Scans back from the verb over the words of one noun phrase."""
    at = None
    depth = 0
    for index in range(len(chunk) - 1, -1, -1):
        token = chunk[index].group()
        lower = token.lower()
        depth += (token == ")") - (token == "(")
        if depth > 0 or token in "()":
            at = index
            continue
        if lower in PRONOUNS:
            return index if at is None else at
        if lower in CLASS["conjunctions"]:
            if lower == "and" and index and at is not None and _joins(chunk, index):
                continue
            break
        if (
            (at is not None and lower in _BEFORE)
            or lower in CLASS["finite"]
            or token == "\x00"
            or ((lower in CLASS["days"] or lower in _HALVES) and at is not None)
        ):
            break
        if is_adverb(token):
            continue
        if at is not None and index and _done(*(word.group() for word in chunk[index - 1 : index + 2])):
            break
        if lower in CLASS["determiners"]:
            at = index
            if index and (chunk[index - 1].group().lower() in TIES or _several_there(chunk, index - 1)):
                continue
            if index and chunk[index - 1].group().lower() == "and" and _joins(chunk, index - 1):
                continue
            return at
        if lower in CLASS["links"]:
            continue
        at = index
    return at


def _several_there(chunk: list[re.Match[str]], index: int) -> bool:
    """Whether a preposition at `index` tells where those stand who are named before it: "Residents in the area"."""
    place = chunk[index].group().lower() in ("in", "near", "around", "at")
    return place and index > 0 and chunk[index - 1].group().lower() in many()


def _done(before: str, word: str, what: str) -> bool:
    """Whether a word is what those before it did: "people carried banners reading"."""
    some, several = (
        (w.islower() and w.endswith("s") and w not in CLASS["determiners"]) for w in (before, what)
    )
    return (some or before in many()) and (word in simple_past() or (several and word.endswith("ed")))


_HALVES = frozenset({"a.m.", "p.m.", "a.m", "p.m"})
_BEFORE = frozenset({"after", "before", "until", "once", "what", "how", "why"})  # "… after witnesses told"


def _joins(chunk: list[re.Match[str]], index: int) -> bool:
    """Whether "and" at `index` joins two names or nouns, not two clauses."""
    left, right = chunk[index - 1].group(), chunk[index + 1].group()
    if right.lower() in CLASS["determiners"]:
        # "Tarn Oil and the guard", but not "he left Tarn and the mayor"
        names = (CLASS["links"] | CLASS["determiners"]) - {"that"}
        at = index - 1
        while at >= 0 and (chunk[at].group()[0].isupper() or chunk[at].group() in names):
            at -= 1
        return at < index - 1 and (at < 0 or chunk[at].group().lower() in CLASS["conjunctions"])
    return left[0].isupper() and right[0].isupper()


def told_of(chunk: list[re.Match[str]]) -> bool:
    """Whether the last word tells of whom the word before names: "one of the men police say fired"."""
    before, last = chunk[-2].group(), chunk[-1].group().lower()
    one = _MEN.get(before, before.removesuffix("s"))
    return last in many() and before.islower() and bool(sex_of_noun(one))


_MEN = {"men": "man", "women": "woman"}


def _may_be_told(word: str) -> bool:
    """Whether a word behind "who" opens another phrase: "who police say", but not "who lives"."""
    return word[0].isupper() or word in many() or word in CLASS["determiners"]


def qualified(chunks: list[list[re.Match[str]]], index: int, at: int) -> int | None:
    """Where a phrase begins whose relative clause ends in the one at `at`: "Officers who entered the bar said"."""
    chunk = chunks[index]
    if chunk[at].group().lower() in PRONOUNS:
        return None
    who = next((i for i in range(at - 1, -1, -1) if chunk[i].group() == "who"), None)
    if (
        who is None
        or (who + 1 == at and _may_be_told(chunk[at].group()))
        or any(word.group() in speech_verbs() or word.group() in _BEFORE for word in chunk[who + 1 : at])
    ):
        return None
    ahead = chunk[:who] if who else chunks[index - 1] if index else []
    edge = left_edge(ahead) if ahead else None
    return ahead[edge].start() if edge is not None else None
