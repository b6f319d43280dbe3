"""Who a speaker is: from the words that name him at the quotation to the fullest name in the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from reconcile.language.names.described import described
from reconcile.language.names.gazetteer import country_of_people, given_names
from reconcile.language.names.personhood import Standing
from reconcile.language.names.titled import person_nouns
from reconcile.language.sentences import abbreviations
from reconcile.lexicon import words
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.document import Document
    from reconcile.language.names.mentions import Mention

_NAME = regex(r"[A-Z][\w'’-]+(?:(?:\s(?:de|da|du|van|von|der|den|bin|al|el|la|di|ibn))*\s[A-Z][\w'’.-]*)*")
_HONORIFIC = regex(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Rev|Fr|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Hon|St|Det|Insp|"
    r"President|Senator|Representative|Governor|Mayor|Chief|Captain|Sergeant|Minister|Judge|Justice|Officer|Detective|"
    r"Deputy|Sheriff|Professor|Doctor|General|Colonel|Major|Lieutenant|Secretary|Ambassador|King|Queen|Prince|Princess|Pope)\.?\s+"
)
_PERSONAL = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_OTHERS = frozenset(("they", "it", "i", "we", "you", "who", "which"))
_WORDS_AHEAD = regex(r"(?:(?<!\S)[A-Z][\w'’.-]+\s?){1,2}\Z")
_BODIES = frozenset(
    ("organization", "country", "place", "people", "treaty", "event", "vessel", "work", "award")
)
_NO_SPEAKER = regex(  # "this morning", "these", "of the mayor", "was": what a parser takes for a subject
    r"\b(?:morning|afternoon|evening|night|day|week|month|year|time|hours?|minutes?)$|^(?:this|that|these|those|it|there|"
    r"earlier|later|just|take|things?|one|was|were|is|are|been|being)$|^(?:the )?of\b|^[\"“”]",
    re.IGNORECASE,
)
_BESIDE = 20  # characters behind a description in which the name may stand
_SOON = 300  # characters behind in which "she" may be somebody who is called by a role only
_MEMORY = 30  # speakers back that a pronoun may mean
_MET = regex(r"\b(?:with|to|from|by|against|alongside) (?:[A-Z][\w.]+ ){0,3}\Z")
_IN_PLACE = regex(r"(?P<noun>[A-Za-z]+) (?:in|near|around) ")
_OFFICE = regex(
    r"(?: (?!of\b|from\b|at\b|in\b|with\b|and\b|for\b|who\b)[a-z-]+){0,3} (?:spokes[a-z]+|adviser|aide|official|supporter|loyalist|source)\Z"
)
_YEARS_OLD = regex(r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old\b")
_PLACED = regex(r" (?:in|at|for|on)\b")  # "the Harbour Board in Vell"
_TWO = regex(r"(?<=\w) and (?:the )?[A-Z]|(?<=\w) and the [a-z]")
_ROLE_FIRST = regex(r"[a-z]|(?:A|An|The|One|Another|His|Her|Their)\b")
_FULL_NAME = regex(r"\s*(?:[A-Z][\w'’.-]+\s*){2,4}")
_OF = regex(r"\b(?:of|for|to|by)\s")
_CONTRACTED = regex(r"(?<=he)['’](?:s|d|ll)\Z")
_LABEL = regex(r"[A-Z][A-Z'’-]{3,}")
_NOTES = frozenset(
    ("update", "updated", "breaking", "watch", "live", "related", "read", "latest", "video", "photos")
)
_STAFF = frozenset(
    ("host", "anchor", "announcer", "reporter", "moderator", "interviewer", "presenter", "question", "answer")
)
_OFFICER = regex(r"(?:[Tt]he|[Aa]n?) (?:[\w-]+ )?(?P<noun>[\w-]+) (?:of|for) ")
_HERS = regex(r"(?:woman|girl|mother|mum|mom|sister|daughter|wife|aunt|widow|actress)\b")
_HIS = regex(r"(?:\bman|[a-z]{3}(?<!wo)man|boy|father|dad|brother|\bson|husband|uncle|widower)\b")
_OF_A_NOUN = regex(r"\b[a-z]{3,} (?:of|in|at|from|near|with|for|on|outside) (?:the )?\Z")
_OWNS = regex(r" ?['’]s? ")
_LENDS = regex(r" (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+) (?=[A-Z])")
_ACRONYM = regex(r"(?:[A-Z]{2,}|U\.[NKS]\.)\s")
_BRACKET = regex(r"\s*\([^)]*\)")


_NO_NAME = regex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:January|February|March|April|June|July|August|September|"
    r"October|November|December|The|A|An|In|On|At|He|She|They|It|But|And)$"
)


class Speakers:
    """Resolves the words that name a speaker, in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.people = [m for m in document.mentions if m.kind == "person"]
        self._fulls = {m.full for m in self.people}
        self.people_starts = [m.start for m in self.people]
        self.starts = [m.start for m in document.mentions]
        self._named: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._last: list[tuple[int, str, str]] = []  # where, who, gender: the people who spoke so far

    def who(self, start: int, end: int) -> tuple[str, str]:
        """The speaker `text[start:end]` in his fullest form in the article, and what he is.

        Person, organization, name (a bare one that may be either), or role (as it is said: "harbour master");
        empty when nothing resolves a pronoun.
        """
        phrase = self.text[start:end]
        lower = phrase.strip().lower()
        if "he'" in lower or "he’" in lower:
            lower = _CONTRACTED.sub("", lower)
        if lower in _PERSONAL:
            found = self._antecedent(start, _PERSONAL[lower])
            return found, ("role" if found.islower() else "person") if found else ""
        if lower in _OTHERS:
            return "", ""
        parts = (_BRACKET.sub("", phrase) if "(" in phrase else phrase).split(",")
        head = parts[0].strip()
        if len(parts) > 1 and _ROLE_FIRST.match(head) and _FULL_NAME.fullmatch(parts[1]):
            start, head = start + phrase.index(parts[1]), parts[1].strip()  # "his aunt, Ada Lind"
        if _LABEL.fullmatch(head) and self.text[end : end + 1] == ":":
            name, kind = self._name(start, end, head)  # the turn of a transcript
            if head.lower() in _STAFF or head.lower() in person_nouns():
                return head.lower(), "role"
            if head.lower() in _NOTES:
                return "", ""
            return (name, kind) if kind == "person" else (head.title(), "name")
        if head.lower() in collectives():
            return head.lower(), "role"
        if (
            head.isupper()
            and self.text[end : end + 1] == ":"
            and head.lower().rsplit(" ", 1)[-1] in person_nouns()
        ):
            return head.lower(), "role"  # LAUNCH DIRECTOR: "…"
        callings = " " not in head and head.lower().removesuffix("s") in person_nouns()
        if callings and self._opens(start) and not self._known_name(start):
            return head.lower(), "role"  # "Students said"
        many = _IN_PLACE.match(head)
        if many is not None and many.group("noun").lower() in collectives():
            return many.group("noun").lower(), "role"  # "authorities in Vell County"
        if head[:1] in ("'", "’") or _NO_SPEAKER.search(head) or head == "NEW" or head.lower() in _PERSONAL:
            return "", ""
        if head.isdigit():  # "Ada Lind, 47, snapped": the age is none's name
            at = bisect_left(self.people_starts, start) - 1
            aged = at >= 0 and self.text[self.people[at].end : start] == ", "
            return (self.people[at].full, "person") if aged else ("", "")
        name, kind = self._name(start, end, head)
        if kind != "person" and head[:4].lower() == "the " and (known := self._described(head, end)):
            return known, "person"
        found = name or _plain(head)
        paper = kind == "name" and head[:4].lower() == "the "  # "the Times"
        if name and kind in ("person", "name") and not paper and self._may_be_somebody(found):
            self._last.append((start, found, _gender(head)))
        elif kind == "role" and found.islower() and found.rsplit(" ", 1)[-1] in person_nouns():
            self._last.append((start, found, _called(found)))  # "a friend said": then "she" is the friend
        return found, kind

    def _opens(self, at: int) -> bool:
        """Whether a sentence begins at `at`, where a capital tells nothing."""
        sentence = self.document.sentence_at(at)
        return sentence is not None and sentence.start == at

    def _known_name(self, at: int) -> bool:
        """Whether a person's name begins at `at`."""
        index = bisect_left(self.people_starts, at)
        return index < len(self.people) and self.people[index].start == at

    def _described(self, phrase: str, end: int) -> str:
        """Whom the text describes so up to the words after the phrase, when it is one person."""
        known = self._known.get(phrase, "")
        if not known:
            known = self._known[phrase] = described(self.text, self.people, phrase, end + _BESIDE)
        return known

    def _name(self, start: int, end: int, head: str) -> tuple[str, str]:
        """The fullest form of the name in the phrase, from the mentions; else from the text before it."""
        mentions = self.document.mentions
        at = bisect_left(self.starts, start)
        limit = start + len(head) + 12
        people = [
            m for m in mentions[max(0, at - 1) : at + 6] if start <= m.end - 1 and m.start < min(end, limit)
        ]
        both = _TWO.search(self.text, start, start + len(head))
        if (
            both
            and self._capital_before(both.start())
            and not any(m.start <= both.start() < m.end - 1 for m in people)
        ):
            return _plain(head), "role"  # "Tarn Oil and the coast guard"
        for mention in people:
            owner = (
                self.text[mention.end : mention.end + 2] in ("'s", "’s")
                or mention.end == start + len(head) + 2
            )
            if mention.kind == "person" and _OFFICE.match(self.text, mention.end, start + len(head)):
                return "", "role"  # "a Dahl government spokesman"
            titled = (
                self.text[start : mention.start].strip() == mention.title
            )  # "Secretary of State Ann Dahl"
            of = None if titled else _OF.search(self.text, start, mention.start)
            if mention.kind == "person" and not owner and not of:
                return mention.full, "person"
        if (of := _OFFICER.match(head)) and of.group("noun").lower() in person_nouns():
            return "", "role"  # "the President of Paraguay"
        if _nobody(head):
            return "", "role"
        if people and people[0].start <= start + 5 and _PLACED.match(self.text, people[0].end):
            return people[0].full, "name" if people[0].kind not in _BODIES else "organization"
        if people and people[-1].end >= start + len(head) - 1 and people[0].start <= start + 5:
            return people[-1].full, "name" if people[-1].kind not in _BODIES else "organization"
        if re.search(r"\s[a-z]+$", head):
            return "", "role"  # "Bergen police", "the Harbour Board spokesman": the head is a common noun
        found = [m for m in _NAME.finditer(head) if not _NO_NAME.match(m.group())]
        if not found or (
            head[:1].islower() and not _HONORIFIC.match(head) and head.split()[0] in ("a", "an", "one")
        ):
            return "", "role"
        opener = head.split(" ", 1)[0].lower()
        callings = opener in collectives() or opener.removesuffix("s") in person_nouns()
        if _OF_A_NOUN.search(head, 0, found[-1].start()) or (callings and " of " in head):
            return "", "role"  # "One of the guests at a party in Vell"
        name = _HONORIFIC.sub("", found[-1].group())
        if head.lower().startswith("the "):
            return name, "organization"
        if _ACRONYM.match(name):
            return name, "organization"
        if " " in name:
            return name, "person" if found[-1].end() == len(head) else "organization"
        if name not in self._named:
            self._named[name] = self._full(name, start + len(head))
        return self._named[name], "person" if " " in self._named[name] else "name"

    def _capital_before(self, at: int) -> bool:
        """Whether the word that ends at `at` begins with a capital letter."""
        return self.text[self.text.rfind(" ", 0, at) + 1].isupper()

    def _full(self, surname: str, end: int) -> str:
        """The first full name that ends in `surname` before `end`, the surname alone when there is none."""
        at = self.text.find(f" {surname}", 0, end)
        while at > 0:
            ahead = _WORDS_AHEAD.search(self.text, max(0, at - 40), at)
            ahead = None if ahead and _stopped(ahead.group().strip()) else ahead
            full = _HONORIFIC.sub("", f"{ahead.group().strip()} {surname}") if ahead else surname
            if " " in full and not _NO_NAME.match(full.split()[0]):
                return full
            at = self.text.find(f" {surname}", at + 1, end)
        return surname

    def _antecedent(self, at: int, gender: str) -> str:
        """Whom a pronoun at `at` means: somebody of a known fitting gender, else somebody whose name does not tell."""
        return self._before(at, gender, self._fits) or self._before(at, gender, self._may_fit)

    def _before(self, at: int, gender: str, fits: Callable[[str, str, str], bool]) -> str:
        """The last person who spoke or was named before `at`, of a fitting gender; subjects of sentences first."""
        sentence = self.document.sentence_at(at)
        floor = self.text.rfind("\n", 0, sentence.start if sentence else at)
        floor = self.text.rfind("\n", 0, len(self.text[:floor].rstrip())) if floor > 0 else 0
        recent = self._last[-_MEMORY:]
        spoken = [
            (where, who)
            for where, who, g in recent
            if where < at
            and (
                fits(who, sex := g or self._sex(who), gender)
                or (where >= floor and self._may_fit(who, sex, gender))  # who has just spoken
            )
            and (not who.islower() or at - where <= _SOON)
        ]
        start = max(spoken[-1][0] if spoken else 0, floor)
        of, plain, sex_of = (
            self.document.personhood.standing,
            self.document.unquoted,
            self.document.antecedents.sex_of,
        )
        named = [
            m
            for m in self._between(start, at)
            if plain[m.start] != "\x00"  # of whom the words of another speak
            and fits(m.full, _gender(m.title) or sex_of(m.full), gender)
            and of(m.full) > Standing.BODY
        ]
        other = bool(spoken) or len(named) > 1
        if named and other and self.text[named[-1].end : at] == ", " and self._object(named[-1]):
            named.pop()  # "After a meeting with Dahl, he said": another
        subjects = [m for m in named if self._opens_sentence(m.start) and not self._owns(m)]
        if subjects:
            opened = self.document.sentence_at(subjects[-1].start)
            last = [m for m in named if opened is not None and opened.start <= m.start < opened.end]
            return max([m for m in subjects if m in last] or subjects[-1:], key=lambda m: of(m.full)).full
        if spoken and (spoken[-1][0] >= floor or not named):
            return spoken[-1][1]
        return named[-1].full if named else ""

    def _object(self, mention: Mention) -> bool:
        """Whether a name hangs on a preposition, as whom somebody met: "a meeting with Dahl"."""
        return _MET.search(self.text, max(0, mention.start - 40), mention.start) is not None

    def _owns(self, mention: Mention) -> bool:
        """Whether a name only owns what follows it: "Lind's own plan", "Lind campaign spokesman Bo Ek"."""
        owns = _OWNS.match(self.text, mention.end) or self.text.startswith(("'s", "’s"), mention.end - 2)
        lends = None if owns else _LENDS.match(self.text, mention.end)
        return bool(owns) or (lends is not None and lends.group("noun") in person_nouns())

    def _between(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self.people_starts, start)
        return self.people[first : bisect_left(self.people_starts, end)]

    def _fits(self, who: str, known: str, gender: str) -> bool:
        if known:
            return known == gender
        if who.islower():
            return True  # a role that does not tell may be anybody's
        female = who.split(" ")[0] in female_names()
        return female or " " not in who if gender == "f" else not female

    def _may_fit(self, who: str, known: str, gender: str) -> bool:
        """Whether a name does not tell against the gender."""
        other = male_names() if gender == "f" else female_names()
        return known == gender if known else who.split(" ")[0] not in other

    def _may_be_somebody(self, name: str) -> bool:
        """Whether a pronoun may take up the speaker: a bare name, or a full one that is no body's."""
        if " " not in name:
            return True
        if name.endswith(("'s", "’s")):
            return False
        given = any(word in given_names() for word in name.lower().split()[:-1])
        return (given or name in self._fulls) and self.document.personhood.standing(name) > Standing.BODY

    def _sex(self, who: str) -> str:
        return "" if who.islower() else self.document.antecedents.sex_of(who)

    def _opens_sentence(self, at: int) -> bool:
        sentence = self.document.sentence_at(at)
        return sentence is not None and at - sentence.start < 40


def _stopped(words: str) -> bool:
    """Whether the last of the words ends a sentence: "Quay Road.", but not "Capt."."""
    last = words.rsplit(" ", 1)[-1].lower()
    return len(last) > 2 and last.endswith(".") and last[:-1] not in abbreviations()


def _gender(title: str) -> str:
    if re.match(r"(?:Ms|Mrs|Miss|Queen|Lady|Dame|Princess)\b", title):
        return "f"
    return "m" if re.match(r"(?:Mr|Sir|King|Lord|Prince)\b", title) else ""


def _called(role: str) -> str:
    """The gender that a role tells: a spokeswoman's, a father's; none of a friend."""
    if _HERS.search(role):
        return "f"
    return "m" if _HIS.search(role) else ""


def _nobody(head: str) -> bool:
    """Whether "the" is followed by what a person is and by no name: "the President", "the Ethiopian", "the 26-year-old from Vik"."""
    article, _, said = head.partition(" ")
    if article.lower() != "the":
        return False
    land = country_of_people(said)
    one = said.lower() in person_nouns() or (land is not None and not said.endswith("s"))
    return one or _YEARS_OLD.match(said) is not None


@cache
def female_names() -> frozenset[str]:
    """Given names that are nearly always women's."""
    return frozenset(name for line in words("female_names") for name in line.split())


@cache
def male_names() -> frozenset[str]:
    """Given names that are nearly always men's."""
    return frozenset(name for line in words("male_names") for name in line.split())


@cache
def collectives() -> frozenset[str]:
    """Nouns for speakers who are nobody in particular."""
    return frozenset(words("collectives"))


def _plain(head: str) -> str:
    """A role without its article: "the spokesman" and "a spokesman" are one wording."""
    return re.sub(r"^(?:the|a|an|one|another)\s+(?!of\b)", "", head, flags=re.IGNORECASE)


@cache
def channels() -> tuple[tuple[str, str], ...]:
    """Words that tell how an utterance reached the public, each with its channel."""
    return tuple(
        (key.strip().lower(), value.strip()) for key, value in (line.split("=") for line in words("channels"))
    )


@cache
def languages() -> frozenset[str]:
    """Names of languages other than English."""
    return frozenset(words("languages"))
