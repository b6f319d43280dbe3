"""Whether an article speaks of one thing of a kind only: "the ship" throughout, and never of ships or another ship."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.thing import kinds
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

_SEVERAL = regex(
    r"\b(?:another|other|second|third|each|every|any|no|which|two|three|next|new|first|same|some)(?: [a-z-]+)? \Z",
    re.I,
)
_COUNTED = regex(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|some|other|another|second|both)(?: [a-z-]+)? \Z",
    re.I,
)
_KNOWN = regex(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[Tt]hat)(?: [a-z-]+){0,2} |[A-Z][\w’'-]* (?:[a-z-]+ )?|, an?(?: [a-z-]+){0,2} )\Z"
)


def one_noun(first: str, second: str) -> bool:
    """Whether two nouns can name one thing: near-synonyms, or a kind and its wider kind."""
    if not first or not second:
        return False
    if sense(first) == sense(second):
        return True
    a, b = kinds().get(first), kinds().get(second)
    return a is not None and b is not None and a.relation(b) not in (Relation.DIFFERS, Relation.UNKNOWN)


def sole(story: Story, article: str, noun: str) -> bool:
    """Whether the article has only one thing of this name, and speaks of it as known."""
    return _sole(story.articles[article].text, noun)


@lru_cache(maxsize=1024)
def _sole(text: str, noun: str) -> bool:
    known = vocabulary(text)
    if any(plural in known for plural in _plurals(noun)):
        return False
    places = known.places(frozenset({noun}))
    befores = [text[max(0, at - 36) : at] for at, _ in places]
    if any(_SEVERAL.search(before) for before in befores):
        return False
    return any(_KNOWN.search(before) for before in befores)


def _plurals(noun: str) -> tuple[str, ...]:
    """What several of a noun may be called: guides, churches, lorries, policemen, wives."""
    if noun.endswith("y"):
        return (f"{noun}s", f"{noun[:-1]}ies")
    if noun.endswith("man"):
        return (f"{noun}s", f"{noun[:-2]}en")
    return (f"{noun}s", f"{noun}es", f"{noun.removesuffix('e').removesuffix('f')}ves")


def single(story: Story, article: str, noun: str) -> bool:
    """Whether the article counts no two of what the noun names, and tells of no other one."""
    return _single(story.articles[article].text, noun)


@lru_cache(maxsize=1024)
def _single(text: str, noun: str) -> bool:
    places = vocabulary(text).places(frozenset({noun, *_plurals(noun)}))
    return not any(_COUNTED.search(text, max(0, at - 30), at) for at, _ in places)
