"""Two forces of the wind in one story.

```yaml
articles:
  - {id: a, text: "The wind off Cape Ordell reached force 9."}
  - {id: b, text: "The wind off Cape Ordell reached force 7."}
findings:
  - {verdict: contradiction, sides: [["force 9"], ["force 7"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide
from reconcile_example.wind import WindClaim

CODE = "WND001"
KIND = "number"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference for the story."""
    said: dict[str, list[WindClaim]] = {}
    for claim in story.of(WindClaim):
        said.setdefault(str(claim), []).append(claim)
    if len(said) > 1:
        sides = tuple(DraftSide(value=value, claims=tuple(said[value])) for value in sorted(said))
        yield Difference(rule=CODE, kind=KIND, question="How hard did the wind blow?", sides=sides)
