"""One person's charges: not charged, undecided, charged; and two lists of offences.

Finds articles of which one says that somebody is not charged, or that it is not decided yet, and another that he is:
an update. Also two lists of what one person is charged with. A list that the other contains is the shorter telling;
lists of which each has an offence of its own are a tension, unless later charges may have taken the place of the first.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen, 41, shot his neighbour by accident, Tessaly police said. Petersen has not been charged."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "Ivo Petersen, 41, of Tessaly, is facing assault charges after he shot his neighbour."}
findings:
  - {verdict: explained, reason: update, sides: [["not been charged"], ["facing assault charges"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from reconcile.align.persons.holders import one_person
from reconcile.align.persons.standing import apart, day, long_ago
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.charge import ChargeClaim, names_crime
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT949"
KIND = "other"
VERDICT: Verdict = "explained"

_WHEN = regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b"
)
_OPEN = ("not charged", "undecided")
_RANKS = {"not charged": 0, "undecided": 1, "charged": 2, "dropped": 3, "pleaded": 4, "convicted": 5}
_ALL = regex(
    r"\b(?:[Bb]oth|[Aa]ll (?:two|three|four|five)?|[Tt]he (?:two |three )?(?:men|women|brothers|suspects|pair))\b"
)
_UPDATED = 3  # days by which the date of a page may lag behind what stands on it
_DEGREE = regex(r"\b(?P<one>first|1st)|(?P<two>second|2nd)|(?P<three>third|3rd)|(?P<four>fourth|4th)\b")
_OLD = regex(r"\b(?:ago|previous\w*|prior|earlier|record|community control)\b")
_ATTEMPT = telling("attempted attempt")
_ALIKE = 0.9
_MOST = 24  # articles on one person's charges that are held against each other


def check(story: Story) -> Iterator[Difference]:
    """Yields what articles say differently of one person's charges: how far they have come, and what for."""
    cases = _cases(story)
    for claims in cases:
        yield from _stages(story, claims)
        if len(cases) == 1 or any(
            claim.subject for claim in claims
        ):  # of several unnamed each has his own list
            yield from _lists(story, claims)
        yield from _outcomes(claims)


def _cases(story: Story) -> list[list[ChargeClaim]]:
    """The claims by accused. Who is not named is the only accused whom the story names, if there is one only; of several,
    "both men" are each of them, and what is told of nobody by name is a case of its own.
    """
    named: list[list[ChargeClaim]] = []
    unnamed: list[ChargeClaim] = []
    for claim in story.of(ChargeClaim):
        if long_ago(story, claim):
            continue
        if not claim.subject:
            unnamed.append(claim)
            continue
        known = next((case for case in named if one_person(case[0].subject, claim.subject)), None)
        if known is None:
            named.append([claim])
        else:
            known.append(claim)
    if len(named) == 1:
        named[0].extend(unnamed)
        return named
    for case in named:
        case.extend(claim for claim in unnamed if _ALL.search(claim.span.quote) and claim.value == "charged")
    open_ = [claim for claim in unnamed if claim.value in _OPEN]
    first = max(named, key=len, default=[])
    return [*(case + open_ if case is first else case for case in named), *([unnamed] if unnamed else [])]


def _stages(story: Story, claims: Sequence[ChargeClaim]) -> Iterator[Difference]:
    """How far the case has come, by the furthest stage that each article tells."""
    last: dict[str, int] = {}
    for claim in claims:
        last[claim.span.article] = max(last.get(claim.span.article, 0), _RANKS[claim.value])
    sides: dict[str, list[ChargeClaim]] = defaultdict(list)
    for claim in claims:
        if len(set(last.values())) > 1:
            sides[claim.value].append(claim)
    open_ = [claim for stage in _OPEN for claim in sides.get(stage, ())]
    if "charged" not in sides or not open_:
        return
    first = [day(story, c) for c in sides["charged"]]
    behind = all(first) and all(day(story, c) > min(first) for c in open_)
    if behind and not any(c.subject for c in open_) and _late(story, open_, sides["charged"]):
        return  # who is not charged later may be somebody else
    told = [stage for stage in _RANKS if stage in sides]
    behind = behind and _late(story, open_, sides["charged"])
    yield Difference(
        rule=CODE,
        kind=KIND,
        question="Is anybody charged?",
        sides=tuple(DraftSide(value=stage, claims=tuple(sides[stage])) for stage in told),
        verdict="unresolved" if behind else "explained",
        reason=None if behind else "update",
        because=f"It is told as {', then '.join(f'“{sides[stage][0].span.quote}”' for stage in told)}: stages of one case.",
        confidence=0.7,
        settled=True,
        group="stages",
    )


def _late(story: Story, open_: Sequence[ChargeClaim], charged: Sequence[ChargeClaim]) -> bool:
    """Whether those who know of no charges write so long after the others that their page is not just the older one."""
    return min(apart(story, a, b) for a in open_ for b in charged) > _UPDATED


class _List(NamedTuple):
    """What one article charges somebody with."""

    claims: tuple[ChargeClaim, ...]
    offences: tuple[str, ...]


def _lists(story: Story, claims: Sequence[ChargeClaim]) -> Iterator[Difference]:
    """The lists of offences of two articles that are not the same."""
    told: dict[str, list[ChargeClaim]] = defaultdict(list)
    for claim in claims:
        if claim.value in ("charged", "undecided") and any(map(names_crime, claim.offences)):
            told[claim.span.article].append(claim)
    lists = [_list([c for c in said if c.value == "charged"] or said) for said in told.values()]
    for a, b in combinations(lists[:_MOST], 2):
        mine, theirs = _lacking(a, b), _lacking(b, a)
        if mine and theirs:
            one, other = a.claims[0], b.claims[0]
            later = one.value != other.value or (apart(story, one, other) > 0 and not _one_date(a, b))
            because = f"{_quoted(mine)} is in the one list only, {_quoted(theirs)} in the other only."
            yield _difference(a, b, "explained" if later else "tension", "update" if later else None, because)
        elif mine or theirs:
            because = f"The shorter list leaves out {_quoted(mine or theirs)}."
            reason = "precision" if a.claims[0].value == b.claims[0].value else "update"
            yield _difference(a, b, "explained", reason, because)
        elif degrees := _degrees(a) ^ _degrees(b):
            exact = _quoted([o for o in (*a.offences, *b.offences) if _degree(o) in degrees - {""}][:1])
            if exact and not (_degrees(a) - {""} and _degrees(b) - {""}):
                yield _difference(
                    a, b, "explained", "precision", f"Only one list says in which degree: {exact}."
                )
        elif kinds := _kinds(a, b) or _kinds(b, a):
            because = f"Only one list says of what kind: {_quoted(kinds[:1])}."
            yield _difference(a, b, "explained", "precision", because)


def _kinds(a: _List, b: _List) -> list[str]:
    """The offences of the one list that the other has by their last words only: fraud for tax fraud."""
    theirs = {o.lower() for o in b.offences} - {o.lower() for o in a.offences}
    return [o for o in a.offences if o not in b.offences and any(o.lower().endswith(f" {p}") for p in theirs)]


def _outcomes(claims: Sequence[ChargeClaim]) -> Iterator[Difference]:
    """What one person is charged with, and other or fewer crimes that he admits or is found guilty of."""
    charged = [c for c in claims if c.value == "charged" and c.subject and any(map(names_crime, c.offences))]
    ended = [
        c for c in claims if c.value in ("pleaded", "convicted") and c.subject and not _OLD.search(c.sentence)
    ]
    if not charged or not ended:
        return
    a, b = _list(charged), _list(ended)
    mine, theirs = _lacking(a, b), _lacking(b, a)
    if mine or theirs:
        because = f"{_quoted(mine or theirs)} is only in the {'charge' if mine else 'outcome'}: a charge, and how the case ended."
        yield _difference(a, b, "explained", "facet", because)


def _list(claims: Sequence[ChargeClaim]) -> _List:
    known = [claim for claim in claims if any(map(names_crime, claim.offences))]
    return _List(tuple(known), tuple(dict.fromkeys(o for claim in known for o in claim.offences)))


def _difference(a: _List, b: _List, verdict: Verdict, reason: str | None, because: str) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question="Charged with what?",
        sides=tuple(DraftSide(value=", ".join(said.offences), claims=said.claims) for said in (a, b)),
        verdict=verdict,
        reason=reason,
        because=because,
        confidence=0.65,
        settled=True,
        group=f"charges of {a.claims[0].subject}",
    )


def _lacking(a: _List, b: _List) -> list[str]:
    """The offences of the one list that the other has in no form."""
    theirs = [(_words(offence), _degree(offence)) for offence in b.offences]
    return [
        o
        for o in a.offences
        if not any(_one_crime(_words(o), other) and (not d or _degree(o) in ("", d)) for other, d in theirs)
    ]


def _degree(offence: str) -> str:
    """In which degree a crime is charged; empty where that is not said."""
    said = _DEGREE.search(offence.lower()) if "degree" in offence else None
    return said.lastgroup or "" if said else ""


def _degrees(said: _List) -> frozenset[str]:
    return frozenset(map(_degree, said.offences))


def _words(offence: str) -> frozenset[str]:
    return telling(offence.replace("-", " "))


def _one_crime(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names can be of one offence: of one kind, and the one more exact than the other at most."""
    if bool(a & _ATTEMPT) != bool(b & _ATTEMPT):
        return False
    return a <= b or b <= a or len(a & b) * 2 > min(len(a), len(b)) or _misspelt(a, b)


def _misspelt(a: frozenset[str], b: frozenset[str]) -> bool:
    one, other = " ".join(sorted(a)), " ".join(sorted(b))
    return len(a) == len(b) and SequenceMatcher(None, one, other).ratio() > _ALIKE


def _one_date(a: _List, b: _List) -> bool:
    """Whether both articles date the charges, and alike."""
    one, other = ({when for c in said.claims for when in _WHEN.findall(c.sentence)} for said in (a, b))
    return bool(one & other)


def _quoted(said: Sequence[str]) -> str:
    return " and ".join(f"“{offence}”" for offence in said)
