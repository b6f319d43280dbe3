"""Words are missing inside a quotation, and no ellipsis says so.

Finds two printings of one utterance of which one lacks words that the other has: in the middle, or at the end where
the missing words limit what was said ("until Friday", "unless …"). A marked omission is an excerpt, not a cut.

Why it matters: what is left out silently is often the condition.

```yaml
articles:
  - {id: a, text: '"The council will pay for the new roof of the school out of its own savings," said Chief Bo Holm.'}
  - {id: b, text: '"The council will pay for the new roof out of its own savings," Chief Bo Holm told reporters.'}
findings:
  - {verdict: tension, reason: excerpt}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.quotes.wordings import Wording, groups
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import draft

CODE = "QUO802"
KIND = "quote"
VERDICT = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per quotation that is printed with and without some words."""
    for group in groups(story, Wording.CUT):
        yield draft(CODE, KIND, group, "tension")
