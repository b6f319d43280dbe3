"""Where a case stands: at large, arrested, charged, convicted.

Finds stages that follow one another, given by articles of different days. They are an update of one another, or
facets of one case: an editor is told which article stands where, and nothing is in dispute. So are the stages
of an inquiry (cause unknown, suspicious, somebody arrested), of an appeal (weighed, lodged, dismissed), of a lost
election, of what becomes of jobs, and of who gave the money. Found
guilty of a crime in one article and cleared of it in another, of the same weeks, is a contradiction.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell Street gunman, Ivo Petersen, is still at large, Tessaly police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "Ivo Petersen was arrested in Tessaly on Friday over the Ordell Street shooting."}
findings:
  - {verdict: explained, reason: update, sides: [["still at large"], ["was arrested"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.persons.holders import one_person
from reconcile.align.persons.standing import apart, day, long_ago, one_subject
from reconcile.align.stems import stem, stems
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT942"
KIND = "other"
VERDICT: Verdict = "explained"

_PEOPLE = frozenset(
    stem(word) for word in ("male", "man", "female", "woman", "black", "white", "hispanic", "asian")
)
_PRONOUN = regex(r"\b(?:he|she|him|her)\b", re.IGNORECASE)
_COUNTS = frozenset(
    map(stem, ("count", "charge", "article", "section", "other", "case", "crime", "offence", "offense"))
)
_ALSO = regex(r",? and |, ")
_SORT = regex(  # what makes of a crime an offence of another kind or degree
    r"\b(?:attempt|conspir|plot|help|assist|aid|abet|accessory|cover|conceal|incit|solicit|threat|involuntary|aggravated)"
    r"|\b(?:first|second|third)[ -]degree"
)
_ANOTHER = regex(
    r"\b(?:another|second|third|two|three|four|five|several|both|other)\s(?:[\w-]+ ){0,2}?"
    r"(?:m[ae]n|wom[ae]n|persons?|people|teen\w*|suspects?|boys?|girls?|accomplices?|juveniles?)\b",
    re.IGNORECASE,
)
_ALL = regex(
    r"\A(?:both|all)\b|\b(?:both|all|two|three|four|five) (?:[\w-]+ )?(?:men|women|suspects|people|brothers|teens|teenagers|boys|girls)\b",
    re.IGNORECASE,
)
_NOW = regex(r"\b(?:is|are|remains?|still|(?:has|have) been)\b")
_THEN = regex(r"\b(?:was|were|had|after|until)\b")
_FEMALE = regex(r"\b(?:she|her|wom[ae]n|girl|mother|wife|girlfriend)\b", re.IGNORECASE)
_SEXED = regex(
    r"\b(?:he|him|his|she|her|m[ae]n|wom[ae]n|boy|girl|father|mother|husband|wife|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
_LIKE = {
    "jailed": "arrested",
    "nobody arrested": "not held",
    "at large": "not held",
    "unclear": "not held",
}
_RANKS: tuple[str, ...] = ("not suspected", "not held", "questioned", "identified", "arrested", "released")
_RANKS += ("of interest", "suspected", "charged", "denied", "pleaded", "acquitted", "convicted", "sentenced")
_RECORD = regex(
    r" (?:sex offenders?|felons?|criminals?|murderers?|killers?|rapists?|burglars?|fraudsters?)\b"
)
_NOBODY = regex(r"(?:nobody|no one|none of \w+) was |there were no ", re.IGNORECASE)
_CAUGHT = regex(r"\b(?:caught|captured)\b")
_FILM = regex(
    r"\b(?:cameras?|videos?|footage|surveillance|film(?:ed)?|images?|gunfire|audio|tape)\b", re.IGNORECASE
)
_APPEALED = regex(
    r"\b(?:appeal\w*|overturn\w*|quash\w*|retrial|retried|second trial|new trial)\b", re.IGNORECASE
)
_UPDATED = 3  # days in which a page may have been written on
_ALIKE = 0.1  # the likeness of two sentences on suspects of whom none is named
_FREE = frozenset(("not held", "identified"))
_COURSE = ("going on", "almost over", "over")
_COURSES = {
    "inquiry": "What caused it?",
    "jobs": "Will jobs be lost?",
    "giver": "Who gave it?",
    "appeal": "What became of the appeal?",
    "concession": "Has the loser conceded?",
}
_QUESTIONS = {"custody": "Was the suspect in custody?", "stage": "Where does the case stand?"}


def check(story: Story) -> Iterator[Difference]:
    """Yields one explained difference per aspect and person of whom articles give different stages."""
    stages = [c for c in story.of(StateClaim) if c.aspect in _QUESTIONS and c.polarity and _now(story, c)]
    told: set[str] = set()  # claims of persons whose whole course has been told
    for aspects in (("custody", "stage"), ("custody",), ("stage",)):
        for group in _persons(story, [c for c in stages if c.aspect in aspects]):
            if told.issuperset(c.id for c in group) or (len(aspects) > 1 and not _handed_on(group)):
                continue
            if len(_furthest(group)) < 2:
                continue
            told.update(c.id for c in group)
            sides: dict[str, list[StateClaim]] = defaultdict(list)
            for claim in sorted(group, key=lambda c: _RANKS.index(_stage(c))):
                sides[_stage(claim)].append(claim)
            none = [c for c in group if _NOBODY.match(c.span.quote)]
            held = [c for c in group if _stage(c) == "arrested"]
            denied = bool(none and held) and max(day(story, c) for c in held) < min(
                day(story, c) for c in none
            )
            if denied:  # who has been arrested may be released, but not so that nobody was
                sides = {"arrested": held, "nobody arrested": none}
            elif verdicts := _two_verdicts(story, group):
                sides, denied = verdicts, True
            elif sides.keys() == {"acquitted", "convicted"} and not any(
                _APPEALED.search(c.sentence) for c in group
            ):
                continue  # two verdicts, no stages: `_verdicts` or their opposites tell of them
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=_QUESTIONS[aspects[-1]],
                sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in sides.items()),
                because=f"It is told as {', then '.join(f'“{side}”' for side in sides)}.",
                verdict="contradiction" if denied else VERDICT,
                confidence=0.75,
                settled=denied,
                doubtful=not denied,
                whole=True,
            )
    for aspect, question in _COURSES.items():
        yield from _course(story, aspect, question)
    yield from _underway(story)
    yield from _verdicts(story)
    yield from _descriptions(story)


def _handed_on(group: Sequence[StateClaim]) -> bool:
    """Whether some article tells of the arrest only, and some of the court only, or who stood in court was sought before."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in group:
        told[claim.span.article].add(claim.aspect)
    only = {"custody"} in told.values() or any(_stage(c) == "identified" for c in group)
    return only and any("stage" in aspects for aspects in told.values())


def _stage(claim: StateClaim) -> str:
    """The stage in the word that stands for its like: who is in jail is held, as the arrested are."""
    return _LIKE.get(claim.value, claim.value.split(" with ")[0])


def _furthest(group: Sequence[StateClaim]) -> set[str]:
    """The last stages that the articles tell: what came before is each one's own account.

    Who is still sought at the end of a page and held at its top is both there: it was written on as the news came."""
    last: dict[str, int] = {}
    for claim in group:
        article = claim.span.article
        last[article] = max(last.get(article, 0), _RANKS.index(_stage(claim)))
    sought = {"not held" for c in group if _stage(c) == "not held" and _still(c)}
    return {_RANKS[rank] for rank in last.values()} | (
        sought if group[0].subject or _order(group[0]) else set()
    )


def _still(claim: StateClaim) -> bool:
    """Whether somebody is sought as the article speaks, not in what it recounts."""
    start = claim.span.start - claim.sentence_start
    around = claim.sentence[max(0, start - 30) : start + len(claim.span.quote) + 30]
    return claim.aspect == "custody" and bool(_NOW.search(around)) and not _THEN.search(around)


def _now(story: Story, claim: StateClaim) -> bool:
    """Whether the claim is of the case at hand: not of another year, no felon's record, no film of the deed."""
    if long_ago(story, claim):
        return False
    after = claim.sentence[claim.span.end - claim.sentence_start :]
    return not _RECORD.match(after) and not (
        _CAUGHT.search(claim.span.quote) and _FILM.search(claim.sentence)
    )


def _course(story: Story, aspect: str, question: str) -> Iterator[Difference]:
    """What was unknown, promised or withheld at first and turned out otherwise, in the order of the articles."""
    sides: dict[str, list[StateClaim]] = defaultdict(list)
    for claim in story.of(StateClaim):
        if claim.aspect == aspect and claim.polarity:
            sides[claim.value].append(claim)
    days = {value: min(day(story, c) for c in said) for value, said in sides.items()}
    if len(sides) < 2 or len({c.span.article for said in sides.values() for c in said}) < 2:
        return
    in_turn = sorted(sides, key=lambda value: days[value])
    told = ", then ".join(f"“{sides[value][0].span.quote}”" for value in in_turn)
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(DraftSide(value=value, claims=tuple(sides[value])) for value in in_turn),
        verdict="unresolved",
        because=f"It is told as {told}.",
        confidence=0.6,
        whole=True,
    )


def _underway(story: Story) -> Iterator[Difference]:
    """A search, a strike or the like that goes on in one article and is almost over, or over, in another."""
    told: dict[str, dict[str, list[StateClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(StateClaim):
        if claim.aspect == "course" and not long_ago(story, claim):
            told[claim.subject][claim.value].append(claim)
    for noun, said in told.items():
        sides = {value: said[value] for value in _COURSE if value in said}
        if len(sides) > 1 and len({c.span.article for claims in sides.values() for c in claims}) > 1:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Is the {noun} over?",
                sides=tuple(DraftSide(value=value, claims=tuple(claims)) for value, claims in sides.items()),
                because=f"It is told as {', then '.join(f'“{value}”' for value in sides)}.",
                confidence=0.65,
                doubtful=True,
                whole=True,
            )


def _two_verdicts(story: Story, group: list[StateClaim]) -> dict[str, list[StateClaim]]:
    """The two sides where some articles have a person cleared and others sentenced, and none tells of a second trial or
    of two charges; empty otherwise."""
    cleared = [c for c in group if c.value == "acquitted"]
    guilty = [c for c in group if c.value in ("convicted", "sentenced")]
    articles = {c.span.article for c in (*cleared, *guilty)}
    both = {c.span.article for c in cleared} & {c.span.article for c in guilty}
    again = any(_RETRIED.search(story.articles[article].text) for article in articles)
    if not cleared or not guilty or both or again or any(c.charge for c in (*cleared, *guilty)):
        return {}
    return {"sentenced": guilty, "acquitted": cleared}


_RETRIED = regex(
    r"\b(?:appeal\w*|retri\w+|overturn\w*|quash\w*|another charge|other charges|pardon\w*)\b", re.I
)


def _verdicts(story: Story) -> Iterator[Difference]:
    """Found guilty here and cleared there, of one crime."""
    stages = [c for c in story.of(StateClaim) if c.aspect == "stage" and c.polarity and c.charge]
    guilty = [c for c in stages if c.value == "convicted"]
    cleared = [c for c in stages if c.value == "acquitted"]
    crimes: dict[frozenset[str], tuple[dict[str, StateClaim], dict[str, StateClaim]]] = {}
    for a in guilty:
        for b in cleared:
            crime = _crime(a.charge, b.charge) - _COUNTS
            if crime and a.span.article != b.span.article and _accused(a, b):
                known = crimes.setdefault(frozenset(crime), ({}, {}))
                known[0][a.id], known[1][b.id] = a, b
    for crime, (first, second) in crimes.items():
        charges = f"{next(iter(first.values())).charge!r} and {next(iter(second.values())).charge!r}"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Guilty of it or not ({' '.join(sorted(crime))})?",
            sides=(
                DraftSide(value="guilty", claims=tuple(first.values())),
                DraftSide(value="not guilty", claims=tuple(second.values())),
            ),
            because=f"{charges}: one verdict, told in two ways.",
            confidence=0.7,
        )


def _crime(first: str, second: str) -> frozenset[str]:
    """What two charges share as far as they are of one offence: to help with a crime is another than the crime."""
    return frozenset().union(
        *(
            telling(one) & telling(other)
            for one in _ALSO.split(first)
            for other in _ALSO.split(second)
            if {*_SORT.findall(one)} == {*_SORT.findall(other)}
        )
    )


def _accused(a: StateClaim, b: StateClaim) -> bool:
    """Whether two verdicts can be on one person: like names, or a pronoun in one of them."""
    return one_subject(a, b) or any(_PRONOUN.search(c.span.quote) is not None for c in (a, b))


def _persons(story: Story, claims: list[StateClaim]) -> list[list[StateClaim]]:
    """The claims by person; a claim about an unnamed suspect joins the person most spoken of, or the only one."""
    groups: list[list[StateClaim]] = []
    for claim in sorted(claims, key=lambda c: (not c.subject, bool(_order(c)))):
        ranked = sorted(groups, key=len, reverse=True)
        fitting = next((g for g in ranked if _fits(story, g, claim)), None)
        if fitting is not None and claim.noun.startswith("other "):
            for group in ranked:
                if group is not fitting and _fits(story, group, claim):
                    group.append(claim)
        if fitting is None and not claim.subject and len(groups) == 1 and not _other(groups[0], claim):
            known = groups[0][0]
            fitting = groups[0] if known.subject or story.similarity(known, claim) >= _ALIKE else None
        if fitting is None:
            groups.append([claim])
        else:
            fitting.append(claim)
    return groups


def _fits(story: Story, group: list[StateClaim], claim: StateClaim) -> bool:
    """Whether a claim can be about the person of a group."""
    known = group[0]
    if _order(claim) and not claim.subject:
        of_several = any(
            not c.subject and _ALL.search(c.span.quote) for c in group
        )  # "three men", "a third man"
        same = any(_order(c) == _order(claim) for c in group)
        return of_several or same or _came_to_be_held(story, group, claim)
    if not claim.subject and known.subject and _ALL.search(claim.span.quote):
        return True  # "both men": the suspects
    return _one(story, known, claim) and not _other(group, claim)


def _order(claim: StateClaim) -> str:
    """Which further person an article speaks of: second ("another", "more"), third; empty for the first one."""
    order = "" if claim.subject else claim.noun.partition(" ")[0] if " " in claim.noun else ""
    return "second" if order in ("another", "other", "additional", "more", "remaining") else order


def _came_to_be_held(story: Story, group: list[StateClaim], sought: StateClaim) -> bool:
    """Whether a named person is held by a report that is no older, of whom the one that seeks another knows no arrest."""
    if _stage(sought) not in _FREE or not group[0].subject:
        return False
    own = {_stage(c) for c in group if c.span.article == sought.span.article}
    if sought.noun.startswith("other "):  # "the other three", of those charged
        own -= {"charged", "suspected"}
    held = [
        c
        for c in group
        if c.span.article != sought.span.article and _stage(c) not in ("not held", "identified")
    ]
    in_turn = (day(story, sought) <= day(story, c) or apart(story, sought, c) <= _UPDATED for c in held)
    return own <= _FREE and any(in_turn)


def _one(story: Story, a: StateClaim, b: StateClaim) -> bool:
    """Whether two claims can be about one person: by name, by what both call him, or as the suspect."""
    if a.subject and b.subject:
        return one_person(a.subject, b.subject)
    called = [_called(story, claim) for claim in (a, b)]
    return bool(called[0] & called[1]) or one_subject(a, b)


def _called(story: Story, claim: StateClaim) -> frozenset[str]:
    """The nouns for the person of a claim: the claim's own, or those that the article has for the name."""
    if not claim.subject:
        return frozenset({claim.noun} if claim.noun else ())
    return story.reading(claim.span.article).document.antecedents.called(claim.subject)


def _other(group: list[StateClaim], claim: StateClaim) -> bool:
    """Whether a claim brings in one more person: a second man, or a woman where the others are of a man."""
    if claim.aspect == "custody" and _ANOTHER.search(claim.span.quote):
        return True
    sexes = {bool(_FEMALE.search(c.span.quote)) for c in (*group, claim) if _SEXED.search(c.span.quote)}
    return not claim.subject and len(sexes) == 2


def _descriptions(story: Story) -> Iterator[Difference]:
    """How a suspect is described, when the descriptions share a word and are not the same."""
    claims = [c for c in story.of(StateClaim) if c.aspect == "description"]
    for a, b in combinations(claims, 2):
        one, other = (set(stems(c.value)) for c in (a, b))
        if a.span.article == b.span.article or one == other or not (one & other & _PEOPLE):
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="How is the suspect described?",
            sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
            because=f"{a.value!r} and {b.value!r}.",
            confidence=0.6,
            doubtful=True,
        )
