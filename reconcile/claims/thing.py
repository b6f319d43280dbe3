"""Things: what kind of thing a common noun calls something ("an SUV", "a frigate", "the banquet")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary, word_before
from reconcile.lexicon import word_set, words
from reconcile.values.records import record
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.things import Kind, Kinds

TYPE = "thing"

_WORD = regex(r"[^\W_][\w'’-]*")
_NAMED = regex(r",? ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")
_CALLED = regex(r" (?:called|named|known as|dubbed) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_IS = regex(r"\b([A-Z][\w’-]+)(?: is| was|,) an? (?:[a-z-]+ ){0,3}\Z")  # "Propofol is a fast-acting sedative"
_HEAD = regex(
    r"[.,;:)\n]| (?:that|which|used|of|in|on|at|from|with|and|owned|built|carrying|normally|usually)\b|\Z"
)
_SHOTS = regex(
    r"\b(?:[Oo]pen(?:ed|ing|s)?|[Rr]eturn(?:ed|ing|s)?|[Uu]nder|(?:line|exchange|burst|hail) of|friendly|enemy|hostile|[Cc]eased?) \Z"
)
_LEAD = regex(r"\b(?:[Aa]n?|[Tt]he|his|her|their|its)\s((?:(?!using\b)[a-z0-9-]+\s){0,2})\Z")
# What must stand around a noun that mostly means something else, and what must not.
_SENSES = {
    "arms": regex(
        r"\b(?:his|her|their|my|your|our|both|legs and|hands and|in the) (?:[a-z]+ )?arms\b"
        r"|\barms (?:and (?:legs|hands)|around|outstretched)"
    ),
    "act": regex(r"\b(?:[Tt]he|[Tt]his|under an|new) acts?\b(?! (?:of|like|that|to)\b)"),
}
_SENSES["acts"] = _SENSES["act"]
_OTHER_SENSES = {
    "canvas": regex(r"\b(?:on|to|hit|kissed) the canvas\b"),
    "fine": regex(
        r"\b(?:doing|do|is|was|are|were|be|been|feel\w*|all|just|very|works?|['’](?:s|re|m)) fine\b"
    ),
    "house": regex(r"\b[Ww]hite house\b"),
    "van": regex(r"[A-Z]\w+ van [A-Z]"),
    "coach": regex(
        r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Hh]ead|[Aa]ssistant|[A-Z]\w+) coach\b|\b[Cc]oach,? (?:[A-Z]|said|told|says)"
    ),
}


@record
class ThingClaim(Claim):
    """What kind of thing something is called: `value` is the kind's name, `word` the noun in the singular.

    `subject` is the proper name that follows, or of which it is said ("the ferry Marigold", "the Marigold, a ferry");
    `owner` the person whose thing it is, where a pronoun says so ("with his rowing boat").
    """

    type: Literal["thing"] = "thing"
    value: str
    word: str
    plural: bool = False
    owner: str = ""

    def __str__(self) -> str:
        return self.word


@cache
def _common_words() -> frozenset[str]:
    return frozenset(words("common"))


@cache
def kinds() -> Kinds:
    """The tree of kinds of the lexicon."""
    return Kinds(words("kinds"))


def relation(first: ThingClaim, second: ThingClaim) -> Relation:
    """How the kinds that two nouns name relate: one kind, a kind of the other, two kinds."""
    one, other = kinds().get(first.value), kinds().get(second.value)
    return one.relation(other) if one and other else Relation.UNKNOWN


def extract(reading: Reading) -> Iterator[ThingClaim]:
    """Yields the common nouns of the tree, longest names first, outside quotation marks and proper names."""
    text = reading.document.text
    tree, end = kinds(), 0
    common = _common_words()
    for at, word in vocabulary(text).places(tree.firsts):
        match = _WORD.match(text, at)
        if match is None or at < end or not _common(text, match):
            continue
        found = _longest(text, match, tree, tree.reach[word])
        if found is None:
            continue
        kind, end = found
        if word == "fire" and _SHOTS.search(text, max(0, at - 20), at):
            continue
        said = text[match.start() : end].lower()
        named = _NAMED.match(text, end)
        if named and text[end] != "," and match.group()[0].isupper() and kind.root not in _CHRISTENED:
            continue  # "Bill Moss"
        if not _told(text, match.start(), end, said):
            continue
        start = _lead(text, match.start())
        single = tree.singular(said)
        if named and (
            kind.root not in _CHRISTENED
            or named[1].split()[0].lower() in common
            or _speaks(text, end, named.end())
        ):
            named = None
        called = _CALLED.match(text, end)
        name = named[1] if named else called[1] if called else _told_of(text, match.start(), end)
        yield reading.claim(
            ThingClaim,
            start,
            named.end() if named and text[end] != "," else end,
            subject=name,
            value=kind.name,
            word=single,
            plural=single != said,
            owner=_owner(reading, start),
        )


# The widest kinds of what is given a name of its own.
_CHRISTENED = frozenset(
    ("vessel", "aircraft", "storm", "work of art", "instrument", "dog", "beast", "drug", "medical house")
)
_BEHIND = regex(r" ([a-z]+)\b")
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "my",
        "your",
        "our",
        "this",
        "that",
        "these",
        "those",
        "no",
        "each",
        "every",
    ]
)
_SAYS_WHO = frozenset(
    [
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "it",
        "who",
        "to",
        "not",
        "never",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "did",
        "do",
        "does",
    ]
)
_WHAT = (_DETERMINERS - {"that"}) | frozenset(
    ["him", "them", "me", "us", "her", "none", "nobody", "anyone", "someone", "something", "indiscriminately"]
)


def _told(text: str, start: int, end: int, said: str) -> bool:
    """Whether the noun tells of a thing: not where it is a verb, describes the noun behind it, or means something else."""
    if text[start - 1 : start] == "-" and start:
        return False  # "non-law"
    behind = _BEHIND.match(text, end)
    following = behind.group(1) if behind else ""
    if following in word_set("compound_heads"):
        return False
    before = word_before(text, start).lower()
    if said in _SENSES and not _SENSES[said].search(text, max(0, start - 40), end + 24):
        return False
    if said in _OTHER_SENSES and _OTHER_SENSES[said].search(text, max(0, start - 20), end + 12):
        return False
    if said not in word_set("thing_verbs") or before in _DETERMINERS:
        return True
    if before.endswith("ly") and word_before(text, start - len(before) - 1) in _SAYS_WHO:
        return False  # "vowed to bravely fight"
    if before in _SAYS_WHO:
        return before == "to" and said.endswith("s")
    return following not in _WHAT and (said != "saw" or _lead(text, start) < start)


def _lead(text: str, start: int) -> int:
    """Where the noun phrase begins whose noun begins at `start`: "the" of "the old stone house"."""
    lead = _LEAD.search(text, max(0, start - 30), start)
    if lead is None:
        return start
    between = set(lead.group(1).split()) - {"left", "early", "late", "only"}
    return lead.start() if between.isdisjoint(word_set("counted_stops")) else start


def _owner(reading: Reading, start: int) -> str:
    """The full name of the person whom "his" or "her" at the head of a noun phrase means, or nothing."""
    whose = _HERS.match(reading.document.text, start)
    return reading.document.antecedents.pronoun(whose[1], start) if whose is not None else ""


_HERS = regex(r"([Hh]is|[Hh]er)\b")


def _speaks(text: str, end: int, after: int) -> bool:
    """Whether a name behind a comma is no second name of the thing: "hit the car, Ida Brandt said"."""
    return text[end] == "," and text[after : after + 1] not in (",", ".", ")")


def _told_of(text: str, start: int, end: int) -> str:
    """The name of what the noun from `start` to `end` is said to be: "the Marigold, a ferry", "Propofol is a sedative"."""
    if " a" not in text[max(0, start - 40) : start] or _HEAD.match(text, end) is None:
        return ""
    found = _IS.search(text, max(0, start - 60), start)
    return found[1] if found is not None and found[1].lower() not in _common_words() else ""


def _common(text: str, match: re.Match[str]) -> bool:
    """Whether the word is a common noun: "Carlton Hotel" is a name, "SUV" or "Patrol vessel" at a sentence's head is not."""
    word, start = match.group(), match.start()
    if not word[0].isupper() or (word.isupper() and len(word) > 1):
        return True
    return start == 0 or text[start - 1] in '\n"“' or text[start - 2 : start] in (". ", "! ", "? ")


def _longest(text: str, first: re.Match[str], tree: Kinds, most: int) -> tuple[Kind, int] | None:
    """The kind named by the most words from `first` on, of `most` words at most, and where they end."""
    ends = [first.end()]
    at = first.end()
    for _ in range(most - 1):
        following = _WORD.match(text, at + 1) if text[at : at + 1] == " " else None
        if following is None:
            break
        at = following.end()
        ends.append(at)
    for end in reversed(ends):
        words_said = text[first.start() : end].lower()
        kind = tree.get(words_said.removesuffix("'s").removesuffix("’s"))
        if kind is not None:
            return kind, _bare_end(end, words_said)
    return None


def _bare_end(end: int, said: str) -> int:
    """Where the noun ends without a possessive ending."""
    return end - 2 if said.endswith(("'s", "’s")) else end
