"""The words of a witness in their line, ready to be underlined."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.reports.report import Witness
from reconcile.reports.visible import columns, visible
from reconcile.sources.article import Article

_AROUND = 46  # characters shown on each side of the quoted words
_LONGEST = 100  # of the quoted words themselves; of longer ones both ends are shown


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of one line of an article: what stands before the quoted words, the words, what follows.

    Everything in it is safe to print.
    """

    before: str
    quote: str
    after: str

    @property
    def line(self) -> str:
        """The stretch on one line."""
        return self.before + self.quote + self.after

    @property
    def caret(self) -> str:
        """The line to print below, with a caret under every column of the quoted words."""
        return " " * columns(self.before) + "^" * max(1, columns(self.quote))


def excerpt(witness: Witness, article: Article) -> Excerpt:
    """The words of `witness` with what surrounds them on their line of `article`."""
    text, first, last = article.text, witness.start - article.start, witness.end - article.start
    opening = text.rfind("\n", 0, first) + 1
    closing = text.find("\n", last)
    before = text[opening:first].lstrip()
    after = text[last : closing if closing >= 0 else len(text)].rstrip()
    return Excerpt(_tail(before), _ends(witness.quote), _head(after))


def _ends(text: str) -> str:
    half = _LONGEST // 2
    return visible(text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}")


def _tail(text: str) -> str:
    if len(text) <= _AROUND:
        return visible(text)
    cut = text.find(" ", len(text) - _AROUND)
    return "…" + visible(text[cut if cut >= 0 else len(text) - _AROUND :])


def _head(text: str) -> str:
    if len(text) <= _AROUND:
        return visible(text)
    cut = text.rfind(" ", 0, _AROUND)
    return visible(text[: cut if cut >= 0 else _AROUND]) + "…"
