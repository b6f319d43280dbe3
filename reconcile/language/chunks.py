"""Cuts runs of capitalized words into names: titles off, sentence openers off, "of" and "and" joined where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.language.casing import Run, Word, common_words, function_words, owner
from reconcile.language.gazetteer import (
    country_named,
    country_of_people,
    given_names,
    honorifics,
    kind_words,
    name_set,
    place_named,
    spelled_out,
)
from reconcile.language.seats import seat
from reconcile.lexicon import words as listed
from reconcile.values.places import street_kind
from reconcile.values.regex import regex
from reconcile.values.roles import head_words, offices

_LINKS = {
    " of ": "of", " of the ": "of", " for ": "for", " for the ": "for", " on ": "for", " on the ": "for", " to ": "to", " & ": "&",
    " and ": "and", ", ": "and", ", and ": "and", " and the ": "and the", "’ ": "owned", "' ": "owned",
    ' "': "nickname", " “": "nickname", '" ': "after nickname", "” ": "after nickname",
}  # fmt: skip
_QUOTED = regex(r"[\"“]")
_BROKEN = ("-year-old", "-month-old", "-born", "-based")
_SUFFIXES = ("Jr", "Sr", "Jr.", "Sr.", "II", "III")


@dataclass(slots=True, eq=False, repr=False)
class Chunk:
    """A name as it stands in the text: `text[start:end]`, with the title said before it.

    `opens` says that its first word opens a sentence; `joined` how many words stand before the first "of", "for" or
    "and", 0 when there is none.
    """

    words: list[Word]
    opens: bool = False
    joined: int = 0
    title: str = ""
    start: int = 0
    end: int = 0
    name: str = ""


def chunks(text: str, found: Iterable[Run], lower: frozenset[str]) -> Iterator[Chunk]:
    """Yields the names in runs of capitalized words, in order."""
    held: Chunk | None = None
    for run in found:
        for chunk in _cut(run, lower):
            if held is None:
                held = chunk
                continue
            gap = chunk.words[0][0] - held.words[-1][1]
            link = (
                _LINKS.get(text[held.words[-1][1] : chunk.words[0][0]].replace("\u00a0", " "))
                if gap < 10
                else None
            )
            if gap == 1 and text[chunk.words[0][0] - 1] == "/" and _slashed(held, chunk):
                continue
            if link is not None and _joins(text, link, held, chunk):
                if link not in ("owned", "nickname", "after nickname") and chunk.words[0][2] not in _SUFFIXES:
                    held.joined = held.joined or len(held.words)
                held.words += chunk.words
            else:
                yield _titled(text, held)
                held = chunk
    if held is not None:
        yield _titled(text, held)


def _slashed(held: Chunk, after: Chunk) -> bool:
    """Joins a ship's prefix that is written with a stroke to the name after it: "M/V Marigold"."""
    first, second = held.words[-1], after.words[0]
    prefix = f"{first[2]}/{second[2]}"
    if len(held.words) > 1 or len(after.words) < 2 or prefix.lower() not in name_set("ship_prefixes"):
        return False
    held.words = [(first[0], second[1], prefix, prefix.lower()), *after.words[1:]]
    return True


def _cut(run: Run, lower: frozenset[str]) -> Iterator[Chunk]:
    """Breaks a run at calendar words and after possessives, and drops the words that only open the sentence."""
    words: list[Word] = []
    calendar, kept = name_set("calendar"), name_set("owners_kept")
    opens = run.opens
    for index, word in enumerate(run.words):
        written, plain = word[2], word[3]
        if not words and _opener(run, index, opens, lower):
            continue
        opens = False
        broken = "-" in plain and plain.endswith(_BROKEN)
        if broken or (plain in calendar and not _is_person_word(run, index)):
            based = seat(run, index)
            words = [held for held in words if held not in based]
            if words:
                yield Chunk(words, run.opens and words[0][0] == run.start)
                words = []
            if based:
                yield Chunk(based)
            continue
        words.append(word)
        bare = owner(plain)
        if bare != plain and bare not in kept and index < len(run.words) - 1:
            yield Chunk(words, run.opens and words[0][0] == run.start)
            words = []
        elif (
            written.isupper()
            and len(words) == 1
            and len(written) < 8
            and bare in lower
            and bare in common_words()
        ):
            words.pop()  # shouted: "DO NOT"
    while len(words) > 1 and words[-1][3] in name_set("closers") and (words[-1][3] != "a" or len(words) > 2):
        words.pop()  # the first word of what follows: "Ann Reed This article"
    if words:
        yield Chunk(words, run.opens and words[0][0] == run.start)


def _opener(run: Run, index: int, opens: bool, lower: frozenset[str]) -> bool:
    """Whether a word at the head of a run is no part of the name: "The", "Meanwhile"."""
    plain = run.words[index][3]
    bare = owner(plain)
    if plain in name_set("page_words") and index + 1 < len(run.words):
        return True
    if bare in function_words() and not (index + 1 < len(run.words) and _known(run, index)):
        return True
    if not opens:
        return False
    if bare not in common_words() and not (
        bare in lower and bare not in given_names() and bare not in honorifics()
    ):
        return False
    if index + 1 == len(run.words):
        return not _names_place(run.words[index][2])
    last = owner(run.words[-1][3])
    return not (_known(run, index) or _names_place(run.words[index][2]) or last in kind_words())


def _known(run: Run, index: int) -> bool:
    """Whether the words from `index` on, or the first two of them, name a known place: "New Zealand", "The Hague"."""
    written = [word[2] for word in run.words[index : index + 3]]
    if written[0] in ("The", "the"):
        return written[1:2] in (["Hague"], ["Gambia"])
    return any(
        _names_place(" ".join([*written[:size], owner(written[size])])) for size in range(1, len(written))
    )


def _names_place(name: str) -> bool:
    return (
        country_of_people(name) is not None
        or country_named(name) is not None
        or place_named(name) is not None
    )


def _is_person_word(run: Run, index: int) -> bool:
    """Whether a month's name in a run is somebody's: "Theresa May", "April Jones"."""
    plain = run.words[index][3]
    if plain not in ("may", "april", "june", "august", "march"):
        return False
    if index > 0:
        return run.words[index - 1][3] in given_names()
    follows = len(run.words) > 1 and run.words[1][3] not in name_set("calendar")
    return follows and plain in ("april", "june") and run.words[1][3] not in kind_words()


def _joins(text: str, link: str, left: Chunk, right: Chunk) -> bool:
    """Whether the words between two chunks make them one name."""
    last, kinds = left.words[-1][3], kind_words()
    first = right.words[0][2]
    if link in ("nickname", "after nickname"):
        return _nickname(text, link, left, right)
    if link == "&":
        return True
    if link == "of" and last == "chief":
        return first == "Staff"
    if link == "of":
        return kinds.get(last) in ("organization", "treaty", "event", "work", "award") or last in name_set(
            "of_heads"
        )
    if link == "for":
        return kinds.get(last) in ("organization", "treaty") and last not in name_set("no_for")
    if link == "to":
        return last in name_set("to_heads") and not _names_place(first) and first.lower() not in given_names()
    if link == "owned":
        return last in name_set("owners_kept") and kinds.get(right.words[-1][3]) == "organization"
    if link == "and the":
        return country_named(_said(left, " and the ", right)) is not None
    if link == "and" and first in _SUFFIXES and len(left.words) > 1:
        return True
    if link == "and" and left.joined:
        head = left.words[left.joined - 1][3]
        if head not in name_set("listing_heads") or _names_place(first) or first.lower() in given_names():
            return False
        return kinds.get(first.lower()) not in ("organization", "place") or kinds.get(head) == "treaty"
    if link == "and" and len(left.words) <= 4 and text[left.words[-1][1]] == " ":
        said = _said(left, " and ", right)
        if country_named(said) is not None or said in spelled_out():
            return True
        heads = len(left.words) == 1 and last in name_set("and_heads")
        return heads and len(right.words) > 1 and kinds.get(owner(right.words[-1][3])) == "organization"
    return False


def _said(left: Chunk, link: str, right: Chunk) -> str:
    return " ".join(w[2] for w in left.words) + link + " ".join(w[2] for w in right.words)


def _nickname(text: str, link: str, left: Chunk, right: Chunk) -> bool:
    """Whether one chunk is a nickname in quotation marks inside the other's name."""
    if link == "nickname":
        if len(right.words) > 2 or left.joined or len(left.words) > 3:
            return False
        after = text[right.words[-1][1] : right.words[-1][1] + 3]
        return after[:2] in ('" ', "” ") and after[2:].isupper()
    mark = text.rfind('"' if text[right.words[0][0] - 2] == '"' else "“", left.words[0][0], left.words[-1][0])
    return mark > left.words[0][0]


def _titled(text: str, chunk: Chunk) -> Chunk:
    """Takes the title off the front of a person's name, and says where the name stands."""
    words = chunk.words
    at = _title_length(text, chunk) if len(words) > 1 else 0
    if at and not _QUOTED.search(text, words[0][0], words[at - 1][1]):  # Joe "Duke" Ordell is no duke
        chunk.title = text[words[0][0] : words[at - 1][1]]
        chunk.words = words = words[at:]
        chunk.joined = 0
    elif len(words) > 2 and (at := _portfolio(text, words) or _land(text, words) or _service(text, words)):
        chunk.title, chunk.words = text[words[0][0] : words[at - 1][1]], words[at:]
        words = chunk.words
    _, end, word, _ = words[-1]
    chunk.start = words[0][0]
    chunk.end = end - len(word) + len(owner(word))
    chunk.name = text[chunk.start : chunk.end].replace("\u00a0", " ")
    name = chunk.name
    if ("”" in name and name.count("”") > name.count("“")) or ('"' in name and name.count('"') == 1):
        chunk.name = name.replace("”", "").replace('"', "")  # Chief "AJ" Perez
    return chunk


def _portfolio(text: str, words: list[Word]) -> int:
    """How many words end a minister's title: two in "Minister of Foreign and European Affairs Ann Dahl"."""
    if not text.endswith(("of ", "for ", "and "), 0, words[0][0]):
        return 0
    listed = name_set("portfolios")
    at = next((index for index, word in enumerate(words) if word[3] not in listed), 0)
    return at if 2 <= len(words) - at <= 3 else 0


def _land(text: str, words: list[Word]) -> int:
    """How many words in front of a person's name name a land: "the Swede Thomas Holm", "President of the Czech
    Republic Ann Dahl"."""
    if owner(words[-1][3]) in kind_words() or len(words) > 6:
        return 0
    if len(words) == 3 and country_of_people(words[0][2]) is not None and words[1][3] in given_names():
        return 1
    before = text[max(0, words[0][0] - 40) : words[0][0]].removesuffix("the ")
    if not before.endswith(" of "):
        return 0
    head = before[:-4].rsplit(" ", 1)[-1].lower()
    if head not in honorifics() and head not in person_nouns():
        return 0
    for size in (len(words) - 2, len(words) - 3):
        last = words[size - 1][3] if size else ""
        said = " ".join(word[2] for word in words[:size])
        if size and (country_named(said) or (last in _STATES and country_of_people(words[0][2]))):
            return size
    return 0


def _service(text: str, words: list[Word]) -> int:
    """How many words in front of a person's name end a title that began before them: "Chief of Court Security Ann Dahl"."""
    before = text[max(0, words[0][0] - 40) : words[0][0]].removesuffix("the ")
    if not before.endswith((" of ", " for ")) or owner(words[-1][3]) in kind_words():
        return 0
    last, head = words[-1][3], before.rsplit(None, 2)[-2].lower()
    if owner(last) != last and owner(last) in honorifics():
        return 0  # the "Lee County Sheriff's Office"
    if head not in honorifics() and head not in person_nouns():
        return 0
    at = next((i for i, word in enumerate(words) if i and word[3] in given_names()), 0)
    return at if 2 <= len(words) - at <= 3 and words[at - 1][3] not in given_names() else 0


_STATES = frozenset({"republic", "kingdom", "federation", "confederation"})


def _title_length(text: str, chunk: Chunk) -> int:
    """How many words at the head of a chunk are a title; 0 when there is none."""
    words, ranks = chunk.words, honorifics()
    last = owner(words[-1][3])
    if last in kind_words() and last not in name_set("surnames"):
        return 0
    found = [
        index
        for index, word in enumerate(words[:-1])
        if len(word[2]) > 1
        and (word[3].rstrip(".") in ranks or (index == 0 and _calling(chunk)) or _compound(word[3]))
    ]
    if not found or (found == [0] and _given_after_all(text, chunk)):
        return 0
    following = words[found[-1] + 1][3]
    if words[found[-1]][3] == "metropolitan" and _names_place(text[words[-1][0] : words[-1][1]]):
        return 0  # "Metropolitan Detroit", no bishop
    if following == "involved" or (found[-1] == len(words) - 2 and street_kind(f"a {last}")):
        return 0  # "Officer Involved Shooting", "Senator Street"
    last_rank = words[found[-1]][3]
    if (
        len(found) > 1
        and found[-1] == len(words) - 2
        and last_rank in given_names()
        and last_rank not in offices()
    ):
        found.pop()  # "President Don Reed", no don
    first = words[0][3].rstrip(".")
    if first in given_names() and first not in ranks and found[-1] < 2 and len(words) < 4:
        return 0  # "Kyle Sheriff Jr.", not a sheriff
    if chunk.joined and found[-1] < chunk.joined:
        for stop in range(len(words) - 1, chunk.joined, -1):
            if text[words[0][0] : words[stop - 1][1]].lower() in offices():
                return stop
        # "Secretary of State John Kerry": the name starts at the first given name.
        given = (
            i for i in range(max(found[-1] + 1, chunk.joined), len(words)) if words[i][3] in given_names()
        )
        return next(given, 0) or _after_portfolio(words, chunk.joined)
    return _office_end(words, found[-1] + 1)


def _office_end(words: list[Word], end: int) -> int:
    """Where the longest post of the lexicon ends that goes on after `end`: "Chief Executive", "Attorney General"."""
    for stop in range(len(words) - 1, end, -1):
        if any(
            " ".join(word[3] for word in words[at:stop]) in offices() for at in range(max(0, end - 2), end)
        ):
            return stop
    return end


def _after_portfolio(words: list[Word], start: int) -> int:
    """Where the name after a minister's portfolio begins: "Minister of Foreign Affairs Oto Brandt"; 0 when there is none."""
    listed = name_set("portfolios")
    at = next((index for index in range(start, len(words)) if words[index][3] not in listed), 0)
    return at if at > start and len(words) - at in (2, 3) else 0


def _calling(chunk: Chunk) -> bool:
    """Whether the word that opens a sentence says what the person named after it is: "Pensioner Ann Dahl"."""
    first, second = chunk.words[0][3], chunk.words[1][3]
    if not chunk.opens or chunk.joined or len(chunk.words) > 4 or first in given_names():
        return False
    if first in person_nouns():
        return second in given_names() or len(chunk.words) == 3
    return (
        second in given_names() and len(chunk.words) > 2 and country_of_people(chunk.words[0][2]) is not None
    )


def _compound(word: str) -> bool:
    """Whether a word with hyphens is a calling: "ex-minister", "co-pilot", "mum-of-three", "premier-designate"."""
    if "-" not in word:
        return False
    first, *rest = word.split("-")
    return (
        first == "ex"
        or rest[-1] in ("elect", "designate")
        or (
            first not in given_names()
            and any(part in honorifics() or part in person_nouns() for part in (first, rest[-1]))
        )
    )


def _given_after_all(text: str, chunk: Chunk) -> bool:
    """Whether a rank that is a given name too is the name here: "firefighter Dean Reed", where nobody is a dean."""
    written, plain = chunk.words[0][2], chunk.words[0][3]
    if plain not in given_names() or len(chunk.words) > 3 or chunk.joined:
        return False
    return (
        chunk.words[1][3] not in given_names() and re.search(rf"\b{plain}\b|\bThe {written}\b", text) is None
    )


@cache
def person_nouns() -> frozenset[str]:
    """Nouns that say what a person is, in the singular: victim, guide, mother."""
    return frozenset(line.split(" = ")[0] for line in listed("persons")) | head_words()
