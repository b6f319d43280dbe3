"""Finds the phrases of several lists in a text: a look-up of the one word of each phrase that tells most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from reconcile.language.vocabulary import Vocabulary
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+")
_HYPHENATED = regex(r"[^\W_]+(?:-[^\W_]+)*")

Found = list[tuple[int, int, Any]]
# Where the telling word begins in a phrase, the phrase, whether it is one word, its list, what it stands for.
_Entry = tuple[int, str, bool, int, Any]


class _Entries(NamedTuple):
    """What a word tells of: itself, the phrases that go on after it, and those in which something stands before it."""

    whole: list[tuple[int, Any]]  # the lists that hold the word, and what it stands for
    beside: frozenset[str]  # of each phrase the word that tells most after this one: none is there without it
    openings: tuple[str, ...]
    opened: list[_Entry]
    leads: tuple[str, ...]  # what stands before the word
    led: list[_Entry]


class PhraseLists:
    """Named lists of phrases in lower case, each phrase with what it stands for."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self._names = tuple(lists)
        self._lists = tuple(lists.values())
        self._telling: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        telling = self._telling
        for index, phrases in enumerate(self._lists):
            for phrase in phrases:
                if phrase[:1].isalnum():
                    telling[_telling(phrase)].append((index, phrase))
        self._words = frozenset(self._telling)
        self._entries: dict[str, _Entries] = {}  # of the words that texts held so far

    def find(self, words: Vocabulary) -> dict[str, Found]:
        """Per list, where its phrases stand in the text and what each stands for: the longest at each place.

        Words joined by hyphens are one: "ex-wife" does not hold "wife".
        """
        lower, held = words.lower, words.words
        standing: list[tuple[int, int, int, Any]] = []
        for word, places in words.standing(self._words):
            whole, beside, openings, opened, leads, led = self._entries.get(word) or self._met(word)
            if whole:
                size = len(word)
                for start in places:
                    end = start + size
                    if "-" not in (lower[start - 1], lower[end : end + 1]) or _alone(lower, start, end, True):
                        for index, value in whole:
                            standing.append((start, -end, index, value))
            if beside.isdisjoint(held):
                continue
            for place in places:
                tried = opened if openings and lower.startswith(openings, place) else []
                if leads and lower.endswith(leads, 0, place):
                    tried = [*tried, *led]
                for before, phrase, single, index, value in tried:
                    start = place - before
                    if start >= 0 and lower.startswith(phrase, start):
                        end = start + len(phrase)
                        if _alone(lower, start, end, single):
                            standing.append((start, -end, index, value))
        standing.sort()
        found: list[Found] = [[] for _ in self._names]
        ends = [0] * len(self._names)
        for start, end, index, value in standing:
            if start >= ends[index]:
                ends[index] = -end
                found[index].append((start, -end, value))
        return dict(zip(self._names, found, strict=True))

    def _met(self, word: str) -> _Entries:
        """The phrases of which `word` tells most, made ready to be compared with a text."""
        whole: list[tuple[int, Any]] = []
        beside: set[str] = set()
        opened: list[_Entry] = []
        led: list[_Entry] = []
        for index, phrase in self._telling[word]:
            value = self._lists[index][phrase]
            if phrase == word:
                whole.append((index, value))
                continue
            single = " " not in phrase and _HYPHENATED.fullmatch(phrase) is not None
            beside.add(
                max((other for other in _WORD.findall(phrase) if other != word), key=len, default=word)
            )
            before = _start(phrase, word)
            (led if before else opened).append((before, phrase, single, index, value))
        found = self._entries[word] = _Entries(
            whole,
            frozenset(beside),
            tuple(dict.fromkeys(entry[1] for entry in opened)),
            opened,
            tuple(dict.fromkeys(entry[1][: entry[0]] for entry in led)),
            led,
        )
        return found


# What nearly every text holds tells less of a phrase than any other word.
_COMMON = "a an the to of in on is are was were be been being has have had not no their there over with will from that"
_EVERYWHERE = frozenset(_COMMON.split())


def _telling(phrase: str) -> str:
    """The last of the longest words of a phrase that are not in every text: texts hold least of it."""
    head, _, word = phrase.rpartition(" ")
    if len(head) > len(word) or word in _EVERYWHERE:  # else no other tells more
        words = phrase.split(" ")
        words.sort(key=len)
        word = next((word for word in reversed(words) if word not in _EVERYWHERE), words[-1])
    return word if word.isalnum() else max(reversed(_WORD.findall(phrase)), key=len)


def _start(phrase: str, sought: str) -> int:
    """Where the word `sought` begins in a phrase."""
    return next(word.start() for word in _WORD.finditer(phrase) if word.group() == sought)


def _alone(lower: str, start: int, end: int, single: bool) -> bool:
    """Whether no letter and no hyphened word goes on before `start` or after `end`; phrases may stand before one."""
    before, after = lower[max(0, start - 2) : start], lower[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return False
    if before[-1:] == "-" and before[:-1].isalnum():
        return False
    return not (single and after[:1] == "-" and after[1:].isalnum())
