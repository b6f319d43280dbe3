"""Planned in one article, done in another.

Finds the same act, by its verb and object, as something that will be done and as something that has been done. The
plan in the earlier article and the deed in the later one are an update. A plan still reported on the day, or after
the day, on which another article has it done is a tension: one of the two may be behind.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Police in Tessaly said they will step up patrols around Ordell Street."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "Police in Tessaly have stepped up patrols around Ordell Street."}
findings:
  - {verdict: explained, reason: update, sides: [["will step up patrols"], ["have stepped up patrols"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.standing import day
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT941"
KIND = "other"
VERDICT: Verdict = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per act that is planned in one article and done in another."""
    common = frozenset(words("common"))
    acts: dict[tuple[str, str], dict[str, list[StateClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(StateClaim):
        thing = claim.subject.split(" ")[0]
        if claim.aspect == "plan" and claim.polarity and thing not in common and not thing.endswith("ly"):
            acts[_verb(claim.event), stem(thing)][claim.value].append(claim)
    for sides in acts.values():
        planned, done = sides.get("planned", []), sides.get("done", [])
        if (
            not planned
            or not done
            or not ({c.span.article for c in planned} ^ {c.span.article for c in done})
        ):
            continue
        behind = any(
            (one := day(story, d))
            and (other := day(story, p))
            and one <= other
            and d.span.article != p.span.article
            for d in done
            for p in planned
        )
        known = all(day(story, c) for c in (*planned, *done))
        verdict: Verdict = "tension" if behind else "explained" if known else "unresolved"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Has it been done already: {planned[0].event} {planned[0].subject}?",
            sides=(
                DraftSide(value="planned", claims=tuple(planned)),
                DraftSide(value="done", claims=tuple(done)),
            ),
            verdict=verdict,
            reason="update" if verdict == "explained" else None,
            because=f"{planned[0].span.quote!r} is planned, {done[0].span.quote!r} is done"
            + (", and the report of the plan is not the earlier one." if behind else "."),
            confidence=0.65,
            settled=True,
        )


def _verb(phrase: str) -> str:
    """The verb's stem with its particle: "stepped up" and "step up" are one."""
    verb, _, particle = phrase.partition(" ")
    root = stem(verb)
    if len(root) > 3 and root[-1] == root[-2]:
        root = root[:-1]
    return f"{root} {particle}".strip()
