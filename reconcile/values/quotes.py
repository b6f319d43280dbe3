"""The words of a quotation, normalized, and how two quotations differ word by word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from reconcile.values.regex import regex

ELLIPSIS = "…"
BRACKET = "[]"

_TOKEN = regex(r"\.{3,}|(?:\. ){2}\.|…|\[[^\]]{0,80}\]|\([^)]{0,80}\)|[^\W_]+(?:[.,'-][^\W_]+)*%?|%")
_BROKEN = (
    ("-lrb-", "("),
    ("-rrb-", ")"),
    ("-lsb-", "["),
    ("-rsb-", "]"),
    (" n't", "n't"),
    ("``", " "),
    ("''", " "),
)
_DETACHED = regex(r" ?' ?(?=(?:s|t|re|ve|ll|d|m)\b)")
_FULL = {
    "n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would",
}  # fmt: skip
_CONTRACTED = regex(r"(.+?)(n't|'re|'ve|'ll|'m|'d)$")
_IS = frozenset(
    ("it's", "that's", "what's", "there's", "he's", "she's", "here's", "who's", "where's", "how's")
)
_WHOLE = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "gonna": ("going", "to"),
    "wanna": ("want", "to"), "gotta": ("got", "to"), "ok": ("okay",), "percent": ("%",), "let's": ("let", "us"),
    "nobody": ("no", "1"), "everybody": ("everyone",), "somebody": ("someone",), "anybody": ("anyone",),
    "towards": ("toward",), "amongst": ("among",), "whilst": ("while",), "afterwards": ("afterward",),
    "til": ("until",), "till": ("until",), "sw": ("southwest",), "se": ("southeast",), "nw": ("northwest",), "ne": ("northeast",), "zero": ("0",), "one": ("1",), "two": ("2",), "three": ("3",), "four": ("4",), "five": ("5",), "six": ("6",),
    "tv": ("television",), "ft": ("feet",), "km": ("kilometers",), "kg": ("kilograms",), "cm": ("centimeters",),
    "lb": ("pounds",), "lbs": ("pounds",),
    "seven": ("7",), "eight": ("8",), "nine": ("9",), "ten": ("10",), "eleven": ("11",), "twelve": ("12",),
}  # fmt: skip
_MEASURED = regex(r"(\d[\d.,]*)(ft|km|kg|cm|lbs?)")
_FUNCTION_WORDS = """
a an the and or but nor so yet if as of in on at to for from by with about into over after before up
down out off  this that these those it its he she they we you i me him her them us my your his our their
who which what when  where why how there here is are was were be been being am has have had do does did
will would shall should can  could may might must not no very just also too then than more most some any
all each many much such only own same  get got go going know think say said well really going thing
things people because
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


def tokens(text: str) -> tuple[str, ...]:
    """The normalized words of a quotation: case, accents, typographic marks, contractions and spelling folded.

    Marked omissions and additions stay visible as ELLIPSIS and BRACKET.
    """
    folded = unicodedata.normalize("NFKD", text.replace("…", " \x01 ")).casefold()
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    folded = _DETACHED.sub("'", _whole(folded.replace("\x01", ELLIPSIS).translate(_MARKS)))
    found: list[str] = []
    for match in _TOKEN.finditer(folded):
        found.extend(_normal(match.group()))
    return tuple(found)


def in_text(words: tuple[str, ...], text: str) -> str:
    """The stretch of `text` whose normalized words are `words`, as it is written there; else the words themselves."""
    written = text.split()
    normal = [tokens(word) for word in written]
    for start in range(len(written)):
        found: list[str] = []
        for end in range(start, len(written)):
            found.extend(normal[end])
            if len(found) >= len(words):
                break
        if tuple(found) == words:
            return " ".join(written[start : end + 1]).strip(" ,.;:!?")
    return " ".join(words)


def _whole(text: str) -> str:
    """Tokenized text put together again: "do n't", "-LRB-"."""
    for broken, mended in _BROKEN:
        if broken in text:
            text = text.replace(broken, mended)
    return text


_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": " ", "‐": "-", "\u00ad": None, "\u200b": None}
)


@lru_cache(maxsize=32768)
def _normal(token: str) -> tuple[str, ...]:
    if token[0] == "." or token == ELLIPSIS:
        return (ELLIPSIS,)
    if token[0] in "[(":
        inner = token[1:-1].strip(" .")
        return (BRACKET,) if inner and inner != ELLIPSIS else (ELLIPSIS,)
    if token in _WHOLE:
        return _WHOLE[token]
    if token[0].isdigit() and (measured := _MEASURED.fullmatch(token)):
        return (*_normal(measured[1]), *_WHOLE[measured[2]])
    if token[:3] in ("al-", "el-"):
        token = token[3:]  # Arab names come with and without the article
    if "'" in token:
        if token in _IS:
            return (token[:-2], "is")
        contracted = _CONTRACTED.match(token)
        if contracted:
            return (contracted.group(1), _FULL[contracted.group(2)])
        if token.endswith("'s"):
            return (american(token[:-2].replace("-", "")), "'s")
    plain = american(token.replace("-", ""))
    return _WHOLE.get(plain, (plain,))  # "O.K." is what "OK" is


def american(word: str) -> str:
    """The word in small letters as it is spelled in America, so that "centre" and "center" come out alike; plurals of
    abbreviations without their points."""
    word = word.replace(".", "") if not word[0].isdigit() else word.replace(",", "")
    if len(word) > 5:
        word = re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", word)
        word = re.sub(r"our(s|ed|ing|able|ful|ite|ites)?$", r"or\1", word)
    return re.sub(r"(?<=[a-z]{4})nce$", "nse", re.sub(r"(?<=[a-z]{3})tre(s?)$", r"ter\1", word))


_SENSELESS = _FUNCTION | {ELLIPSIS, BRACKET, "'s"}


def is_content(word: str) -> bool:
    """Whether a normalized word carries sense of its own."""
    return word not in _SENSELESS


_ARTICLES = frozenset(("a", "an", "the", "that", "'s"))


def _misspelt(first: str, second: str) -> bool:
    """Whether two words are one in two spellings: a slip of a letter or two, not another form of the word."""
    if first.replace("z", "s") == second.replace("z", "s"):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) < 6 or first[0] != second[0] or long.startswith(short) or len(long) - len(short) > 1:
        return False
    start = next(i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b)
    end = next((i for i, (a, b) in enumerate(zip(first[::-1], second[::-1], strict=False)) if a != b), 0)
    return len(long) - start - end <= 2 and end > 0


class Edit(NamedTuple):
    """A stretch where two quotations differ: the words of each; either may be empty."""

    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def marked(self) -> bool:
        """Whether an ellipsis or a bracket on either side owns up to the difference."""
        return any(word in (ELLIPSIS, BRACKET) for word in self.first + self.second)

    @property
    def trifling(self) -> bool:
        """Whether the difference is one of spelling or of an article: "clean up", "Gadhafi", a lost "the"."""
        first = tuple(word for word in self.first if word not in _ARTICLES)
        second = tuple(word for word in self.second if word not in _ARTICLES)
        if "".join(first) == "".join(second):
            return True
        return len(first) == len(second) and all(map(_misspelt, first, second))


@dataclass(frozen=True)
class Comparison:
    """How two quotations differ: what matches, the edits between matches, and what hangs over at both ends."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    matches: tuple[tuple[int, int, int], ...]

    @cached_property
    def matched(self) -> int:
        """How many words match, in order."""
        return sum(size for _, _, size in self.matches)

    @cached_property
    def content(self) -> int:
        """How many of the matching words carry sense."""
        return sum(is_content(word) for at, _, size in self.matches for word in self.first[at : at + size])

    @cached_property
    def share(self) -> float:
        """The share of the shorter quotation's words that match."""
        return self.matched / max(1, min(_length(self.first), _length(self.second)))

    @cached_property
    def longest(self) -> int:
        """The longest run of matching words."""
        return max((size for _, _, size in self.matches), default=0)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The differences between the first and the last match."""
        found = []
        for (a, b, size), (c, d, _) in zip(self.matches, self.matches[1:], strict=False):
            edit = Edit(self.first[a + size : c], self.second[b + size : d])
            if (edit.first or edit.second) and not edit.trifling:
                found.append(edit)
        return tuple(found)

    @cached_property
    def articles(self) -> int:
        """How many articles between the first and the last match stand in one of the two only, or are another there."""
        gaps = zip(self.matches, self.matches[1:], strict=False)
        return sum(
            self.first[a + size : c] != self.second[b + size : d]
            and {*self.first[a + size : c], *self.second[b + size : d]} <= _ARTICLES
            for (a, b, size), (c, d, _) in gaps
        )

    @cached_property
    def head(self) -> Edit:
        """What stands before the first match."""
        a, b, _ = self.matches[0] if self.matches else (len(self.first), len(self.second), 0)
        return Edit(self.first[:a], self.second[:b])

    @cached_property
    def tail(self) -> Edit:
        """What stands after the last match."""
        a, b, size = self.matches[-1] if self.matches else (0, 0, 0)
        return Edit(self.first[a + size :], self.second[b + size :])


def _length(words: tuple[str, ...]) -> int:
    return sum(word not in (ELLIPSIS, BRACKET) for word in words)


def compare(first: tuple[str, ...], second: tuple[str, ...]) -> Comparison:
    """How two normalized quotations align, longest common runs first."""
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    matches = [(a, b, size) for a, b, size in blocks if size]
    while len(matches) > 1 and _loose(first, matches, 0):
        del matches[0]
    while len(matches) > 1 and _loose(first, matches, -1):
        del matches[-1]
    return Comparison(first, second, tuple(matches))


def _loose(words: tuple[str, ...], matches: list[tuple[int, int, int]], end: int) -> bool:
    """Whether an outermost match is a stray function word far from the rest."""
    a, b, size = matches[end]
    if any(is_content(word) for word in words[a : a + size]) and size > 1:
        return False
    if end == 0:
        c, d, _ = matches[1]
        gap = max(c - a - size, d - b - size)
    else:
        c, d, length = matches[-2]
        gap = max(a - c - length, b - d - length)
    return gap > 3 + 2 * size
