"""At whom it was fired or aimed.

Finds the targets of one attack that the articles name differently: cars here, people on foot there; the crowd, or each
other. One who fires may fire at several, so that other targets fit together, and a reader is told so. Those who fire at
each other do not fire into the crowd: that is a tension. What the police do is another matter.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The gunman fired at passing cars before he reached the mill in Ordell."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "On his way to the Ordell mill he shot at pedestrians, witnesses said."}
findings:
  - {verdict: explained, reason: facet, sides: [["fired at passing cars"], ["shot at pedestrians"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from reconcile.align.deeds.doers import callings
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.thing import kinds
from reconcile.language.grammar.clauses import small
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "PAR929"
KIND = "participant"
VERDICT: Verdict = "explained"

_MOST = 5  # claims that witness one target
_STOP = (
    r"and|or|who|whom|that|which|when|after|before|but|at|into|to|as|while|was|were|is|are|said|because|for"
)
# What stands between the verb and its target: "18 shots from a pistol", "his weapon".
_AT = regex(
    rf"(?: (?!(?:{_STOP})\b)[\w.'’-]+){{0,8}}? (?:at(?! least| most)|into|towards?|on) (?!by )(?=[\w.])"
)
_NOUN = regex(r"\b(?:the|a|an|of|her|his|their|in|no) \Z")  # "the fire at the mill"
_AFTER = regex(r" ([a-z]+)\b")
_NEXT = regex(r"(?: ?[\w’'.-]+){1,8}")
_EACH = regex(r"(?:each other|one another)\b")
_MUTUAL = "each other"
_OFFICERS = regex(
    r"\b(?:[Oo]fficers?|[Pp]olice|[Dd]eput(?:y|ies)|[Tt]roopers?|[Aa]gents?)\b(?! (?:said|say|says|believe|told))[^.;]*\Z"
)
_PEOPLE = frozenset({"crowd", "group", "people", "victims", "persons"})  # whoever was there
_OTHERS = frozenset({"strangers", "stranger", "passersby", "passers-by", "homes", "neighborhood"})
_NOBODY = frozenset({"back", "guard"})
_FOES = frozenset(
    {"suspect", "suspects", "gunman", "gunmen", "shooter", "attacker", "attackers", "him", "her", "them"}
)


@cache
def _verbs() -> dict[str, tuple[str, int]]:
    """From each form of the verbs of firing and of aiming to the line it stands on, and which movement of it it says."""
    found: dict[str, tuple[str, int]] = {}
    for line in words("aimed"):
        name, _, forms = line.partition(":")
        for number, said in enumerate(forms.split("/")):
            found.update(dict.fromkeys(said.split(), (name.strip(), number)))
    return found


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per kind of deed whose targets are named differently, or that is said by two movements."""
    told: dict[str, dict[str, list[ParticipationClaim]]] = defaultdict(lambda: defaultdict(list))
    moved: dict[str, dict[int, list[ParticipationClaim]]] = defaultdict(lambda: defaultdict(list))
    for article in story.articles:
        for (deed, movement), target, claim in _aimed(story, article):
            moved[deed][movement].append(claim)
            if target:
                told[deed][target].append(claim)
    for deed, targets in told.items():
        mutual = targets.pop(_MUTUAL, [])
        unnamed = [c for said in targets.values() for c in said[:_MOST] if not c.value[:1].isupper()]
        if mutual and unnamed:
            yield _difference(deed, [mutual, unnamed], "tension")
        sides = [said[:_MOST] for said in _persons_once(targets)]
        if _one_attack(story, sides):
            yield _difference(deed, sides, "precision" if "people" in targets else "facet")
    for deed, movements in moved.items():
        sides = [said[:_MOST] for said in movements.values()]
        if _one_attack(story, sides):
            yield _difference(deed, sides, "precision", whole=True)


def _persons_once(targets: dict[str, list[ParticipationClaim]]) -> list[list[ParticipationClaim]]:
    """The claims of each target, those of one person's full and short name together."""
    found: dict[str, list[ParticipationClaim]] = {}
    for target, said in sorted(targets.items(), key=lambda item: -len(item[0])):
        words_said = set(target.split())
        known = next((t for t in found if target[:1].isupper() and words_said <= set(t.split())), target)
        found.setdefault(known, []).extend(said)
    return list(found.values())


def _one_attack(story: Story, sides: list[list[ParticipationClaim]]) -> bool:
    """Whether two articles name different targets."""
    return any(
        a.span.article != b.span.article and not story.same_origin(a, b)
        for one, other in combinations(sides, 2)
        for a in one
        for b in other
    )


def _aimed(story: Story, article: str) -> Iterator[tuple[tuple[str, int], str, ParticipationClaim]]:
    """Where an article tells at whom or what it was fired or aimed: the deed, the target by its sense."""
    reading, end = story.reading(article), 0
    text, verbs = reading.text, _verbs()
    for at, form in vocabulary(text).places(frozenset(verbs)):
        if at < end or reading.document.skipped(at) or _OFFICERS.search(text, max(0, at - 60), at):
            continue
        bare = form in ("fire", "shot", "shots", "aim", "shooting")
        if bare and _NOUN.search(text, max(0, at - 6), at):
            continue
        after = at + len(form)
        way = _AT.match(text, after)
        if way is not None and way.group().endswith(" on ") and "fire" not in form:
            way = None
        target, last = _target(story, article, way.end()) if way is not None else ("", 0)
        first = way.end() if way is not None else 0
        if not target:
            held = _GUN.match(text, after) if verbs[form][0] == "aim" else None
            if held is None or kinds().get(held["gun"].lower()) is None:
                continue
            first, last = at, held.end()
        end = last
        value = text[first:last]
        yield (
            verbs[form],
            target,
            reading.claim(ParticipationClaim, at, last, event="aimed", value=value, role="patient"),
        )


_GUN = regex(
    r" (?:an?|the|his|her) (?:(?!(?:at|and|of)\b)[\w.-]+ ){0,3}?(?P<gun>guns?|handguns?|weapons?|pistols?|rifles?|shotguns?|revolvers?|firearms?|ak-47|knife|machete)\b",
    2,
)


def _target(story: Story, article: str, at: int) -> tuple[str, int]:
    """The sense of the person, the people or the vehicle named at a place, and where the words end."""
    reading = story.reading(article)
    if each := _EACH.match(reading.text, at):
        return _MUTUAL, each.end()
    named = next(iter(reading.document.mentions_between(at, at + 1)), None)
    if named is not None:
        owns = reading.text.startswith(("'s", "’s"), named.end)
        return (named.full, named.end) if named.kind == "person" and not owns else ("", 0)
    found = _NEXT.match(reading.text, at)
    where = at
    for word in found.group().split(" ") if found else ():
        lower = word.lower().strip(".'’")
        single = lower.removesuffix("s")
        where += len(word)
        if lower in _STOPS or lower in _FOES:
            break
        kind = kinds().get(lower)
        person = single in person_nouns() - _NOBODY and not callings(lower) & {"police"}
        last = where - (len(word) - len(word.rstrip(".'’")))
        if lower in _PEOPLE or lower in _OTHERS or person or (kind is not None and kind.root == "vehicle"):
            if last == where and _goes_on(reading.text, last):
                where += 1
                continue  # "at a teen nightclub"
            return "people" if lower in _PEOPLE else sense(lower), last
        where += 1
    return "", 0


def _goes_on(text: str, at: int) -> bool:
    """Whether a noun phrase goes on with one more noun behind a word."""
    found = _AFTER.match(text, at)
    return found is not None and not (
        any(found[1] in some for some in _ENDS) or found[1].endswith(("ed", "ing", "ly", "en"))
    )


_ENDS = (
    *map(small, ("preposition", "joint", "auxiliary", "modal", "particle", "beside-verb", "determiner")),
    frozenset({"once", "twice", "over", "off", "he", "she", "they", "it", "police"}),
)
_STOPS = frozenset(_STOP.split("|")) | {"in", "of", "on", "from", "with", "near", "outside"} - {"of"}


def _difference(
    deed: str, sides: list[list[ParticipationClaim]], how: str, whole: bool = False
) -> Difference:
    names = [said[0].span.quote if whole else said[0].value for said in sides]
    because = {
        "tension": "who fire at each other do not fire at others",
        "facet": "all of them may have been targets of one attack",
        "precision": "one word says more exactly what the other says",
    }[how]
    return Difference(
        rule=CODE,
        kind="other" if whole else KIND,
        question=f"How did they {deed}?" if whole else f"At whom or what did they {deed}?",
        sides=tuple(DraftSide(value=n, claims=tuple(said)) for n, said in zip(names, sides, strict=True)),
        verdict="tension" if how == "tension" else VERDICT,
        reason=None if how == "tension" else how,
        because=f"{quoted(names)}: {because}.",
        confidence=0.5,
        settled=True,
    )
