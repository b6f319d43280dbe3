"""Which places an article's text names."""

from __future__ import annotations

from reconcile import Article
from reconcile.align.places.scenes import mentions_place
from reconcile.align.story import Story


def test_a_place_is_found_by_any_of_its_names() -> None:
    story = Story([Article(id="a", text="The armies met at Rheims in May.")], [])
    assert mentions_place(story, "a", "Reims")
    assert mentions_place(story, "a", "Rheims")
    assert not mentions_place(story, "a", "Lyon")
