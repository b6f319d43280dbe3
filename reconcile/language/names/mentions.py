"""Proper names in a text, what they name, and which fuller mention each one stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.language.names.casing import (
    Run,
    common_words,
    function_words,
    is_heading,
    lower_words,
    owner,
    runs,
)
from reconcile.language.names.chunks import chunks
from reconcile.language.names.coreference import People, initials
from reconcile.language.names.gazetteer import (
    acronyms,
    country_named,
    country_of_people,
    given_names,
    honorifics,
    kind_words,
    name_set,
)
from reconcile.language.names.kinds import kind_of, settled
from reconcile.language.names.labels import treaty_labels
from reconcile.language.names.titled import Chunk, person_nouns
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.document import Document


@dataclass(slots=True, eq=False, repr=False)  # slots are read faster than the fields of a named tuple
class Mention:
    """A name, or a noun phrase that stands for one: `text[start:end]`.

    `kind` is person, organization, country, people (a demonym: "Danish", "Danes"), place, treaty, work, event,
    vessel, award or other. `full` is the fullest form of the same referent in this text ("Wang Yajun" for a later
    "Wang"), equal to the mention's own words when it is the fullest. `title` is the office or honorific said with it
    ("Chinese Ambassador"). `candidates` holds the fuller names that fit when more than one does, the likeliest first
    (then `full` is the mention's own words).
    """

    start: int
    end: int
    kind: str
    full: str
    title: str = ""
    candidates: tuple[str, ...] = ()


_ACRONYM = regex(r" \((?:the )?[\"“]?((?:[A-Z]\.?[a-z&-]?){2,8}s?)[\"”]?[),]")
_APPOSED = regex(
    r" ?, (?:an?|the) (?:[a-z-]+ ){0,2}?(?P<noun>[\w-]+)(?: ?[,.]| (?:who|whose|from|at|with)\b)"
)  # "Dahl, a Dane,": a name opens the sentence
_LISTED = regex(
    r"(?:\n|[|•*;.(:-] )(?P<family>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?), "
    r"(?P<given>[A-Z][a-z]+(?: [A-Z]\.)?)(?=[:;,(|\n]| [-–—(\d])"
)
_CALLED = regex(
    r"\b(?:novels?|books?|films?|movies?|songs?|albums?|singles?|plays?|musicals?|operas?|poems?|series|documentar(?:y|ies)|paintings?|portraits?|sculptures?"
    r"|memoirs?|essays?|thrillers?|comed(?:y|ies)|dramas?|ballets?|symphon(?:y|ies)|exhibitions?|podcasts?|games?|shows?|titled|entitled),? [\"“]\Z"
)
_MADE = regex(
    r",?[\"”],? (?:(?:was )?(?:directed|written|composed|published|painted|sung) |starring |by [A-Z])"
)
_WORK = regex(r"[\"“]([A-Z0-9][^\"“”.,!?\n]{3,60}),?[\"”]")


_NICKNAMED = regex(r" [\"“][A-Z][^\"“”.,!?\n]{2,30}[\"”] ([A-Z][\w’'-]+)")
_RELATED = regex(
    r"(?:\b(?:his|her|their)|['’]s) (?:[a-z]+ )?(?:father|dad|mother|mom|mum|brother|sister|son|daughter|grand[a-z]+|uncle|"
    r"aunt|cousin|nephew|niece),? \Z"
)
_GIVEN = regex(r"\b([A-Z][a-zà-ÿ]+)\Z")
_NEXT = regex(r" ([a-z]+)\b")


def find_mentions(document: Document) -> Iterator[Mention]:
    """Yields the mentions of `document` in order, headings included; linear in the text."""
    text = document.text
    lower = lower_words(text)
    body, heads = _split(text)
    found = settled(
        [(chunk, kind) for chunk in chunks(text, body, lower) if (kind := kind_of(text, chunk, lower))]
    )
    _untitle([chunk for chunk, kind in found if kind == "person"], lower)
    persons = [c for c, kind in found if kind == "person" and len(c.words) > 1]
    kin = frozenset(c.name for c in persons if _RELATED.search(text, max(0, c.start - 32), c.start))
    people = People(((c.start, c.name) for c in persons), kin)
    resolver = _Resolver(text, people, found)
    for chunk in chunks(text, heads, frozenset()):
        kind = kind_of(text, chunk, frozenset())
        if kind in ("person", "supposed", "other", "unknown", "organization") and not resolver.knows(
            chunk.name
        ):
            continue
        found.append((chunk, "person" if kind == "supposed" else kind))
    mentions = [mention for chunk, kind in found if (mention := resolver.mention(chunk, kind))]
    bodies = (chunk.body for chunk, _ in found if chunk.body is not None)
    mentions.extend(
        Mention(at, end, "organization", text[at:end].replace("\u00a0", " ")) for at, end in bodies
    )
    mentions.extend(
        Mention(*label) for label in treaty_labels(text, [m for m in mentions if m.kind == "treaty"])
    )
    if '"' in text or "“" in text:
        works = list(_works(text))
        called = [
            m
            for m in works
            if _CALLED.search(text, max(0, m.start - 32), m.start) or _MADE.match(text, m.end)
        ]
        mentions = [*called, *mentions, *works]  # of two of one length the first is kept
        mentions.extend(_nicknamed(text))
    mentions.extend(_listed(text))
    mentions.sort(key=lambda m: (m.start, -m.end))
    end = -1
    for mention in mentions:
        if mention.start >= end:
            yield mention
            end = mention.end


def _untitle(persons: list[Chunk], lower: frozenset[str]) -> None:
    """Takes a common noun that opens a sentence off the known family name after it: "Teenager Borg said"."""
    surnames = {c.words[-1][3] for c in persons if len(c.words) > 1 and c.words[0][3] in given_names()}
    for chunk in persons:
        if not chunk.opens or len(chunk.words) != 2 or chunk.title:
            continue
        first, second = chunk.words
        noun = (first[3] in person_nouns() or first[3] in lower) and first[3] not in given_names()
        if noun and owner(second[3]) in surnames:
            chunk.title, chunk.words, chunk.start = first[2], [second], second[0]
            chunk.name = chunk.name[len(first[2]) + 1 :]


def _split(text: str) -> tuple[list[Run], list[Run]]:
    """The runs of the body and those of headings."""
    headings: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if is_heading(line):
            headings.append((at, at + len(line)))
        at += len(line) + 1
    found = list(runs(text))
    if not headings:
        return found, []
    body: list[Run] = []
    heads: list[Run] = []
    mark = 0
    for run in found:
        while mark < len(headings) and headings[mark][1] <= run.start:
            mark += 1
        inside = mark < len(headings) and headings[mark][0] <= run.start
        (heads if inside else body).append(run)
    return body, heads


def _spelled_out(name: str, acronym: str) -> str:
    """The end of `name` whose initials are `acronym`: "Department of the Party of China (PC)" gives "Party of China";
    empty where the initials are others.
    """
    words = name.split(" ")
    for at in range(len(words) - 1, -1, -1):
        letters = "".join(word[0] for word in words[at:] if word[0].isupper())
        if letters == acronym.replace(".", "").upper():
            return " ".join(words[at:])
    return ""


# Lands that are family names too.
_FAMILIES = frozenset(
    {"Chad", "England", "France", "Georgia", "Ireland", "Israel", "Jordan", "Scotland", "Wales"}
)


class _Resolver:
    """Turns chunks into mentions, with the fullest form of each in this text."""

    def __init__(self, text: str, people: People, found: list[tuple[Chunk, str]]) -> None:
        self.text = text
        self.people = people
        self.settled: dict[str, str] = {}  # bare names that stood for one person before a second bearer came
        self.short: dict[str, tuple[str, str]] = {}
        self.named = {chunk.name: kind for chunk, kind in found if len(chunk.words) > 1 or not chunk.opens}
        for chunk, kind in found:
            if len(chunk.words) > 1 and (given := _ACRONYM.match(text, chunk.end)):
                meant = _spelled_out(chunk.name, given.group(1))
                if meant or kind not in ("place", "country"):  # "New York (CNN)" begins a report
                    self.short.setdefault(given.group(1), (meant or chunk.name, kind))
        bodies = [name for name, kind in self.named.items() if kind == "organization"]
        self.initials = initials(bodies)
        self.placed = {chunk.name for chunk, kind in found if kind == "place"}

    def knows(self, name: str) -> bool:
        """Whether the body of the text uses `name`, or a full name that ends in it."""
        return (
            name in self.named
            or name in self.short
            or (" " not in name and bool(self.people.behind(name, 0)))
        )

    def mention(self, chunk: Chunk, kind: str) -> Mention | None:
        """The mention that a chunk makes, None when it names nothing."""
        name = chunk.name
        title = chunk.title
        if len(chunk.words) > 1 and (kind == "person" or (kind == "other" and self._bears(chunk))):
            kind = "person"
            return Mention(
                chunk.start, chunk.end, kind, self.people.full(name), title or self._title_before(chunk)
            )
        if kind == "country" and name in _FAMILIES and self._bearer(chunk):
            return self._single(chunk, name, "person", title)
        if kind == "country":
            country = country_named(name)
            return Mention(chunk.start, chunk.end, kind, name if country is None else country.name, title)
        if name in self.short:
            full, kind = self.short[name]
            return Mention(chunk.start, chunk.end, kind, full)
        if len(chunk.words) == 1 and kind in ("unknown", "person", "other"):
            return self._single(chunk, name, kind, title)
        if kind == "organization" and len(chunk.words) == 1:
            return Mention(
                chunk.start, chunk.end, kind, self.initials.get(name) or acronyms().get(name, name), title
            )
        return Mention(chunk.start, chunk.end, "other" if kind == "unknown" else kind, name, title)

    def _bearer(self, chunk: Chunk) -> bool:
        """Whether a country's name is somebody's family name here: "Ann Jordan", then "Jordan said"."""
        before = self.text[max(0, chunk.start - 24) : chunk.start].rsplit(None, 1)[-1:]
        placed = bool(before) and before[0].lower() in name_set("place_prepositions")
        return not placed and any(
            name.endswith(f" {chunk.name}") for name in self.people.behind(chunk.name, chunk.start)
        )

    def _bears(self, chunk: Chunk) -> bool:
        """Whether a name that may be anything is a person's elsewhere in the text: "Black" of a black car."""
        body = chunk.words[0][2].isupper() or any(word[3] in kind_words() for word in chunk.words)
        return not body and self.people.knows(chunk.name)

    def _single(self, chunk: Chunk, name: str, kind: str, title: str) -> Mention | None:
        following = _NEXT.match(self.text, chunk.end)
        if following is not None and following.group(1) in name_set("houses"):
            return Mention(chunk.start, chunk.end, "organization", f"{name}{following.group()}")
        found = self.people.behind(name, chunk.start)
        title = title or self._title_before(chunk)
        if len(found) == 1:
            self.settled.setdefault(name, found[0])
            return Mention(chunk.start, chunk.end, "person", found[0], title)
        if self.settled.get(name) in found:
            return Mention(chunk.start, chunk.end, "person", self.settled[name], title)
        if found:
            return Mention(chunk.start, chunk.end, "person", name, title, found)
        if (kind == "person" or title) and name.lower() not in function_words():
            return Mention(chunk.start, chunk.end, "person", name, title)
        if name in self.placed:
            return Mention(chunk.start, chunk.end, "place", name)
        apposed = _APPOSED.match(self.text, chunk.end) if chunk.opens else None
        said = apposed.group("noun") if apposed is not None and name.lower() not in common_words() else ""
        if said and (said in person_nouns() or country_of_people(said) is not None):
            return Mention(chunk.start, chunk.end, "person", name, title)
        known = name in self.named or name.lower() in given_names() or self.people.near(name)
        office = name.lower() in person_nouns() and name.lower() not in kind_words()  # but "the Courier"
        if office or (chunk.opens and not known):
            return None
        return Mention(chunk.start, chunk.end, "other", name)

    def _title_before(self, chunk: Chunk) -> str:
        """An office in small letters right before the name: "police chief Ann Reed"."""
        before = self.text[max(0, chunk.start - 24) : chunk.start]
        if not before or before[-1] not in " \u00a0":
            return ""
        word = before.rsplit(None, 1)[-1] if before.strip() else ""
        return word if word in honorifics() else ""


def _listed(text: str) -> Iterator[Mention]:
    """Names in a list of results, the family name in front in capitals: "REED, Ann: 2,542"."""
    if not _capitals_before_a_comma(text):
        return
    for found in _LISTED.finditer(text):
        given = found.group("given").split()[0].lower()
        if given in given_names() and given not in name_set("calendar"):
            family = re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), found.group("family"))
            yield Mention(found.start("family"), found.end(), "person", f"{found.group('given')} {family}")


def _capitals_before_a_comma(text: str) -> bool:
    """Whether a word that may be all capitals stands before a comma: a quick look before the pattern's."""
    at = text.find(", ", 1)
    while at >= 0:
        if text[at - 1].isupper() or text[at - 1] in "'’-":
            return True
        at = text.find(", ", at + 2)
    return False


def _nicknamed(text: str) -> Iterator[Mention]:
    """People with a nickname in their midst, who are known without it: Mila "The Heron" Varga."""
    for found in _NICKNAMED.finditer(text):
        given = _GIVEN.search(text, max(0, found.start() - 20), found.start())
        if given is not None and given.group(1).lower() in given_names():
            yield Mention(given.start(), found.end(), "person", f"{given.group(1)} {found.group(1)}")


def _works(text: str) -> Iterator[Mention]:
    """Titles of works: words in quotation marks that are all capitalized."""
    for found in _WORK.finditer(text):
        parts = found.group(1).split()
        small = (word for word in parts if word[0].isalpha() and not word[0].isupper())
        if len(parts) >= 2 and parts[-1][0].isupper() and all(len(word) <= 4 for word in small):
            yield Mention(found.start(1), found.end(1), "work", found.group(1))
