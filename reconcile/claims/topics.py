"""What a length of time is told with: a post, a body, a service."""

from __future__ import annotations

import re
from functools import cache

from reconcile.language.ages.things import things
from reconcile.language.grammar.triggers import Trigger
from reconcile.lexicon import words
from reconcile.values.regex import regex

_PHRASE = regex(r"(?:[ -]+[^\W\d_]+(?:['’]s?)?){1,5}")
_NAMED = regex(r"\b[A-Z]")
_TO_ANOTHER = regex(
    r"\b(?:close to|near|against|beside|married to) (?:the |his |her |its |a )?[a-z]+"
)  # another's post
_CLAUSE = regex(r"[,;:()\"“”\n]| and | who | which ")


def noun_after(text: str, start: int, end: int) -> str:
    """The first noun of the lexicon in the phrase that a hyphenated duration opens: "eight-year … veteran"."""
    phrase = _PHRASE.match(text, start, end)
    near: list[str] = re.findall(r"[^\W\d_]+", phrase.group().lower()) if phrase else []
    if text[start - 3 : start] == "old":
        near = near[:2]
        near = [w for w in near if w in things()]  # "the 5-year-old found a boat"
    found = [w for w in near if w in topics()]
    if not found or (phrase and text[start - 3 : start] == "old" and _NAMED.search(phrase.group())):
        return ""  # "13-year-old Ada, who lives at home"
    return found[0]


def role_before(text: str, start: int, end: int) -> str:
    """The noun of office, body or service in the clause that ends at `end`, nearest to it."""
    clause = _CLAUSE.split(text[start:end])[-1].lower()
    found = [w for w in re.findall(r"[^\W\d_]+", _TO_ANOTHER.sub(" ", clause)) if w in topics()]
    headed = next((w for w in found if f"{w} of " in clause), "")  # "head of the school"
    return headed or (found[-1] if found else "")


def tells_topic(trigger: Trigger | None) -> bool:
    """Whether the verb itself says what the stretch is the length of: "served", "lived"."""
    return trigger is not None and trigger.lemma.split()[0] in topics()


@cache
def topics() -> frozenset[str]:
    """The words of the lexicon that say what a stretch of time is the length of."""
    return frozenset(word for line in words("spans") for word in line.partition(":")[2].split())
