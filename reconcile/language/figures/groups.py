"""Groups of people and things in a text, counted or single: "22 people", "three others", "a 19-year-old man"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from reconcile.language.figures.counted import counted, singulars
from reconcile.language.figures.numbers import NumberMention
from reconcile.language.sentences import Sentence
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


class Group(NamedTuple):
    """A counted or single group: `text[start:end]`, hedge, figure and noun phrase included.

    `single` says that no figure stands there: "a man" counts one. `number` is the figure's mention otherwise.
    """

    start: int
    end: int
    amount: Amount
    head: str = ""
    phrase: str = ""
    part: bool = False
    further: bool = False
    single: bool = False
    number: NumberMention | None = None
    whole: str = ""


_OF_THE = regex(r"\s+of\s+(?:the|its|his|her|their|those|these)\s+(?:[\w-]+['’]s\s+)?")
_STATE = regex(
    r"\s*(?:who\s(?:was|were|are|had\sbeen|have\sbeen)\s)?(?:(?:found|pronounced|left|reported)\s)?(?:dead|killed|injured|wounded|hurt|missing)\b"
)
_REST = regex(r"\b[Tt]he\s(?:other|remaining)\s\Z", holds="other|remaining")
_ANOTHER = regex(
    r"\b(?:[Aa]nother|[Aa]n?\s(?:additional|extra|further))\s\Z", holds="another|additional|extra|further"
)


_BAND = regex(
    r"\b(?:gang|group|band|team|family|squad|jury|panel|party|cast)\sof\s\Z", holds="of"
)  # "a gang of four"


_TOTAL_OF = regex(r"\b[Aa] total of (?:about |some |nearly |over )?\Z")
# Men and women together are people, boys and girls children.
BOTH = {"man": "person", "woman": "person", "boy": "child", "girl": "child"}
BOTH_SEXES = regex(r" (?:and|or) (?:women|men|girls|boys)\b(?!['’])", holds="women|men|girls|boys")


def counted_groups(text: str, numbers: Iterable[NumberMention]) -> Iterator[Group]:
    """Yields the group that each plain count opens, in order; the noun may be missing ("22 dead").

    Of "seven of the 31 men" the seven are the group and the 31 its whole.
    """
    counts = [number for number in numbers if number.form in ("count", "vague", "range")]
    taken = False
    for number, following in zip_longest(counts, counts[1:]):
        if taken:
            taken = False
            continue
        amount = number.amount
        noun = counted(text, number.end, one=amount.point == 1)
        another = _ANOTHER.search(text, max(0, number.start - 16), number.start)
        whole = noun.whole
        rest = _REST.search(text, max(0, number.start - 16), number.start) is not None
        if following is not None and _OF_THE.fullmatch(text, number.end, following.start):
            wider = counted(text, following.end, one=False)
            if not _STATE.match(
                text, max(wider.end, following.end)
            ):  # the dead are the whole in "three of the four dead"
                noun, taken = wider, True
                whole = text[following.figure_start : following.figure_end]
        lead = text[max(0, number.start - 20) : number.start]
        band = not noun.head and _BAND.search(lead) is not None
        total = _TOTAL_OF.search(lead)
        start, end = number.start - (len(lead) - total.start() if total else 0), max(noun.end, number.end)
        if noun.head in BOTH and (both := BOTH_SEXES.match(text, end)) is not None:
            end, head, phrase = both.end(), BOTH[noun.head], text[number.end : both.end()].strip()
        else:
            head, phrase = ("person", "people") if band else (noun.head, noun.phrase)
        yield Group(
            another.start() if another else start,
            end,
            amount,
            head,
            phrase,
            noun.part or taken or rest,
            noun.further or another is not None,
            False,
            number,
            whole,
        )


@cache
def _nouns() -> frozenset[str]:
    """The nouns that name one person."""
    return frozenset(singulars().values()) - {"other", "dead", "death", "fatality", "casualty", "family"}


_LEAD = regex(  # a, an, another, one, the, his, her, whose: a plain set first, so that the search skips letters fast
    r"[AaOoTtHhWw](?<!\w.)(?:(?<=[Aa])(?:n?|nother)|(?<=[Oo])ne|(?<=[Tt])he|(?<=[Hh])(?:is|er)|(?<=[Ww])hose)\s"
)
_LED = regex(r"(?!(?:and|of|in|with|was|by|who|to)\b)[\w'-]+\s")  # a word that may stand before the noun
_MOST_LED = 4
_WORD = regex(r"\w+")
_LEFT_OUT = regex(
    r"[Aa]\s(?:second|third|fourth|fifth|sixth|seventh)\b(?=\s(?:was|has|is|died|at|in|person|man|woman)\b|[,.])"
    r"|[Aa]nother(?=\s(?:(?:is|was|\w+ly)\s){0,2}(?:wounded|injured|hurt|missing)\b)"
)


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a noun with its determiner names one person, or a determiner alone does."""
    while (lead := _LEAD.search(text, start, end)) is not None:
        last = _noun_end(text, lead.end(), end)
        if last is None:
            alone = _LEFT_OUT.match(text, lead.start(), end)
            last = alone.end() if alone else None
        if last is not None:
            yield lead.start(), last
        start = last or lead.end() - 1


def _noun_end(text: str, at: int, end: int) -> int | None:
    """Where the first noun for a person ends that a few words from `at` may lead to."""
    nouns = _nouns()
    for _ in range(_MOST_LED + 1):
        word = _WORD.match(text, at, end)
        if (
            word is not None
            and word.group() in nouns
            and text[word.end() : min(end, word.end() + 1)] not in ("'", "’")
        ):
            return word.end()
        led = _LED.match(text, at, end)
        if led is None:
            return None
        at = led.end()
    return None


def single_groups(text: str, start: int, end: int) -> Iterator[Group]:
    """Yields the single persons named by a noun between `start` and `end`: "a 19-year-old man", "another officer"."""
    for first, last in _single(text, start, end):
        phrase = text[first:last]
        further = phrase.lower().startswith("another")
        head = phrase.rsplit(" ", 1)[-1]
        definite = phrase[:4].lower() in ("the ", "his ", "her ")
        yield Group(
            first,
            last,
            Amount.of(2 if head == "couple" else 1),
            head,
            phrase,
            part=definite,
            further=further,
            single=True,
        )


_GROWING = frozenset(
    {"case", "infection", "arrest", "death", "patient", "complaint", "aftershock", "incident"}
)
_MEMBERS = frozenset({"crew", "staff", "team", "cast", "band", "squad"})


def growing(groups: Sequence[Group], sentence: Sentence | None) -> str:
    """What a sentence counts that goes on growing: "case" where it tells of 59 more cases; empty for nothing."""
    if sentence is None:
        return ""
    at = bisect_right(groups, sentence.start - 1, key=lambda g: g.start)
    heads = (g.head for g in groups[at : at + _FEW] if g.start < sentence.end)
    return next((head for head in heads if head in _GROWING), "")


_FEW = 6  # groups of one sentence that are looked at


def collective(phrase: str) -> str:
    """The body whose members are counted: "crew" in "22 crew members"."""
    said = phrase.lower().split()
    return said[-2] if len(said) > 1 and said[-2] in _MEMBERS else "member"


def by_whom(text: str, group: Group, gap: str) -> bool:
    """Whether a group before a verb does what it tells: "the two men who shot", "Ann Dahl, whom a gunman killed"."""
    if gap == " who ":
        return group.number is not None
    return gap == " " and _WHOM.search(text, max(0, group.start - 16), group.start) is not None


_WHOM = regex(r"\bwhom (?:the |his |her |its )?\Z")
