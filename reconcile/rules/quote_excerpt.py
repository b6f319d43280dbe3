"""One article quotes part of what another quotes at greater length.

Finds quotations of one speaker of which one stands word for word inside the other, or differs only where an
ellipsis or a bracket owns up to it. Nothing is wrong; an editor may want to know what the shorter one leaves out.

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

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.wordings import Wording, groups
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import draft

CODE = "QUO801"
KIND = "quote"
VERDICT = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields one settled difference per two lengths of one quotation."""
    for group in groups(story, Wording.EXCERPT):
        short, long = sorted((group.pair.first, group.pair.second), key=lambda said: len(said.words))
        because = f"“{short.text.strip()}” is part of what the other quotes: “{long.text.strip()}”."
        yield draft(CODE, KIND, group, "explained", "excerpt", because)
