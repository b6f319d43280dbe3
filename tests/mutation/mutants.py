"""The mutants: one fact of one article, changed by rule, where another article states the same fact.

A fact that no other article states cannot be missed by anybody; a site is therefore a stretch of words that stands, with
the words that make it a fact ("310 passengers", "off Cape Ordell"), in an article of another origin too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.sources.article import Article

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS = _MONTH.split("|")
_TITLES = ("captain", "prosecutor", "nurse", "harbor master", "premier", "vice chairman", "ambassador")
_RANKED = {
    "captain": ("deputy captain", "assistant captain"),
    "prosecutor": ("assistant prosecutor",),
    "premier": ("deputy premier", "foreign minister", "president"),
    "vice chairman": ("chairman",),
    "ambassador": ("deputy ambassador",),
}
_NATIONS = {
    "Chinese": ("Japanese", "Mongolian", "Vietnamese"),
    "North Korean": ("South Korean", "Japanese", "Russian"),
}
_PLACES = ("Vessary", "Lundmark", "Ostrel", "Hanmouth", "Quill", "Sandvik", "Tarn", "Ulm")
_GIVEN = ("Anton", "Bela", "Carla", "Dmitri", "Fiona", "Goran", "Ines")
_WORDS = (
    "seldom",
    "yellow",
    "garden",
    "twelve",
    "window",
    "bitter",
    "market",
    "engine",
    "silver",
    "northern",
)
_HEDGES = "about|around|nearly|almost|some|least|most|than|over|under|to|roughly|approximately"


@dataclass(frozen=True, slots=True)
class Mutant:
    """An article with one fact changed, and where the changed words stand in it."""

    kind: str
    what: str
    article: Article
    spans: tuple[tuple[int, int], ...]


def mutants(articles: Sequence[Article], origin: Callable[[str], str]) -> Iterator[Mutant]:
    """Yields every mutant of `articles`; `origin` names the independent witness behind an article's id."""
    for article in articles:
        others = [other.text for other in articles if origin(other.id) != origin(article.id)]
        for kind, rule in RULES.items():
            for before, spans, after in rule(article.text, others):
                if not article.stamps and _dates_itself(kind, after):
                    continue
                yield _mutant(kind, article, before, spans, after)


def _dates_itself(kind: str, after: str) -> bool:
    """Whether an article without a date, changed so, only comes out as of another year: its ordinals and years agree."""
    return kind == "ordinal" or (kind == "date" and len(after) == 4 and after.isdigit())


def _mutant(kind: str, article: Article, before: str, spans: Sequence[tuple[int, int]], after: str) -> Mutant:
    text, shift, moved = article.text, 0, []
    for start, end in spans:
        text = text[: start + shift] + after + text[end + shift :]
        moved.append((start + shift, start + shift + len(after)))
        shift += len(after) - (end - start)
    skip = tuple(_shifted(stretch, spans, len(after)) for stretch in article.skip)
    return Mutant(
        kind, f"{article.id}: {before} -> {after}", replace(article, text=text, skip=skip), tuple(moved)
    )


def _shifted(stretch: tuple[int, int], spans: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    moves = [sum(length - (end - start) for start, end in spans if start < at) for at in stretch]
    return stretch[0] + moves[0], stretch[1] + moves[1]


Site = tuple[str, list[tuple[int, int]], str]


def _shared(words: str, others: Sequence[str]) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return any(pattern.search(other) for other in others)


def _numbers(text: str, others: Sequence[str]) -> Iterator[Site]:
    for found in re.finditer(
        rf"(?<![\d$,.-])\b(\d+) ((?!{_MONTH}|years|and|was|were|with|but|p\.m|a\.m)(?:[mb]illion )?[a-z]+)",
        text,
    ):
        if not re.search(rf"\b(?:{_HEDGES}) $", text[: found.start()]) and _shared(found[0], others):
            for value in _figures(int(found[1])):
                yield found[0], [found.span(1)], str(value)


def _figures(number: int) -> list[int]:
    """Other figures, none of them rounder than the first: rounding would account for the difference."""
    wanted = [
        *(number + more for more in (1 if number > 99 else 11, 7, 23, 37)),
        *(times * number + times - 1 for times in (2, 3, 4, 5)),
    ]
    return list(dict.fromkeys(n for n in wanted if n > 1 and n != number and n % 10))[:8]


def _ages(text: str, others: Sequence[str]) -> Iterator[Site]:
    for found in re.finditer(r"([A-Z]\w+ [A-Z]\w+)(?:, who is|, turned| turned|,) (\d\d)\b(?! [a-z])", text):
        if _shared(found[1], others):
            for years in (-15, -9, -6, -4, 4, 7, 11, 15):
                yield found[0], [found.span(2)], str(int(found[2]) + years)


def _dates(text: str, others: Sequence[str]) -> Iterator[Site]:
    for found in re.finditer(rf"\b[Oo]n ({_MONTH}) (\d\d?)\b(?:, (\d{{4}}))?", text):
        if not _shared(f"{found[1]} {found[2]}", others):
            continue
        for days in (2, 4, 5, 9, 11, 13):
            yield found[0], [found.span(2)], str((int(found[2]) + days - 1) % 28 + 1)
        for months in (1, 4):
            yield found[0], [found.span(1)], MONTHS[(MONTHS.index(found[1]) + months) % 12]
        for years in (-7, 1, 3) if found[3] else ():
            yield found[0], [found.span(3)], str(int(found[3]) + years)


def _years(text: str, others: Sequence[str]) -> Iterator[Site]:
    for found in re.finditer(r"\b(?:in|since) (\d{4})\b", text):
        if _shared(found[1], others):
            for years in (-20, -8, -5, -3, 1, 3, 5):
                yield found[0], [found.span(1)], str(int(found[1]) + years)


def _ordinals(text: str, others: Sequence[str]) -> Iterator[Site]:
    for found in re.finditer(r"\b(\d+)(?:st|nd|rd|th)(?= anniversary)", text):
        if _shared(f"{found[0]} anniversary", others):
            for years in (-20, -10, -5, -2, -1, 1, 2, 4, 7):
                yield f"{found[0]} anniversary", [found.span()], _ordinal(int(found[1]) + years)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _names(text: str, others: Sequence[str]) -> Iterator[Site]:
    """Given names of people with a title: in every place where the full name stands."""
    titles = "|".join(_TITLES)
    titled = rf"(?i:{titles})(?:,| of [A-Z]\w+(?: [A-Z]\w+)?,)? (?:the )?([A-Z]\w+) ([A-Z]\w+)"
    after = rf"([A-Z]\w+) ([A-Z]\w+), (?:the |a |an )?(?i:(?:deputy )?(?:{titles}))"
    seen = set()
    for found in (*re.finditer(titled, text), *re.finditer(after, text)):
        name = f"{found[1]} {found[2]}"
        if (
            name in seen
            or not _shared(name, others)
            or found[1] in ("Chinese", "North", "Kim", "Zhou", "Kang")
        ):
            continue
        seen.add(name)
        spans = [m.span(1) for m in re.finditer(rf"\b({found[1]}) {found[2]}\b", text)]
        yield from ((name, spans, given) for given in _GIVEN)


def _titles(text: str, others: Sequence[str]) -> Iterator[Site]:
    """The rank or the time of an office, the office of a nation, the nation of an office."""
    for title, instead in _RANKED.items():
        around = rf"\b(?i:({title}))(?:,| of [A-Z]\w+(?: [A-Z]\w+)?,)? (?:the )?([A-Z]\w+ [A-Z]\w+)"
        after = rf"\b([A-Z]\w+ [A-Z]\w+), (?:the |a |an |then [A-Z]\w+ )?(?i:({title}))\b"
        sites = [(m[2], m.span(1)) for m in re.finditer(around, text)]
        sites += [(m[1], m.span(2)) for m in re.finditer(after, text)]
        for name, span in sites:
            said = re.compile(rf"{title}.{{0,30}}{name}|{name}.{{0,20}}{title}", re.IGNORECASE)
            if any(said.search(other) for other in others):
                upper = text[span[0]].isupper()
                for other in instead:
                    yield f"{title} {name}", [span], other.title() if upper else other
    for nation, instead in _NATIONS.items():
        for found in re.finditer(rf"\b({nation}) (?:[A-Z]\w+|leader) ([A-Z]\w+ [A-Z]\w+)", text):
            if any(
                found[2] in other and re.search(rf"{nation} [^.]{{0,20}}{found[2]}", other)
                for other in others
            ):
                yield from ((found[0], [found.span(1)], other) for other in instead)


def _places(text: str, others: Sequence[str]) -> Iterator[Site]:
    """Where something is or was done, in every place where the article names it."""
    seen = set()
    for found in re.finditer(
        r"\b[a-z]+ (?:in|off|at|near) ((?:Cape |Port )?[A-Z][a-z]+)(?![\w-]| [A-Z])", text
    ):
        if found[1] not in MONTHS and found[1] not in seen and _shared(found[0], others):
            seen.add(found[1])
            first = found[1].split()[0] + " " if " " in found[1] else ""
            spans = [m.span() for m in re.finditer(rf"\b{found[1]}\b", text)]
            yield from ((found[0], spans, first + place) for place in _PLACES)


def _quotes(text: str, others: Sequence[str]) -> Iterator[Site]:
    for found in re.finditer(r'["“]([^"”\n]{20,}?)[,.]?["”]', text):
        for word in re.finditer(r"\b[a-z]{4,}\b", found[1]):
            around = found[1][max(0, word.start() - 16) : word.end()].split(" ", 1)[-1]
            if len(around.split()) >= 3 and any(around in other for other in others):
                start = found.start(1) + word.start()
                yield from ((found[1], [(start, start + len(word[0]))], other) for other in _WORDS)


RULES: dict[str, Callable[[str, Sequence[str]], Iterator[Site]]] = {
    "number": _numbers,
    "age": _ages,
    "date": _dates,
    "year": _years,
    "ordinal": _ordinals,
    "name": _names,
    "title": _titles,
    "place": _places,
    "quotation": _quotes,
}
