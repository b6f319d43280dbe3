"""One file holds several articles.

## What it finds
A saved list page carries two or more items, each with its own headline and date. They are read as separate
articles, with their own publication dates, so that what one says is never laid at the door of the other.

## Why it matters
Read as one text, such a page contradicts itself: two dates, two publishers, two totals.

## Example
```yaml
articles:
  - {id: "a#1", path: page.txt, title: Ferry sinks, text: "The ferry Merle sank off Grebe Point with 41 people on board, the Tarn harbour office said."}
  - {id: "a#2", path: page.txt, title: Owner speaks, text: "The owner of the ferry Merle, which sank off Grebe Point, spoke to the Tarn harbour office."}
findings:
  - {verdict: information, because: "page.txt holds 2 articles"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.pages import opening
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide

CODE = "SRC101"
KIND = "source"
VERDICT = "information"


def check(story: Story) -> Iterator[Difference]:
    """Yields one note for each file of which the story holds two or more articles."""
    files: dict[str, list[str]] = defaultdict(list)
    for article in story.articles.values():
        if article.path and "#" in article.id:
            files[article.path].append(article.id)
    for path, ids in sorted(files.items()):
        if len(ids) < 2:
            continue
        titles = [story.articles[name].title or name for name in ids]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"How many articles does {path} hold?",
            sides=tuple(
                DraftSide(value=title, claims=(opening(story, name, title),))
                for name, title in zip(ids, titles, strict=True)
            ),
            verdict="information",
            because=f"The file {path} holds {len(ids)} articles of this story: "
            + "; ".join(f'"{title}"' for title in titles)
            + ".",
            confidence=0.95,
            settled=True,
        )
