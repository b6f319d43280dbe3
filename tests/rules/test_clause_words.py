"""A claim's words with the clause around them."""

from __future__ import annotations

from reconcile import Article, extract
from reconcile.rules.clause_words import clause_words


def _of(text: str, quote: str) -> str:
    return clause_words(next(c for c in extract(Article(id="a", text=text)) if c.span.quote == quote))


def test_a_clause_reaches_from_break_to_break() -> None:
    text = "The office said, after a night of calls, that some 22 people were killed in Tarn, a record."
    assert _of(text, "Tarn") == "some 22 people were killed in Tarn"


def test_a_long_clause_is_cut_between_words() -> None:
    text = (
        f"{'The harbour master of the island ' * 3}met Ada Moss{' near the old lighthouse on the cape' * 3}."
    )
    assert (
        _of(text, "Ada Moss")
        == "The harbour master of the island met Ada Moss near the old lighthouse on the cape near"
    )
