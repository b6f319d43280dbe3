"""Who took part: who founded, was sent off, attended, takes over whom; and people told apart only as man or woman."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from reconcile.claims.claim import Claim, Span
from reconcile.claims.cues import cues
from reconcile.claims.cues import lower as lower_case
from reconcile.claims.deeds.doing import Done, Place, deeds, done
from reconcile.claims.deeds.firsts import firsts
from reconcile.claims.deeds.phrased import phrased
from reconcile.claims.deeds.presence import present
from reconcile.claims.deeds.sides import sided
from reconcile.claims.deeds.who import apposed, led, who
from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import small
from reconcile.language.grammar.verbs import past
from reconcile.language.names.mentions import Mention
from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "participation"


@record
class ParticipationClaim(Claim):
    """`value` (a name, or a noun phrase) is the `role` (agent, patient) of `event`; `subject` is what it is done to.

    `sole` says that one event of its class has one such participant.
    """

    type: Literal["participation"] = "participation"
    value: str
    role: str
    sole: bool = False

    def __str__(self) -> str:
        return self.value


_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|&)){0,3}"
_SEX = regex(
    r"\b(?P<who>(?:[Aa]|[Aa]nother|[Oo]ne|[Tt]he|[a-z]{4,8}(?:th|rd|nd|st)) (?:[a-z-]+ ){0,2}?"
    r"(?P<sex>man|woman|boy|girl|male|female|grandmother|grandfather|mother|father))"
    r"(?: who| also| had| has| was| then)* (?P<verb>[a-z]{4,}ed|[a-z]{4,}s)\b(?P<rest>[^.;\n]{0,60})"
)
_SEXES = {"man": "man", "boy": "man", "male": "man", "grandfather": "man", "father": "man"}
_SHARES = regex(
    rf"(?P<target>{_NAME}) (?:share|stock)holders (?:will |would |are |were |are to |to )?(?:gets?|received?|(?:be )?(?:paid|offered)) "
    rf"[\d.,]+ (?:of an? |new )?(?P<buyer>{_NAME}) shares?"
)
_RATIO = regex(
    rf"[\d.,]+ (?:new |of an? )?(?P<buyer>{_NAME}) shares? (?:for (?:every|each)|per) (?:share of )?(?P<target>{_NAME})(?: share)?"
)
_COMPANY_BEFORE = regex(rf"(?P<name>{_NAME})(?: is| has| will| would| agreed| plans| wants)?(?: to)? \Z")
# A noun behind a name says that not the named company is bought: "the Ordell mill".
_GOES_ON = regex(
    r" (?!(?:in|on|at|for|from|to|by|with|and|or|as|of|after|before|when|while|who|which|that|last|this|next|late|early|is|are|was|were|has|had|have"
    r"|will|would|because|than|since|until|said|says|but|despite|over|under|through|during|today|yesterday|tomorrow|back|out|up|outright|shareholders?"
    r"|[a-z]+ly|[a-z]+ing|[a-z]+ed)\b)[a-z]+"
)
_COMPANY_AFTER = regex(rf" (?:the )?(?:rival |smaller |airline |bank )?(?P<name>{_NAME})")
_DESCRIBED = regex(r"\b(?P<who>(?:[Aa]n?|[Oo]ne|[Tt]he lone) (?:[a-z-]+ ){0,2})\Z")
_RANK_CUE = regex(
    r"\b(?:is|was|be|became|becomes|become|and|been|as|only|makes (?:her|him))\b[^.;,]{0,8}\bthe \Z"
)
_RANKED = regex(r"(?: [\w-]+){1,5}")
_WITHIN = regex(
    r" (?:[a-z][a-z-]* ){0,3}?(?:in|outside|across) (?:the )?(?:[a-z]+ ){0,2}[A-Z][\w.]*(?: [A-Z][\w.]*)?"
)
_VAGUE = frozenset(("started", "set up", "established", "founded"))  # of anything, unless a name follows
_BY = regex(r"(?: in [^,.;]{2,20})? by\b")
_UNNAMED = regex(
    r"\b(?P<who>(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal) (?:[\w-]+ ){0,3}?[a-z-]+)"
    r"(?: (?:has|have|had|also|who|later))* \Z"
)


def extract(reading: Reading) -> Iterator[ParticipationClaim]:
    """Yields participants of the lexicon's events, both parties of a takeover, and men and women who do something."""
    lower = lower_case(reading.text)
    people = [m for m in reading.document.mentions if m.kind in ("person", "organization", "other")]
    spoken = list(done(reading))
    told: list[ParticipationClaim] = [*_events(reading, lower, people, spoken), *_takeovers(reading)]
    yield from told
    yield from _done(reading, spoken, [claim.span for claim in told])
    for start, end, _ in cues(reading, "agents"):
        described = _DESCRIBED.search(reading.text, max(0, start - 32), start)
        if described is not None:
            value = reading.text[described.start("who") : end]
            yield reading.claim(
                ParticipationClaim,
                described.start("who"),
                end,
                event="unnamed",
                value=value.lower(),
                role="agent",
            )
    yield from _ranked(reading)
    yield from _present(reading)
    yield from _first(reading)
    for side, taker, whom, start, end in sided(reading):
        yield reading.claim(
            ParticipationClaim, start, end, subject=whom, event=side, value=taker, role="agent"
        )
    for at, _, _ in cues(reading, "sexes"):
        match = _SEX.search(reading.text, max(0, at - 36), at + 90)
        if match is None or match.start("sex") != at:
            continue
        yield reading.claim(
            ParticipationClaim,
            match.start("who"),
            match.end("verb") + len(_first_words(match.group("rest"))),
            subject=match.group("rest").strip(),
            event=match.group("verb"),
            value=_SEXES.get(match.group("sex"), "woman"),
            role="agent",
        )


def _done(reading: Reading, spoken: Sequence[Done], told: Sequence[Span]) -> Iterator[ParticipationClaim]:
    """Who did what to whom, of the deeds of the lexicon, but for those that `told` has already."""
    known = {(span.start, span.end) for span in told}
    for deed, verb, doer, patient, _ in spoken:
        if any(start <= verb.start < end for start, end in known):
            continue
        if not patient[1] and not deed.alone:
            continue
        claim = _deed(
            reading, deed.name, doer, patient, (verb.start, verb.end), not verb.negated, verb.modality
        )
        if claim is not None:
            yield claim
    for name, doer, patient, phrase, planned in phrased(reading):
        modality = "planned" if planned else "asserted"
        claim = _deed(reading, name, doer, patient, phrase, True, modality)
        if claim is not None and (claim.span.start, claim.span.end) not in known:
            yield claim


def _deed(
    reading: Reading, name: str, doer: Place, patient: Place, verb: Place, polarity: bool, modality: str
) -> ParticipationClaim | None:
    """The claim that somebody did something, to somebody if `patient` is not empty; None if nobody is meant."""
    agent = who(reading, doer)
    whom = who(reading, patient) if patient[1] else ""
    if not agent or whom == agent or (patient[1] and not whom and not deeds()[name].alone):
        return None  # "Dahl has charged him": the pronoun was taken for her
    start, end = _words_of(verb, _named(reading, doer, agent), patient)
    return reading.claim(
        ParticipationClaim,
        led(reading.text, start),
        end,
        subject=whom,
        event=name,
        value=agent,
        role="agent",
        polarity=polarity,
        modality=modality,
    )


def _named(reading: Reading, doer: Place, agent: str) -> Place:
    """Where the doer stands, with the name behind the words for it, if that is how the doer is known: "the mayor, Ann Dahl"."""
    follows = next(iter(reading.document.mentions_between(doer[1], doer[1] + 24)), None)
    return (doer[0], follows.end) if follows is not None and apposed(reading, *doer) == agent else doer


def _words_of(verb: Place, doer: Place, patient: Place) -> Place:
    """Where the words stand that tell a deed, without the patient where they would be many."""
    start, end = min(doer[0], verb[0]), max(doer[1], verb[1])
    if patient[1]:
        first, last = min(start, patient[0]), max(end, patient[1])
        if last - first <= _LONGEST:
            return first, last
    return start, end


def _present(reading: Reading) -> Iterator[ParticipationClaim]:
    """Who was there, and who was not."""
    for person, start, end, there in present(reading):
        yield reading.claim(
            ParticipationClaim,
            min(person.start, start) if start - person.end <= _FAR else start,
            max(person.end, end),
            event="presence",
            value=person.full,
            role="agent",
            polarity=there,
        )


def _first(reading: Reading) -> Iterator[ParticipationClaim]:
    """Who came first, and where."""
    for doer, what, (start, end) in firsts(reading):
        agent = who(reading, doer)
        if agent:
            said = reading.text[slice(*what)]
            yield reading.claim(
                ParticipationClaim, start, end, subject=said, event="first", value=agent, role="agent"
            )


_FAR = 60  # characters between a name and what is said of it, both of which are quoted
_LONGEST = 120  # characters of the words quoted for a deed


def _ranked(reading: Reading) -> Iterator[ParticipationClaim]:
    """Places in a row: "the first Hungarian to win", "the second author writing in Hungarian"."""
    text = reading.text
    for start, end, place in cues(reading, "ordinals"):
        cue = _RANK_CUE.search(text, max(0, start - 24), start)
        tail = _RANKED.match(text, end)
        within = _WITHIN.match(text, end) if tail is not None else None
        if tail is None or (cue is None and within is None and " to " not in tail.group()):
            continue
        if past(tail.group().split()[0]) and cue is None:
            continue  # "he first gained access"
        last = max(tail.end(), within.end()) if within is not None else tail.end()
        yield reading.claim(
            ParticipationClaim,
            start,
            last,
            subject=text[end:last].strip(),
            event="rank",
            value=str(place),
            role="agent",
        )


def _first_words(rest: str) -> str:
    return re.match(r"(?: [\w'-]+){0,6}", rest).group()  # type: ignore[union-attr]  # matches the empty string too


def _events(
    reading: Reading, lower: str, people: list[Mention], spoken: Sequence[Done]
) -> Iterator[ParticipationClaim]:
    starts = [m.start for m in people]
    for start, end, (name, slot, sole) in cues(reading, "events"):
        by = _BY.match(lower, end)
        after = lower.endswith((" by", "awarded to"), start, end)
        by_end = end if after else by.end() if by else None
        if by_end is not None:
            person = _after(reading.text, by_end, people, starts)
        else:
            person = _before(reading, start, people, starts)
        vague = name == "found" and by_end is None and lower[start:end] in _VAGUE
        if vague and _COMPANY_AFTER.match(reading.text, end) is None:
            continue
        if person is None:
            if slot == "agent" and by_end is None:
                yield from _unnamed(reading, start, end, name, slot)
            continue
        said = min(person.start, start), max(person.end, by_end or end)
        subject = _object(reading, start, end, person)
        patient = next((d.patient for d in spoken if d.patient[1] and start <= d.verb.start < end), (0, 0))
        if not subject and by_end is not None and (subject := who(reading, patient) if patient[1] else ""):
            said = _words_of(said, said, patient)
        yield reading.claim(
            ParticipationClaim,
            *said,
            subject=subject,
            event=name,
            value=person.full,
            role=slot,
            sole=sole,
        )


def _unnamed(reading: Reading, start: int, end: int, name: str, slot: str) -> Iterator[ParticipationClaim]:
    """A participant said by a noun phrase: "a university president attended"."""
    found = _UNNAMED.search(reading.text, max(0, start - 60), start)
    if found is not None:
        who = found.group("who")
        yield reading.claim(ParticipationClaim, found.start("who"), end, event=name, value=who, role=slot)


def _before(reading: Reading, at: int, people: list[Mention], starts: list[int]) -> Mention | None:
    """The name that is the subject of the phrase at `at`: the last one before it in its clause, past an apposition."""
    index = bisect_right(starts, at) - 1
    sentence = reading.document.sentence_at(at)
    while (
        index >= 0
        and sentence is not None
        and people[index].start >= sentence.start
        and at - people[index].end <= 70
    ):
        gap = reading.text[people[index].end : at]
        fits = (
            people[index].kind != "organization"
            and not _goes_on(people[index], gap)
            and ";" not in gap
            and gap.count(",") in (0, 2)
        )
        if fits and len(gap) <= 60:
            return people[index]
        index -= 1
    return None


def _goes_on(mention: Mention, gap: str) -> bool:
    """Whether a name only describes the noun behind it: "Norwegian" of "Norwegian senators have"."""
    word = gap.split(" ")[1] if gap.startswith(" ") and gap.count(" ") > 1 else ""
    return mention.kind != "person" and _SEVERAL.match(word) is not None


_SEVERAL = regex(r"[a-z]+(?:ors|ers|ists|ians|ees|men|women|people|parties|forces)\Z")


def _after(text: str, at: int, people: list[Mention], starts: list[int]) -> Mention | None:
    index = bisect_left(starts, at)
    if index == len(people) or people[index].kind != "person" or people[index].start - at > 40:
        return None
    gap = text[at : people[index].start]
    return people[index] if re.fullmatch(r" (?:the |its |then |former )?(?:[\w’'-]+ ){0,3}", gap) else None


def _object(reading: Reading, start: int, end: int, who: Mention) -> str:
    """What the event is done to: the name right after the phrase, or before a passive one."""
    after = _COMPANY_AFTER.match(reading.text, end)
    if after is not None and not after.start("name") <= who.start < after.end("name"):
        return after.group("name")
    sentence = reading.document.sentence_at(start)
    head = reading.text[sentence.start if sentence else start : start]
    found = re.match(rf"(?P<name>{_NAME})\b", head)
    bare = found is not None and found.group("name").lower() in small("no-name")
    return found.group("name") if found and not bare and found.group("name") not in who.full else ""


def _takeovers(reading: Reading) -> Iterator[ParticipationClaim]:
    """Who takes over whom: said with a verb, or by whose holders get whose shares."""
    text = reading.text
    for start, end, taken in cues(reading, "takeovers"):
        before = _COMPANY_BEFORE.search(text, max(0, start - 60), start)
        after = _COMPANY_AFTER.match(text, end)
        if before is None or after is None or _GOES_ON.match(text, after.end()):
            continue  # "bought the Ordell mill": no company
        first, second = before.group("name"), after.group("name")
        buyer, target = (second, first) if taken else (first, second)
        yield _takeover(reading, before.start("name"), after.end("name"), buyer, target)
    known = vocabulary(text)
    holders = around(_SHARES, text, known.places({"shareholders", "stockholders"}), 160, 240)
    ratios = around(_RATIO, text, known.places({"share", "shares"}), 160, 160)
    for matches in (holders, ratios):
        for match in matches:
            if not reading.document.skipped(match.start()):
                yield _takeover(
                    reading, match.start(), match.end(), match.group("buyer"), match.group("target")
                )


def _takeover(reading: Reading, start: int, end: int, buyer: str, target: str) -> ParticipationClaim:
    return reading.claim(
        ParticipationClaim,
        start,
        end,
        subject=target.removesuffix(" share"),
        event="acquire",
        value=buyer,
        role="agent",
        sole=True,
    )
