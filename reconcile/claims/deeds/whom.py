"""Of whom a clause tells: its subject as a person, by name where the article has it, by noun, and by number."""

from __future__ import annotations

import re
from typing import NamedTuple

from reconcile.claims.reading import Reading
from reconcile.language.figures.counted import singulars
from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.grammar.verbs import past
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.language.names.mentions import Mention
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.values.regex import regex

_VERBAL = small("auxiliary") | small("modal") | {"remains", "remain", "did", "does", "do", "dies", "survives"}
_CLAUSES = small("joint") | {",", ";", ":"}
_BEHIND = 12  # words between a verb and a phrase that still hangs on its subject
_DEAD = regex(
    r"(?:the )?(?:(?:[a-z-]+ ){0,2}(?:body|bodies|remains|corpse|corpses)) of (?:the |an? )?", holds=" of "
)
_HANGS = regex(r",| (?:of|from|in|on|at|who|with|and|for|near|aged|by)\b")
_NUMBERS = {
    word: int(value)
    for word, value in (line.split(" = ") for line in words("number_words") if not line.endswith("*"))
    if value.isdigit() and 0 < int(value) < 100
}
_COUNT = regex(r"(?<![\w-])(?:(\d{1,3})|([a-z]+))(?![\w-])")
_SOME_OF = regex(
    rf"(?:{'|'.join(_NUMBERS)}|\d{{1,3}}|some|several|many|most|all|both) of (?:the|his|her|its|their|these|those)\b"
    r"|(?:an? )?(?:number|couple|group|pair|handful|dozens|hundreds|scores) of\b",
    re.I,
)
_CALLING = regex(
    r"[A-Za-z]?[a-z]{2,}(?:man|men|woman|women|(?:ists?|ers?|ians?|ees?|eers?))\Z"
)  # runner, dentist, Dutchman
# Who is none by calling is a person all the same.
_NO_CALLINGS = frozenset(word for line in words("not_callings") for word in line.split()) - {
    "german",
    "killer",
    "roman",
    "stranger",
    "winner",
    "youngster",
}
_NEXT = regex(
    r"(?:,? (?:aka|a\.k\.a\.|alias) [“\"][^”\"\n]{1,20}[”\"])?(?:,? \(?\d{1,3}\)?)?(?:,? of [A-Z][a-z]+)?(?:,? and|,| &) (?:[a-z-]+ )?\Z"
)
_AND = regex(r"\band\b|&")
_APPOSED = regex(r", (?:\d\d?-year-old )?(?=[A-Z])")  # "the mother, 29-year-old Ada Lind, was hurt"
_CLOSED = regex(r"[,.;)](?: |\Z)|\Z")  # behind an apposition; "the teacher, Ann Dahl said" has none
_MOST = 6  # persons of one enumeration
_HEAD = regex(r"[A-Za-z][a-z-]*[a-z]")


class Whom(NamedTuple):
    """A person or several: the full name, what they are called in the singular, and how many (0 where not told).

    `start` and `end` are where the words for them stand."""

    name: str = ""
    noun: str = ""
    number: int = 0
    start: int = 0
    end: int = 0


NOBODY = Whom()


def subject_at(reading: Reading, at: int) -> Whom:
    """The person or persons of whom the words at `at` are said; `NOBODY` where the clause's subject is none."""
    return person_of(reading, *subject_phrase(reading, at))


def sufferer_at(reading: Reading, at: int) -> Whom:
    """The person of whom the phrase at `at` tells how he is: whom its verb is done to, else the subject of its clause."""
    document = reading.document
    sentence = document.sentence_at(at)
    if sentence is None:
        return NOBODY
    said, triggers = document.clauses(sentence, at, at)
    last = said.ending_after(at)
    index = _verb(said, last)
    if index < 0:
        return NOBODY
    clauses = Clauses(said, triggers)
    if 0 <= index < last and said[index].lower not in _VERBAL and not _passive(said, index):
        place = clauses.object(index + 1)
        whom = person_of(reading, *place)
        if reading.text[slice(*place)].lower() in ("someone", "somebody"):
            whom = Whom("", "person", 0, *place)
        between = said[said.ending_after(whom.end) : last] if whom.end else ()
        bound = any(t.lower in _CLAUSES or t.lower.endswith("ing") for t in between)
        if whom.end and whom.end <= at and not bound:  # "found the guard with a wound"
            return whom
    return person_of(reading, *clauses.subject(index))


def _passive(said: Words, index: int) -> bool:
    """Whether a form of "be" stands before the verb, past adverbs."""
    at = index - 1
    while at > 0 and said[at].lower.endswith("ly"):
        at -= 1
    return at >= 0 and said[at].lower in small("be")


def subject_phrase(reading: Reading, at: int) -> tuple[int, int]:
    """Where the subject stands of the clause that the words at `at` are in; (0, 0) where it has none."""
    document = reading.document
    sentence = document.sentence_at(at)
    if sentence is None:
        return (0, 0)
    said, triggers = document.clauses(sentence, at, at)
    index = _verb(said, said.ending_after(at))
    return Clauses(said, triggers).subject(index) if index >= 0 else (0, 0)


def object_at(reading: Reading, at: int) -> Whom:
    """The person or persons that the words after `at` name; `NOBODY` where they name none."""
    document = reading.document
    sentence = document.sentence_at(at - 1)
    if sentence is None:
        return NOBODY
    said, triggers = document.clauses(sentence, at, at)
    index = said.ending_after(at)
    return person_of(reading, *Clauses(said, triggers).object(index)) if index < len(said) else NOBODY


def thing_at(reading: Reading, at: int) -> bool:
    """Whether the subject of the words at `at` is told by a noun that is no person's, nor a wound's or a part's of one."""
    first, last = subject_phrase(reading, at)
    said = reading.text[first:last].lower()
    head = said.rpartition(" ")[2]
    if not last or not head.replace("-", "").isalpha() or reading.document.mentions_between(first, last):
        return False
    owned = reading.text[max(0, first - 4) : first].lower().endswith(("his ", "her "))
    other = said in PRONOUNS or said in small("no-thing") or head.removesuffix("s") in small("of-one")
    return not (owned or other or person_of(reading, first, last).end)


def together(reading: Reading, whom: Whom) -> tuple[Whom, ...]:
    """The persons of the enumeration that a name stands in: "Ware and Jones", "Gabby, Patete and Harris"."""
    if not whom.name:
        return (whom,)
    text = reading.text
    people = [
        m for m in reading.document.mentions_between(whom.start - 120, whom.end + 120) if m.kind == "person"
    ]
    at = next((i for i, m in enumerate(people) if m.full == whom.name and m.end > whom.start), -1)
    if at < 0:
        return (whom,)
    chain = [at]
    while len(chain) < _MOST:
        near = (i for i in range(chain[0] - 1, max(-1, chain[0] - 3), -1))  # a nickname may stand between
        before = next((i for i in near if _NEXT.match(text, people[i].end, people[chain[0]].start)), -1)
        if before < 0:
            break
        chain.insert(0, before)
    while len(chain) < _MOST:
        near = (i for i in range(chain[-1] + 1, min(len(people), chain[-1] + 3)))
        after = next((i for i in near if _NEXT.match(text, people[chain[-1]].end, people[i].start)), -1)
        if after < 0:
            break
        chain.append(after)
    if len(chain) < 2 or not _AND.search(text, people[chain[-2]].end, people[chain[-1]].start):
        return (whom,)
    named = {people[i].full: people[i] for i in chain}
    return tuple(whom._replace(name=name, start=m.start, end=m.end) for name, m in named.items())


def _verb(said: Words, index: int) -> int:
    """The verb that a token is, or that it hangs on: "went" for the one of "went down with broken ribs"."""
    for at in range(min(index, len(said) - 1), max(-1, index - _BEHIND), -1):
        lower, capital = said[at].lower, said[at].capital
        if not said[at].word and lower in ";:()":
            return -1
        before = said[at - 1].lower if at else ""
        described = before in small("determiner") or before in _NUMBERS or before.isdigit()
        if lower in _VERBAL or (past(lower) and not capital and not described):
            return at
    return -1


def person_of(reading: Reading, first: int, last: int) -> Whom:
    """Whom the noun phrase from `first` to `last` means; `NOBODY` where there is none."""
    if not last:
        return NOBODY
    text, document = reading.text, reading.document
    body = _DEAD.match(text, first, last)
    first = body.end() if body else first
    phrase = text[first:last]
    if phrase.lower() in ("he", "she", "him", "her"):
        sure = _alone_before(reading, first, PRONOUNS[phrase.lower()])
        meant = document.meant(phrase.lower(), first) if sure else ""
        new = "" if meant else document.antecedents.newcomer(phrase.lower(), first)
        return Whom(meant, new, start=first, end=last)
    some = _SOME_OF.match(phrase)
    hangs = _HANGS.search(phrase, some.end() if some else 0)
    head = phrase[: hangs.start()] if hangs else phrase
    end = first + len(head)
    named = next((m for m in document.mentions_between(first - 60, end) if _heads(text, m, first, end)), None)
    if named is not None:
        return Whom(named.full, start=first, end=end)
    noun = _noun(head)
    if not noun:
        return NOBODY
    number = _number(head.lower())
    beside = _APPOSED.match(text, end) if number < 2 else None
    people = document.mentions_between(beside.end(), beside.end() + 1) if beside else ()
    apposed = next((m for m in people if m.kind == "person" and beside and m.start == beside.end()), None)
    called = apposed.full if apposed is not None and _CLOSED.match(text, apposed.end) else ""
    called = called or (document.antecedents.described(noun, first) if number < 2 else "")
    return Whom(called or (apposed.full if apposed is not None else ""), noun, number, first, end)


def _alone_before(reading: Reading, at: int, sex: str) -> bool:
    """Whether the sentence of a pronoun up to it, and the sentence before, name one person at most who may be meant."""
    document = reading.document
    sentence = document.sentence_at(at)
    before = document.sentence_at(max(0, sentence.start - 2)) if sentence else None
    first = before.start if before else at
    named = {m.full for m in document.mentions_between(first, at) if m.kind == "person"}
    return len([name for name in named if document.antecedents.sex_of(name) in ("", sex)]) < 2


def _heads(text: str, mention: Mention, first: int, end: int) -> bool:
    """Whether a mention is of the person that the phrase's head names, not of whose he is."""
    inside = mention.kind == "person" and mention.end > first and mention.end >= end - 4
    return (
        inside
        and not text.startswith(("'s ", "’s "), mention.end)
        and not text[first:end].endswith(("'s", "’s"))
    )


def _noun(head: str) -> str:
    """The noun for a person that ends a phrase, in the singular."""
    last = next(iter(_HEAD.findall(head)[-1:]), "")
    known = singulars().get(last) or (last if last in person_nouns() else None)
    if known is None and _CALLING.match(last) and _calls(last):
        known = last.replace("men", "man") if last.endswith("men") else last.removesuffix("s")
    return known.lower() if known else ""


def _calls(word: str) -> bool:
    """Whether a word that ends as those for callings do is one: neither "answer" nor the name of Deemer."""
    lower = word.lower()
    named = lower != word and not lower.endswith(("s", "man", "men"))
    bare = lower.removesuffix("s")
    return not named and bare not in _NO_CALLINGS


def _number(head: str) -> int:
    for figure, word in _COUNT.findall(head):
        if figure or word in _NUMBERS:
            return int(figure) if figure else _NUMBERS[word]
    return 0
