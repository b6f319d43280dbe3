"""What extraction makes of an article goes as soon as the article does: no cycle waits for the collector."""

from __future__ import annotations

import gc

from reconcile import Article, extract

TEXT = (
    'Ada Lind, the harbour master of Brae, said on Friday that "the pier will hold". She was 41 when she was named'
    " captain of the Marigold in March 2019. At least 12 people were injured near Vell, Norway, police said, and two"
    " of them died.\n\nHe will not resign, according to his lawyer. There was no alarm."
)


def test_extraction_makes_no_cycles() -> None:
    """The collector is held meanwhile, so that nothing may depend on it."""
    for turn in range(30):  # the documents of the first texts are kept
        extract(Article(id="a", text=f"{TEXT}\n{turn}", published="2025-07-14"))
    gc.collect()
    extract(Article(id="a", text=TEXT, published="2025-07-14"))
    assert gc.collect() == 0
