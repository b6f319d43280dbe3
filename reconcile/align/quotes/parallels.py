"""Parallel sentences: two printings of one sentence, and the words in which they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.align.story import Story
from reconcile.values.regex import regex

_WORD = regex(r"[$€£]?\d+(?:[.,:]\d+)*%?|\w+(?:['’-]\w+)*|[$€£%]")
_ALIKE = 0.8  # share of words that two printings of one sentence have in common, in order
_SHORTEST = 7  # words of a sentence that is compared at all
_RUN = 3  # words in a row by which candidates are found
_COMMON = 12  # sentences that may hold one run before it says nothing


class Change(NamedTuple):
    """A word of one printing and what stands in its place in the other, as spans of the two articles' texts; `alone`
    where no other word is replaced."""

    first: str  # article ids
    second: str
    first_span: tuple[int, int]
    second_span: tuple[int, int]
    alone: bool


class _Printing(NamedTuple):
    article: str
    words: tuple[str, ...]
    known: frozenset[str]  # the words, each once
    spans: tuple[tuple[int, int], ...]


def changes(story: Story) -> Iterator[Change]:
    """Yields every replacement of words between two printings of one sentence in two articles."""
    printings: list[_Printing] = []
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for article in story.articles:
        document = story.reading(article).document
        for sentence in document.sentences:
            found = list(_WORD.finditer(document.text, sentence.start, sentence.end))
            if len(found) >= _SHORTEST:
                words = tuple(match.group().lower() for match in found)
                spans = tuple(match.span() for match in found)
                printings.append(_Printing(article, words, frozenset(words), spans))
    compared: set[tuple[int, int]] = set()
    for index, printing in enumerate(printings):
        for at in range(len(printing.words) - _RUN + 1):
            run = printing.words[at : at + _RUN]
            holders = by_run[run]
            for other in holders[:_COMMON]:
                if printings[other].article != printing.article and (other, index) not in compared:
                    compared.add((other, index))
                    yield from _replaced(printings[other], printing)
            if not holders or holders[-1] != index:
                holders.append(index)


def _replaced(first: _Printing, second: _Printing) -> Iterator[Change]:
    if first.words == second.words:
        return
    shortest, longest = sorted((len(first.words), len(second.words)))
    # So few words can never be alike enough.
    if shortest < _ALIKE * longest or sum(map(second.known.__contains__, first.words)) < _ALIKE * longest:
        return
    from rapidfuzz.distance import Levenshtein  # imported where it is needed: it costs the start

    if Levenshtein.normalized_similarity(first.words, second.words, score_cutoff=_ALIKE) < _ALIKE:
        return
    steps = [step for step in Levenshtein.opcodes(first.words, second.words) if step.tag == "replace"]
    for step in steps:
        size = step.src_end - step.src_start
        if size == step.dest_end - step.dest_start:
            for at in range(size):
                one, other = first.spans[step.src_start + at], second.spans[step.dest_start + at]
                yield Change(first.article, second.article, one, other, len(steps) == size == 1)
