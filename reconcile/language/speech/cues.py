"""Verbs of saying in running text, told from the nouns that look like them; and where sentences end around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reconcile.language.memo import remembered
from reconcile.language.sentences import abbreviations
from reconcile.lexicon import words
from reconcile.values.regex import regex

_TOKEN = regex(r"[^\W\d_][\w'’-]*")
_STOP = regex(r"[.!?][)\]]?(?=\s)")
_LAST_WORD = regex(r"[^\s(\[\x00]+\Z")
_ADVERB = regex(r"\s+(?:[a-z]+ly|also|again|later)(?=\s)")


class Cue(NamedTuple):
    """A verb of saying: `text[start:end]`, and its lemma."""

    start: int
    end: int
    lemma: str


def find_cues(text: str, start: int, end: int, *, acts: bool = False) -> list[Cue]:
    """The verbs of saying between two offsets, in order; with `acts`, also those that only introduce a phrase."""
    verbs, more = speech_verbs(), speech_acts()
    found = []
    before = ""
    for token in _TOKEN.finditer(text, start, end):
        word = token.group()
        lemma = verbs.get(word) or (more.get(word) if acts else None)
        if lemma and is_verb(word, lemma, before):
            found.append(Cue(token.start(), token.end(), lemma))
        before = word
    return found


def is_verb(word: str, lemma: str, before: str) -> bool:
    """Whether a form is used as a verb, as far as the word before it tells: "he notes", not "her notes"."""
    lower = before.lower()
    if lower in grammar("passive") and not word.endswith("ing"):
        return lemma == "quote"  # "was quoted as saying", not "was described as"
    if lower in grammar("before_participles") and not word.endswith("ing"):
        return False  # "over alleged fraud", but "by telling"
    if word.endswith("s") and lemma in grammar("nouns") and lower in speech_verbs():
        return False  # "confirmed reports"
    if lower in grammar("before_nouns") or before.endswith(("'s", "’s", "s'", "s’")):
        return False
    if word == lemma:
        if not before and lemma in ("read", "put"):
            return True  # "…," read one
        return lower in grammar("before_verbs") or (before.endswith("s") and lemma in grammar("plain"))
    return True


def sentence_stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end between two offsets of a text whose quotations are blanked out."""
    short = abbreviations()
    for stop in _STOP.finditer(text, start, end):
        word = _LAST_WORD.search(text, max(start, stop.start() - 24), stop.start())
        bare = word.group() if word else ""
        single = len(bare) == 1 and bare.isupper()
        if stop.group()[0] == "." and (bare.lower() in short or single or "." in bare):
            continue
        if not text[stop.end() : stop.end() + 3].lstrip()[:1].islower():
            yield stop.end()


def past_adverbs(text: str, at: int) -> int:
    """The offset after the adverbs that stand between a verb and its speaker."""
    while (word := _ADVERB.match(text, at)) is not None:
        at = word.end()
    return at


@cache
def speech_verbs() -> dict[str, str]:
    """Forms of verbs that put words in a mouth, each with its lemma."""
    return {form: line.split()[0] for line in words("speech_verbs") for form in line.split()}


@cache
def speech_acts() -> dict[str, str]:
    """Forms of verbs that introduce a quoted phrase but no clause, each with its lemma."""
    return {form: line.split()[0] for line in words("speech_acts") for form in line.split()}


@remembered
def grammar(group: str) -> frozenset[str]:
    """The words of one class of lexicon/en/speech_grammar.txt."""
    lines = (line.split(" = ") for line in words("speech_grammar"))
    return next(frozenset(found.split()) for name, found in lines if name == group)
