"""Utterances across articles: sentences in quotation marks that may be one saying, paired and compared word by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reconcile.align.speakers import Speaker, relation
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.values.quotes import Comparison, compare, is_content, tokens

_CROWD = 24  # a word in more utterances than this tells nothing
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One sentence of a quotation, or a quoted fragment, with its normalized words."""

    claim: QuoteClaim
    text: str
    words: tuple[str, ...]
    opens: bool  # whether it begins a sentence, as far as its first letter tells
    closes: bool  # whether a stop ends it, not a comma or the mark alone

    @property
    def content(self) -> int:
        """How many of its words carry sense."""
        return sum(is_content(word) for word in self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two utterances that may be one saying, their comparison, and how their speakers relate."""

    first: Utterance
    second: Utterance
    words: Comparison
    speakers: Speaker


_PAIRS: WeakKeyDictionary[Story, tuple[Pair, ...]] = WeakKeyDictionary()


def pairs(story: Story) -> tuple[Pair, ...]:
    """Every two utterances of different articles, or of one, that share telling words; computed once per story."""
    if story not in _PAIRS:
        _PAIRS[story] = tuple(_pairs(story))
    return _PAIRS[story]


def utterances(claim: QuoteClaim) -> Iterator[Utterance]:
    """The sentences of a quotation."""
    pieces = _END.split(claim.value)
    for piece in pieces:
        found = tokens(piece)
        if any(is_content(word) for word in found):
            bare = piece.strip("\"'“”‘’ ")
            yield Utterance(claim, piece, found, bare[:1].isupper(), bare[-1:] in ".!?")


def _pairs(story: Story) -> Iterator[Pair]:
    known = [said for claim in story.of(QuoteClaim) for said in utterances(claim)]
    order = {id(said): index for index, said in enumerate(known)}
    seen: set[tuple[int, int]] = set()
    holders: dict[str, list[int]] = defaultdict(list)
    for index, said in enumerate(known):
        telling = dict.fromkeys(word for word in said.words if is_content(word))
        shared: dict[int, int] = defaultdict(int)
        for word in telling:
            for other in holders[word][-_CROWD:]:
                shared[other] += 1
            holders[word].append(index)
        for other, count in shared.items():
            first = known[other]
            if count >= min(3, first.content, said.content) and first.claim is not said.claim:
                seen.add((other, index))
                found = _pair(first, said)
                if found:
                    yield found
    for first, second in _translated(known):
        found = _pair(first, second) if (order[id(first)], order[id(second)]) not in seen else None
        if found:
            yield found


def _translated(known: list[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """What one person says in a foreign language in two articles: two renderings may share hardly a word."""
    spoken: dict[tuple[str, str], list[Utterance]] = defaultdict(list)
    for said in known:
        claim = said.claim
        if claim.tongue and claim.speaker_kind == "person":
            for other in spoken[claim.tongue, claim.subject.split(" ")[-1]][-_CROWD:]:
                yield other, said
            spoken[claim.tongue, claim.subject.split(" ")[-1]].append(said)


def _pair(first: Utterance, second: Utterance) -> Pair | None:
    words = compare(first.words, second.words)
    if words.share < 0.35:
        return None
    return Pair(first, second, words, relation(first.claim, second.claim))
