"""One difference, one finding: pairs that share a claim are told together, and what a quotation shows is told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reconcile.claims.claim import Claim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.rules.sentences import joined

_ALARMS = ("contradiction", "tension")
_OPEN = (*_ALARMS, "unresolved")
_PRINTING = "SRC109"  # the rule that compares copied sentences word by word, whatever the words mean


def fold(differences: Sequence[Difference]) -> list[Difference]:
    """The differences, those of one rule and verdict united where they share a claim or a group, in the order of the first.

    What is open and has its sides inside the two quotations of a quotation alarm is dropped: it is the same difference.
    So is what the comparison of copied sentences sees and a rule of its own kind sees too, and what is likely of one
    question where another difference is surely of it, and what two rules explain alike is told by the first of them.
    """
    united = [_united(group) for group in _connected(differences)]
    quoted = [d for d in united if d.kind == "quote" and d.verdict in _ALARMS]
    kept = [d for d in united if d.kind == "quote" or not any(_inside(d, other) for other in quoted)]
    own = [d for d in kept if not d.rule.startswith(_PRINTING)]
    kept = [d for d in kept if not d.rule.startswith(_PRINTING) or not any(_seen(d, other) for other in own)]
    kept = [d for d in kept if not d.likely or not any(_surely(d, other) for other in kept)]
    explained = [d for d in kept if d.verdict == "explained"]
    kept = [d for d in kept if not any(_explained_alike(d, other) for other in explained)]
    alarms = [d for d in kept if d.verdict in _ALARMS and d.kind != "quote"]
    return [d for d in kept if not any(_told_better(d, other) for other in alarms)]


def _surely(difference: Difference, other: Difference) -> bool:
    """Whether a difference of one kind that rests on more than a likelihood sets the same words against each other."""
    sure = not other.likely and other.kind == difference.kind and len(other.sides) > 1
    return sure and _touched(difference, other, _overlap) > 1


def _told_better(difference: Difference, other: Difference) -> bool:
    """Whether an alarm of another rule sets the same words against each other, and with more confidence than another
    alarm has; what is unresolved is told by any."""
    if difference.verdict not in _OPEN or difference.kind == "quote" or difference.rule == other.rule:
        return False
    if (difference.kind == "name") != (other.kind == "name"):
        return False  # how a name is spelled is not what is said of its bearer
    firm = (other.confidence, difference.rule) > (difference.confidence, other.rule)
    if not firm and difference.verdict != "unresolved":
        return False
    return _touched(difference, other, _overlap) > 1 and _touched(other, difference, _overlap) > 1


def _explained_alike(difference: Difference, other: Difference) -> bool:
    """Whether another rule explains what sets the same words against each other, for the same reason."""
    one = (difference.verdict, difference.kind, difference.reason)
    if difference.kind != "number" or difference.rule == other.rule:
        return False  # spellings, charges and plans have several rules that say more each
    if one != (other.verdict, other.kind, other.reason):
        return False
    if _touched(difference, other, _overlap) < 2:
        return False
    return other.rule < difference.rule or _touched(other, difference, _overlap) < 2


def _seen(difference: Difference, other: Difference) -> bool:
    """Whether another difference sets words of the same places against each other."""
    told = other.verdict in _ALARMS or other.reason == "update"  # a wire brings its own sentence up to date
    told = told or difference.kind == "name"  # spellings are the name rules' to judge
    return told and _touched(difference, other, _overlap) > 1


def _connected(differences: Sequence[Difference]) -> Iterable[list[Difference]]:
    """The differences that share a key, directly or through others, in the order of the first of each."""
    parent = list(range(len(differences)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    home: dict[tuple[object, ...], int] = {}
    for number, difference in enumerate(differences):
        for key in _keys(difference):
            known = root(home.setdefault(key, number))
            if len(difference.sides) > 1:
                one, other = sorted((known, root(number)))
                parent[other] = one
    groups: dict[int, list[Difference]] = defaultdict(list)
    for number, difference in enumerate(differences):
        groups[root(number)].append(difference)
    return groups.values()


def _keys(difference: Difference) -> Iterable[tuple[object, ...]]:
    """Equal for differences that are told as one: of one rule and outcome, about one claim or one group."""
    outcome = (difference.rule, difference.kind, difference.verdict, difference.reason)
    if difference.group:
        yield (*outcome, "group", difference.group)
    for side in difference.sides:
        for claim in side.claims:
            yield (*outcome, claim.id)


def _united(group: list[Difference]) -> Difference:
    if len(group) == 1:
        return group[0]
    sides: dict[str, dict[str, Claim]] = defaultdict(dict)
    for difference in group:
        for side in difference.sides:
            sides[side.value].update((claim.id, claim) for claim in side.claims)
    return replace(
        group[0],
        sides=tuple(DraftSide(value=value, claims=tuple(claims.values())) for value, claims in sides.items()),
        because=joined(difference.because for difference in group),
        confidence=max(difference.confidence for difference in group),
        asked=tuple(asked for difference in group for asked in difference.asked),
    )


def _inside(difference: Difference, quotation: Difference) -> bool:
    """Whether every claim of what is open lies within a claim of the quotation alarm, on more than one of its sides."""
    return difference.verdict in _OPEN and _touched(difference, quotation, _within) > 1


def _touched(difference: Difference, other: Difference, meets: Callable[[Claim, Claim], bool]) -> int:
    """How many sides of `other` the claims of a difference meet; 0 when one of the claims meets none."""
    touched: set[int] = set()
    for side in difference.sides:
        for claim in side.claims:
            homes = [i for i, side_ in enumerate(other.sides) if any(meets(claim, c) for c in side_.claims)]
            if not homes:
                return 0
            touched.update(homes)
    return len(touched)


def _within(inner: Claim, outer: Claim) -> bool:
    a, b = inner.span, outer.span
    return a.article == b.article and b.start <= a.start and a.end <= b.end


def _overlap(one: Claim, other: Claim) -> bool:
    a, b = one.span, other.span
    return a.article == b.article and a.start < b.end and b.start < a.end
