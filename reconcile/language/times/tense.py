"""Which way a bare weekday or month looks: back or ahead, by the verb and the preposition near it."""

from __future__ import annotations

from functools import cache

from reconcile.language.times.tokens import Tokens
from reconcile.lexicon import words

_NO_PLURAL = frozenset(["ss", "us", "is", "as"])
_LEADING = frozenset(["set", "plans", "to", "be"])
_PRESENT_PERFECT = frozenset(["has", "have"])
REACH = 16  # tokens; a verb farther away belongs to something else


@cache
def cues() -> dict[str, frozenset[str]]:
    """Words that look `ahead`, that look `back`, `weak` ones ahead, and `neither`: no past verbs for all their "ed"."""
    found: dict[str, frozenset[str]] = {}
    for line in words("tense"):
        name, _, entries = line.partition(":")
        found[name] = frozenset(entries.split())
    return found


def direction(tokens: Tokens, first: int, last: int) -> int:
    """1 when the words around look ahead, -1 when they look back, 0 when nothing tells."""
    table, weak, index = cues(), False, first
    to = tokens.word(first - 1).lower() in ("to", "for")
    for index in range(first - 1, max(-1, first - 1 - REACH), -1):
        if _stops(tokens, index):
            break
        word = tokens.word(index).lower()
        if word in table["weak"]:
            weak = weak or first - index <= 2  # right before the time: "until Friday", "by the Friday"
            continue
        if (weak or to) and word in table["prolonging"]:
            return 1  # "was extended until Friday"
        if weak and word in _PRESENT_PERFECT:
            return 1  # "has been shut until Friday"
        found = _cue(table, tokens, index, word)
        if weak and found < 0 and word not in table["perfect"]:
            continue
        if found > 0 and any(tokens.word(index - step).lower() == "had" for step in range(1, 6)):
            return -1
        if found:
            return found
    if weak:
        following = (tokens.word(index).lower() for index in range(last, min(len(tokens.pieces), last + 6)))
        return -1 if any(word in table["perfect"] for word in following) else 1
    opens = index >= first - 3  # the time opens its sentence: the verb follows, past a comma
    for index in range(last, min(len(tokens.pieces), last + REACH)):
        if tokens.pieces[index][0] == "," and opens:
            opens = False
            continue
        if tokens.pieces[index][0] == "," or _stops(tokens, index):
            break
        found = _cue(table, tokens, index, tokens.word(index).lower())
        if found:
            return found
    return 0


def _stops(tokens: Tokens, index: int) -> bool:
    piece = tokens.pieces[index]
    if piece[0] in "\n;!?":
        return True
    return piece[0] == "." and len(tokens.word(index - 1)) > 3


def _cue(table: dict[str, frozenset[str]], tokens: Tokens, index: int, word: str) -> int:
    if word == "may" and tokens.word(index) == "May":
        return 0  # the month
    if word in table["carrying"] and tokens.word(index + 1).lower() in table["carried"]:
        return 1  # "takes effect", "come into force"
    if word in table["ahead"]:
        refused = word in ("would", "could") and tokens.word(index + 1).lower() in table["denied"]
        return -1 if refused else 1
    if word in table["named"] or word in table["planned"]:
        return int(_scheduled(table, tokens, index, word))
    if word in _LEADING:  # "set to resume", "plans to open", "is to open", "to be published"
        before, after = tokens.word(index - 1).lower(), tokens.word(index + 1).lower()
        if (word in ("set", "plans") and after in ("to", "for")) or (
            word == "to" and before in ("is", "are")
        ):
            return 1
        return 1 if word == "be" and before == "to" else 0
    past = word in table["back"]
    if past or (
        word.endswith("ed") and len(word) > 4 and not word.endswith("eed") and word not in table["neither"]
    ):
        return 0 if tokens.word(index - 1).lower() in table["passive" if past else "adjective"] else -1
    return 0


def _scheduled(table: dict[str, frozenset[str]], tokens: Tokens, index: int, word: str) -> bool:
    """Whether a form that may be a noun is a verb here, in the present: "Oslo visits Bergen", "the members vote"."""
    before = tokens.word(index - 1)
    if word in table["named"]:
        return before.lower() in table["one"] or (before[:1].isupper() and before.isalpha() and index > 1)
    behind = _over_place(tokens, index - 1)
    if behind < index - 1:  # "polls in Tarn close on Sunday"
        index, before = behind + 1, tokens.word(behind)
    return before.lower() in table["many"] or (
        before.endswith("s")
        and (before.islower() or _opens(tokens, index - 1))
        and before[-2:] not in _NO_PLURAL
    )


def _over_place(tokens: Tokens, index: int) -> int:
    """Where the noun stands on which "in Tarn", "across New Ordell" behind it hang; `index` itself where none do."""
    at = index
    while at > 0 and index - at < _NAMED and tokens.word(at)[:1].isupper():
        at -= 1
    return at - 1 if 0 < at < index and tokens.word(at) in ("in", "across", "at") else index


_NAMED = 3  # words of a place's name


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether the word opens a sentence, so that its capital says nothing."""
    return index == 0 or tokens.pieces[index - 1][0] in "\n.!?"
