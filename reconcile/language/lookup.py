"""Finds the phrases of several lists in a text: a look-up of its words, a comparison where one opens a phrase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reconcile.language.vocabulary import Vocabulary
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+")
_HYPHENATED = regex(r"[^\W_]+(?:-[^\W_]+)*")

Found = list[tuple[int, int, Any]]
_Entry = tuple[str, bool, int, Any]  # a phrase, whether it is one word, its list, what it stands for


class PhraseLists:
    """Named lists of phrases in lower case, each phrase with what it stands for."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self._names = tuple(lists)
        self._by_first: dict[str, list[_Entry]] = {}
        self._sorted: dict[str, tuple[dict[str, list[_Entry]], list[_Entry]]] = {}
        for index, phrases in enumerate(lists.values()):
            for phrase, value in phrases.items():
                first, _, further = phrase.partition(" ")
                single = not further
                if not first.isalnum():  # "ex-wife", "u.s. senator"
                    single = _HYPHENATED.fullmatch(phrase) is not None
                    opening = _WORD.match(phrase)
                    if opening is None:
                        continue
                    first = opening.group()
                self._by_first.setdefault(first, []).append((phrase, single, index, value))
        for entries in self._by_first.values():
            if len(entries) > 1:
                entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[2]))
        self._firsts = frozenset(self._by_first)

    def find(self, words: Vocabulary) -> dict[str, Found]:
        """Per list, where its phrases stand in the text and what each stands for: the longest at each place.

        Words joined by hyphens are one: "ex-wife" does not hold "wife".
        """
        found: list[Found] = [[] for _ in self._names]
        ends = [0] * len(self._names)
        by_second, lower = self._sorted, words.lower
        for start, word in words.places(self._firsts):
            if start > 1 and lower[start - 1] == "-" and lower[start - 2].isalnum():
                continue
            longer, entries = by_second.get(word) or self._by_second(word)
            if longer and (more := longer.get(lower[start + len(word) : start + len(word) + 2])):
                entries = more + entries
            for phrase, single, index, value in entries:
                last = start + len(phrase)
                if (
                    start >= ends[index]
                    and lower.startswith(phrase, start)
                    and not (after := lower[last : last + 2])[:1].isalnum()
                    and not (single and after[:1] == "-" and after[1:].isalnum())
                ):
                    found[index].append((start, last, value))
                    ends[index] = last
        return dict(zip(self._names, found, strict=True))

    def _by_second(self, word: str) -> tuple[dict[str, list[_Entry]], list[_Entry]]:
        """The phrases that `word` opens: the longer ones by the two letters behind it, and the rest."""
        longer: dict[str, list[_Entry]] = {}
        rest: list[_Entry] = []
        for entry in self._by_first[word]:
            behind = entry[0][len(word) : len(word) + 2]
            (longer.setdefault(behind, []) if len(behind) == 2 else rest).append(entry)
        self._sorted[word] = longer, rest
        return longer, rest
