"""Whom a pronoun or a definite description means: "she", "the captain", "the 46-year-old novelist"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from string import ascii_lowercase
from typing import TYPE_CHECKING
from weakref import proxy

from reconcile.language.names.personhood import Standing
from reconcile.language.names.titled import person_nouns
from reconcile.language.speech.speakers import female_names, male_names
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.document import Document
    from reconcile.language.names.mentions import Mention

PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
    "who": "",
}
_WOMEN = frozenset(
    [
        "mrs",
        "ms",
        "miss",
        "lady",
        "dame",
        "queen",
        "princess",
        "madam",
        "mother",
        "sister",
        "mum",
        "mom",
        "grandmother",
        "grandma",
        "actress",
        "waitress",
        "widow",
        "wife",
        "bride",
        "woman",
        "girl",
        "daughter",
        "heroine",
        "chairwoman",
        "spokeswoman",
    ]
)
_MEN = frozenset(
    [
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "father",
        "brother",
        "dad",
        "grandfather",
        "grandpa",
        "actor",
        "waiter",
        "widower",
        "husband",
        "groom",
        "man",
        "boy",
        "son",
        "hero",
        "chairman",
        "spokesman",
    ]
)
_REACH = 600  # characters back to whom a pronoun may still mean
_BEFORE = regex(
    r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?)\s(?:[a-z0-9'’-]+\s){0,3})?(?P<noun>[a-z][a-z-]+)(?P<comma>,)?\s\Z"
)
_AFTER = regex(
    r"(?:,? \(?(?:aged )?\d{1,3}\)?)?(?:,| is| was|, who (?:is|was))\s(?:(?:the|an?|his|her|its|their|one of the)\s)?"
    r"(?P<phrase>[a-z][\w'’-]*(?:\s[a-z][\w'’-]*){0,4})"
)
_TELLS = regex(
    r",? (?:also |later |then )?(?:said|says|told (?!(?:police|officers|investigators) he)|believes?|alleged?s?|confirmed|added) "
)
_SAYS = regex(
    r"\w+ (?:also |later |then |has |had )?(?:said|says|told|added|adds|declined|noted|explained|called|urged|asked)\b"
)
_OPENS = regex(
    r"[\"“\s]*(?:The|A|An|One|Another) (?P<phrase>[a-z0-9][\w-]*(?: [a-z][\w-]*){0,5})(?![\w-])(?!['’ ][A-Z])"
)
_NEW = regex(
    r"\b(?P<pronoun>[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b"
    r"|\b(?:[Aa]n?|[Aa]nother|(?P<one>[Oo]ne of (?:the|his|her|their|its))) (?:[\w-]+ ){0,2}?(?P<noun>[a-z]+)\b(?=[ ,.])"
)
_REPORTS = regex(
    r" (?:reports(?= (?:how|that|from|live|on|for|why|what)\b|[.,;:]| \()|(?:has|have) the (?:story|latest|details)\b)|,? contributed to th"
)
_BY = regex(r"(?:\A|\n)By |\b[Pp]hotos?(?: by|:) ")
_WORD = regex(r" ([a-z]+)\b")
_QUALITIES = frozenset({"private", "general", "major", "minor", "adult", "patient", "juvenile"})
_TAKES_ON = frozenset({"he", "she", "him", "his", "himself", "herself"})
_TAKES_UP = frozenset({"he", "she", "his", "himself", "herself"})
_SMALL = ascii_lowercase + "-"
_HEAD_ENDS = frozenset(
    ["of", "from", "at", "in", "for", "on", "with", "who", "that", "to", "and", "by", "was", "is"]
)


def sex_of_noun(noun: str) -> str:
    """Whether a noun says a woman ("f") or a man ("m"); empty when it says neither."""
    return "f" if noun in _WOMEN else "m" if noun in _MEN else ""


class Antecedents:
    """The persons of one text, as the words that stand for them see them."""

    def __init__(self, document: Document) -> None:
        self._document: Document = proxy(document)  # which holds these: no cycle, so that both go at once
        self._people = [m for m in document.mentions if m.kind == "person"]
        self._starts = [m.start for m in self._people]

    def pronoun(self, word: str, at: int) -> str:
        """The full name of the person that a pronoun at `at` means; empty when nothing in reach fits."""
        meant = self.mention(word, at)
        return meant.full if meant is not None else ""

    def mention(self, word: str, at: int) -> Mention | None:
        """The mention that a pronoun at `at` takes up: the last fitting person of its sentence, else the first
        fitting one of the nearest sentence before; in one sentence, a sure person before a name that may be a body's."""
        sex = PRONOUNS.get(word.lower())
        sentence = self._document.sentence_at(at)
        if sex is None or sentence is None:
            return None
        index = bisect_left(self._starts, at) - 1
        found: Mention | None = None
        while index >= 0 and self._people[index].start >= sentence.start:
            if self._fits(self._people[index], sex):
                found = self._surer(found, self._people[index])
            index -= 1
        if found is None and word.lower() in _TAKES_UP:
            nameless = self._nameless(sentence.start, at, sex)
            if nameless is not None:
                name = self.described(nameless, at)
                return next((m for m in reversed(self._people) if m.start < at and m.full == name), None)
        if found is None and word.lower() in _TAKES_ON and self.newcomer(word, at):
            return None  # "arrested a man after he fled": nobody who is named before
        while found is None and index >= 0 and sentence.start - self._people[index].start <= _REACH:
            earlier = self._document.sentence_at(self._people[index].start)
            if earlier is None:
                return None
            named: list[Mention] = []
            while index >= 0 and self._people[index].start >= earlier.start:
                if self._fits(self._people[index], sex):
                    named.append(self._people[index])
                index -= 1
            if len(named) > 1 and self._tells(named[-1]) and not _SAYS.match(self._document.text, at):
                named.pop()  # "Dahl says Moss ran. He was hurt": it is told of Moss
            for mention in named:
                found = self._surer(mention, found)
        return found

    def _nameless(self, start: int, at: int, sex: str) -> str | None:
        """The noun for a person with which the sentence of a pronoun opens: "the man" of "The man fled when he saw her"."""
        opens = _OPENS.match(self._document.text, start, at)
        if opens is None:
            return None
        said = opens.group("phrase").split()
        at_noun = next((i for i, word in enumerate(said) if word in person_nouns()), -1)
        while 0 <= at_noun < len(said) - 1 and said[at_noun + 1] in person_nouns():
            at_noun += 1
        if at_noun < 0 or sex_of_noun(said[at_noun]) not in ("", sex):
            return None
        follows = said[at_noun + 1 : at_noun + 2]
        return None if follows in (["of"], ["from"]) and at_noun + 2 == len(said) else said[at_noun]

    def newcomer(self, word: str, at: int) -> str:
        """The noun for somebody new of whom the sentence of a pronoun speaks before it: "man" of "held a man after he fled";
        empty for nobody, and where another such pronoun stands before that."""
        sex, sentence = PRONOUNS.get(word.lower()), self._document.sentence_at(at)
        if not sex or sentence is None:
            return ""
        for found in _NEW.finditer(self._document.text, sentence.start, at):
            noun, after = _one(found), _WORD.match(self._document.text, found.end())
            if after is not None and noun in person_nouns():  # "an adult woman", "a private party"
                noun = after[1] if after[1] in person_nouns() else "" if noun in _QUALITIES else noun
            if found.group("pronoun"):
                if PRONOUNS[found.group("pronoun").lower()] == sex:
                    return ""
            elif noun in person_nouns() and sex_of_noun(noun) in ("", sex):
                return noun
        return ""

    def _tells(self, mention: Mention) -> bool:
        """Whether what follows is told by the person who is named: "Dahl says Moss took hostages"."""
        return _TELLS.match(self._document.text, mention.end) is not None

    def _surer(self, first: Mention | None, second: Mention | None) -> Mention | None:
        """The surer person of the two, the first one of equals; none that is a body."""
        of = self._document.personhood.standing
        ranked = [m for m in (first, second) if m is not None and of(m.full) > Standing.BODY]
        return max(ranked, key=lambda m: of(m.full), default=None)

    def described(self, noun: str, at: int) -> str:
        """The full name of the person whom the text calls `noun`, the last so called before `at`; empty for nobody."""
        called = self._callings.get(noun.lower(), [])
        before = [name for start, name in called if start < at]
        if before:
            return before[-1]
        return called[0][1] if len({name for _, name in called}) == 1 else ""

    def sole(self, noun: str) -> str:
        """The full name of the only person whom the text calls `noun`; empty for nobody and for several."""
        named = {name for _, name in self._callings.get(noun.lower(), ())}
        return named.pop() if len(named) == 1 else ""

    def called(self, name: str) -> frozenset[str]:
        """The nouns that the text says of the person whose full name is `name`: captain, guide."""
        return frozenset(
            noun for noun, said in self._callings.items() if any(full == name for _, full in said)
        )

    def sex_of(self, name: str) -> str:
        """Whether a person is a woman ("f") or a man ("m"), by title or given name; empty when neither tells."""
        if known := self._titled.get(name):
            return known
        first = name.split(" ", 1)[0]
        if " " not in name:
            return ""
        first = first.capitalize() if first.isupper() else first
        return "f" if first in female_names() else "m" if first in male_names() else ""

    def _fits(self, mention: Mention, sex: str) -> bool:
        fits = not mention.candidates and (not sex or self.sex_of(mention.full) in ("", sex))
        return fits and mention.full not in self._reporters

    @cached_property
    def _reporters(self) -> frozenset[str]:
        """The names of those who report, write or photograph what the text tells: it does not tell of them."""
        text = self._document.text
        return frozenset(
            m.full
            for m in self._people
            if _REPORTS.match(text, m.end)
            or (
                _BY.search(text, max(0, m.start - 12), m.start)
                and text[m.end : m.end + 1] in ("", "\n", ",", "/", ")")
            )
        )

    @cached_property
    def _titled(self) -> dict[str, str]:
        """The sex of persons that a title or a noun before the name tells."""
        found: dict[str, str] = {}
        for mention in self._people:
            for word in mention.title.lower().replace("-", " ").split():
                bare = word.rstrip(".")
                if bare in _WOMEN or bare in _MEN:
                    found.setdefault(mention.full, "f" if bare in _WOMEN else "m")
        return found

    @cached_property
    def _callings(self) -> dict[str, list[tuple[int, str]]]:
        """What the text calls its persons: from a noun to those it is said of, with where."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        text, nouns = self._document.text, person_nouns()
        for mention in self._people:
            if mention.candidates:
                continue
            called = [*mention.title.lower().split()[-1:]]
            before = _described(text, mention.start)
            if before is not None and (before.group("comma") is None or " " in before.group()[:-2]):
                called.append(before.group("noun"))
            after = _AFTER.match(text, mention.end)
            if after is not None:
                called.append(_head(after.group("phrase")))
            for noun in dict.fromkeys(called):
                if noun in nouns:
                    found[noun].append((mention.start, mention.full))
        return found


def _one(found: re.Match[str]) -> str:
    """The noun of somebody new in the singular: "man" of "one of the men"."""
    noun = found.group("noun") or ""
    several = noun.replace("men", "man") if noun.endswith("men") else noun.removesuffix("s")
    return several if found.group("one") else noun


def _described(text: str, at: int) -> re.Match[str] | None:
    """The words before a name at `at` that say what the person is."""
    before = text[max(0, at - 48) : at][:-1].removesuffix(",")
    noun = before[len(before.rstrip(_SMALL)) :].lstrip("-")
    return _BEFORE.search(text, max(0, at - 48), at) if noun in person_nouns() else None


def _head(phrase: str) -> str:
    """The last word of a noun phrase before what is said of it: "dentist" of "dentist from abroad"."""
    head = ""
    for word in phrase.split():
        if word in _HEAD_ENDS:
            break
        head = word
    return head
