"""Planned or tried in one article, done in another.

Finds the same act, by its verb and what it is done to, as something that will be done or was tried, and as something
that was done. The plan in the earlier article and the deed in the later one are an update. What one article says was
only tried, and another says was done, is a tension; so is a plan reported after another article has it done, if it
is not told with its hour. What is meant to be done in one article and not in another is told too, and what somebody
ruled out and did after all.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Police in Tessaly said they will step up patrols around Ordell Street."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "Police in Tessaly have stepped up patrols around Ordell Street."}
findings:
  - {verdict: explained, reason: update, sides: [["will step up patrols"], ["stepped up patrols"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

from reconcile.align.deeds.one_deed import Deed, deed
from reconcile.align.deeds.told import Done, told_deed, told_of
from reconcile.align.persons.standing import day, other_day
from reconcile.align.senses import base, sense, senses
from reconcile.align.story import Story
from reconcile.align.times.spans import names
from reconcile.claims.state import StateClaim
from reconcile.language.grammar.verbs import past
from reconcile.lexicon import word_set, words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT941"
KIND = "other"
VERDICT: Verdict = "explained"

_MOST = 24  # sentences with the verb of a plan that are held against it
_ALIKE = 0.08  # the likeness of two sentences of one act
_SURE = 0.2
_PRONOUN = regex(r"\b(?P<who>he|she)(?: [a-z]+ly)? \Z", re.IGNORECASE)
# What binds: nobody who does not want or hope to do a thing has ruled it out; nor has who will not do all of it.
_NEVER = regex(
    r"(?:will|would|shall|won|reject|resist|def|ignored|rebuffed|rule|vowed|promised|pledged|no )(?!.*\b(?:all|every|only|just)\b)"
)
_SAID = regex(
    r"\b(?:said|says|insisted|maintained|stressed|announced|pledged|promised|vowed|confirmed|told [^.;,]{2,30})\b[^.;]{0,60}\Z"
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per act that is planned, or tried, in one article and done in another."""
    all_plans = [c for c in story.of(StateClaim) if c.aspect == "plan" and not _foretold(c)]
    yield from _ruled_out(story, all_plans)
    plans = [c for c in all_plans if (_NEVER.match(c.span.quote) if c.value == "not planned" else _object(c))]
    told = told_of({_verb(plan) for plan in plans}, story)
    deeds: dict[tuple[str, int], Done | None] = {}
    acts: dict[tuple[str, str, frozenset[str]], list[tuple[StateClaim, StateClaim]]] = defaultdict(list)
    met: dict[tuple[str, str, frozenset[str]], int] = defaultdict(int)
    for plan in plans:
        met[plan.value, _verb(plan), _object(plan)] += 1
        if met[plan.value, _verb(plan), _object(plan)] > _MOST:
            continue  # told again and again
        for article, at, end in told.get(_verb(plan), ())[:_MOST]:
            if article == plan.span.article:
                continue
            if (article, at) not in deeds:
                deeds[article, at] = told_deed(story, article, at, end)
            done = deeds[article, at]
            if done is not None and _one_act(story, plan, done):
                acts[plan.value, _verb(plan), _object(plan)].append((plan, done.claim))
    for pairs in acts.values():
        yield _difference(story, pairs)


def _ruled_out(story: Story, plans: list[StateClaim]) -> Iterator[Difference]:
    """What somebody means to do in one article, and does not mean to do in another."""
    by_verb: dict[str, tuple[list[StateClaim], list[StateClaim]]] = defaultdict(lambda: ([], []))
    for plan in plans:
        if plan.value == "planned" and plan.event in _AWAY:
            by_verb[sense("attend")][True].append(plan)
        elif plan.value in ("planned", "not planned"):
            by_verb[_verb(plan)][plan.value == "not planned"].append(plan)
    for meant, ruled_out in by_verb.values():
        pairs = [(a, b) for a, b in product(meant[:_MOST], ruled_out[:_MOST]) if _one_plan(story, a, b)]
        if not pairs:
            continue
        sides = [tuple({pair[i].id: pair[i] for pair in pairs}.values()) for i in (0, 1)]
        days = [{day(story, claim) for claim in side} for side in sides]
        since = all(days[0]) and all(days[1]) and (max(days[0]) < min(days[1]) or max(days[1]) < min(days[0]))
        firm = [pair for pair in pairs if _firmly(story, *pair)]
        if firm:
            sides = [tuple({pair[i].id: pair[i] for pair in firm}.values()) for i in (0, 1)]
        one, other = (side[0].span.quote for side in sides)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=_meaning(sides[0][0]),
            sides=(
                DraftSide(value="planned", claims=sides[0]),
                DraftSide(value="not planned", claims=sides[1]),
            ),
            verdict="contradiction" if firm else "explained" if since else "unresolved",
            reason="update" if since and not firm else None,
            because=f"“{one}” and “{other}” "
            + (
                "are said on one day."
                if firm
                else "are of different days."
                if since
                else "do not go together."
            ),
            confidence=0.55,
            settled=not firm,
        )


def _firmly(story: Story, meant: StateClaim, ruled_out: StateClaim) -> bool:
    """Whether two reports of one day say of one act, without a condition, that it will be done and that it will not."""
    when = day(story, meant)
    if not when or when != day(story, ruled_out):
        return False
    if not (_BINDING.match(meant.span.quote) and _BINDING_NOT.match(ruled_out.span.quote)):
        return False
    if any(_CONDITION.search(claim.sentence) for claim in (meant, ruled_out)):
        return False
    one, other = sorted((_object(meant), _object(ruled_out)), key=len)
    if one != other and not (one and one <= other and not names(meant.subject) ^ names(ruled_out.subject)):
        return False
    acts = [_planned(claim) for claim in (meant, ruled_out)]
    if (
        acts[0].object
        and acts[1].object
        and not (acts[0].object <= acts[1].object or acts[1].object <= acts[0].object)
    ):
        return False  # the Tarn brewery, the Norvik brewery
    if acts[0].passive or acts[1].passive:
        return bool(one) or bool(acts[0].patient & acts[1].patient)
    told = _verb(meant) not in _light() or bool(one) or bool(acts[0].core & acts[1].core)
    return told and bool(_doers(story, meant) & _doers(story, ruled_out))


_AWAY = frozenset({"skip", "miss", "boycott", "stay away"})  # from what others attend
_BINDING = regex(
    r"(?:[\w’' -]+ )?(?:will|would|shall|is to|are to|plans?|intends?|vow\w*|promise\w*|pledge\w*|set to|due to|going to|decided to) ",
    re.I,
)
_BINDING_NOT = regex(
    r"(?:[\w’' -]+ )?(?:(?:will|would) (?:not|never)|won['’]t|shall not|rule[sd]? out|ruling out|no plans|no intention|not (?:plan|intend)|is not to|are not to|not going to|decided not|will (?:skip|miss|boycott|stay away|stay at home)\b) ?",
    re.I,
)
_CONDITION = regex(
    r"\b(?:if|unless|until|once|whether|provided|should|only|alone|instead|all|every|both|first|now|immediately|this (?:year|week|month)|next (?:year|week|month)|for the time being|before|after)\b"
)


def _meaning(plan: StateClaim) -> str:
    if past(plan.event):  # of what is to be done to somebody
        return f"Is this planned: {plan.subject}, {plan.event}?"
    return f"Is it planned to {plan.event} {plan.subject}".strip() + "?"


def _one_plan(story: Story, a: StateClaim, b: StateClaim) -> bool:
    """Whether two statements are on one plan: the same doer and thing, as far as they tell."""
    if a.span.article == b.span.article or story.same_origin(a, b):
        return False
    things = [_object(c) for c in (a, b)]
    if bool(things[0]) != bool(things[1]) or (things[0] and not things[0] & things[1]):
        return False
    acts = [_planned(claim) for claim in (a, b)]
    doers = [_doers(story, claim) for claim in (a, b)]
    after = [act.core if all(act.core for act in acts) else act.after for act in acts]
    if acts[0].passive != acts[1].passive:  # "we will rebuild the mill", "the mill will be rebuilt"
        return bool(things[0] and things[1]) and not other_day(a, b) and story.similarity(a, b) >= _ALIKE
    if (
        other_day(a, b)
        or (doers[0] and doers[1] and not doers[0] & doers[1])
        or (after[0] and after[1] and not after[0] & after[1])
    ):
        return False  # another one does it, or does it to another thing
    known = names(a.sentence) & names(b.sentence)
    return bool(known or doers[0] & doers[1]) and story.similarity(a, b) >= (_ALIKE if things[0] else _SURE)


def _foretold(plan: StateClaim) -> bool:
    """Whether the words only tell what would be or stay so, and nobody says that he will do it."""
    at = plan.span.start - plan.sentence_start
    would = plan.span.quote.startswith("would ") and not _SAID.search(plan.sentence, 0, at)
    return would or (_verb(plan) in _lasting() and plan.event not in _AWAY)


@cache
def _lasting() -> frozenset[str]:
    """Verbs of what goes on, which nobody has done once."""
    lasting = "remain stay involve include continue keep allege see hear know intensify strengthen deepen pursue press"
    return frozenset(map(sense, lasting.split()))


def _verb(plan: StateClaim) -> str:
    """What stands for the family of the plan's verb."""
    verb, _, particle = plan.event.partition(" ")
    return sense(verb, particle)


def _object(plan: StateClaim) -> frozenset[str]:
    """The senses of what the plan is to be done to."""
    return senses(plan.subject)


def _stems(phrase: str) -> frozenset[str]:
    """The words of a phrase in one form, no other word standing for them."""
    return frozenset(base(word.strip(".,;:“”\"'’")) for word in phrase.lower().split()) - _small()


@cache
def _small() -> frozenset[str]:
    return frozenset(map(base, word_set("common")))


@cache
def _light() -> frozenset[str]:
    return frozenset(base(word) for line in words("light_verbs") for word in line.split())


def _one_act(story: Story, plan: StateClaim, done: Done) -> bool:
    """Whether what is done is what was planned: done to the same thing, with a name or a doer in both sentences."""
    thing, meant = _object(plan), _meant(story, done.claim, done.deed)
    if not thing:  # "rejected calls to resign": by whom it is done tells which act it is
        return bool(_doers(story, plan) & (done.deed.doer | meant)) and (
            bool(meant) or bool(names(plan.sentence) & names(done.claim.sentence))
        )
    target = done.deed.patient | meant if done.deed.passive else senses(done.claim.span.quote)
    himself = thing & meant if done.deed.passive else frozenset()  # "he was extradited"
    shared = thing & target if himself or _stems(plan.subject) & _stems(done.claim.sentence) else frozenset()
    if not shared or (_verb(plan) in _light() and not shared - _light()):
        return False
    if past(plan.event) and not (himself or names(plan.subject) & names(done.claim.sentence)):
        thing -= _light()
        if len(thing) < 2 or 2 * len(shared) <= len(thing):
            return False  # "charges will be filed", "more tests will be made"
    own = _planned(plan)
    doer = (own.doer | _meant(story, plan, own)) & (done.deed.doer | meant)
    if not doer and (
        plan.value == "tried" or (own.doer and done.deed.doer and not (own.open or done.deed.open))
    ):
        return False  # the one failed at it, another did it
    known = names(plan.sentence) & names(done.claim.sentence)
    return story.similarity(plan, done.claim) >= (_ALIKE if known or doer or own.open else _SURE)


def _planned(plan: StateClaim) -> Deed:
    """The act that a plan tells of, with who means to do it."""
    at = plan.span.start - plan.sentence_start
    return deed(plan.sentence, at, at + plan.span.quote.find(plan.event) + len(plan.event), plan.event)


def _doers(story: Story, plan: StateClaim) -> frozenset[str]:
    """Who means to do it, or not to, by name or by what the pronoun before the words stands for."""
    own = _planned(plan)
    return own.doer | _meant(story, plan, own)


def _meant(story: Story, claim: StateClaim, told: Deed) -> frozenset[str]:
    """Whom the pronoun right before a claim's words means, as far as the article tells."""
    before = _PRONOUN.search(claim.sentence, 0, claim.span.start - claim.sentence_start)
    if before is None or not told.open:
        return frozenset()
    at = claim.sentence_start + before.start("who")
    meant = story.reading(claim.span.article).document.antecedents
    return senses(meant.pronoun(before.group("who").lower(), at))


def _ahead(plan: StateClaim) -> bool:
    """Whether a plan is told with its hour, or as what somebody has yet to announce: it is older than the deed."""
    at = plan.span.start - plan.sentence_start
    return bool(
        _HOUR.match(plan.sentence, at + len(plan.span.quote)) or _TO_COME.search(plan.sentence, 0, at)
    )


_HOUR = regex(
    r"[^.;]{0,60}\b(?:at (?:noon|midnight|\d{1,4})|later (?:today|on|this|in the day)|tonight|this (?:morning|afternoon|evening))\b"
)
_TO_COME = regex(
    r"\b(?:expected|due|set|about|likely) to (?:say|tell|announce|declare|confirm)\b[^.;]{0,40}\Z"
)
_FIRST_TRY = regex(r"\b(?:initial|first|earlier|previous|repeated|several) \Z")


def _asked(plan: StateClaim) -> str:
    if past(plan.event):  # of what is to be done to somebody
        return f"Has this been done, or is it only planned: {plan.subject}, {plan.event}?"
    if plan.value == "not planned":
        return f"Is it ruled out or done: “{plan.span.quote}”?"
    return f"Is it done, or only {plan.value}, to {plan.event} {plan.subject}?"


def _difference(story: Story, pairs: list[tuple[StateClaim, StateClaim]]) -> Difference:
    planned = tuple({p.id: p for p, _ in pairs}.values())
    done = tuple({d.id: d for _, d in pairs}.values())
    tried = planned[0].value == "tried" and not all(
        _FIRST_TRY.search(p.sentence, 0, p.span.start - p.sentence_start)
        or ((one := day(story, d)) and (other := day(story, p)) and one > other)
        for p, d in pairs
    )  # what was tried one day may succeed on the next
    behind = any(
        (one := day(story, d))
        and (other := day(story, p))
        and (one < other or (one == other and not _ahead(p)))
        and p.span.quote.startswith("will ")
        and story.similarity(p, d) >= _SURE
        for p, d in pairs
    )
    meant = planned[0].value == "planned"
    in_turn = planned[0].value != "tried" and all(
        (one := day(story, p)) and (other := day(story, d)) and (one < other or (meant and one == other))
        for p, d in pairs
    )
    told = f"{planned[0].span.quote!r} is {planned[0].value}, {done[0].span.quote!r} is done"
    return Difference(
        rule=CODE,
        kind=KIND,
        question=_asked(planned[0]),
        sides=(
            DraftSide(value=planned[0].value, claims=planned),
            DraftSide(value="done", claims=done),
        ),
        verdict="tension" if behind or tried else "explained" if in_turn else "unresolved",
        reason="update" if in_turn and not behind else None,
        because=f"{told}, and the report of the plan is not the earlier one." if behind else f"{told}.",
        confidence=0.65,
    )
