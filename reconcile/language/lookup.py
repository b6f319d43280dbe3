"""Finds the phrases of several lists in a text: a look-up of the one word of each phrase that tells most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import Any

from reconcile.language.vocabulary import Vocabulary
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+")
_HYPHENATED = regex(r"[^\W_]+(?:-[^\W_]+)*")

Found = list[tuple[int, int, Any]]
# Where the telling word begins in a phrase, the phrase, whether it is one word, its list, what it stands for.
_Entry = tuple[int, str, bool, int, Any]
# Of a word: the lists that hold it and what it stands for; the phrases in which no other word stands; and the others,
# each under the word that tells most after it.
_Entries = tuple[list[tuple[int, Any]], list[_Entry], dict[str, list[_Entry]]]


class PhraseLists:
    """Named lists of phrases in lower case, each phrase with what it stands for."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self._names = tuple(lists)
        self._telling: defaultdict[str, list[tuple[str, int, Any]]] = defaultdict(list)
        for index, phrases in enumerate(lists.values()):
            for phrase, value in phrases.items():
                if phrase[:1].isalnum():
                    telling = phrase if phrase.isalnum() else _telling(phrase)
                    self._telling[telling].append((phrase, index, value))
        self._words = frozenset(self._telling)
        self._entries: dict[str, _Entries] = {}  # of the words that texts held so far

    def find(self, words: Vocabulary) -> dict[str, Found]:
        """Per list, where its phrases stand in the text and what each stands for: the longest at each place.

        Words joined by hyphens are one: "ex-wife" does not hold "wife".
        """
        lower = words.lower
        standing: list[tuple[int, int, int, Any]] = []
        for word, places in words.standing(self._words):
            whole, alone, beside = self._entries.get(word) or self._met(word)
            if whole:
                for start in places:
                    end = start + len(word)
                    if "-" not in lower[max(0, start - 1) : end + 1] or _alone(lower, start, end, True):
                        standing += [(start, -end, index, value) for index, value in whole]
            tried = alone
            if beside and (near := words.words.intersection(beside)):
                tried = [*alone, *chain.from_iterable(beside[other] for other in near)]
            for before, phrase, single, index, value in tried:
                for place in places:
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
        alone: list[_Entry] = []
        beside: dict[str, list[_Entry]] = {}
        for phrase, index, value in self._telling[word]:
            if phrase == word:
                whole.append((index, value))
                continue
            single = " " not in phrase and _HYPHENATED.fullmatch(phrase) is not None
            others = [other for other in _WORD.findall(phrase) if other != word]
            entries = beside.setdefault(max(others, key=len), []) if others else alone
            entries.append((_start(phrase, word), phrase, single, index, value))
        self._entries[word] = whole, alone, beside
        return whole, alone, beside


def _telling(phrase: str) -> str:
    """The last of the longest words of a phrase: texts hold least of it."""
    words = phrase.split(" ")
    words.reverse()
    word = max(words, key=len)
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
