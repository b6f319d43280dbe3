"""Where each word of a text stands: one pass, shared by everything that looks for words of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property, lru_cache
from itertools import repeat
from string import ascii_lowercase

from reconcile.language.memo import Memo
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+")
FRACTIONS = "½¼¾"
# Marks that part words, line ends among them; what is none of these and no letter or digit either is rare.
_MARKS = (*(c for c in map(chr, range(9, 128)) if not (c.isalnum() or c == " ")), *"“”‘’–—…•\u00a0")


def lowered(text: str) -> str:
    """The text in lower case, of the same length: letters whose lower case is longer stay."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _words(piece: str) -> tuple[tuple[int, str], ...]:
    """The words between two spaces, each with where it begins."""
    return tuple((found.start(), found.group()) for found in _WORD.finditer(piece))


_cut = Memo(_words)


class Vocabulary:
    """The words of a text (runs of letters and digits, in lower case), each with the places where it stands."""

    def __init__(self, text: str) -> None:
        self.lower = plain = lowered(text)
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
        self._at: dict[str, list[int]] = {}
        at, start = self._at, 0
        for word in plain.split(" "):
            if word in at:
                at[word].append(start)
            elif word:
                at[word] = [start]
            else:
                start += 1
                continue
            start += len(word) + 1
        if not plain.replace(" ", "").isalnum():
            self._cut_up()
        self._words = frozenset(at)

    def _cut_up(self) -> None:
        """Cuts what holds a mark that few texts have."""
        for piece in [piece for piece in self._at if not piece.isalnum()]:
            places = self._at.pop(piece)
            for inside, word in _cut[piece]:
                self._at.setdefault(word, []).extend([place + inside for place in places])

    @property
    def words(self) -> frozenset[str]:
        """The distinct words of the text."""
        return self._words

    @cached_property
    def figures(self) -> list[tuple[int, str]]:
        """Where words begin with a digit or a fraction's sign, in text order: "1,500" holds two, "20s" is one."""
        rare = [
            word for word in self._words if word < ":" or word > "\x7f"
        ]  # letters of ASCII open all others
        return self.places({word for word in rare if word[0].isdecimal() or word[0] in FRACTIONS})

    def __contains__(self, word: str) -> bool:
        return word in self._at

    def standing(self, words: Set[str]) -> Iterator[tuple[str, list[int]]]:
        """Those of `words` that stand in the text, in no order, each with where."""
        for word in self._words.intersection(words):
            yield word, self._at[word]

    def places(self, words: Set[str]) -> list[tuple[int, str]]:
        """Where any of `words` stands, in text order. Cheap: the text is not read again."""
        at = self._at
        found: list[tuple[int, str]] = []
        for word in self._words.intersection(words):
            found += zip(at[word], repeat(word))
        found.sort()
        return found


def word_before(text: str, at: int) -> str:
    """The last word before `at`, in lower case; empty where none of plain letters stands there.

    To ask first whether a pattern that ends there can match at all.
    """
    before = text[max(0, at - _LONG) : at].rstrip().lower()
    return before[len(before.rstrip(ascii_lowercase)) :]


_LONG = 24  # characters of the longest word that such a pattern ends in, and the white space behind it


@lru_cache(maxsize=32)
def vocabulary(text: str) -> Vocabulary:
    """The vocabulary of `text`; kept for the texts looked at last, so that every layer may ask."""
    return Vocabulary(text)


def around(
    pattern: re.Pattern[str], text: str, places: Iterable[tuple[int, str]], back: int = 0, ahead: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `text`, looked for only around the places of a word that every match holds.

    As `pattern.finditer(text)` when a match begins at most `back` before such a place and ends at most `ahead` after
    it; without these, when matches begin with the word.
    """
    end = 0
    for place, _ in places:
        if place < end:
            continue
        if back:
            match = pattern.search(text, max(end, place - back), place + ahead)
        else:
            match = pattern.match(text, place)
        if match is not None and match.start() <= place < match.end():
            yield match
            end = match.end()
