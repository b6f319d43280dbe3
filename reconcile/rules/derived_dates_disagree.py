"""Two statements about an article's publication date that cannot both hold.

## What it finds
A page dated June 2 that tells of June 3 as past; a heading and a front matter that name different days; "Monday,
28 November" in a year in which that was a Tuesday.

## Why it matters
Either the article is dated wrongly, and everything relative in it with it, or the event is.

## Example
```yaml
articles:
  - {id: a, stamps: [{kind: front matter, words: "2031-06-02", start: 0}], text: "2031-06-02\\nThe second trial of the Grebe Point turbine in Tarn ended on 3 June with a burst pipe, and the crowd went home."}
  - {id: b, published: 2031-06-09, text: "A burst pipe stopped the second trial of the Grebe Point turbine in Tarn on June 3."}
findings:
  - {verdict: contradiction, because: "tells of June 3 as past"}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reconcile.align.pages import named, printed, witness
from reconcile.align.stems import stems
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.claims.source import SourceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.sources.article import Article, Conflict

CODE = "SRC105"
KIND = "date"
VERDICT = "contradiction"

_SLIP = 2  # days: a page brought up to date later tells of days further on


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each conflict that the solver left on an article."""
    for article in story.articles.values():
        for conflict in article.conflicts:
            told = _told(story, article, conflict)
            if told is None:
                continue
            dated = witness(story, article.id, article.published.value if article.published else "")
            others = _elsewhere(story, told, conflict.day)
            verdict, because = _judged(conflict, confirmed=bool(others))
            sides = (
                DraftSide(value=dated.value, claims=(dated, told) if others else (dated,)),
                DraftSide(
                    value=conflict.day.isoformat() if conflict.day else told.value, claims=others or (told,)
                ),
            )
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"When was {named(article)} written?",
                sides=sides,
                verdict=verdict,
                because=because,
                confidence=0.75,
                settled=True,
            )


def _judged(conflict: Conflict, *, confirmed: bool) -> tuple[Verdict, str]:
    """A contradiction where another report confirms the day; a page may also have been brought up to date later."""
    if conflict.days_late is None:
        return "tension", conflict.because
    if conflict.days_late > _SLIP or not confirmed:
        return "unresolved", f"{conflict.because} The page may have been brought up to date later."
    return "contradiction", conflict.because


def _told(story: Story, article: Article, conflict: Conflict) -> SourceClaim | None:
    """The claim on the words of the second statement."""
    facet = "told" if conflict.second.kind == "text" else "published"
    start = None if conflict.second.start is None else conflict.second.start - article.start
    return next((c for c in printed(story, article.id, facet) if c.span.start == start), None)


def _elsewhere(story: Story, told: SourceClaim, day: date | None) -> tuple[Claim, ...]:
    """What other articles date to that day, about the same thing."""
    if day is None:
        return ()
    words = {stem for stem in stems(told.sentence) if len(stem) > 3}
    return tuple(
        claim
        for claim in story.of(DateClaim)
        if claim.span.article != told.span.article
        and claim.value is not None
        and claim.value.iso == day.isoformat()
        and len(words & set(stems(claim.sentence))) >= 2
    )
