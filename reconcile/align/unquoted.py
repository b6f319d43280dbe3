"""Sentences that an article prints as its own, or without marks, and that another article quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reconcile.align.story import Story
from reconcile.align.utterances import Utterance, utterances
from reconcile.claims.quote import QuoteClaim
from reconcile.language.transcripts import find_turns
from reconcile.values.quotes import Comparison, compare, tokens

_RUN = 6  # words that a sentence and a quotation must share in a row
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Unquoted:
    """A quotation in one article and a sentence without marks in another that have nearly the same words.

    `statement` says that the sentence speaks in the first person: the article prints somebody's statement whole.
    """

    quoted: Utterance
    plain: Utterance
    words: Comparison
    statement: bool


_FOUND: WeakKeyDictionary[Story, tuple[Unquoted, ...]] = WeakKeyDictionary()


def unquoted(story: Story) -> tuple[Unquoted, ...]:
    """Every quotation that stands without marks in another article, nearly word for word; computed once."""
    if story not in _FOUND:
        _FOUND[story] = tuple(_search(story))
    return _FOUND[story]


def _search(story: Story) -> Iterator[Unquoted]:
    runs: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for claim in story.of(QuoteClaim):
        for said in utterances(claim):
            for at in range(len(said.words) - _RUN + 1):
                runs[said.words[at : at + _RUN]].append(said)
    if not runs:
        return
    for article in story.articles:
        reading = story.reading(article)
        if next(find_turns(reading.document.text), None):
            continue  # a transcript has no marks, and all of it is speech
        plain = reading.document.unquoted
        for sentence in reading.document.sentences:
            text = plain[sentence.start : sentence.end]
            if "\x00" in text:
                continue
            words = tokens(text)
            known = _sharing(words, runs, article)
            for quoted in known:
                compared = compare(quoted.words, words)
                if compared.share >= 0.8 and compared.content >= 5:
                    claim = reading.claim(
                        QuoteClaim,
                        sentence.start,
                        sentence.end,
                        value=" ".join(text.split()),
                        subject=reading.document.said_by(sentence.start + 1, sentence.start + 2) or "",
                        direct=False,
                        attribution=None,
                    )
                    said = Utterance(claim, text.strip(), words, True, True)
                    yield Unquoted(quoted, said, compared, bool(_FIRST_PERSON.search(text)))


def _sharing(
    words: tuple[str, ...], runs: dict[tuple[str, ...], list[Utterance]], article: str
) -> list[Utterance]:
    found: dict[int, Utterance] = {}
    for at in range(len(words) - _RUN + 1):
        for said in runs.get(words[at : at + _RUN], ())[:8]:
            if said.claim.span.article != article:
                found.setdefault(id(said), said)
    return list(found.values())
