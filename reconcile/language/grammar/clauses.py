"""A sentence cut into words and marks, and the small words that build its clauses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from reconcile.language.grammar.facets import tells
from reconcile.language.grammar.verbs import verbal
from reconcile.language.memo import Memo, remembered
from reconcile.lexicon import words
from reconcile.values.regex import regex

# A word or a mark with the white space behind it; plain words between single spaces come first, as most are such.
# A figure is one word with its sign, its commas and its colon, a name one with its possessive, also where a space parts them.
_PIECE = regex(
    r"[A-Za-z]+ (?![\s_'’])|[$£€]?[^\W_]+(?:['’.-][^\W_]+|(?<=\d)[,:]\d\d+| ['’]s\b)*(?:%|\.(?=\s\S))?[\s_]*|[^\w\s][\s_]*|[\s_]+"
)
_BRACKETS = {"LRB": "(", "RRB": ")"}  # as tokenized text writes them
# What `[\s_]` stands for.
_BLANKS = "_ \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word or a mark, wherever it stands; `lower` without a possessive ending, `size` with it.

    `tells` says that it may make a trigger, `verbal` that its form may be a verb's whatever stands before it.
    """

    lower: str
    word: bool
    capital: bool
    size: int
    tells: bool
    verbal: bool


class Words(list[Token]):
    """The words and marks of a stretch of text, in order; `starts` says where each begins."""

    starts: list[int]

    def end(self, index: int) -> int:
        """Where the token at `index` ends."""
        return self.starts[index] + self[index].size

    def ending_after(self, offset: int) -> int:
        """The index of the first token that ends after `offset`."""
        before = bisect_right(self.starts, offset) - 1
        return before if before >= 0 and self.end(before) > offset else before + 1


def tokens(text: str, start: int, end: int) -> Words:
    """The words and marks of `text[start:end]`."""
    pieces = _PIECE.findall(text[start:end])
    if pieces and not pieces[0].strip(_BLANKS):
        start += len(pieces.pop(0))
    found = Words(map(_shapes.__getitem__, pieces))
    found.starts = list(accumulate(map(len, pieces[:-1]), initial=start)) if pieces else []
    return found


def _shape(raw: str) -> Token:
    """The token of a word or mark."""
    if raw in _BRACKETS:
        return Token(_BRACKETS[raw], False, False, len(raw), False, False)
    lower = raw.lower()
    if len(lower) > 1:
        lower = lower.rstrip(".")  # of an abbreviation
    if lower[-1] == "s" and lower[-2:-1] in ("'", "’"):
        lower = lower[:-2].rstrip()
    word = raw[0].isalnum() or raw[1:2].isalnum()
    told = word and tells(lower)
    return Token(lower, word, raw[0].isupper(), len(raw), told, lower in small("be") or verbal(lower))


_alone = Memo(_shape)
_shapes = Memo(lambda piece: _alone[piece.rstrip(_BLANKS)])  # with the white space behind it


@remembered
def small(kind: str) -> frozenset[str]:
    """The small words of one class of the lexicon: "joint", "preposition", "determiner", "auxiliary", …"""
    for line in words("clause_words"):
        name, _, entries = line.partition(":")
        if name == kind:
            return frozenset(entries.split())
    return frozenset()
