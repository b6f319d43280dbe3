"""Whom or what a clause is about, in the fullest form that its article has."""

from __future__ import annotations

from bisect import bisect_left

from reconcile.claims.age import owner_of
from reconcile.claims.reading import Reading
from reconcile.language.ages.forms import ages_of
from reconcile.language.grammar.themes import subject_phrase
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.language.names.mentions import Mention
from reconcile.language.names.titled import person_nouns
from reconcile.values.regex import regex


def subject_of(reading: Reading, place: tuple[int, int]) -> str:
    """The words at `place`, in the fullest form that the article has for them; a pronoun by whom or what it means."""
    start, end = place
    if end <= start:
        return ""
    said = reading.text[start:end]
    if (due := _DUE.search(said)) is not None:
        start, end = _who_is_due(reading.text, start, start + due.start())
        said = reading.text[start:end] or said
    lower = said.lower()
    if lower in PRONOUNS:
        return reading.document.meant(lower, start) or said
    if lower in ("it", "its"):
        return thing_before(reading, start) or said
    if _AGED.match(said):
        return _aged(reading, start, end) or said
    for mention in reading.document.mentions_between(start - 120, end):
        headed = mention.end >= end or not reading.text[mention.end : end].strip("’'s .,)").islower()
        overlap = mention.end > start and mention.end - mention.start >= (end - start) * 0.6 and headed
        if overlap or _called(reading.text[start : mention.start], mention, end):
            return mention.full
    noun = lower.rsplit(" ", 1)[-1]
    known = (
        said.islower()
        and not _ANOTHER.match(said)
        and not _NEW.search(reading.text, max(0, start - 5), start)
    )
    return (reading.document.antecedents.described(noun, start) if known else "") or said


_ANOTHER = regex(r"(?:new|next|former|vice|deputy|acting|another) ")
_NEW = regex(r"(?<!,)\s[Aa]n? \Z")  # "a vice president was named": nobody known, but "Moss, a mayor who"


def _who_is_due(text: str, start: int, end: int) -> tuple[int, int]:
    """Where who is said to be due somewhere stands: before the contraction, or before the verb."""
    if end > start:
        return start, end
    before = _IS.search(text, max(0, start - 48), start)
    return before.span("who") if before is not None else (start, end)


_DUE = regex(
    r"(?:['’](?:s|re))?(?:\A| )(?:due|scheduled|expected|set|slated|ordered|back)(?: to)?(?: be)?(?: back)?\Z",
    holds="due|scheduled|expected|set|slated|ordered|back",
)
_IS = regex(
    r"\b(?P<who>(?:[A-Z][\w’'.-]+ ){0,2}(?:[A-Z][\w’'.-]+|he|she|they)) (?:is|are|was|were|will be) (?:now |also |next )?\Z"
)


def _aged(reading: Reading, start: int, end: int) -> str:
    """Whom a description at `start` means that begins with an age: "48-year-old former miner"."""
    ages = ages_of(reading.text)
    at = bisect_left(ages, start, key=lambda age: age.start)
    return owner_of(reading, ages[at]) if at < len(ages) and ages[at].start < end else ""


_AGED = regex(r"(?:[Tt]he )?\d{1,3}-year-old\b")


def _called(before: str, mention: Mention, end: int) -> bool:
    """Whether the words before a person's name only say what the person is: "the former mayor Ada Moss"."""
    person = mention.kind == "person" and mention.end >= end and " " in mention.full
    return person and _JOINED.search(before) is None


_JOINED = regex(r"['’]s? |[,(]|\b(?:and|or|of|with|by|for|to|in|against) ")


def _deed(what: str) -> bool:
    """Whether the words name something done: "building", which "it" does not take up."""
    return " " not in what and what.lower().endswith(("ing", "tion", "ment"))


_VERBLESS = regex(r" (?:is|was|has|had|will)\Z")  # "The Marigold was"
# "has run the dam since it was opened": what the sentence has just spoken of.
_THE = regex(r"\b[Tt]he (?P<what>(?:[A-Z][\w’'-]+ ){0,3}[a-z]{3,}) (?=[a-z])")


def thing_before(reading: Reading, offset: int) -> str:
    """What "it" at `offset` most likely means: what this sentence, else the one before, is about."""
    document = reading.document
    sentence = document.sentence_at(offset)
    if sentence is None:
        return ""
    spoken = _THE.finditer(reading.text, sentence.start, offset)
    here = [
        _VERBLESS.sub("", m.group("what"))
        for m in spoken
        if not reading.text.startswith("of ", m.end(), offset)
    ]
    if here and not _deed(here[-1]):
        return here[-1]
    before = document.sentence_at(max(0, sentence.start - 2))
    for told in (sentence, before):
        if told is None or (told is before and told.start >= sentence.start):
            continue
        words, triggers = document.clauses(told, told.start, told.start)
        first, last = subject_phrase(words, triggers)
        what = reading.text[first:last]
        if (
            last <= offset
            and what
            and what.lower() not in PRONOUNS
            and what.lower() != "it"
            and not _deed(what)
        ):
            return _owned(reading, (first, last), told.end) or what
    return ""


def _owned(reading: Reading, who: tuple[int, int], end: int) -> str:
    """The only thing named after people who do something with it: "envoys ended the Brae Accord. It …"; else empty."""
    people = reading.text[who[0] : who[1]].lower().rpartition(" ")[2]
    named = reading.document.mentions_between(who[0], end)
    person = any(m.kind == "person" and m.start <= who[0] and m.end >= who[1] for m in named)
    if not person and not (people.endswith("s") and people[:-1] in person_nouns()):
        return ""
    things = {m.full for m in named if m.start >= who[1] and m.kind in _THINGS}
    return things.pop() if len(things) == 1 else ""


_THINGS = frozenset({"organization", "treaty", "work", "event", "award", "vessel", "vehicle"})
