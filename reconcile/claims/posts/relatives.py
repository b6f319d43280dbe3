"""Whose relative somebody is: "her brother Bo Dahl, 31", "Ann Dahl's widow", "Bo Ek, the uncle of Ann Dahl"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.claims.cues import cues
from reconcile.claims.reading import Reading
from reconcile.language.names.antecedents import PRONOUNS, sex_of_noun
from reconcile.language.names.gazetteer import given_names, name_set
from reconcile.language.names.mentions import Mention
from reconcile.language.names.titled import person_nouns
from reconcile.values.kinship import is_partner
from reconcile.values.regex import regex

_AGE = r"(?: ?,? \(?(?:aged )?\d{1,3}\)?)?"
OWN_WORDS = (
    r"(?:(?:late|former|then|new|young|older|younger|elder|eldest|oldest|youngest|little|big|maternal|paternal|surviving|best|closest|childhood|baby|infant|twin|only|own|"
    r"estranged|adopted|teenage|adult|pregnant|live-in|longtime|long-time|common-law|one|two|three|four|five|"
    r"\d{1,3}[- ](?:year|month)[- ]old) )*"
)
_OWNED = regex(rf"(?:\b(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our)| ?['’]s?) {OWN_WORDS}\Z")
_OF = regex(r" of (?:(?:the |late |slain |then )*(?:[A-Z][\w.-]* ){0,3})\Z")
_CALLED = regex(r"(?:,? (?:named|called)| ?,)? (?:\d{1,3}[- ](?:year|month)[- ]old )?\Z")
_COMMA = regex(r" *[,.;]")
_GIVEN = regex(
    r"(?P<gap> ?,? (?:\d{1,3}[- ](?:year|month)[- ]old )?)(?P<name>[A-Z][a-z]+(?:[A-Z][a-z]+)?(?: [A-Z]\.)?)"
    r"(?P<aged> ?, \d{1,3}\b| ?\(\d{1,3}\))?(?= ?[,.;:(]| [a-z])"
)
_APPOSED = regex(rf"{_AGE}(?: ?,| (?:is|was)| ?, who (?:is|was)| ?[-–—]) (?:the |an? )?{OWN_WORDS}\Z")
_HE = regex(r"\b(?P<word>[Hh]e|[Ss]he) (?:is|was) \Z")
_PHRASE = regex(r"\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne|[Tt]his|[Tt]hat) (?P<words>(?:[\w-]+ ){1,3})")
_STANDS = regex(r" ?[,;.]| (?:of|from|at|who|in|and|with|for)\b")
_SAID_OF = regex(r" (?:said|says|told|added|testified|believes?)\b[^.;]*?\b(?:he|she|they) ")
_SEVERAL = regex(r" (?:were|are|have) ")
_LISTED = regex(rf"{_AGE}(?: ?,| ?, and| and| ?;) {OWN_WORDS}\Z")
_AND = regex(r" ?,?(?: and| with)? ")
_KIN_PHRASE = regex(r"\b(?:[Hh]is|[Hh]er) (?P<words>(?:[\w-]+ ){1,4})")
_BARE = regex(r"(?:,| and| with| by| between| for| to| from| of| including| as) \Z")
_FAR = 48  # characters before a relation in which its owner stands


class Relative(NamedTuple):
    """That somebody is a relative of `owner` (empty for a partner of whom is not told): the words, the noun, and the
    relative's name, empty where it is not told. `whose` is the noun for an owner without a name."""

    start: int
    end: int
    owner: str
    noun: str
    name: str
    whose: str = ""


def relatives(reading: Reading, people: list[Mention], starts: list[int]) -> Iterator[Relative]:
    """Yields the relations of persons that the text names."""
    last, owner, own = -1, "", ""
    for start, end, _ in cues(reading, "relations"):
        name, stop = named_after(reading, end, people, starts)
        found = _owned(reading, start, end, people, starts, bool(name), last) or _of(
            reading, start, end, people, starts
        )
        if found is None and owner and 0 <= start - last < _FAR and _LISTED.match(reading.text, last, start):
            found = Relative(start, end, owner, "", "")
        found = (
            found
            or _unowned(reading, start, end, people, starts)
            or _opening(reading, start, end, named=name)
        )
        if found is None:
            continue
        if found.name:
            name, stop = found.name, end
        own, before = reading.text[found.start : found.start + 4], own
        if own == before and own in ("his ", "her ") and _AND.fullmatch(reading.text, last, found.start):
            found = found._replace(owner=owner)  # "Bo Ek, his wife Ann Ek, his son Al"
        last, owner = max(found.end, stop), found.owner
        if name != owner:
            yield Relative(found.start, last, owner, reading.text[start:end].lower(), name)


def _owned(
    reading: Reading, start: int, end: int, people: list[Mention], starts: list[int], named: bool, told: int
) -> Relative | None:
    """A relation with a possessor before it: "her wife", "Dahl's brother", "Bo Dahl, her brother".

    `named` says that the relative's name follows: then a name before the possessor is not the relative's, nor is the
    one that ends at `told`, which is another relative's.
    """
    text = reading.text
    found = _OWNED.search(text, max(0, start - _FAR), start)
    if found is None:
        return None
    at = bisect_right(starts, found.start()) - 1
    pronoun = found.group("pronoun")
    if pronoun is None:
        if at < 0 or people[at].end != found.start():
            return None
        owner = people[at]
        before = people[at - 1] if at else None
        apposed = before is not None and not named and joined(text, before, owner.start - len(_title(owner)))
        name = before.full if before is not None and apposed else ""
        return Relative(before.start if before and name else owner.start, end, owner.full, "", name)
    if pronoun.lower() not in ("his", "her"):
        return None
    antecedents = reading.document.antecedents
    before = people[at] if at >= 0 and not named and joined(text, people[at], found.start()) else None
    before = None if before is not None and before.end == told else before
    meant = antecedents.mention(pronoun, before.start if before is not None else found.start())
    if meant is None or _other_meant(
        reading, meant, before.start if before is not None else found.start(), text[start:end]
    ):
        return None
    if before is not None:
        return Relative(before.start, end, meant.full, "", before.full)
    he = _HE.search(text, max(0, found.start() - 12), found.start())
    other = antecedents.pronoun(he.group("word"), he.start()) if he is not None else ""
    return Relative(found.start(), end, meant.full, "", other if other != meant.full else "")


def _other_meant(reading: Reading, meant: Mention, until: int, noun: str) -> bool:
    """Whether "his" before a relation may mean somebody else than whoever was named last: one who is only described
    ("the driver shot his wife"), or whom the named one speaks of ("Dahl said she was his wife")."""
    text, sentence = reading.text, reading.document.sentence_at(until)
    first = max(meant.end, sentence.start if sentence is not None else meant.end)
    if _SAID_OF.match(text, first, until):
        return True
    if text.endswith("and ", 0, meant.start) and _SEVERAL.search(text, first, until):
        return True  # "Bo Ek, 31, and Ann Dahl, 27, were saved along with her niece": one of several, or their mother
    if any(_acts(text, phrase, until, noun) for phrase in _KIN_PHRASE.finditer(text, first, until)):
        return True  # "her daughter shot her brother"
    for phrase in _PHRASE.finditer(text, first, until):
        said = phrase.group("words").split()
        at = next((n for n, word in enumerate(said) if word.lower() in person_nouns()), None)
        if at is None or text.endswith((" is ", " was ", " as ", " than "), 0, phrase.start()):
            continue
        end = phrase.start("words") + len(" ".join(said[: at + 1]))
        if not text.endswith(", ", 0, phrase.start()) or not _STANDS.match(text, end):
            return (
                True  # "Dahl said, the husband shot his wife", but "Dahl, a roofer from Vik, shot his wife"
            )
    return False


def _acts(text: str, phrase: re.Match[str], until: int, noun: str) -> bool:
    """Whether somebody's relative, another than `noun` says, does what follows: "her" behind it may mean the relative."""
    said = phrase.group("words").split()
    at = next((n for n, word in enumerate(said) if word in person_nouns()), -1)
    if (
        at < 0
        or said[at] in (noun.lower(), "family")
        or sex_of_noun(said[at]) not in ("", PRONOUNS[text[until : until + 3].lower()])
    ):
        return False
    end = phrase.start("words") + len(" ".join(said[: at + 1]))
    return end + 1 < until and text[end] == " " and text[end + 1].islower() and not _STANDS.match(text, end)


def _of(reading: Reading, start: int, end: int, people: list[Mention], starts: list[int]) -> Relative | None:
    """A relation with its owner after it: "Bo Ek, the uncle of Ann Dahl"."""
    at = bisect_left(starts, end)
    if at == len(people) or not _OF.match(reading.text, end, people[at].start):
        return None
    owner, before = people[at], people[at - 1] if at else None
    if reading.text.startswith(("'s", "’s", "' ", "’ ", " 's"), owner.end):
        return None  # "the father of Dahl's child"
    name = before.full if before is not None and joined(reading.text, before, start) else ""
    return Relative(before.start if before and name else start, owner.end, owner.full, "", name)


def _unowned(
    reading: Reading, start: int, end: int, people: list[Mention], starts: list[int]
) -> Relative | None:
    """A bare relation before a full name, of the one whom the sentence has named: "Dahl lived with girlfriend Ann Reed"."""
    text = reading.text
    at = bisect_left(starts, end)
    if at == len(people) or text[end : people[at].start] != " " or not text[start].islower():
        return None
    sentence = reading.document.sentence_at(start)
    if sentence is None or not _BARE.search(text, max(sentence.start, start - 12), start):
        return None
    named = {m.full for m in people[bisect_left(starts, sentence.start) : at] if not m.candidates}
    return Relative(start, end, named.pop(), "", "") if len(named) == 1 else None


def _opening(reading: Reading, start: int, end: int, named: str) -> Relative | None:
    """A partner's name that opens a sentence, of somebody whom it does not name: "Girlfriend Ann Reed, 21, wept"."""
    if " " not in named or not reading.text[start].isupper() or reading.text[end : end + 1] != " ":
        return None
    sentence, word = reading.document.sentence_at(start), reading.text[start:end].lower()
    opens = (
        sentence is not None and sentence.start == start and is_partner(word) and word != "partner"
    )  # of a firm
    return Relative(start, end, "", "", "") if opens else None


def joined(text: str, name: Mention, until: int) -> bool:
    """Whether the words between a name and `until` make what stands there say what its bearer is."""
    return 0 < until - name.end < _FAR and _APPOSED.match(text, name.end, until) is not None


def _title(name: Mention) -> str:
    return f"{name.title} " if name.title else ""


def named_after(reading: Reading, end: int, people: list[Mention], starts: list[int]) -> tuple[str, int]:
    """The name that follows a relation, a given name by itself too, and where it ends; empty where none does."""
    text, at = reading.text, bisect_left(starts, end)
    if at < len(people) and (
        _CALLED.match(text, end, people[at].start)
        or _CALLED.match(text, end, people[at].start - len(_title(people[at])))
    ):
        return people[at].full, people[at].end
    given = _GIVEN.match(text, end)
    if given is None or (at < len(people) and people[at].start < given.end()):
        return "", end
    word = given.group("name").split()[0].lower()
    apart = given.group("gap").strip() == "," and not _COMMA.match(text, given.end())
    known = word in given_names() or given.group("aged") is not None
    if apart or not known or word in name_set("calendar"):
        return "", end
    other = next(iter(reading.document.mentions_between(given.start("name"), given.end("name"))), None)
    named = other is None or other.kind in ("other", "unknown")
    return (given.group("name"), given.end("name")) if named else ("", end)
