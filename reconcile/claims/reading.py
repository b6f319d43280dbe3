"""One article opened for extraction: its document, and how a stretch of it becomes a located claim."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from reconcile.claims.claim import Claim, Span
from reconcile.language.document import Document
from reconcile.sources.article import Article
from reconcile.values.dates import Interval

C = TypeVar("C", bound=Claim)


_LONGEST = 3000  # characters of a sentence that a claim keeps


class Reading:
    """An article and its document. `claim()` is the only place where claims get their id, span and sentence."""

    def __init__(self, article: Article) -> None:
        self.article = article
        published = article.published.anchor if article.published else None
        self.document = _document(article.text, published, article.skip)
        self.text = article.text
        self._seen: dict[tuple[str, str], int] = {}

    @cached_property
    def _line_starts(self) -> list[int]:
        text, starts, at = self.text, [0], 0
        while (at := text.find("\n", at) + 1) > 0:
            starts.append(at)
        return starts

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]`, with its line and column in the source file."""
        article, lines = self.article, self._line_starts
        row = bisect_right(lines, start) - 1
        return Span(
            article=article.id,
            start=start,
            end=end,
            quote=self.text[start:end],
            line=article.line + row,
            column=start - lines[row] + (1 if row else article.column),
        )

    def claim(self, kind: type[C], start: int, end: int, /, **fields: Any) -> C:
        """A claim of class `kind` made by the words from `start` to `end`."""
        document, span, name = self.document, self.span(start, end), kind.__name__
        key = (name, span.quote)
        self._seen[key] = count = self._seen.get(key, 0) + 1
        mark = f"{name}\x1f{self.article.id}\x1f{span.quote}\x1f{count}"
        sentence = document.sentence_at(start)
        if "attribution" not in fields:
            fields["attribution"] = document.said_by(start, end)
        first, last = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
        if last - first > _LONGEST:  # a page without stops is not kept whole with each of its claims
            first, last = max(first, start - _LONGEST // 2), max(end, min(last, start + _LONGEST // 2))
        return kind(
            id="c" + sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()[:10],
            span=span,
            sentence=self.text[first:last],
            sentence_start=first,
            **fields,
        )


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
