"""Nearly the same words on another occasion: a formula.

Finds quotations that agree in most words but come from articles published many months apart. Officials repeat set
phrases; that two occasions share most of their words does not make one of them wrong.

Why it matters: without this, every annual message would look like a misquotation of the last one.

```yaml
articles:
  - {id: a, published: 2029-07-11, text: '"It is the firm will of our government to deepen the friendship between Tarn and Vell," envoy Ada Lind said at the treaty dinner.'}
  - {id: b, published: 2031-07-11, text: '"It is the firm will of our government to widen the friendship between Tarn and Vell," envoy Ada Lind said at the treaty dinner.'}
findings:
  - {verdict: explained, reason: occasion}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.quotes.wordings import Wording, groups
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import draft

CODE = "QUO806"
KIND = "quote"
VERDICT = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per formula that two occasions share."""
    for group in groups(story, Wording.OCCASION):
        yield draft(CODE, KIND, group, "tension")
