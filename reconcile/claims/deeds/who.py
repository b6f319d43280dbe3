"""Who is meant by the words that tell a doer, or the one it is done to."""

from __future__ import annotations

from reconcile.claims.deeds.doing import Place
from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import small
from reconcile.language.names.titled import person_nouns
from reconcile.values.regex import regex

_TITLED = 24  # characters of the longest title before a name
_OF_WHERE = regex(r" (?:of|from|at) (?:the )?[A-Z]")
_SPEAKERS = frozenset({"they", "he", "she", "we", "i", "you", "it"})
_TAKEN_UP = frozenset({"he", "she", "him", "her"})
_NOBODY = _SPEAKERS | {"himself", "herself", "themselves", "itself"} | small("nobody")


def led(text: str, start: int) -> int:
    """Where the article begins that leads the noun phrase at `start`; `start` where none does."""
    before = text[max(0, start - 5) : start].lower()
    article = next((word for word in _ARTICLES if before.endswith(word)), "")
    stands = article and not text[max(0, start - len(article) - 1) : start - len(article)].strip(' \n“"(')
    return start - len(article) if stands else start


_ARTICLES = ("the ", "a ", "an ", "his ", "her ", "its ")


def apposed(reading: Reading, start: int, end: int) -> str:
    """The full name that follows a noun for a person: "the mayor, Ann Dahl,"; empty for a list and for no name."""
    text = reading.text
    noun = text[start:end].rpartition(" ")[2]
    if noun not in person_nouns() or " and " in text[start:end] or led(text, start) == start:
        return ""
    follows = next(iter(reading.document.mentions_between(end, end + _TITLED)), None)
    if follows is None or follows.kind != "person" or " " not in follows.full or follows.candidates:
        return ""
    title = len(follows.title) + 1 if follows.title else 0
    comma = text[end : follows.start] == ", " or (title and text[end : follows.start - title] == ", ")
    return follows.full if comma and text[follows.end : follows.end + 1] in (",", ".", ";") else ""


def who(reading: Reading, place: Place) -> str:
    """Who the words at `place` mean: a name in its fullest form, also for a pronoun; else the words themselves; empty
    when they mean nobody in particular."""
    start, end = place
    said = reading.text[start:end]
    if named := apposed(reading, start, end):
        return named
    first, _, rest = said.partition(" ")
    lower = first.lower().replace("’", "'").partition("'")[0]  # "they've"
    if lower in _SPEAKERS and rest:  # "they believe Ann Dahl": what the verb before it tells
        _, _, rest = rest.partition(" ")
        start, said = end - len(rest), rest
        lower = rest.partition(" ")[0].lower()
    if not said or not said[0].isalnum() or "\n" in said:
        return ""
    if lower in _TAKEN_UP:
        return reading.document.meant(lower, start) if " " not in said else ""
    opens = lower in small("no-phrase") and (rest.count(" ") < 1 or lower != "last")
    if opens or said.lower() in _NOBODY or (lower in _SPEAKERS and not rest):
        return ""
    if " and " in said:
        return said  # two of them
    first_named = next(iter(reading.document.mentions_between(start, start + _TITLED)), None)
    if first_named is not None and first_named.kind == "person" and not first_named.candidates:
        led_by = first_named.start == start or said.startswith(first_named.title)
        if led_by and _OF_WHERE.match(reading.text, first_named.end, end):
            return first_named.full  # "Prof Ann Dahl of the University of Vik"
    for mention in reading.document.mentions_between(start, end):
        if mention.end >= end and " of " not in reading.text[start : mention.start]:
            if mention.kind == "person" and not mention.candidates:
                return mention.full
            return reading.text[start : mention.end]
    return f"{reading.text[led(reading.text, start) : start].lower()}{said}"
