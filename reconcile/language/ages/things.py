"""The ages of things: "the 38-year-old vessel", which is nobody's age."""

from __future__ import annotations

from functools import cache

from reconcile.language.grammar.clauses import small
from reconcile.language.grammar.verbs import irregular_pasts
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.values.regex import regex

_WORD = regex(r" (?P<word>[a-z][\w’'-]*)")
_MOST = 3  # words from the age to the noun


def thing_aged(text: str, start: int, end: int) -> str:
    """What an age in front of the noun at `start` is the age of: "wooden ferry"; empty where it is somebody's."""
    said: list[str] = []
    while len(said) <= _MOST and (found := _WORD.match(text, start, end)) is not None:
        word = found.group("word")
        if said and said[-1] in things() and (_follows(word) or word in person_nouns()):
            return "" if word in person_nouns() else " ".join(said)
        if word in small("preposition") or word in small("determiner"):
            return ""
        said.append(word.partition("’s")[0].partition("'s")[0])
        start = found.end()
    return " ".join(said) if said and said[-1] in things() and len(said) <= _MOST else ""


def thing_told_old(text: str, start: int, end: int) -> str:
    """What the age that ends its sentence's clause at `end` is told of: "bridge" in "the bridge at Brae was 65 years old"."""
    told = _TOLD.search(text, max(start, end - _NEAR), end)
    said = told.group("what").split() if told is not None else []
    return " ".join(said) if said and said[-1] in things() else ""


_NEAR = 120
_TOLD = regex(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat)\s(?P<what>(?:[a-z-]+\s){0,2}?[a-z-]+)(?:\s(?:at|in|of|near|on)\s(?:the\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?"
    r"(?:,\s(?:which|that)\s[^,.;]{3,60},)?\s(?:is|was|are|were)\s(?:(?:already|almost|nearly|about|some|only|just|now)\s)?\Z",
    holds="is|was|are|were",
)


def _follows(word: str) -> bool:
    """Whether a word goes on behind a noun phrase: a small word, or what may be a verb."""
    kinds = ("preposition", "joint", "auxiliary", "modal", "further-preposition")
    person = word.removesuffix("s") in person_nouns()
    verb = word.endswith(("ed", "s")) or word in irregular_pasts()
    return any(word in small(kind) for kind in kinds) or word in _RELATIVE or (verb and not person)


_RELATIVE = frozenset({"that", "which", "who", "when", "where"})


@cache
def things() -> frozenset[str]:
    """Nouns for what is so old without being a person."""
    return frozenset(noun for line in words("aged_things") for noun in line.split())
