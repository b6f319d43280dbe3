"""One statement in two renderings inside quotation marks.

Finds quotations of one speaker that share their order of ideas and many words but not their wording. Where an
article says that the words were spoken in another language, the difference is explained by the translation; where
the speakers are named differently, two people or two releases are possible; else it stays a tension, or unresolved
where the two share so little that they may as well be two remarks.

Why it matters: translated words in quotation marks look exact and are not.

```yaml
articles:
  - {id: a, published: 2031-05-14, text: '"When the siren went off we had forty pupils in the boathouse and they carried the oars and the sails out through the smoke before the roof came down," said Chief Bo Holm.'}
  - {id: b, published: 2031-05-14, text: '"With forty pupils in the boathouse we could only open the gate, and what they carried were the oars and the sails, one by one through thick smoke, a minute or two before the roof gave way," Chief Bo Holm said.'}
findings:
  - {verdict: tension}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.quotes.like_sayings import doubted
from reconcile.align.quotes.wordings import Wording, groups
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import draft

CODE = "QUO805"
KIND = "quote"
VERDICT = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per two renderings of one statement."""
    for group in groups(story, Wording.RENDERING):
        who = group.first[0].subject
        if doubted(group.pair, story):
            because = f"Two remarks of {who}, or one in two wordings: they share too little to tell."
            yield draft(CODE, KIND, group, "unresolved", because, 0.45)
            continue
        because = f"Closely parallel remarks of {who} in other words: two remarks, or one that was taken down twice."
        yield draft(CODE, KIND, group, "tension", because, 0.6)
