"""Cuts runs of capitalized words into names: titles off, sentence openers off, "of" and "and" joined where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.language.casing import Run, common_words
from reconcile.language.gazetteer import (
    country_named,
    country_of_people,
    given_names,
    honorifics,
    kind_words,
    name_set,
    place_named,
)

Word = tuple[int, int, str]


@dataclass(slots=True)
class Chunk:
    """A name as it stands in the text, with the title said before it. `joined` is the index of the first connector."""

    words: list[Word]
    title: str = ""
    title_start: int = -1
    opens: bool = False
    joined: int = 0  # how many words stand before the first "of", "for", "and"; 0 when there is none

    @property
    def start(self) -> int:
        """Where the name starts."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """Where the name ends, a possessive ending aside."""
        _, end, word = self.words[-1]
        return end - len(word) + len(owner(word))


def owner(word: str) -> str:
    """The word without a possessive ending."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s'", "s’")) else word


def chunks(text: str, found: Iterable[Run], lower: frozenset[str]) -> Iterator[Chunk]:
    """Yields the names in runs of capitalized words, in order."""
    held: Chunk | None = None
    for run in found:
        for chunk in _cut(run, lower):
            if held is None:
                held = chunk
            elif _joins(text, held, chunk):
                if text[chunk.words[0][0] - 2] not in "'’":  # "Workers' Party": one head
                    held.joined = held.joined or len(held.words)
                held.words += chunk.words
            else:
                yield from _titled(text, held)
                held = chunk
    if held is not None:
        yield from _titled(text, held)


def _cut(run: Run, lower: frozenset[str]) -> Iterator[Chunk]:
    """Breaks a run at calendar words, after possessives, and drops the words that only open the sentence."""
    words: list[Word] = []
    opens = run.opens
    common, given = common_words(), given_names()
    for word in run.words:
        plain = word[2].lower()
        if opens and not words:
            bare = owner(plain)
            usual = plain in common or bare in common
            usual = usual or (bare in lower and bare not in given and bare not in honorifics())
            if usual and (len(run.words) == 1 or not _keeps(word[2])):
                opens = False
                continue
        if plain in name_set("calendar") and not (
            plain in ("may", "april", "june", "august") and _is_person_word(run, word)
        ):
            if words:
                yield Chunk(words, opens=run.opens and words[0][0] == run.start)
                words = []
            continue
        words.append(word)
        if (
            owner(word[2]) != word[2]
            and owner(plain) not in name_set("owners_kept")
            and word is not run.words[-1]
        ):
            yield Chunk(words, opens=run.opens and words[0][0] == run.start)
            words = []
    if words:
        yield Chunk(words, opens=run.opens and words[0][0] == run.start)


def _keeps(word: str) -> bool:
    return (
        country_of_people(word) is not None
        or country_named(word) is not None
        or place_named(word) is not None
    )


def _is_person_word(run: Run, word: Word) -> bool:
    """Whether a month's name in a run is somebody's: "Theresa May", "April Jones"."""
    at = run.words.index(word)
    if at > 0:
        return run.words[at - 1][2].lower() in given_names()
    return (
        len(run.words) > 1
        and run.words[1][2].lower() not in name_set("calendar")
        and word[2] not in ("May", "August")
    )


@cache
def _connectors() -> dict[str, str]:
    found = {
        " of ": "of",
        " of the ": "of",
        " for ": "for",
        " for the ": "for",
        " on ": "for",
        " on the ": "for",
    }
    return found | {
        " & ": "&",
        " and ": "and",
        ", ": "and",
        ", and ": "and",
        " to ": "to",
        " and the ": "andthe",
        "’ ": "owned",
        "' ": "owned",
    }


def _joins(text: str, left: Chunk, right: Chunk) -> bool:
    """Whether the words between two chunks make them one name."""
    gap = right.words[0][0] - left.words[-1][1]
    if gap > 9:
        return False
    link = _connectors().get(text[left.words[-1][1] : right.words[0][0]].replace("\u00a0", " "))
    if link is None:
        return False
    if link == "&":
        return True
    last = left.words[-1][2].lower()
    kind = kind_words().get(last)
    head = left.words[left.joined - 1 if left.joined else -1][2].lower()
    if link == "of":
        return kind in ("organization", "treaty", "event", "work", "award") or last in name_set("of_heads")
    if link == "for":
        return kind in ("organization", "treaty") and last not in name_set("no_for")
    first = right.words[0][2]
    if link == "owned":
        return (
            last in name_set("owners_kept") and kind_words().get(right.words[-1][2].lower()) == "organization"
        )
    if link == "and" and left.joined:
        if head not in name_set("listing_heads") or _keeps(first) or first.lower() in given_names():
            return False
        return kind_words().get(first.lower()) not in ("organization", "place") or kind == "treaty"
    if link == "and" and len(left.words) <= 2 and text[left.words[-1][1]] == " ":
        whole = " ".join([w for _, _, w in left.words] + ["and"] + [w for _, _, w in right.words])
        return country_named(whole) is not None or (
            len(left.words) == 1
            and len(right.words) > 1
            and kind_words().get(owner(right.words[-1][2]).lower()) == "organization"
            and not _keeps(left.words[0][2])
            and left.words[0][2].lower() in name_set("and_heads")
        )
    if link == "andthe":
        whole = " ".join([w for _, _, w in left.words] + ["and the"] + [w for _, _, w in right.words])
        return country_named(whole) is not None
    return False


def _titled(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """Takes the title off the front of a person's name; yields the name, and what stands before the title."""
    words = chunk.words
    ranks, kinds = honorifics(), kind_words()
    at = -1
    if len(words) > 1 and kinds.get(owner(words[-1][2]).lower()) is None:
        for index, (_, _, word) in enumerate(words[:-1]):
            if word.lower().rstrip(".") in ranks and (word[-1] == "." or len(word) > 1):
                at = index
        if at >= 0 and chunk.joined and at < chunk.joined:
            # "Secretary of State John Kerry": the name starts at the first given name.
            rest = next(
                (
                    i
                    for i in range(max(at + 1, chunk.joined), len(words))
                    if words[i][2].lower() in given_names()
                ),
                -1,
            )
            at = rest - 1 if rest > 0 else -1
    if (
        at >= 0
        and words[0][2].lower().rstrip(".") in given_names()
        and words[0][2].lower() not in ranks
        and at < 2
    ):
        at = -1  # "Dean Martin", "Marshall Mathers"
    if at < 0:
        yield chunk
        return
    title = text[words[0][0] : words[at][1]]
    yield Chunk(words[at + 1 :], title, words[0][0], chunk.opens)
