"""How things stand: at large or arrested, charged or convicted, critical or stable, announced or withheld,
destroyed or damaged; what is planned and what is done; records claimed; words that exclude each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.cues import lower as lower_case
from reconcile.claims.custody import sought, whose
from reconcile.claims.deeds.causes import causes
from reconcile.claims.deeds.whom import NOBODY, Whom, subject_at, together
from reconcile.claims.injured import hurt
from reconcile.claims.left_open import left_open
from reconcile.claims.planned import plans
from reconcile.claims.reading import Reading
from reconcile.claims.silence import silences
from reconcile.claims.supposed import suppositions
from reconcile.claims.underway import underway
from reconcile.claims.withholding import withholdings
from reconcile.language.grammar.clauses import small
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.names.mentions import Mention
from reconcile.language.vocabulary import around, vocabulary
from reconcile.lexicon import words
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "state"


@record
class StateClaim(Claim):
    """`value` of an `aspect`: custody, stage, injury, told, damage; plan (`value` planned or tried, `event` the verb,
    `subject` its object); record (`value` the superlative); opposite (`value` the side, `event` the pair).

    `whole` says that it is said of everything or everyone of its kind ("none of the injuries", "all of them").
    `charge` is the crime of which somebody is found guilty or is cleared. `noun` is what an unnamed person is called.
    """

    type: Literal["state"] = "state"
    aspect: str
    value: str
    whole: bool = False
    charge: str = ""
    noun: str = ""

    def __str__(self) -> str:
        return self.value


_WHOLE = regex(
    r"\b(?:none of|all of (?:them|the)|all (?:the )?(?:\w+ )?(?:victims|injured|wounded|survivors)|no one|none)\b"
)
_PRONOUN = regex(r"(?:He|She)\b")
_CHARGE = regex(
    r"[^.;,]{0,24}?\b(?:with|on) (?:a |an |one count of )?(?P<charge>[a-z][a-z-]+"
    r"(?: (?!(?:last|this|next|today|yesterday|early|late|after|before|since|while|when|who|but|for|from|at|two|three|four|five|six|several)\b)[a-z-]+){0,4})"
)
_LOOSE = small("preposition") | small("determiner") | {"and", "or", "having", "being", "then"}
_CRIMES = regex(
    r"(?P<charge>(?: (?!(?:in|on|by|at|over|during|from|with|for|last|this|and|but|while|who|after|he|she|they|was|were)\b)"
    r"[a-z][a-z'’-]*,?(?: and(?= (?!convict|acquit|clear|found|sentenc|jail|was|were)))?){1,12})"
)
_OF = regex(
    r"(?: [\w'’.-]+){0,4}? (?:of|on)(?! (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|appeal|[a-z]+ \d|\d|grounds)\b)(?= )"
)
_UNDER = regex(
    r"\b(?:under|on|of) (?P<charge>[^.;]{4,80}?),? (?:he|she|they|[\w-]+) (?:was|were|is|are) (?:\w+ )?\Z"
)
_BENCH = regex(r"\b(?:judge|justice|magistrate|prosecutor|attorney|lawyer|counsel|sheriff)(?: [\w.]+)? ?\Z")
_SAYS = regex(r",? (?:who )?(?:said|says|told|added|adds|confirmed|announced|tweeted|reported|believes)\b")
_DESCRIBED = regex(r"\b(?:is|was|been|were) described as (?P<what>an? [^.;\n]{4,70}|[^.;\n]{4,70})")
_BECAUSE = regex(
    r"(?<![\w'’-])(?P<effect>(?:[\w'’-]{1,24} ){1,8})(?:because(?: of)?) (?P<cause>[\w'’-]{1,24}(?: [\w'’-]{1,24}){2,11})"
)
_EFFECT = regex(r"(?<![\w'’-])(?:[\w'’-]{1,24} ){1,8}\Z")
_LISTED = regex(r"\b(?:killed|dead|died|victims|deceased)\b[^.:;\n]{0,16}: [^.\n]{0,20}[A-Z][^.\n]{4,140}")
_LISTERS = frozenset(("killed", "dead", "died", "victims", "deceased"))
_GIFT = regex(
    r"\b(?:money|million|thousand|donat\w+|gifts?|paid|cost|funds?|funded|bought|sold|purchase\w*|sponsor\w*)\b|[£$€]"
)
_THE_MAN = regex(r"(?:The|An?) (?:[a-z-]+ )?(?P<noun>[a-z-]+)(?:,| (?:was|were|is|has|had|who|will)\b)")
_NEGATED = regex(
    r"(?:\b(?:not|no(?! (?:fewer|less|more) than)|nor|never|without|none|nobody|neither|less|hardly)|n['’]t)\b[^.;,]{0,24}\Z",
    re.I,
    holds="not|no|nor|never|without|n't|n’t|neither|less|hardly",
)
_IN_CASE = regex(
    r"suspects in the (?:[\w-]+ ){0,3}?(?:case|shootings?|killings?|murders?|massacre|slayings?|attacks?|robber(?:y|ies)|stabbings?|bombings?"
    r"|crimes?|deaths?|fires?|thefts?|heists?|burglar(?:y|ies)|abduction|kidnapping)\b"
)
_MADE = regex(r" (?:have|had|has|were|was)(?: yet)?(?: been)?(?: made)?\b")
_NOT_NAMED = regex(
    r"(?:\b(?:not|never)|n['’]t) (?:yet )?(?:been )?(?:named|called|considered|identified|labeled)\b[^.;]{0,60}\Z"
)


def extract(reading: Reading) -> Iterator[StateClaim]:
    """Yields the states, plans, records and excluding words of the article."""
    lower = lower_case(reading.text)
    people = [m for m in reading.document.mentions if m.kind == "person"]
    starts = [m.start for m in people]
    for start, end, (aspect, value) in cues(reading, "states"):
        sentence = reading.document.sentence_at(start)
        supposed = sentence is not None and irrealis(lower, sentence.start, start, sentence.end)
        if supposed or (aspect == "damage" and not _built(lower, start, end)):
            continue
        if value == "named" and not _giver(reading, lower, end, people, starts):
            continue
        persons: tuple[Whom, ...] | None = (NOBODY,)
        if value == "nobody arrested":
            persons = (Whom(start=start, end=end),)  # not whoever is named beside it
        elif aspect == "custody":
            persons = whose(reading, lower, start, end, value)
        elif aspect == "injury":
            persons = (hurt(reading, lower, start, end),)
        elif aspect == "stage":
            own = (
                _IN_CASE.match(lower, start) is not None
            )  # "the two suspects in the killing" are those meant
            if not own and lower.startswith("suspects in", start):
                continue  # "suspects in a grey car"
            whom = Whom("", "suspect", 0, start, end) if own else subject_at(reading, start)
            persons = together(reading, whom)
        for whom in persons or ((NOBODY,) if persons is not None else ()):
            yield _state(reading, lower, start, end, aspect, value, people, starts, whom)
    for start, end, persons in sought(reading):
        for whom in persons:
            yield _state(reading, lower, start, end, "custody", "at large", people, starts, whom)
    for start, end, who in silences(reading):
        yield reading.claim(
            StateClaim, start, end, subject=who, event="comment", aspect="comment", value="silent"
        )
    for start, end, noun, value in underway(reading):
        yield reading.claim(
            StateClaim, start, end, subject=noun, event="course", aspect="course", value=value
        )
    for start, end, verb in suppositions(reading):
        yield reading.claim(StateClaim, start, end, event=verb, aspect="supposed", value="supposed")
    for start, end, asking, clause in left_open(reading):
        yield reading.claim(StateClaim, start, end, subject=clause, event=asking, aspect="open", value="open")
    for start, end, value in withholdings(reading):
        yield _state(reading, lower, start, end, "told", value, people, starts)
    known = vocabulary(reading.text)
    for match in around(_LISTED, reading.text, known.places(_LISTERS)):
        if not reading.document.skipped(match.start()):
            yield reading.claim(
                StateClaim, match.start(), match.end(), event="told", aspect="told", value="given"
            )
    for match in _DESCRIBED.finditer(reading.text) if "described as" in lower else ():
        if not reading.document.skipped(match.start()):
            what = match.group("what")
            yield reading.claim(
                StateClaim, match.start(), match.end(), event="described", aspect="description", value=what
            )
    for match in _reasons(reading.text):
        if not reading.document.skipped(match.start()):
            yield reading.claim(
                StateClaim,
                match.start(),
                match.end(),
                subject=match.group("effect"),
                event="cause",
                aspect="cause",
                value=match.group("cause"),
            )
    for told in causes(reading):
        yield reading.claim(
            StateClaim,
            *told.said,
            subject=told.whose,
            event=told.kind,
            aspect="cause of",
            value=told.cause,
        )
    for start, end, verb, thing, value in plans(reading):
        yield reading.claim(
            StateClaim,
            start,
            end,
            subject=thing,
            event=verb,
            aspect="plan",
            value=value,
            modality="asserted" if value == "tried" else "planned",
        )
    yield from _records(reading)


@cache
def _buildings() -> frozenset[str]:
    return frozenset(word for line in words("buildings") for word in line.split())


def _built(lower: str, start: int, end: int) -> bool:
    """Whether a building, or a place people live in, is near: only their damage is compared."""
    return not _buildings().isdisjoint(
        lower[max(0, start - 70) : end + 50].replace(",", " ").replace(".", " ").split()
    )


def _giver(reading: Reading, lower: str, end: int, people: list[Mention], starts: list[int]) -> bool:
    """Whether a person is named right after the words, in a sentence that speaks of money or of a gift."""
    index = bisect_left(starts, end)
    sentence = reading.document.sentence_at(end - 1)
    if sentence is None or index == len(people) or people[index].start > min(end + 40, sentence.end):
        return False
    return " " in people[index].full and _GIFT.search(lower, sentence.start, sentence.end) is not None


def _state(
    reading: Reading,
    lower: str,
    start: int,
    end: int,
    aspect: str,
    value: str,
    people: list[Mention],
    starts: list[int],
    subject: Whom = NOBODY,
) -> StateClaim:
    sentence = reading.document.sentence_at(start)
    first = sentence.start if sentence else start
    total = _WHOLE.search(lower, max(first, start - 90), start)
    if total and (" but " in lower[total.end() : start] or ";" in lower[total.end() : start]):
        total = None
    negated = (
        value not in ("withheld", "motiveless", "motive")
        and _NEGATED.search(lower, max(first, start - 30), start) is not None
    )
    if aspect == "custody" and value in ("arrested", "jailed") and negated:
        value, negated = "not held", False
    if value == "suspected" and (negated or _NOT_NAMED.search(lower, max(first, start - 90), start)):
        value, negated = "not suspected", False
    if value == "given" and negated:
        value, negated = "withheld", False  # "nor have they released the names"
    none = total is not None and total.group().strip().lower()[0] == "n"
    if (
        aspect == "injury"
        and value == "critical"
        and (none or (negated and "threatening" in lower[start:end]))
    ):
        value, negated = "mild", False  # "none of the injuries is life-threatening"
    told = lower.endswith(" with", start, end)  # "charged with": the crime may have a "with" of its own
    if aspect == "stage" and value == "charged" and not told and (charge := _CHARGE.match(lower, end)):
        crimes = charge.group("charge").split(" ")
        while len(crimes) > 1 and crimes[-1] in _LOOSE:
            crimes.pop()
        value, end = f"charged with {' '.join(crimes)}", charge.start("charge") + len(" ".join(crimes))
    if value == "nobody arrested" and (made := _MADE.match(lower, end)):
        end = made.end()
    crime = _crime(lower, first, start, end) if value in ("convicted", "acquitted") else ""
    index = bisect_right(starts, start) - 1
    while (
        aspect in ("stage", "custody")
        and index >= 0
        and people[index].start >= first
        and _judges(lower, people[index])
    ):
        index -= 1
    near = people[index].full if index >= 0 and people[index].start >= first else ""
    known = subject.end > 0
    who = subject.name or ("" if known else near)
    after = bisect_right(starts, end)
    if not who and not known and after < len(people) and people[after].start - end <= 12:
        who = people[after].full
    if not who and not known and sentence is not None and (pronoun := _PRONOUN.match(reading.text, first)):
        who = reading.document.antecedents.pronoun(pronoun.group().strip(), first)
    if not who and not known and sentence is not None and (called := _THE_MAN.match(reading.text, first)):
        who = reading.document.antecedents.described(called.group("noun"), first)
    begin = total.start() if total else _back(reading.text, first, start, 28)
    if end <= subject.start and subject.end - end < 60:
        end = subject.end
    if subject.end and first <= subject.start and start - 90 < subject.start < begin:
        begin = subject.start
    return reading.claim(
        StateClaim,
        begin,
        end,
        subject=who,
        event=aspect,
        aspect=aspect,
        value=value,
        polarity=not negated,
        whole=total is not None,
        charge=crime,
        noun="" if who else subject.noun,
    )


def _crime(lower: str, first: int, start: int, end: int) -> str:
    """What somebody is found guilty of, or cleared of: the words after the verdict, or those before it."""
    of = None if lower.endswith((" of", " on"), start, end) else _OF.match(lower, end)
    after = _CRIMES.match(lower, of.end() if of else end)
    if after is not None and (of or lower.endswith((" of", " on"), start, end)):
        return after.group("charge").strip(" ,")
    before = _UNDER.search(lower, max(first, start - 110), start)
    return before.group("charge") if before else ""


def _judges(lower: str, person: Mention) -> bool:
    """Whether a person is in court to judge, to accuse or to defend, or tells what the words say of another."""
    return (
        _BENCH.search(lower, max(0, person.start - 24), person.start + 10) is not None
        or _BENCH.match(lower, person.start) is not None
        or _SAYS.match(lower, person.end) is not None
        or lower.endswith((" said ", " says "), max(0, person.start - 8), person.start)
    )


def _back(text: str, first: int, start: int, reach: int) -> int:
    """Where the words before a phrase begin that make its evidence readable: at a word, at most `reach` back."""
    begin = max(first, start - reach)
    if begin > first:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else start
    return begin


def _reasons(text: str) -> Iterator[re.Match[str]]:
    """The clauses with "because", each from the words before it."""
    at = text.find(" because ")
    while at >= 0:
        before = _EFFECT.search(text, max(0, at - 200), at + 1)
        found = _BECAUSE.match(text, before.start()) if before else None
        if found is not None:
            yield found
        at = text.find(" because ", at + 8)


_RECORD_BEFORE = regex(
    r"(?P<one>\b[Oo]ne of )?(?P<hedge>\b(?:possibly|perhaps|probably|arguably|likely|potentially|if not) )?"
    r"(?:[Tt]he |a )?(?:\b[\w.]+[’'] ?s )?\Z"
)
_PLAIN = r" (?!(?:in|of|on|to|for|and|or|that|since|by|at|ever|with)\b)[a-z-]+"
_RECORD_AFTER = regex(
    rf"(?: ever)?(?P<noun>(?:(?:{_PLAIN}){{1,2}}(?:{_PLAIN}(?= (?:in|of|on|since|ever)\b|[.,;]))?)?(?: of [a-z]+(?: [a-z]+)?(?= in ))?)"
    r"(?P<scope>(?: ever| on record)?(?: (?:in|of|on) (?:the )?)?"
    r"(?:[A-Z][\w.’']*(?: [A-Z][\w.]*)*(?: history)?|(?:(?:(?:country|nation|state|city|county)['’]s|modern|recent|living) )?(?:history|memory)|record|years)?)?"
)


def _records(reading: Reading) -> Iterator[StateClaim]:
    """Records: "one of the world's biggest heists", "possibly the deadliest storm ever"."""
    for at, end, kind in cues(reading, "records"):
        after = _RECORD_AFTER.match(reading.text, end)
        if after is None or not (after["noun"] or (after["scope"] or "").endswith("history")):
            continue
        sentence = reading.document.sentence_at(at)
        first = sentence.start if sentence else 0
        before = _RECORD_BEFORE.search(reading.text, max(first, at - 48), at)
        one = bool(before and before.group("one"))
        hedge = (before.group("hedge") or "").strip() if before else ""
        start = before.start() if before else at
        yield reading.claim(
            StateClaim,
            start,
            after.end("noun") if (after["scope"] or "").endswith((" ", " of", " in", " on")) else after.end(),
            subject=after.group("noun").strip(),
            event="record",
            aspect="record",
            value=("one of " if one else "") + kind,
            hedge=hedge,
            polarity=not _NEGATED.search(reading.text, max(first, start - 40), start),
        )
