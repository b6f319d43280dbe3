"""Articles are grouped into stories by their names; what does not belong together never meets."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Article, read
from reconcile.align.grouping import groups

FERRY = "The ferry Marigold sank off Cape Ordell. Captain Ilmar Tosk was arrested in Port Maren."
FERRY_AGAIN = "Ilmar Tosk commanded the Marigold, which burned off Cape Ordell on the way from Port Maren."
BUDGET = "The Senate of Velland passed the budget. Minister Orsa Brandt thanked the Farmers Union."

RACK = (
    "At Lorvenberg near Innsbruck a rack railway came off. Dalia Merrow, Osric Penhale, Tobin Garrity, Maud Ashgrove "
    "and Piers Wexcombe were flown out by Kestrel Rescue, said Sergeant Hollis Drummond of the Glenmoor brigade."
)
OWNERS = (
    "The owners in Innsbruck regret what happened at {}. Wenzel Auerthal speaks for Grauspitz Lines; Ulla Fennimore, "
    "Pavo Liddane, Greta Solbakken and Ivo Ternheim wrote to Brixel Insurance and to the Marwick Chamber."
)

STORIES = Path(__file__).parents[3] / "shared" / "stories" / "dev"


def test_articles_about_one_event_meet_and_others_do_not() -> None:
    articles = [Article(id=i, text=text) for i, text in (("a", FERRY), ("b", BUDGET), ("c", FERRY_AGAIN))]
    assert [[a.id for a in group] for group in groups(articles)] == [["a", "c"], ["b"]]


def test_an_unknown_name_and_a_known_place_together_make_a_story_and_the_place_alone_does_not() -> None:
    for village, count in (("Lorvenberg", 1), ("Torbach", 2)):
        articles = [Article(id="a", text=RACK), Article(id="b", text=OWNERS.format(village))]
        assert len(groups(articles)) == count, village


def test_order_of_input_does_not_matter() -> None:
    articles = [Article(id="a", text=FERRY), Article(id="b", text=BUDGET), Article(id="c", text=FERRY_AGAIN)]
    expected = {frozenset(a.id for a in group) for group in groups(articles)}
    assert {frozenset(a.id for a in group) for group in groups(articles[::-1])} == expected


@pytest.mark.skipif(not STORIES.is_dir(), reason="the development stories are not beside the project")
def test_every_development_story_is_one_group_alone_and_among_the_others() -> None:
    loaded = {
        folder.name: [
            Article(id=f"{folder.name}/{path.name}/{i}", text=article.text, title=article.title)
            for path in sorted((folder / "sources").iterdir())
            for i, article in enumerate(read(path))
        ]
        for folder in sorted(STORIES.iterdir())
    }
    for name, articles in loaded.items():
        assert len(groups(articles)) == 1, name
    together = groups([article for articles in loaded.values() for article in articles])
    mixed = {frozenset(a.id.split("/")[0] for a in group) for group in together}
    mixed.discard(frozenset({"gulf-oil-may-27", "gulf-oil-june-3"}))  # one event, two days
    assert all(len(names) == 1 for names in mixed), mixed
