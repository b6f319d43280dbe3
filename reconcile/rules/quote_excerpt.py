"""One article quotes part of what another quotes at greater length.

Finds quotations of one speaker of which one stands word for word inside the other, or differs only where an
ellipsis or a bracket owns up to it, and statements that go on in one article where the other stops. Nothing is wrong; an editor may want to know what the shorter one leaves out.

Why it matters: a fragment can carry another weight than the sentence that it comes from.

```yaml
articles:
  - {id: a, text: 'Mayor Ada Lind called the harbour plan "a gift" on Tuesday.'}
  - {id: b, text: '"It is a gift to those who own boats," Mayor Ada Lind said of the harbour plan.'}
findings:
  - {verdict: explained, reason: excerpt, sides: [["a gift"], ["It is a gift to those who own boats"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.utterances import pairs, utterances
from reconcile.align.quotes.wordings import Group, Wording, classify, groups
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import draft

CODE = "QUO801"
KIND = "quote"
VERDICT = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per two lengths of one quotation."""
    for group in groups(story, Wording.EXCERPT):
        yield draft(CODE, KIND, group, "tension")
    yield from _stops(story)


def _stops(story: Story) -> Iterator[Difference]:
    """Statements of which one article quotes some sentences and another those and more; one per statement."""
    turns: dict[tuple[str, int], list[QuoteClaim]] = defaultdict(list)
    for claim in story.of(QuoteClaim):
        turns[claim.span.article, claim.turn].append(claim)
    told: set[tuple[str, ...]] = set()
    for pair in pairs(story):
        same = classify(pair, story) in (Wording.SAME, Wording.RESTYLED) and pair.words.content >= 3
        if not same or pair.speakers is Speaker.OTHER or pair.first.words in told:
            continue
        wholes = [turns[said.claim.span.article, said.claim.turn] for said in (pair.first, pair.second)]
        said = [[w for claim in whole for u in utterances(claim) for w in u.words] for whole in wholes]
        short, long = (0, 1) if len(said[0]) < len(said[1]) else (1, 0)
        if set(said[short]) <= set(said[long]) and len(said[long]) - len(said[short]) >= 4:
            told.add(pair.first.words)
            group = Group(Wording.CONTINUED, pair, tuple(wholes[0]), tuple(wholes[1]))
            yield draft(CODE, KIND, group, "tension")
