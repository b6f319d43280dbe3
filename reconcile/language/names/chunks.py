"""Cuts runs of capitalized words into names: titles off, sentence openers off, "of" and "and" joined where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from reconcile.language.names.casing import Run, Word, common_words, function_words, owner
from reconcile.language.names.gazetteer import (
    acronyms,
    country_named,
    firm_words,
    given_names,
    honorifics,
    kind_words,
    name_set,
    names_place,
    spelled_out,
)
from reconcile.language.names.seats import seat
from reconcile.language.names.titled import Chunk, titled

_LINKS = {
    " of ": "of", " of the ": "of", " for ": "for", " for the ": "for", " on ": "for", " on the ": "for", " to ": "to", " to the ": "to", " & ": "&",
    " and ": "and", ", ": "and", ", and ": "and", " and the ": "and the", "’ ": "owned", "' ": "owned",
    ' "': "nickname", " “": "nickname", " ‘": "nickname", " '": "nickname", " (": "nickname",
    '" ': "after nickname", "” ": "after nickname", ") ": "after nickname",
}  # fmt: skip
_CLOSE = ("owned", "nickname", "after nickname")  # what joins words of one rank, as "of" does not
_CLOSED = {'"': '"', "“": "”", "‘": "’", "'": "'", "(": ")"}
_OPENED = {closed: opened for opened, closed in _CLOSED.items()}
_BROKEN = ("-year-old", "-month-old", "-born", "-based")
_CAPITALS = ("II", "III", "IV", "JR", "SR")
_SUFFIXES = ("Jr", "Sr", "Jr.", "Sr.", "II", "III")


def chunks(text: str, found: Iterable[Run], lower: frozenset[str]) -> Iterator[Chunk]:
    """Yields the names in runs of capitalized words, in order."""
    held: Chunk | None = None
    for run in chain.from_iterable(_glued(text, run) for run in found):
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
                one_rank = _paired(held) or (link == "and" and _half_said(text, held))
                if link not in _CLOSE and chunk.words[0][2] not in _SUFFIXES and not one_rank:
                    held.joined = held.joined or len(held.words)
                said = _country(held, chunk) if link == "of" else 0
                held.words += chunk.words[: said or None]
                if said:
                    yield titled(text, held)
                    held = Chunk(chunk.words[said:])
            else:
                yield titled(text, held)
                held = chunk
    if held is not None:
        yield titled(text, held)


def _glued(text: str, run: Run) -> tuple[Run, ...]:
    """The run, or its first word and the rest where a prefix takes the first: "post-Marov Ordell", two names."""
    if len(run.words) < 2 or text[run.start - 1 : run.start] != "-":
        return (run,)
    glued = text[max(0, run.start - 8) : run.start].rpartition(" ")[2].strip('-("“\n').lower()
    if glued not in _PREFIXES:
        return (run,)
    rest = run.words[1:]
    return Run(run.start, run.words[:1], opens=False), Run(rest[0][0], rest, opens=False)


_PREFIXES = frozenset({"post", "pre", "anti", "pro", "non"})


def _country(head: Chunk, named: Chunk) -> int:
    """How many words of a chunk are the country that a state is named after, where the name of whoever leads it follows
    without a comma: 1 in "the Republic of Kazakhstan Bo Reed"; else 0."""
    if head.words[-1][3] not in _STATES:
        return 0
    said = [word[2] for word in named.words]
    return next((n for n in (1, 2, 3) if n < len(said) and country_named(" ".join(said[:n])) is not None), 0)


_STATES = frozenset({"republic", "kingdom", "federation", "emirate", "sultanate", "state"})


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
        if words and written in ("The", "A", "An") and _headed(run, index, words):
            yield Chunk(words, run.opens and words[0][0] == run.start)  # a headline before the first sentence
            words = []
            continue
        broken = "-" in plain and plain.endswith(_BROKEN)
        dated = plain in calendar or (owner(plain) in calendar and owner(plain) != "may")
        if broken or (dated and not _is_person_word(run, index)):
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
        if (
            bare != plain
            and bare not in kept
            and index < len(run.words) - 1
            and run.words[index + 1][3] != "county"
            and not _saints(words, run, index)
        ):
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
    if len(words) > 2 and (at := _shouted(words, lower)):
        yield Chunk(words[:at], run.opens and words[0][0] == run.start)
        words = words[at:] if words[at][2] in acronyms() else []
        if next((word for word in words[1:] if word[3] in given_names()), None):
            words = []  # a page's list: "Ann Dahl BBC News Bo Reed"
    while len(words) > 1 and words[-1][3] in name_set("closers") and (words[-1][3] != "a" or len(words) > 2):
        words.pop()  # the first word of what follows: "Ann Reed This article"
    if words:
        yield Chunk(words, run.opens and words[0][0] == run.start)


def _headed(run: Run, index: int, words: list[Word]) -> bool:
    """Whether the article at `index` opens what follows a name without a stop: a headline in capitals, a page's list."""
    after = [word[2] for word in run.words[index + 1 :]]
    if len(words) == 1:
        return bool(after) and (after[0] in acronyms() or country_named(after[0]) is not None)
    return all(word[2].isupper() for word in words) or (run.words[index][2] == "The" and bool(after))


def _saints(words: list[Word], run: Run, index: int) -> bool:
    """Whether the owner of what follows is a saint whom a house or a parish is named after: "St. Clare's Parish"."""
    return (
        len(words) == 2 and words[0][3] in ("st.", "st", "saint") and run.words[index + 1][3] in kind_words()
    )


def _shouted(words: list[Word], lower: frozenset[str]) -> int:
    """Where capitals that are no part of it follow a person's name: 2 in "Ann Dahl WALKED AWAY", "Ann Dahl BBC News"."""
    if words[0][3] not in given_names() or words[1][3] in given_names():
        return 0
    at = next((i for i, word in enumerate(words) if word[2].isupper() and len(word[2]) > 1), 0)
    if at < 2 or words[at][2].strip(".") in _CAPITALS or "." in words[at][2]:
        return 0
    shouted, plain = words[at][2], words[at][3]
    known = shouted in acronyms() or plain in name_set("after_names") or plain in lower
    return at if known or (len(words) > at + 1 and words[at + 1][2].isupper()) else 0


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
        return not names_place(run.words[index][2])
    last = owner(run.words[-1][3])
    return not (_known(run, index) or names_place(run.words[index][2]) or last in kind_words())


def _known(run: Run, index: int) -> bool:
    """Whether the words from `index` on, or the first two of them, name a known place: "New Zealand", "The Hague"."""
    written = [word[2] for word in run.words[index : index + 3]]
    if written[0] in ("The", "the"):
        return written[1:2] in (["Hague"], ["Gambia"])
    return any(
        names_place(" ".join([*written[:size], owner(written[size])])) for size in range(1, len(written))
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
    if link in ("of", "for") and last in firm_words():
        return False  # "Helvetor Foods of Basel"
    if link == "of":
        return kinds.get(last) in ("organization", "treaty", "event", "work", "award") or last in name_set(
            "of_heads"
        )
    if link == "for":
        return kinds.get(last) in ("organization", "treaty") and last not in name_set("no_for")
    if link == "to":
        return last in name_set("to_heads") and not names_place(first) and first.lower() not in given_names()
    if link == "owned":
        if _nickname(text, "after nickname", left, right):
            return True
        what = right.words[-1][3]
        return last in name_set("owners_kept") and (kinds.get(what) == "organization" or what in _RAISED)
    if link == "and the":
        return country_named(_said(left, " and the ", right)) is not None
    if link == "and" and first in _SUFFIXES and len(left.words) > 1:
        return True
    if link == "and" and left.joined:
        head = left.words[left.joined - 1][3]
        if head not in name_set("listing_heads") or names_place(first) or first.lower() in given_names():
            return False
        return kinds.get(first.lower()) not in ("organization", "place") or kinds.get(head) == "treaty"
    if link == "and" and len(left.words) <= 4 and text[left.words[-1][1]] == " ":
        said = _said(left, " and ", right)
        if country_named(said) is not None or said in spelled_out():
            return True
        after = right.words[-1][3]
        if len(right.words) > 1 and _half_said(text, left) and kinds.get(owner(after)) == "organization":
            return True
        if last == "hospital" and len(right.words) > 1:
            return all(word[3] in _WARDS for word in right.words)
        if not _paired(left) or len(right.words) < 2:
            return False
        owning = after in name_set("owners_kept") and text[right.words[-1][1]] in "'’"
        if owning or kinds.get(owner(after)) == "organization":
            return last in name_set("and_heads") or text.endswith(("the ", "The "), 0, left.words[0][0])
    return False


_RAISED = frozenset({"monument", "memorial"})  # to whom it is owned: "the Defenders' Monument"
# What a hospital's name has besides: "Grebe Point Hospital and Medical Center".
_WARDS = frozenset({"medical", "health", "rehabilitation", "trauma", "center", "centre"})


def _paired(left: Chunk) -> bool:
    """Whether a chunk is one trade or matter of two that a body is named after: "the Dock and Barge Workers' Union"."""
    first = left.words[0][3]
    return len(left.words) == 1 and (first in name_set("and_heads") or first in name_set("and_trades"))


def _half_said(text: str, left: Chunk) -> bool:
    """Whether a chunk ends in an adjective that waits for its noun: "the National Oceanic and Atmospheric Agency"."""
    waits = left.words[-1][3].endswith(("ic", "al", "ary")) and left.words[-1][3] not in kind_words()
    return len(left.words) > 1 and waits and text.endswith(("the ", "The "), 0, left.words[0][0])


def _said(left: Chunk, link: str, right: Chunk) -> str:
    return " ".join(w[2] for w in left.words) + link + " ".join(w[2] for w in right.words)


def _nickname(text: str, link: str, left: Chunk, right: Chunk) -> bool:
    """Whether one chunk is a nickname in quotation marks, or in brackets, inside the other's name."""
    if link == "nickname":
        if len(right.words) > 2 or left.joined or len(left.words) > 3:
            return False
        end = right.words[-1][1]
        mark = text[right.words[0][0] - 1]
        if mark == "(":  # Bob (Red) Holm; but Ann Dahl (Labour) Red Holm (Greens)
            named = len(left.words) == 1 and left.words[0][3] in given_names()
            if not named or names_place(text[right.words[0][0] : end]):
                return False
        return text.startswith(f"{_CLOSED[mark]} ", end) and text[end + 2 : end + 3].isupper()
    opened = _OPENED[text[right.words[0][0] - 2]]
    return text.rfind(opened, left.words[0][0], left.words[-1][0]) > left.words[0][0]
