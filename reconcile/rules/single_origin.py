"""A quotation with one origin, however many outlets print it.

Finds quotations that several articles print word for word although all of them are copies of one text. Information:
the number of outlets says nothing about how well the words are attested.

Why it matters: ten reprints of one dispatch are one witness.

```yaml
articles:
  - {id: a, published: 2031-05-14, text: 'TARN (TPA) - The last salt mine of the valley closed on Tuesday after two hundred years of work below the lake, and forty miners came up singing. "The mine is closed for good and nobody will open it again," said its owner, Ada Lind.'}
  - {id: b, published: 2031-05-14, text: 'TARN (TPA) - The last salt mine of the valley closed on Tuesday after two hundred years of work below the lake, and forty miners came up singing. "The mine is closed for good and nobody will open it again," said its owner, Ada Lind.'}
findings:
  - {verdict: information, because: "all of them are one text"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.quotes import tokens

CODE = "COR991"
KIND = "source"
VERDICT = "information"

_WORDS = 6  # shorter fragments are everybody's


def check(story: Story) -> Iterator[Difference]:
    """Yields one piece of information per quotation that only copies of one text print."""
    found: dict[tuple[str, ...], list[QuoteClaim]] = {}
    for claim in story.of(QuoteClaim):
        words = tokens(claim.value)
        if len(words) >= _WORDS:
            echoes = [echo for echo in story.echoes(claim) if isinstance(echo, QuoteClaim)]
            found.setdefault(words, []).extend((claim, *echoes))
    for claims in found.values():
        articles = list(dict.fromkeys(claim.span.article for claim in claims))
        if len(articles) > 1 and len({story.origin(article) for article in articles}) == 1:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"How well attested is “{claims[0].value}”?",
                sides=(DraftSide(value=claims[0].value, claims=tuple(claims)),),
                verdict="information",
                because=f"{len(articles)} articles print it, and all of them are one text.",
                settled=True,
            )
