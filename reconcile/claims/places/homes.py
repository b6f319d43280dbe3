"""Where persons and groups come from: "Moroccan runner Ann Dahl", "Bo Lind (Kenya)", "a school party from Ghent",
"the Danish brewer Petrel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import past
from reconcile.language.names.gazetteer import country_of_people, given_names, name_set
from reconcile.language.names.mentions import Mention
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.values.places import known
from reconcile.values.regex import regex
from reconcile.values.roles import home_nations, is_calling, nations

_BEFORE_NAME = regex(
    r"(?P<owned>['’]s)?(?: \d{1,3}-year-old)?(?P<called>(?: [a-z][a-z-]+){0,3})(?P<comma>,)? \Z"
)
_HOUSE = regex(r"(?: [a-z][a-z-]+){1,3} \Z")
_AFTER_NAME = regex(r"(?: |, (?:\d{1,3}, )?)(?:of|from) (?:the )?\Z")
_LISTED = regex(r" ?\((?:the )?\Z|, (?:\d{1,3}, )?(?:the )?\Z")
_CLOSED = regex(r"\)|[/,;](?! ?(?:and )?[A-Z])|[.;]?(?:\n|\Z)|, \d| \d|, and [A-Z][\w'’-]+ [A-Z]")
_APPOSED = regex(
    r" ?, (?:\d{1,3}, )?(?:an? |the |who (?:is|was) (?:an? )?)(?:\d{1,3}-year-old |[a-z-]+ )?\Z| (?:is|was) an? (?:[a-z]+ )?\Z"
)
_NEXT = regex(r" (?P<noun>[a-z]+)")
_NEXT_CLAUSE = regex(r"(?: [\w-]+){1,3}? (?:said|says|told|added|adds|replied|answered)\b")  # of another
_NOUN_FROM = regex(r"(?P<noun>[a-z]+) (?:of|from) (?:the )?\Z")
_MEANT = regex(r"(?P<said>(?: [a-z][a-z-]+){1,3})(?![\w-])(?! (?:of|for|at|from|[A-Z]))")
_DEFINITE = regex(r"\b[Tt]he (?P<once>former |ex-)?(?:then |late |young |veteran )?\Z")
_GROUP = regex(r"(?: [a-z][a-z-]+){1,2}")
_LANDS = frozenset({"people", "country", "place", "other"})  # what the mention of a home may be
_ONE_FROM = regex(
    r"\b(?P<noun>(?P<aged>\d{1,3}-year-old)|(?!back\b)[a-z]{3,}),? from (?:the (?:[a-z]+ ){0,2}(?:village|town|city|suburb|island) of )?\Z"
)  # "a nurse from Vik", "the 40-year-old from Vik"
_SENT = regex(r"(?P<group>\b[a-z]+(?: [a-z]+)?) from \Z")

Home = tuple[int, int, str, str]


def homes(reading: Reading) -> Iterator[Home]:
    """Yields start and end of the words, who or what it is, and the country or town it comes from."""
    text, mentions = reading.text, reading.document.mentions
    for at, mention in enumerate(mentions):
        if mention.kind not in _LANDS:
            continue
        said = text[mention.start : mention.end]
        adjective, home = _land(mention, said)
        before = mentions[at - 1] if at else None
        after = mentions[at + 1] if at + 1 < len(mentions) else None
        found = _of_a_name(reading, before, mention, after, adjective, home) if home else None
        if found is not None:
            yield found
        elif adjective and home:
            group = _GROUP.match(text, mention.end)
            if group is not None and (noun := _noun(group.group())):
                end = mention.end + group.group().rindex(noun) + len(noun)
                yield mention.start, end, noun, home
            elif (meant := _meant(reading, mention) or _national(reading, mention)) is not None:
                yield mention.start, meant[0], meant[1], home
            elif (told := _nationality(text, mention)) is not None:
                yield told.start(), mention.end, told.group("noun"), home
        elif text.endswith(" from ", 0, mention.start) and known(said):
            sent = _SENT.search(text, max(0, mention.start - 40), mention.start)
            if sent is not None:
                for noun in filter(None, map(_noun, sent.group("group").split())):
                    yield sent.start(), mention.end, noun, said
        if mention.kind in ("place", "other") and text.endswith(" ", 0, mention.start):
            one = _ONE_FROM.search(text, max(0, mention.start - 50), mention.start)
            if one is not None and (one.group("aged") or one.group("noun") in person_nouns()):
                yield one.start(), mention.end, one.group("noun"), said


def _land(mention: Mention, said: str) -> tuple[bool, str]:
    """Whether a mention is an adjective of a country or a part of one, and which land it tells; empty for none."""
    if mention.kind == "people":
        land = country_of_people(said)
        return True, land.name if land is not None else ""
    if mention.kind == "country":
        return said.rstrip(".") in _SHORT, mention.full
    if said in home_nations():
        return False, said
    part = nations().get(said.lower(), ("", ()))[0]
    return (True, part) if part in home_nations() else (False, "")


_SHORT = frozenset({"US", "U.S", "UK", "U.K"})  # names of countries that are adjectives too


def _of_a_name(
    reading: Reading, before: Mention | None, land: Mention, after: Mention | None, adjective: bool, home: str
) -> Home | None:
    """The home that a land beside a name tells: in front of the name, behind it, or between it and a noun."""
    text = reading.text
    if after is not None and after.start - land.end <= 50 and " " in after.full:
        gap = text[land.end : after.start]
        if after.kind == "person" and (front := _BEFORE_NAME.match(gap)):
            called = front.group("called").split()
            if _leads(called, bool(front.group("owned")), adjective, bool(front.group("comma"))):
                return land.start, after.end, after.full, home
    if after is not None and after.kind == "person" and text[land.end : after.start] == ", ":
        noun = _NOUN_FROM.search(text, max(0, land.start - 30), land.start)
        if noun is not None and noun.group("noun") in person_nouns():  # "the judge from Chile, Ann Dahl"
            return noun.start(), after.end, after.full, home
    if after is not None and after.kind in ("organization", "other") and land.kind == "people":
        gap = text[land.end : after.start] if after.start - land.end <= 40 else ""
        if _HOUSE.match(gap) and gap.split()[-1] in _houses():
            return land.start, after.end, after.full, home
    if before is None or before.kind != "person":
        return None
    gap = text[before.end : land.start] if land.start - before.end <= 40 else "\n"
    if adjective:
        taught = _NEXT.match(text, land.end)  # "Ann Dahl, a French teacher,"
        whose = _APPOSED.match(gap) and (taught is None or taught.group("noun") not in _said("other"))
        whose = whose and not _NEXT_CLAUSE.match(text, land.end)
        return (before.start, land.end, before.full, home) if whose else None
    if " " not in before.full:
        return None
    listed = _LISTED.match(gap) is not None and _CLOSED.match(text, land.end) is not None
    if listed and not gap.startswith(" "):  # "by Ann Dahl, Norway, 98 minutes"
        given = before.full.split()[0].lower() in given_names()
        listed = given or text.endswith((" by ", "\nby "), 0, before.start)
    elif listed:
        listed = text.startswith(")", land.end)
    return (before.start, land.end, before.full, home) if listed or _AFTER_NAME.match(gap) else None


def _leads(called: list[str], owned: bool, adjective: bool, comma: bool) -> bool:
    """Whether the words between a land and a name say what the person is, so that the land is the person's."""
    if not (owned or adjective) or any(map(past, called)):
        return False  # "the Danish army allowed Dahl to pass"
    if not _no_callings().isdisjoint(called):
        return False  # "the Danish crew of the Ann Dahl", "the French teacher Ann Dahl"
    if owned and not _said("elsewhere").isdisjoint(called):
        return False  # "Denmark's coach Ann Dahl" may be a Swede
    if not called:
        return not comma
    return called[-1] in person_nouns() or called[-1] in _said("person") or is_calling(called[-1])


def _meant(reading: Reading, land: Mention) -> tuple[int, str] | None:
    """Where "the Irish director" ends, and the one person whom the text calls a director; a former president is the
    one person whom the sentence before names."""
    text = reading.text
    found = _MEANT.match(text, land.end)
    definite = _DEFINITE.search(text, max(0, land.start - 16), land.start) if found is not None else None
    if found is None or definite is None:
        return None
    for word in found.group("said").split():
        if word in person_nouns() and word not in _said("other"):
            near = _named_near(reading, land.start)
            known = reading.document.antecedents
            name = known.sole(word)
            if name not in near and definite.group("once") and len(near) == 1:
                name = next(iter(near - {full for full in near if word in known.called(full)}), "")
            end = land.end + found.group("said").index(word) + len(word)
            return (end, name) if " " in name and name in near else None
    return None


def _national(reading: Reading, land: Mention) -> tuple[int, str] | None:
    """Where "the 29-year-old Dane" ends, of whom something is told, and the one person whom the text has just named."""
    text = reading.text
    if _PEOPLE.search(text, land.start, land.end):
        return None
    told = _TELLS.match(text, land.end)
    acts = told is not None and (told.group("verb") in _DOES or past(told.group("verb")))
    says = _SAYS.search(text, max(0, land.start - 40), land.start) is not None
    if not (acts and _THE.search(text, max(0, land.start - 24), land.start)) and not (
        says and not acts and told is None
    ):
        return None
    near = [name for name in _named_near(reading, land.start) if " " in name]
    return (land.end, near[0]) if len(near) == 1 else None


def _nationality(text: str, land: Mention) -> re.Match[str] | None:
    """The group before "of Danish nationality"."""
    if not text.startswith((" nationality", " citizenship", " origin"), land.end):
        return None
    found = _OF_NATION.search(text, max(0, land.start - 40), land.start)
    return found if found is not None and found.group("noun") in _groups() else None


_PEOPLE = regex(r"(?:[^s]s|[cs]h)\Z")  # "the Danes", "the British": not one person
_TELLS = regex(r"(?:,(?= who\b))? (?P<verb>[a-z]+)\b")
_DOES = frozenset({"is", "was", "has", "had", "who", "will", "says", "did", "would", "could", "does"})
_THE = regex(r"\b[Tt]he (?:\d{1,3}-year-old )?\Z")
_SAYS = regex(r"\b(?:said|says|added|adds|recalled) the (?:\d{1,3}-year-old )?\Z")
_OF_NATION = regex(r"(?P<noun>\b[a-z]+),? of \Z")


def _named_near(reading: Reading, at: int) -> frozenset[str]:
    """The persons whom the sentence at `at` names before it, or else the sentence before."""
    document = reading.document
    sentence = document.sentence_at(at)
    before = document.sentence_at(sentence.start - 2) if sentence is not None else None
    spans = [(span.start, min(at, span.end)) for span in (sentence, before) if span is not None]
    named = (
        frozenset(m.full for m in document.mentions_between(first, last) if m.kind == "person")
        for first, last in spans
    )
    return next(filter(None, named), frozenset())


def _noun(phrase: str) -> str:
    """The last word of a phrase that names a group with a home: a school, a team, a crew."""
    return next((word for word in reversed(phrase.split()) if word in _groups()), "")


@cache
def _houses() -> frozenset[str]:
    return frozenset(word for line in words("house_nouns") for word in line.split())


@cache
def _groups() -> frozenset[str]:
    return frozenset(word for line in words("home_groups") for word in line.split())


@cache
def _no_callings() -> frozenset[str]:
    return name_set("function") | _groups() | _said("other")


@cache
def _said(kind: str) -> frozenset[str]:
    """The words of one kind that stand between a land and a name."""
    lines = (line.partition(":") for line in words("home_words"))
    return frozenset(word for name, _, listed in lines if name == kind for word in listed.split())
