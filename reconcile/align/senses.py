"""What the words of a clause mean, as far as comparing needs it: verbs in one form, synonyms made one."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.align.stems import stem
from reconcile.language.grammar.verbs import irregular_pasts
from reconcile.lexicon import word_set, words
from reconcile.values.regex import regex

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")


# Forms of verbs too short for a stem.
_SHORT = {
    **dict.fromkeys(("used", "uses", "using"), "use"),
    **dict.fromkeys(("sued", "sues", "suing"), "sue"),
    **dict.fromkeys(("tied", "tying"), "tie"),
    **dict.fromkeys(("tried", "tries"), "try"),
    "owed": "owe",
    "dying": "die",
}


@lru_cache(maxsize=16384)
def base(word: str) -> str:
    """The stem of the verb that a lower-case word is a form of, or the word's own stem."""
    found = _SHORT.get(word) or stem(word)
    irregular = irregular_pasts().get(word)
    if irregular is None and not word.endswith(("ed", "ing")):  # "founded" is no form of "find"
        irregular = irregular_pasts().get(found)
    found = stem(irregular) if irregular else found
    return found[:-1] if len(found) > 4 and found[-1] == found[-2] and found[-1] not in "sl" else found


@cache
def _families() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """From each word, and from each verb with its particle, to the word that stands for its family."""
    single: dict[str, str] = {}
    double: dict[tuple[str, str], str] = {}
    for line in words("same_senses"):
        members = line.split()
        first = base(members[0])
        previous = ""
        for word in members:
            if word in _PARTICLES and previous:
                double[previous, word] = first
                if single.get(previous) == first and previous != first:
                    del single[previous]
            else:
                previous = base(word)
                single.setdefault(previous, first)
    return single, double


_PARTICLES = frozenset({"up", "down", "off", "out", "in", "away", "over", "way"})


@lru_cache(maxsize=65536)
def sense(word: str, following: str = "") -> str:
    """What stands for the family of a lower-case word, read with the word that follows."""
    single, double = _families()
    own = base(word)
    return double.get((own, following)) or single.get(own, own)


def sensed(text: str) -> list[str]:
    """The senses of all words of `text`, in order."""
    return [sense(match.group()) for match in _WORD.finditer(text.lower())]


@lru_cache(maxsize=16384)
def senses(phrase: str) -> frozenset[str]:
    """The senses of the phrase's telling words."""
    said = [match.group() for match in _WORD.finditer(phrase.lower())]
    return frozenset(
        sense(word, after)
        for word, after in zip(said, [*said[1:], ""], strict=False)
        if word not in word_set("common")
        or (base(word), after) in _families()[1]  # "go down", though "go" says little
    )


@cache
def _particled() -> frozenset[str]:
    return frozenset(verb for verb, _ in _families()[1])


def particled(word: str) -> bool:
    """Whether a lower-case word is a form of a verb that a particle gives another sense: "came" in "came down"."""
    return base(word) in _particled()
