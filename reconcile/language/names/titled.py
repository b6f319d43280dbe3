"""What stands in front of a person's name and is no part of it: an office, a land, a judgement, a calling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reconcile.language.figures.numbered import number_after
from reconcile.language.names.casing import Word, owner
from reconcile.language.names.gazetteer import (
    acronyms,
    country_named,
    country_of_people,
    given_names,
    honorifics,
    kind_words,
    name_set,
    names_place,
    surnames_first,
)
from reconcile.lexicon import words as listed
from reconcile.values.places import street_kind
from reconcile.values.regex import regex
from reconcile.values.roles import head_words, offices

_LONG = 3  # words of a body's name that stand in front of a rank: two are "Dunmore Police"
_AGED = regex(r", (?:aged )?\d{1,3},")
_QUOTED = regex(r"[\"“]")


@dataclass(slots=True, eq=False, repr=False)
class Chunk:
    """A name as it stands in the text: `text[start:end]`, with the title said before it.

    `opens` says that its first word opens a sentence; `joined` how many words stand before the first "of", "for" or
    "and", 0 when there is none; `body` where the body stands that opens the title: "Kansas Highway Patrol Sgt.".
    """

    words: list[Word]
    opens: bool = False
    joined: int = 0
    title: str = ""
    start: int = 0
    end: int = 0
    name: str = ""
    body: tuple[int, int] | None = None


def titled(text: str, chunk: Chunk) -> Chunk:
    """Takes the title off the front of a person's name, and says where the name stands."""
    words = chunk.words
    if len(words) > 2 and chunk.opens and words[0][3] in name_set("judging") and (at := _judged(words)):
        chunk.title, chunk.words = " ".join(word[2] for word in words[1:at]), words[at:]
        words = chunk.words
    if len(words) > 2 and _wired(words):
        chunk.words = words = words[1:]
    at = _title_length(text, chunk) if len(words) > 1 else 0
    if at and not _QUOTED.search(text, words[0][0], words[at - 1][1]):  # Joe "Duke" Ordell is no duke
        chunk.title = text[words[0][0] : words[at - 1][1]]
        chunk.body = _body(words[:at]) if at > _LONG else None
        chunk.words = words = words[at:]
        chunk.joined = 0
    elif len(words) > 2 and (at := _portfolio(text, words) or _land(text, words) or _service(text, words)):
        chunk.title, chunk.words = text[words[0][0] : words[at - 1][1]], words[at:]
        words = chunk.words
    _, end, word, _ = words[-1]
    chunk.start = words[0][0]
    chunk.end = number_after(text, word.lower(), end - len(word) + len(owner(word)))
    chunk.name = text[chunk.start : chunk.end].replace("\u00a0", " ")
    name = chunk.name
    if ("”" in name and name.count("”") > name.count("“")) or ('"' in name and name.count('"') == 1):
        chunk.name = name.replace("”", "").replace('"', "")  # Chief "AJ" Perez
    return chunk


def _body(title: list[Word]) -> tuple[int, int] | None:
    """Where the body stands whose name of several words opens a title."""
    at = next((index for index, word in enumerate(title) if word[3].rstrip(".") in honorifics()), 0)
    if at < _LONG or kind_words().get(owner(title[at - 1][3])) != "organization":
        return None
    return title[0][0], title[at - 1][1]


def _judged(words: list[Word]) -> int:
    """How many words judge who is named after them: one in "Brave Ann Dahl", "Lucky Swede Tuva Holm"; 0 for no person."""
    if words[0][3] in given_names() or owner(words[-1][3]) in kind_words():
        return 0
    if len(words) == 4 and _national(words[1][2]):
        return 2
    return 1 if len(words) < 5 and words[1][3] in given_names() else 0


def _wired(words: list[Word]) -> bool:
    """Whether letters of an agency or a page stand before somebody's name: "AP Ann Dahl"."""
    first, second, last = words[0][2], words[1], owner(words[-1][3])
    named = second[3] in given_names() and not second[2].isupper() and last not in kind_words()
    return named and first.isupper() and first in acronyms() and words[0][3] not in honorifics()


def _national(word: str) -> bool:
    """Whether a word says where a person comes from: Swede, Slovenian, Englishwoman."""
    if country_of_people(word) is not None:
        return True
    people = word.removesuffix("woman").removesuffix("man")
    return people != word and people.lower() in name_set("peoples")


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
    first = words[0][2]
    if 2 < len(words) < 5 and _national(first):
        sure = first.endswith(("man", "woman")) and not first.endswith(("German", "Roman", "Oman"))
        if sure or words[1][3] in given_names() or _AGED.match(text, words[-1][1]):
            return 1
    before = text[max(0, words[0][0] - 40) : words[0][0]].removesuffix("the ")
    if not before.endswith(" of "):
        return 0
    head = before[:-4].rsplit(" ", 1)[-1].lower()
    if head not in honorifics() and head not in person_nouns() and not _OF_A_STATE.search(before):
        return 0
    for size in (len(words) - 2, len(words) - 3):
        last = words[size - 1][3] if size else ""
        said = " ".join(word[2] for word in words[:size])
        if size and (country_named(said) or (last in _STATES and country_of_people(words[0][2]))):
            return size
    return 0


# "Minister of Foreign Affairs of Vell Ann Dahl"
_OF_A_STATE = regex(
    r"\b(?:Minister|Secretary|Chair(?:man|woman)|Speaker|Ambassador)(?: [\w’']+){1,4} of \Z", holds=" of "
)


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
    at = next((i for i, w in enumerate(words) if i and (w[3] in given_names() or _family_first(words, i))), 0)
    return at if 2 <= len(words) - at <= 3 and words[at - 1][3] not in given_names() else 0


def _family_first(words: list[Word], at: int) -> bool:
    """Whether a family name opens the two words at `at`, the last of all: "Mun Song-hyok"."""
    if len(words) - at != 2 or "-" not in words[-1][2]:
        return False
    return any(words[at][3] in names for names in surnames_first().values())


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
    if words[found[-1]][3] == "metropolitan" and names_place(text[words[-1][0] : words[-1][1]]):
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
    if chunk.joined and words[chunk.joined - 1][3] == "chief" and words[chunk.joined][3] == "staff":
        return chunk.joined + 1 if len(words) > chunk.joined + 1 else 0
    if following.rstrip(".") in ("jr", "sr"):
        return 0  # "Martin King Jr.", no king
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
    if plain == "don" and len(chunk.words) == 3:
        return True
    return (
        chunk.words[1][3] not in given_names() and re.search(rf"\b{plain}\b|\bThe {written}\b", text) is None
    )


@cache
def person_nouns() -> frozenset[str]:
    """Nouns that say what a person is, in the singular: victim, guide, mother."""
    return frozenset(line.split(" = ")[0] for line in listed("persons")) | head_words()
