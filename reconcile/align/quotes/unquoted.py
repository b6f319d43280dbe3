"""Sentences that an article prints as its own, or without marks, and that another article quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reconcile.align.quotes.utterances import Utterance, utterances
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.claims.reading import Reading
from reconcile.language.sentences import Sentence
from reconcile.language.speech.transcripts import find_turns
from reconcile.values.quotes import Comparison, compare, tokens
from reconcile.values.regex import regex

_RUN = 6  # words that a sentence and a quotation must share in a row
_PLAIN = regex(r"[^\W_]+")
_FIRST_PERSON = regex(r"\b(?:I|we|We|our|Our|my|My)\b")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
            if len(said.words) >= _RUN:
                for run in _runs(_PLAIN.findall(said.text.lower())):
                    runs[run].append(said)
    if runs:
        for article in story.articles:
            yield from _in_article(story, article, runs)


def _in_article(
    story: Story, article: str, runs: dict[tuple[str, ...], list[Utterance]]
) -> Iterator[Unquoted]:
    words = [
        (match.group(), match.start()) for match in _PLAIN.finditer(story.articles[article].text.lower())
    ]
    hits: dict[int, dict[int, Utterance]] = defaultdict(dict)
    reading = None
    for at, run in enumerate(_runs([word for word, _ in words])):
        others = [said for said in runs.get(run, ())[:8] if said.claim.span.article != article]
        if others:
            reading = reading or story.reading(article)
            sentence = reading.document.sentence_at(words[at][1])
            if sentence:
                hits[sentence.start].update((id(said), said) for said in others)
    if reading is None or next(find_turns(reading.document.text), None):
        return  # a transcript has no marks, and all of it is speech
    for start, known in hits.items():
        sentence = reading.document.sentence_at(start)
        if sentence and "\x00" not in reading.document.unquoted[sentence.start : sentence.end]:
            yield from _nearly_same(reading, sentence, known.values())


def _nearly_same(reading: Reading, sentence: Sentence, known: Iterable[Utterance]) -> Iterator[Unquoted]:
    text = reading.document.text[sentence.start : sentence.end]
    words = tokens(text)
    for quoted in known:
        compared = compare(quoted.words, words)
        if compared.share >= 0.8 and compared.content >= 5 and compared.longest >= _RUN:
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


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every five words in a row."""
    return zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
