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
from reconcile.lexicon import word_set
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT941"
KIND = "other"
VERDICT: Verdict = "explained"

_MOST = 20


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per act that is planned in one article and done in another."""
    acts: dict[str, dict[str, list[StateClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(StateClaim):
        if claim.aspect == "plan" and claim.polarity:
            acts[_verb(claim.event)][claim.value].append(claim)
    for sides in acts.values():
        planned, done = sides.get("planned", []), sides.get("done", [])
        pairs = [
            (p, d)
            for p in planned[:_MOST]
            for d in done[:_MOST]
            if p.span.article != d.span.article and _things(p.subject) & _things(d.subject)
        ]
        if pairs:
            yield _difference(story, pairs)


def _difference(story: Story, pairs: list[tuple[StateClaim, StateClaim]]) -> Difference:
    planned = list(dict.fromkeys(p for p, _ in pairs))
    done = list(dict.fromkeys(d for _, d in pairs))
    behind = any(
        (one := day(story, d))
        and (other := day(story, p))
        and one <= other
        and p.subject.split(" ")[0] == d.subject.split(" ")[0]
        and p.span.quote.startswith("will ")
        and story.similarity(p, d) >= 0.2
        for p, d in pairs
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is it done, or only planned, to {planned[0].event} {planned[0].subject}?",
        sides=(
            DraftSide(value="planned", claims=tuple(planned)),
            DraftSide(value="done", claims=tuple(done)),
        ),
        verdict="tension" if behind else "unresolved",
        because=f"{planned[0].span.quote!r} is planned, {done[0].span.quote!r} is done"
        + (", and the report of the plan is not the earlier one." if behind else "."),
        confidence=0.65,
    )


def _things(phrase: str) -> frozenset[str]:
    """The stems of the telling words of an act's object."""
    common = word_set("common")
    return frozenset(
        stem(w) for w in phrase.split(" ") if len(w) > 3 and w not in common and not w.endswith("ly")
    )


def _verb(phrase: str) -> str:
    """The verb's stem with its particle: "stepped up" and "step up" are one."""
    verb, _, particle = phrase.partition(" ")
    root = stem(verb)
    if len(root) > 3 and root[-1] == root[-2]:
        root = root[:-1]
    return f"{root} {particle}".strip()
