"""One article opened for extraction: its document, and how a stretch of it becomes a located claim."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from reconcile.claims.claim import Claim, Span
from reconcile.language.document import Document
from reconcile.language.sentences import Sentence
from reconcile.sources.article import Article
from reconcile.values.dates import Interval

C = TypeVar("C", bound=Claim)


Told = tuple[
    str, int, int, int
]  # the sentence, where it starts, its line, what the line's columns count from
_LONGEST = 3000  # characters of a sentence that a claim keeps


class Reading:
    """An article and its document. `claim()` is the only place where claims get their id, span and sentence."""

    def __init__(self, article: Article) -> None:
        self.article = article
        published = article.published.anchor if article.published else None
        self.document = _document(article.text, published, article.skip)
        self.text = article.text
        self.year = published.start.year if published and published.start else 0  # of the article; 0: unknown
        self._seen: dict[str, int] = {}
        self._told: dict[int, Told] = {}

    @cached_property
    def line_starts(self) -> list[int]:
        """Where the lines of the article's text begin."""
        text, starts, at = self.text, [0], 0
        while (at := text.find("\n", at) + 1) > 0:
            starts.append(at)
        return starts

    def claim(self, kind: type[C], start: int, end: int, /, **fields: Any) -> C:
        """A claim of class `kind` made by the words from `start` to `end`."""
        document, article = self.document, self.article.id
        quote = self.text[start:end]
        mark = f"{kind.__name__}\x1f{article}\x1f{quote}\x1f"
        self._seen[mark] = count = self._seen.get(mark, 0) + 1
        if "attribution" not in fields:
            fields["attribution"] = document.said_by(start, end)
        sentence = document.sentence_at(start)
        if sentence is not None and end <= sentence.end and sentence.end - sentence.start <= _LONGEST:
            told = self._told.get(sentence.start) or self._tell(sentence)
        else:
            told = self._around(sentence, start, end)
        fields["sentence"], fields["sentence_start"], line, before = told
        fields["id"] = "c" + sha256(f"{mark}{count}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
        fields["span"] = Span(
            article=article, start=start, end=end, quote=quote, line=line, column=start - before
        )
        return kind(**fields)

    def _tell(self, sentence: Sentence) -> Told:
        """The words of a sentence and where they stand, the same for all claims that it makes."""
        start, end = sentence.start, sentence.end
        told = self._told[start] = (self.text[start:end], start, *self._line(start))
        return told

    def _around(self, sentence: Sentence | None, start: int, end: int) -> Told:
        """What is told of a claim that reaches beyond its sentence, or stands in none or in an endless one."""
        first, last = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
        if last - first > _LONGEST:  # a page without stops is not kept whole with each of its claims
            first, last = max(first, start - _LONGEST // 2), max(end, min(last, start + _LONGEST // 2))
        return (self.text[first:last], first, *self._line(start))

    def _line(self, at: int) -> tuple[int, int]:
        """The line of the source file that `at` stands in, and what its columns count from."""
        row = bisect_right(self.line_starts, at) - 1
        return self.article.line + row, self.line_starts[row] - (1 if row else self.article.column)


def _document(text: str, published: Interval | None, skip: tuple[tuple[int, int], ...]) -> Document:
    """The document of a text. Of the first few texts it is kept: the rules of a small run open its articles again,
    and find the layers that extraction has made. A large run would only pay for the room.
    """
    key = (text, published, skip)
    found = _kept.get(key)
    if found is None:
        found = Document(text, published, skip)
        if len(_kept) < _FEW:
            _kept[key] = found
    return found


_FEW = 24
_kept: dict[tuple[str, Interval | None, tuple[tuple[int, int], ...]], Document] = {}
