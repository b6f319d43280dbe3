"""The lines of a text, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line without the white space around it: `page[start:end] == words`; `number` counts from 1."""

    start: int
    end: int
    number: int
    words: str


_BLANK = "\ufeff\u200b\u2060 \t\n\r\f\v\u00a0\u2028\u2029"


def split_lines(text: str, start: int = 0, number: int = 1) -> Iterator[Line]:
    """Yields the lines of `text[start:]` that hold something; `number` is that of the first."""
    size = len(text)
    while start < size:
        stop = text.find("\n", start)
        stop = size if stop < 0 else stop
        raw = text[start:stop]
        words = raw.strip(_BLANK)
        if words:
            first = start + raw.index(words[0]) if raw[0] in _BLANK else start
            yield Line(first, first + len(words), number, words)
        start, number = stop + 1, number + 1
