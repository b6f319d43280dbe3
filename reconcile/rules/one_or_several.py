"""One who did it, or several.

Finds a crime that one article tells as the deed of one ("the gunman", "a shooter") and another as that of several
("two gunmen", "the robbers", "a second shooter"). Both may be true of one crime, as one of several may be all that a
witness saw, so it is a tension. An article that knows of several says "the gunman" of one of them: it is not held
against itself.

Why it matters: whether somebody is still out there is the first thing that readers want to know.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "A gunman opened fire at the Ordell market in Tessaly on Monday and fled on foot."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Police said that two gunmen had come to the market in Ordell and begun to shoot."}
findings:
  - {verdict: tension, sides: [["A gunman"], ["two gunmen"]]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.align.deeds.doers import asserted, callings, head
from reconcile.align.persons.standing import day, withdrawn
from reconcile.align.places.scenes import two_spots
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "PAR928"
KIND = "participant"
VERDICT: Verdict = "tension"

_MOST = 4  # namings that witness for one article
_HELD = 40  # namings that are held against one another
_ALIKE = 0.1  # similarity from which two sentences are taken to tell of one crime
_LEAD = regex(
    r"(?<![\w-])(?:more than one|the|an?|one|lone|single|both|two|three|four|five|six|several|some|second|third|another|other|\d)"
    r" (?:(?!(?:the|an?|of|and|to|in|by|that|time|day|when|as|with|for|from|whose)\b)[a-z-]+ ){0,2}\Z",
    re.I,
)
_UNSURE = regex(
    r"(?:\b(?:no|not|cannot|if|whether|any|unclear|without|never|like|every|often|potential"
    r"|(?:the|or|and)(?: [a-z]+)? number of)|n['’]t)\b[^.;,]{0,40}\Z",
    re.I,
)
_DOES = regex(
    r" (?:who )?(?:ha[ds] )?(?:[a-z]+ly )?(?:[a-z]{3,}ed|shot|fled|ran|got|came|began|burst|broke|stole|took|drove)\b"
)
_ONE_OF = regex(r"\b(?:[Oo]ne|[Ss]ome|[Bb]oth|[Nn]umber|[Tt]wo) of (?:the )?(?:[a-z]+ )?\Z", holds=" of ")
_SOMEBODY = frozenset({"someone", "somebody"})
_FIRES = regex(
    r"[Ss]ome(?:one|body) (?:ha[ds] )?(?:then )?(?:fired|opened fire|shot at|began (?:firing|shooting)|started (?:firing|shooting))\b"
)
_FIGURES = frozenset("23456789")
_MORE = frozenset(
    {"more", "both", "two", "three", "four", "five", "six", "several", "second", "third", "another", "other"}
)


_OF = {"open fire": "gunman", "rob": "robber"}  # what they are called who do it
_GROUP = frozenset({"group", "gang", "pair", "couple", "people", "youths", "teens"})


def _one_of_them(claim: ParticipationClaim) -> bool:
    """Whether something was done to him, who need not be the only one: "a robber was shot in the shoulder"."""
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    return claim.span.quote[:2] in ("a ", "A ") and _SUFFERS.match(claim.sentence, end) is not None


_SUFFERS = regex(
    r" (?:was|is|has been|had been) (?:also |later |fatally )?(?:[a-z]{3,}ed|shot|hit|caught|held|hurt)\b"
)


def _several(phrase: str) -> bool:
    """Whether a phrase means more than one person: "two men", "the group"."""
    last = head(phrase)
    several = last.endswith("s") and last.removesuffix("s") in person_nouns()
    return " of " not in phrase and (last in _GROUP or last.endswith("men") or several)


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    """From each noun for one or for several who commit a crime to the first of its line, and whether it is of several."""
    lines = ([pair.split() for pair in line.split(",")] for line in words("lone_doers"))
    return {form: (pairs[0][0], form != pair[0]) for pairs in lines for pair in pairs for form in pair}


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per noun for the one who did it, of whom other articles know more than one."""
    told: dict[str, dict[str, list[tuple[bool, ParticipationClaim]]]] = {}
    for article in story.articles:
        for noun, several, claim in _doers(story, article):
            if not several and (claim.value == "suspect" or _one_of_them(claim)):
                continue  # one of those who are held
            told.setdefault(noun, {}).setdefault(article, []).append((several, claim))
    for claim in story.of(ParticipationClaim):
        if claim.event in _OF and asserted(claim) and not callings(claim.value) and _several(claim.value):
            told.setdefault(_OF[claim.event], {}).setdefault(claim.span.article, []).append((True, claim))
    for noun, by_article in told.items():
        one: list[ParticipationClaim] = []
        more: list[ParticipationClaim] = []
        for said in by_article.values():
            plural = [claim for several, claim in said if several]
            (more if plural else one).extend((plural or [claim for _, claim in said])[:_MOST])
        if any(
            story.similarity(a, b) >= _ALIKE and not (story.same_origin(a, b) or two_spots(a, b))
            for a in one[:_HELD]
            for b in more[:_HELD]
        ):
            held = all(claim.value.startswith("suspect") for claim in more)
            if not held or _later(story, one, more):
                yield _difference(noun, one, more, held)


def _doers(story: Story, article: str) -> Iterator[tuple[str, bool, ParticipationClaim]]:
    """Where an article speaks of one or of several who did it, with the noun and whether it is several."""
    reading = story.reading(article)
    text, nouns = reading.text, _nouns()
    for at, _ in vocabulary(text).places(_SOMEBODY):
        fires = _FIRES.match(text, at)
        if (
            fires is not None
            and not reading.document.skipped(at)
            and not _UNSURE.search(text, max(0, at - 60), at)
        ):
            yield (
                "gunman",
                False,
                reading.claim(
                    ParticipationClaim, *fires.span(), event="number", value="somebody", role="agent"
                ),
            )
    for at, word in vocabulary(text).places(frozenset(nouns)):
        lead = _LEAD.search(text, max(0, at - 40), at)
        noun, plural = nouns[word]
        if reading.document.skipped(at) or _UNSURE.search(text, max(0, at - 60), at):
            continue
        said = lead.group().lower() if lead else ""
        sure = said[:1] in _FIGURES or not _MORE.isdisjoint(said.split())
        vague = (plural and not sure) or not said
        if vague and not (_DOES.match(text, at + len(word)) or _ONE_OF.search(text, max(0, at - 40), at)):
            continue  # "gun laws do not stop gunmen", "of the shooters in those years, three were women"
        if lead and not lead.group().split(" ", 1)[1].islower() and " " in lead.group().strip():
            continue  # "the Lockerbie bomber"
        start = lead.start() if lead else at
        several = plural or sure
        claim = reading.claim(
            ParticipationClaim, start, at + len(word), event="number", value=word, role="agent"
        )
        yield noun, several, claim


def _later(story: Story, one: list[ParticipationClaim], more: list[ParticipationClaim]) -> bool:
    """Whether those who tell of several came out after those who tell of one, by the day."""
    days = [[day(story, claim) for claim in claims] for claims in (one, more)]
    return all(map(all, days)) and max(days[0]) < min(days[1])


def _difference(
    noun: str, one: list[ParticipationClaim], more: list[ParticipationClaim], held: bool
) -> Difference:
    names = one[0].span.quote, more[0].span.quote
    at_first = held or any(all(map(withdrawn, claims)) for claims in (one, more))
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Was it one {noun} or several?",
        sides=tuple(DraftSide(value=n, claims=tuple(c)) for n, c in zip(names, (one, more), strict=True)),
        verdict="explained" if at_first else VERDICT,
        reason="update" if at_first else None,
        because=f"{quoted(names)}: one article knows of one {noun} alone, another of more"
        + (", as came out later." if held else ", as was said at first." if at_first else "."),
        confidence=0.5,
        settled=True,
    )
