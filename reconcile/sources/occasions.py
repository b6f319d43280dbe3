"""Anniversaries as evidence of the year: "the 64th" of what happened in 1961 is kept in 2025."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from reconcile.lexicon import words as lexicon
from reconcile.sources.clues import DayClue, day_clues, sentence_around
from reconcile.values.regex import regex

_WORDS = dict(entry.split(" = ") for entry in lexicon("ordinal_anniversaries"))
_MARK = regex(
    rf"\b(?P<w>{'|'.join(sorted(_WORDS, key=len, reverse=True))})[ -](?:[a-z]+ )?anniversary\b"
    r"|\b(?P<n>\d{1,3})(?:st|nd|rd|th)[ \u00a0-](?:[a-z]+[ -])?anniversar(?:y|ies)\b"
    r"|\b(?:mark|commemorat|celebrat)\w* (?P<y>\d{2,3}) years of\b"
    r"|\b(?P<c>bicentenary|bicentennial|centenary|centennial)\b"
)
_OF = regex(r" of ((?:[^\W\d_][\w'’.-]*|1\d\d\d|20\d\d)(?:,? [\w'’.-]+){0,11})")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b(?!-year)")
FOUNDED = regex(
    r"\b(?:sign(?:ed|ing)|found(?:ed|ing)|establish(?:ed|ment|ing)|form(?:ed|ation)|creat(?:ed|ion)|began|launched|born|opened"
    r"|independence|forged|concluded|inaugurated|incorporated|liberat(?:ed|ion)|ratified|adopted)\b"
)
_PAST_OCCASION = regex(
    r"\b(?:last year|next year|years? ago|previous|earlier this|such as|in the year)\b", re.IGNORECASE
)
_FALLS = regex(r"\b(?:falls?|fell|is|was|celebrated|observed|marked) on ")
_WORD = regex(r"[^\W\d_]{4,}")
_MOST = 200  # anniversaries, and years, that one article can name and still be read as an article
_EMPTY = frozenset(lexicon("occasion_stops"))


class Mark(NamedTuple):
    """An anniversary that an article says is being kept now."""

    ordinal: int
    words: str
    start: int
    topic: frozenset[str]
    day: DayClue | None = None  # "which falls on August 1"


class Base(NamedTuple):
    """What anniversaries can count from: a year, perhaps a day, with the article and words that give it."""

    article: str
    words: str
    topic: frozenset[str]
    year: int
    month: int | None = None
    day: int | None = None
    ordinal: int | None = None  # when the year follows from another anniversary: "the 90th in 2017"


class Occasions(NamedTuple):
    """What one article says about anniversaries."""

    marks: tuple[Mark, ...]
    bases: tuple[Base, ...]


def find_occasions(article: str, text: str) -> Occasions:
    """The anniversaries that the text keeps, and the dates that anniversaries can count from."""
    marks: list[Mark] = []
    bases: list[Base] = []
    main: frozenset[str] | None = None
    for match in islice(_MARK.finditer(text), _MOST):
        ordinal = _ordinal(match)
        first, last = sentence_around(text, match.start())
        sentence = text[first:last]
        named = _OF.match(text, match.end() - (3 if match["y"] else 0))
        topic = _topic(_clause(named[1])) if named else main or frozenset()
        years = [
            year for year in _YEAR.finditer(sentence) if not _belongs(sentence, year, match.start() - first)
        ]
        if named and (inside := _YEAR.match(named[1].removeprefix("the "))):
            bases.append(Base(article, f"{inside.group()} {_clause(named[1])}", topic, int(inside.group())))
        if years:
            year = int(years[0].group())
            bases.append(Base(article, f"the {ordinal}th in {year}", topic, year - ordinal, ordinal=ordinal))
        elif not _PAST_OCCASION.search(sentence) and ordinal > 0:
            falls = _FALLS.search(text, match.end(), last)
            day = next(day_clues(text[falls.end() : falls.end() + 24]), None) if falls else None
            marks.append(Mark(ordinal, match.group(), match.start(), topic, day))
            main = main or topic or None
    for base in _stated_bases(article, text):
        same = main is not None and base.topic & main
        bases.append(base._replace(topic=base.topic | main) if same and main else base)
    return Occasions(tuple(marks), tuple(bases))


def _ordinal(match: re.Match[str]) -> int:
    if match["c"]:
        return 200 if match["c"].startswith("bi") else 100
    return int(match["n"] or match["y"] or _WORDS[match["w"]])


def _belongs(sentence: str, year: re.Match[str], mark: int) -> bool:
    """Whether a year in the mark's sentence is the base's own: "of the 1961 Treaty", "signed … on July 11, 1961"."""
    before = sentence[max(0, year.start() - 60) : year.start()]
    return year.start() > mark and (
        bool(FOUNDED.search(before)) or before.endswith((" of the ", " of ", " the "))
    )


def _stated_bases(article: str, text: str) -> Iterable[Base]:
    for year in islice(_YEAR.finditer(text), _MOST):
        first, last = sentence_around(text, year.start())
        if last - first > 600:
            first, last = max(first, year.start() - 300), min(last, year.end() + 100)
        founded = [m for m in FOUNDED.finditer(text, first, last) if abs(m.start() - year.start()) < 160]
        if not founded:
            continue
        day = next((d for d in day_clues(text[max(first, year.start() - 14) : year.end()]) if d.year), None)
        yield Base(
            article,
            " ".join(text[min(founded[-1].start(), year.start()) : year.end()].split())[-70:],
            _topic(text[first:last]),
            int(year.group()),
            day.month if day else None,
            day.day if day else None,
        )


def _clause(words: str) -> str:
    return re.split(
        r",? (?:which|when|that|signed|on|in|as|at|and the|while|with a|amid|by)\b|[.;]", words, maxsplit=1
    )[0]


def _topic(words: str) -> frozenset[str]:
    return frozenset(w.lower().removesuffix("s") for w in _WORD.findall(words) if w.lower() not in _EMPTY)


def base_of(mark: Mark, own: Iterable[Base], others: Iterable[Base]) -> Base | None:
    """What the anniversary counts from: the best fitting base of its own article, else of the others.

    None when nothing fits, and when two that fit equally well give different years.
    """
    for bases, least in ((own, 1), (others, 2)):
        fits = [(len(base.topic & mark.topic), base) for base in bases]
        best = max((score for score, _ in fits), default=0)
        if best < least:
            continue
        chosen = [base for score, base in fits if score == best]
        if len({base.year for base in chosen}) == 1:
            return min(chosen, key=lambda base: (base.day is None, base.ordinal == mark.ordinal))
        return None
    return None


def same_occasion(first: Occasions, second: Occasions) -> bool:
    """Whether the two articles keep one anniversary: the same ordinal of the same thing."""
    return any(a.ordinal == b.ordinal and a.topic & b.topic for a in first.marks for b in second.marks)
