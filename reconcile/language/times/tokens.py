"""Cuts a text into words, figures and marks, and gives each its class of time word: one letter a token.

The grammar is written over the string of these letters. It is about six times shorter than the text, and
mostly made of the letter that says "no time word".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, repeat
from operator import itemgetter
from string import ascii_letters, digits
from typing import Any, NamedTuple

from reconcile.language.memo import Memo
from reconcile.lexicon import words
from reconcile.values.regex import regex

OTHER = "."  # the class letter of whatever is no word of time
_LETTERS = ascii_letters + digits + "".join(map(chr, range(0xA1, 0x180)))  # short codes make fast patterns
_PIECE = regex(
    r"[A-Za-z]+[^\W\d_]* ?|[0-9]+\d* ?|[^\W\d_]+ ?|\d+ ?|[\W_] ?"
)  # the plain letters first: faster
_WRAPPED = regex(r"\n(?=[a-z\d])")


class Vocabulary(NamedTuple):
    """Class letters by token (with and without its space), values by token, class letters by class name."""

    letters: dict[str, str]
    values: dict[str, Any]
    names: dict[str, str]  # class name -> letter


@cache
def vocabulary() -> Vocabulary:
    """The words of time of the lexicon."""
    letters: dict[str, str] = {}
    values: dict[str, Any] = {}
    names: dict[str, str] = {}

    def add(name: str, value: Any, word: str) -> None:
        add_all(name, [(word, value)])

    def add_all(name: str, entries: Iterable[tuple[str, Any]]) -> None:
        letter = names.setdefault(name, _LETTERS[len(names)])
        for word, value in entries:
            if word not in letters:
                letters[word] = letters[word + " "] = letter
                values[word] = value

    for line in words("times"):
        head, _, entries = line.partition(":")
        name, _, text = head.partition(" ")
        value = _number(text)
        add_all(name, [(word.replace("\\n", "\n"), value) for word in entries.split()])
    for name, value, word in [(n, values[w], w) for w, n in _spellings(letters, names)]:
        if word[0].islower():
            add(name, value, word.capitalize())
        if word.isalpha() and len(word) > 1:
            add(name, value, word.upper())
    for line in words("zones"):
        head, _, entries = line.partition(":")
        for word in entries.split():
            offset, _, daylight = head.partition(" ")
            value = (int(offset), daylight)
            add("zone" if word.isupper() or word == "Zulu" else "zoneword", value, word)
    for first in _feasts_by_first_word():
        add("feast", None, first)
        add("feast", None, first.upper())
    letters["2"] = names.setdefault("two", _LETTERS[len(names)])  # glued to the next: "2day"
    letters["2 "] = names.setdefault("figure", _LETTERS[len(names)])
    values["2"] = 2
    for number in range(100):
        add("figure" if 0 < number < 32 else "num", number, str(number))
        add("figure" if 0 < number < 32 else "num", number, f"{number:02}")
    add_all("hhmm", [(f"{hour:02}{minute:02}", (hour, minute)) for hour in range(10) for minute in range(60)])
    add_all("num", [(str(number), number) for number in (*range(100, 1000), *range(2200, 2401))])
    add_all("year", [(str(number), number) for number in range(1000, 2200)])
    return Vocabulary(letters, values, names)


@cache
def holidays() -> dict[str, str]:
    """The rule of each holiday, by its name in small letters."""
    found = {}
    for line in words("holidays"):
        rule, _, names = line.partition(":")
        for name in names.split("|"):
            found[name.strip().lower()] = rule
    return found


@cache
def _feasts_by_first_word() -> dict[str, list[str]]:
    """Holiday names in small letters by their first word as written, longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(holidays(), key=lambda name: (-len(name), name)):
        first = _PIECE.findall(name)[0].strip().capitalize()
        found.setdefault(first, []).append(name)
    return found


def _spellings(letters: dict[str, str], names: dict[str, str]) -> list[tuple[str, str]]:
    by_letter = {letter: name for name, letter in names.items()}
    return [(word, by_letter[letter]) for word, letter in letters.items() if not word.endswith(" ")]


def _number(text: str) -> Any:
    return int(text) if text.lstrip("-").isdigit() else text


@dataclass(slots=True, eq=False, repr=False)
class Tokens:
    """A text cut up: `pieces[i]` (with its space) stands at `starts[i]` and has the class `classes[i]`."""

    text: str
    pieces: Sequence[str]
    starts: list[int]
    classes: str

    def word(self, index: int) -> str:
        """The token without its space; empty outside the text."""
        return self.pieces[index].rstrip(" ") if 0 <= index < len(self.pieces) else ""

    def value(self, index: int) -> Any:
        """What the lexicon says about the token."""
        return vocabulary().values.get(self.pieces[index].rstrip(" "))

    def glued(self, index: int) -> bool:
        """Whether the next token follows without a space."""
        return self.pieces[index][-1] != " "

    def end(self, index: int) -> int:
        """Where the token ends in the text, its space left out."""
        piece = self.pieces[index]
        return self.starts[index] + len(piece) - (piece[-1] == " ")


def cut(text: str) -> Tokens:
    """The tokens of `text`. Lines wrapped inside a sentence are joined; other line ends stay tokens."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    if "\n" in plain:
        plain = _WRAPPED.sub(_unwrapped, plain)
    pieces, classes = _pieces(plain)
    starts = list(accumulate(map(len, pieces), initial=0))
    names = vocabulary().names
    if names["feast"] in classes or names["maymonth"] in classes:
        classes = _with_feasts(plain, pieces, starts, classes)
    return Tokens(plain, pieces, starts, classes)


_Pieces = tuple[Sequence[str], str]  # and the class letter of each


def _pieces(text: str) -> _Pieces:
    """The words, figures and marks of `text`, each with the space behind it."""
    if "   " in text or text[:2] == "  ":  # two spaces in one piece
        return _cut_up(text)
    spaced = text.split(" ")
    last = _cut_up(spaced.pop())
    cut_up = [*map(_between_spaces.__getitem__, spaced), last]
    return [*chain.from_iterable(map(_FIRST, cut_up))], "".join(map(_SECOND, cut_up))


def _cut_up(said: str) -> _Pieces:
    pieces = tuple(_PIECE.findall(said))
    return pieces, "".join(map(vocabulary().letters.get, pieces, repeat(OTHER)))


def _spaced(said: str) -> _Pieces:
    """What stands between two spaces, with the second one: most often a word of letters, which is one piece."""
    piece = f"{said} "
    return ((piece,), vocabulary().letters.get(piece, OTHER)) if said.isalpha() else _cut_up(piece)


_between_spaces = Memo(_spaced)
_FIRST, _SECOND = itemgetter(0), itemgetter(1)


def _unwrapped(wrap: re.Match[str]) -> str:
    """A space for a line end inside a sentence, which goes on with a small letter, or a figure after a mark."""
    text, at = wrap.string, wrap.start()
    before, after = text[at - 1 : at], text[at + 1]
    if before == " ":
        before = text[at - 2 : at - 1]
    inside = before in (",", ".") if after.isdigit() else before == "," or before.islower()
    return " " if inside else "\n"


def _with_feasts(text: str, pieces: Sequence[str], starts: list[int], classes: str) -> str:
    """The classes with the words of each holiday marked, and first words of none unmarked."""
    names, table = vocabulary().names, _feasts_by_first_word()
    letters = list(classes)
    for found in re.finditer(f"[{names['feast']}{names['maymonth']}]", classes):
        at = found.start()
        if classes[at] == names["feast"]:
            letters[at] = OTHER
        here = text[starts[at] : starts[at] + 40].lower().replace("’", "'")
        for name in table.get(pieces[at].rstrip(" ").capitalize(), ()):
            if here.startswith(name) and not here[len(name) : len(name) + 1].isalnum():
                letters[at] = names["feastname"]
                inner, end = at + 1, starts[at] + len(name)
                while inner < len(pieces) and starts[inner] < end:
                    letters[inner] = names["feastrest"]
                    inner += 1
                break
    return "".join(letters)
