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
from reconcile.language.names.gazetteer import kind_words
from reconcile.language.names.titled import person_nouns
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
_VAGUE = regex(
    r"(?:each|everybody|nobody|this|that|it|what|who|which|they|he|she|something|somebody|someone)\b", re.I
)
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
    | {
        "other",
        "problems",
        "series",
        "combination",
        "number",
        "cause",
        "causes",
        "event",
        "events",
        "people",
        "spill",
    }
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


# What the verbs of the lexicon tell, by the list they stand in.
_KINDS = {"leaves": "resignation", **{f"ends {kind}": kind for kind in ("closure", "delay", "cancellation")}}
_OF_THINGS = frozenset(_KINDS.values()) - {"resignation"}
_NOUN = regex(r"[a-z-]+")
_MORE = regex(
    r",? (?:that|which|in which|whose|at|in|on|near|outside) [^.;:]{3,90}?,? (?:is|was|were|are|has been|had been|might have been)(?: probably| most likely)? "
)
_FOR = regex(r" for ")


class Caused(NamedTuple):
    """What was caused, by its kind, and whose it was, by name (the words for it, where a thing is closed or delayed); its cause; and where the words stand that tell both."""

    kind: str
    whose: str
    cause: str
    said: Place


def causes(reading: Reading) -> Iterator[Caused]:
    """Yields what the text tells the cause of, in clauses that neither deny nor suppose it."""
    text, known = reading.text, vocabulary(reading.text)
    if known.words.isdisjoint(_effects()) and known.words.isdisjoint(_ending()):
        return
    spots = [at for at, _ in known.places(_effects().keys())]
    for way, told in _lists().find(known).items():
        for start, end, beside in told:
            sentence = reading.document.sentence_at(start)
            if sentence is None or end > sentence.end or reading.document.skipped(start):
                continue
            first, last = max(sentence.start, start - _FAR), min(sentence.end, end + _FAR)
            if way not in _KINDS and bisect_left(spots, first) == bisect_left(spots, last):
                continue
            if _UNSURE.search(text, first, start):
                continue
            listed, triggers = reading.document.clauses(sentence, start, start)
            here = _Here(reading, listed, Clauses(listed, triggers), first, last)
            if way in _KINDS:
                effect, cause = here.leaves(start, end, _links("over" if way == "leaves" else "when"))
            else:
                effect, cause = here.told(way, start, end, beside)
            if way == "by" and not _kind(text[slice(*effect)]):
                effect = here.ahead(spots, start) or effect
            whose = text[slice(*effect)]
            kind = _KINDS[way] if way in _KINDS else _kind(whose)
            if not kind or effect == _NOWHERE or cause == _NOWHERE:
                continue
            because = text[slice(*cause)]
            noun = _head(because)
            if _VAGUE.match(because) or noun in _VAGUE_NOUNS or not noun.isalpha():
                continue
            if kind in _OF_THINGS and _doers(noun):
                continue  # who closed it, and not what for
            if kind != "resignation" and because.rpartition(" ")[2][:1].isupper() and " " in because:
                continue  # who is blamed, and no cause
            begin, stop = min(effect[0], cause[0], start), max(effect[1], cause[1], end)
            owner = here.whose(effect) if kind == "resignation" else whose if kind in _OF_THINGS else ""
            yield Caused(kind, owner, because, (begin, stop))


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
        if way == "for":
            cause = self.cause(end)
            link = _FOR.match(text, cause[1], self.last) if cause[1] else None
            return (self.object(link.end()), cause) if link is not None else (_NOWHERE, _NOWHERE)
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

    def ahead(self, spots: list[int], at: int) -> Place | None:
        """Where the noun stands, before the verb at `at`, of which a clause between them tells more: "the blast that"."""
        text = self.reading.text
        for spot in spots[bisect_left(spots, self.first) : bisect_left(spots, at)]:
            noun = _NOUN.match(text, spot)
            if noun is not None and _MORE.fullmatch(text, noun.end(), at):
                return noun.span()
        return None

    def leaves(self, start: int, end: int, links: tuple[str, ...]) -> tuple[Place, Place]:
        """Who resigned, or what was closed, and why."""
        text = self.reading.text
        made = _MADE.search(text, self.first, start)
        if made is not None:
            return made.span("who"), self.subject(made.start())
        post = _POST.match(text, end, self.last)
        if post is None:
            return _NOWHERE, _NOWHERE
        for link in links:
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


def _doers(noun: str) -> bool:
    """Whether a noun means people or a body, who do things and cause none by themselves."""
    one = noun.lower().removesuffix("s")
    people = person_nouns() | frozenset(words("collectives"))
    return one in people or noun.lower() in people or kind_words().get(noun.lower()) == "organization"


@cache
def _ending() -> frozenset[str]:
    """The telling words of the verbs that say that somebody resigns, that something closes."""
    return frozenset(
        phrase.split()[0 if way == "leaves" else -1] for way in _KINDS for phrase in _phrases()[way]
    )


@cache
def _phrases() -> dict[str, list[str]]:
    lines = (line.partition(":") for line in words("causes") if not line.startswith("="))
    return {way: [phrase.strip() for phrase in phrases.split(",")] for way, _, phrases in lines}


@cache
def _links(when: str) -> tuple[str, ...]:
    return tuple(_phrases()[when])


def _kind(effect: str) -> str:
    """The kind of what is caused, by its noun: "explosion", "power cut"; empty for anything else."""
    said = effect.partition(" of ")[0].lower().split()
    return _effects().get(" ".join(said[-2:])) or _effects().get(_head(effect), "")


@cache
def _lists() -> PhraseLists:
    told = _phrases()
    lists = {way: dict.fromkeys(told[way], "") for way in ("by", "makes", "noun", "for", *_KINDS)}
    verbs = (phrase.partition(" ~ ") if "~" in phrase else phrase.rpartition(" ") for phrase in told["onto"])
    return PhraseLists({**lists, "onto": {verb: beside for verb, _, beside in verbs}})
