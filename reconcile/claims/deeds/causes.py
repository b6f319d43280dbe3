"""What caused what: "the fire was blamed on a gas leak", "Ann Dahl quit over a tax scandal"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reconcile.claims.deeds.doing import Place
from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.lookup import PhraseLists
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex

_NOWHERE = (0, 0)
_FAR = 90
_IS = regex(r"[^.;:]{0,48}?\b(?:is|was|were|are) ")
_GAVE = regex(
    r"\b(?:gave|gives|cited|cites|named|mentioned) (?P<cause>[^.,;:]{3,48}) as (?:the|a|her|his) (?:main )?\Z"
)
_MADE = regex(r"\b(?:led|forced|prompted|drove|caused|pushed) (?P<who>[^.,;:]{2,40}) to \Z")
_REASONS = regex(r"[^.,;:]{0,40}\b(?:reasons|grounds)\b")
_POST = regex(r"(?: (?:as|from|on|in|last|this) (?:(?! and )[^,.;:]){2,40}?){0,2},? ")
_UNSURE = regex(r"(?:\b(?:not|never|no|if|whether|denied|denies|would|will|could)\b|n['’]t\b)[^.,;]{0,32}\Z")
_VAGUE = regex(r"(?:this|that|it|what|who|which|they|he|she|something|somebody|someone)\b", re.I)
# Links of a chain of causes, or no telling ones.
_VAGUE_NOUNS = frozenset(
    {
        "incident",
        "accident",
        "explosion",
        "blast",
        "fire",
        "blaze",
        "crash",
        "collision",
        "collapse",
        "problem",
    }
    | {"problems", "series", "combination", "number", "cause", "causes", "event", "events", "people", "spill"}
)


def _head(phrase: str) -> str:
    """The noun that a phrase is of."""
    return phrase.partition(" of ")[0].rpartition(" ")[2].lower()


# A cause that the grammar cuts, as its last word may be a verb: "a gas leak".
_CAUSE = regex(
    r"[\w’'-]+(?: (?!(?:in|at|on|near|that|which|who|and|after|when|as|by|for|from|of|to|while|was|is|were|had|has|said|before"
    r"|during|inside|with|but|or|then|not|killed|this|last)\b)[a-z’'-]+){0,4}"
)
_AHEAD = regex(
    r"(?:\A|[,;:.“\"] )(?:[Aa]n? |[Tt]he )?(?P<what>[A-Z]?[a-z’'-]+(?: [a-z’'-]+){0,3}?)(?: (?:is|was|are|were|has|have|had|been|being))*"
    r" \Z"
)


class Caused(NamedTuple):
    """What was caused, by its kind, and whose it was, by name; its cause; and where the words stand that tell both."""

    kind: str
    whose: str
    cause: str
    said: Place


def causes(reading: Reading) -> Iterator[Caused]:
    """Yields what the text tells the cause of, in clauses that neither deny nor suppose it."""
    text, known = reading.text, vocabulary(reading.text)
    if known.words.isdisjoint(_effects()) and known.words.isdisjoint(_LEAVING):
        return
    spots = [at for at, _ in known.places(_effects().keys())]
    for way, told in _lists().find(known).items():
        for start, end, beside in told:
            sentence = reading.document.sentence_at(start)
            if sentence is None or end > sentence.end or reading.document.skipped(start):
                continue
            first, last = max(sentence.start, start - _FAR), min(sentence.end, end + _FAR)
            if way != "leaves" and bisect_left(spots, first) == bisect_left(spots, last):
                continue
            if _UNSURE.search(text, first, start):
                continue
            listed, triggers = reading.document.clauses(sentence, start, start)
            here = _Here(reading, listed, Clauses(listed, triggers), first, last)
            effect, cause = here.leaves(start, end) if way == "leaves" else here.told(way, start, end, beside)
            whose = reading.text[slice(*effect)]
            kind = "resignation" if way == "leaves" else _effects().get(_head(whose), "")
            if not kind or effect == _NOWHERE or cause == _NOWHERE:
                continue
            because = text[slice(*cause)]
            noun = _head(because)
            if _VAGUE.match(because) or noun in _VAGUE_NOUNS or not noun.isalpha():
                continue
            if kind != "resignation" and because.rpartition(" ")[2][:1].isupper() and " " in because:
                continue  # who is blamed, and no cause
            begin, stop = min(effect[0], cause[0], start), max(effect[1], cause[1], end)
            yield Caused(kind, here.whose(effect) if kind == "resignation" else "", because, (begin, stop))


class _Here(NamedTuple):
    """A sentence in which a cause may be told, and the stretch of it that is looked at."""

    reading: Reading
    listed: Words
    clauses: Clauses
    first: int
    last: int

    def object(self, at: int) -> Place:
        index, said = self.listed.ending_after(at), self.listed
        if (
            index + 1 < len(said)
            and said[index].size > len(said[index].lower)
            and said[index].lower in small("calendar")
        ):
            index += 1  # "Friday's fire"
        return self.clauses.object(index) if index < len(said) else _NOWHERE

    def cause(self, at: int) -> Place:
        """The cause that follows."""
        start, end = self.object(at)
        whole = _CAUSE.match(self.reading.text, start, self.last) if end else None
        return (start, max(end, whole.end())) if whole is not None else _NOWHERE

    def subject(self, at: int) -> Place:
        place = self.clauses.subject(self.listed.ending_after(at))
        ahead = _AHEAD.search(self.reading.text, max(0, self.first - 2), at) if place == _NOWHERE else None
        return ahead.span("what") if ahead is not None else place

    def told(self, way: str, start: int, end: int, beside: str) -> tuple[Place, Place]:
        """What was caused, and its cause, by a phrase of the lexicon."""
        text = self.reading.text
        if way == "by":
            return self.subject(start), self.cause(end)
        if way == "makes":
            led = text.endswith((" that ", " which ", " who "), self.first, start)
            noun = text.startswith("the ", start)  # "a kettle was the cause of", not "seek the cause of"
            led = led or (noun and not text.endswith((" is ", " was ", " were ", " be ", " been "), 0, start))
            return (_NOWHERE, _NOWHERE) if led else (self.object(end), self.subject(start))
        effect = self.object(end)
        if effect == _NOWHERE:
            return _NOWHERE, _NOWHERE
        if way == "onto":
            between = text.find(f" {beside} ", effect[1], min(self.last, effect[1] + 48))
            return (effect, self.cause(between + len(beside) + 2)) if between >= 0 else (_NOWHERE, _NOWHERE)
        gave = _GAVE.search(text, self.first, start)
        if gave is not None:
            return effect, self.cause(gave.start("cause"))
        is_ = _IS.match(text, effect[1], self.last)
        return (effect, self.cause(is_.end())) if is_ is not None else (_NOWHERE, _NOWHERE)

    def leaves(self, start: int, end: int) -> tuple[Place, Place]:
        """Who resigned, and why."""
        text = self.reading.text
        made = _MADE.search(text, self.first, start)
        if made is not None:
            return made.span("who"), self.subject(made.start())
        post = _POST.match(text, end, self.last)
        if post is None:
            return _NOWHERE, _NOWHERE
        for link in _links():
            at = text.find(f" {link} ", end, min(self.last, end + 56))
            if at < 0 or not _POST.fullmatch(text, end, at + 1):
                continue
            if link != "for" or _REASONS.match(text, at + 5):
                return self.subject(start), self.cause(at + len(link) + 2)
        return _NOWHERE, _NOWHERE

    def whose(self, effect: Place) -> str:
        """Who resigned, by name; by the subject of the sentence where only a pronoun says it."""
        document = self.reading.document
        said = self.reading.text[max(self.first, effect[0] - 4) : effect[1]].lower()
        for mention in document.mentions_between(*effect):
            if mention.kind == "person":
                return mention.full
        pronoun = next((word for word in ("her", "his", "he", "she") if word in said.split()), "")
        return document.meant(pronoun, effect[0]) if pronoun else ""


@cache
def _effects() -> dict[str, str]:
    """From each noun for what has a cause to the first one of its line."""
    found: dict[str, str] = {}
    for line in words("causes"):
        if line.startswith("="):
            nouns = [noun.strip() for noun in line[1:].split(",")]
            found.update(dict.fromkeys(nouns, nouns[0]))
    return found


_LEAVING = frozenset({"resigned", "stepped", "stood", "quit", "resign", "step", "stand", "quits", "resigns"})


@cache
def _phrases() -> dict[str, list[str]]:
    lines = (line.partition(":") for line in words("causes") if not line.startswith("="))
    return {way: [phrase.strip() for phrase in phrases.split(",")] for way, _, phrases in lines}


@cache
def _links() -> tuple[str, ...]:
    return tuple(_phrases()["over"])


@cache
def _lists() -> PhraseLists:
    told = _phrases()
    lists = {way: dict.fromkeys(told[way], "") for way in ("by", "makes", "noun", "leaves")}
    verbs = (phrase.rpartition(" ") for phrase in told["onto"])
    return PhraseLists({**lists, "onto": {verb: beside for verb, _, beside in verbs}})
