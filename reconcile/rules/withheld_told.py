"""Not announced in one article, known in another.

Finds names, identities, motives and conditions that one article says are withheld or unknown and that another article, of the
same day or later, gives: as announced, or by telling the name and the age of somebody harmed or arrested. "Not
announced" holds until it is announced: an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "A third, unidentified victim of the Ordell Street shooting died in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "The third victim of the Ordell Street shooting in Tessaly was identified as Orla Finn."}
findings:
  - {verdict: explained, reason: update, sides: [["unidentified"], ["identified as"]]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from reconcile.align.persons.standing import day
from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.claims.fate import FateClaim
from reconcile.claims.harm import HarmClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT943"
KIND = "other"
VERDICT: Verdict = "explained"

_NAMES = regex(r"\b(?:names?|named|identit\w+|identif\w+|unidentified|families|family)\b", re.I)
_NAMED = regex(r"[A-Z][\w’'-]{2,}")
_NAME_NEXT = regex(r"(?: (?!(?:of|in|from|at|by|on)\b)[a-z\d][\w-]*,?){0,4} [A-Z]")
_MONEY = regex(
    r"[£$€]|\b(?:dollars?|euros?|pounds?|francs|yen|crowns|kron\w+|pesos|rupees|yuan|rubles|roubles)\b"
)
_PRICE = regex(
    r"\b(?:fee|price|sold|sells?|bought|buys?|sale|paid|pays?|acquir\w+|deal|sum|transfer\w*|auction\w*|purchase\w*|signed|joined)\b"
)
_WHOSE = regex(  # an official who is not named is no victim
    r"\b(?:victims?|killed|kill|dead|died|deaths?|deceased|bod(?:y|ies)|suspects?|gunm[ae]n|shooters?|attackers?|wounded|injured|hurt|shot|"
    r"hostages?|arrested|casualt\w+|survivors?|drivers?|pilots?|passengers?|crew|them|those|boys?|girls?|child(?:ren)?|sons?|daughters?|m[ae]n|wom[ae]n|teen\w*|officers?|deput(?:y|ies)|slain|youths?|infants?|toddlers?|couple)\b",
    re.I,
)
_ROLES = {
    "suspect": regex(
        r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?|robbers?|killers?|arrested|accused)\b", re.I
    ),
    "victim": regex(
        r"\b(?:victims?|killed|slain|dead|died|deceased|bod(?:y|ies)|wounded|injured|survivors?|shot|stabbed)\b",
        re.I,
    ),
    "officer": regex(r"\b(?:officers?|deput(?:y|ies)|troopers?|agents?)\b", re.I),
}
_FATES = {  # what becomes of whoever is named right before it
    "victim": regex(
        r",?[^.;,]{0,40},? (?:also )?(?:was|were|is|has been|had been|died|who was|who died|suffered)(?: (?:fatally|also|all|both|critically|seriously))?"
        r"(?:(?<=died)| (?:shot|killed|stabbed|wounded|injured|hurt|struck|hit|dead|pronounced|taken|identified|among|found dead))\b"
    ),
    "suspect": regex(
        r",?[^.;,]{0,40},? (?:was|were|is|are|has been|had been|who was|who is|faces?|faced)(?: also)? "
        r"(?:arrested|charged|accused|suspected|wanted|taken into custody|in custody|being held|held|detained|indicted|booked|(?:a |an )?[a-z]* ?charges?)\b"
    ),
}
_CALLED = {  # how whoever is named right after it is called
    "victim": regex(
        r"\b(?:victims?|dead|deceased|killed|killing|wounded|injured|shot|death of|murder of|slaying of|body of|remains of)"
        r"(?: (?:was|were|are|is|as|identified as|including))?(?: [a-z]+){0,2},? \Z"
    ),
    "suspect": regex(
        r"\b(?:suspects?|gunm[ae]n|shooters?|arrested|charged)(?: (?:was|were|as|identified as))?,? \Z"
    ),
}
_AS = regex(r" as an? ")  # "not been named as a suspect"
_OF_OLD = regex(  # told of another case
    r"\b(?:ago|(?:days|weeks|months|years) (?:after|before|earlier)|last (?:month|year)|earlier this|in (?:19|20)\d\d"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2})\b"
)
_IDENTITY = regex(r"\b(?:identif\w+|named?)\b")
_BEHIND = 40
_DEED = regex(
    r"\b(?:shoot(?:ing|ers?)?|shot|gunfire|opened fire|stabb(?:ing|ed)|attack(?:ed)?|kill(?:ing|ed)|murder(?:ed)?|slaying|slain|gunned|fired|incident|violence)\b"
)
_UPDATED = timedelta(days=1)  # so much later than its date says a page may have been written over
_HELD = frozenset(("arrested", "jailed"))
Named = StateClaim | AgeClaim | HarmClaim | FateClaim
_CONDITION = regex(r"\b(?:conditions?|injuries|injured|wounds|survivors)\b", re.I)


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for names and for conditions that are withheld here and given there."""
    told = [c for c in story.of(StateClaim) if c.aspect == "told"]
    withheld = [c for c in told if c.value == "withheld" and c.polarity]
    given = [c for c in told if c.value == "given" and c.polarity and _names(c)]
    injuries = [c for c in story.of(StateClaim) if c.aspect == "injury" and c.polarity]
    names = [
        c
        for c in withheld
        if _NAMES.search(c.sentence)
        and (_WHOSE.search(c.sentence) or _NO_NAMES.match(c.span.quote))
        and not _CONDITION.search(c.span.quote)
        and not _AS.match(c.sentence, c.span.start - c.sentence_start + len(c.span.quote))
        if not c.span.quote.endswith("unidentified")
        or _called(c.sentence)  # who answered the door is not the news
    ]
    known = [*given, *_named(story)] if names else []
    meant = _called(" ".join(c.span.quote for c in names))
    who = "suspects" if meant == {"suspect"} else "victims"
    yield from _finding(story, f"Who are the {who}?", "participant", names, known)
    conditions = [
        c
        for c in withheld
        if _CONDITION.search(c.span.quote)
        or (_CONDITION.search(_around(c)) and not _IDENTITY.search(c.span.quote))
    ]
    yield from _finding(story, "How are the injured?", "other", conditions, injuries)
    unknown = [c for c in told if c.value == "motiveless" and c.polarity]
    motives = [c for c in told if c.value == "motive" and c.polarity and _DEED.search(c.sentence)]
    motives = [c for c in motives if not _OF_OLD.search(c.sentence)] if unknown else []
    yield from _finding(story, "What was the motive?", "other", unknown, motives)
    yield from _unpriced(story, [c for c in told if c.value == "unpriced" and c.polarity])


def _unpriced(story: Story, withheld: list[StateClaim]) -> Iterator[Difference]:
    """A price that is not disclosed in one article, and named for the same thing in another."""
    if not withheld:
        return
    silent = {claim.span.article for claim in withheld}
    about = [frozenset(_NAMED.findall(claim.sentence)) | senses(claim.sentence) for claim in withheld]
    sums = [
        c for c in story.of(QuantityClaim) if _MONEY.search(c.span.quote) and c.span.article not in silent
    ]
    named = [
        c
        for c in sums
        if _PRICE.search(c.sentence)
        and any(
            len(words & (frozenset(_NAMED.findall(c.sentence)) | senses(c.sentence))) > 2 for words in about
        )
    ]
    if named:
        yield Difference(
            rule=CODE,
            kind="other",
            question="Was the price disclosed?",
            sides=(
                DraftSide(value="not disclosed", claims=tuple(withheld)),
                DraftSide(value=str(named[0]), claims=tuple(named)),
            ),
            verdict="explained",
            reason="precision",
            because=f"{withheld[0].span.quote!r} names no price; {named[0].span.quote!r} does.",
            confidence=0.6,
            settled=True,
        )


def _around(claim: StateClaim) -> str:
    """The claim's words and those right behind them: "did not release the boy's condition"."""
    start = claim.span.start - claim.sentence_start
    return claim.sentence[start : start + len(claim.span.quote) + _BEHIND]


def _names(claim: StateClaim) -> bool:
    """Whether words that end in "as" come before a name: "identified as a person of interest" gives none."""
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    return not claim.span.quote.endswith(" as") or _NAME_NEXT.match(claim.sentence, end) is not None


def _named(story: Story) -> Iterator[Named]:
    """Who is called by full name where it is said what they did or suffered: by their ages, their wounds, their arrests."""
    held = [c for c in story.of(StateClaim) if c.aspect == "custody" and c.value in _HELD and c.polarity]
    dead = [c for c in story.of(FateClaim) if c.value == "dead"]
    claims: list[Named] = [*story.of(AgeClaim), *story.of(HarmClaim), *dead, *held]
    for claim in claims:
        surname = claim.subject.rsplit(" ", 1)[-1]
        known = " " in claim.subject and surname in claim.sentence
        if known and _fates(claim) and not _OF_OLD.search(claim.sentence):
            yield claim


def _fates(claim: Named) -> frozenset[str]:
    """Whether the claim is of a victim or of a suspect, as its sentence tells; empty when it does not."""
    if isinstance(claim, StateClaim):
        return frozenset({"suspect"})
    if isinstance(claim, HarmClaim | FateClaim):
        return frozenset({"victim"} if claim.event in ("harm", "fate") else ())
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    before = claim.sentence[max(0, start - 40) : start]
    return frozenset(
        role for role in _FATES if _FATES[role].match(claim.sentence, end) or _CALLED[role].search(before)
    )


def _finding(
    story: Story,
    question: str,
    kind: str,
    withheld: Sequence[StateClaim],
    given: Sequence[Named],
) -> Iterator[Difference]:
    first = [c for c in withheld if any(_later(story, c, other) for other in given)]
    second = [c for c in given if any(_later(story, other, c) for other in withheld)]
    if not first or not second:
        return
    yield Difference(
        rule=CODE,
        kind=kind,
        question=question,
        sides=(
            DraftSide(value="not announced", claims=tuple(first)),
            DraftSide(value="given", claims=tuple(second)),
        ),
        because=f"{first[0].span.quote!r} held until it was announced; another article gives it.",
        confidence=0.7,
        doubtful=True,
    )


def _later(story: Story, earlier: StateClaim, later: Named) -> bool:
    one, other = day(story, earlier), day(story, later)
    if earlier.span.article == later.span.article:
        return _written_on(earlier, later)
    if not one or not other:
        return False
    in_order = date.fromisoformat(one) <= date.fromisoformat(other) + _UPDATED
    if isinstance(later, StateClaim) and later.aspect != "custody":
        return in_order and _alike(earlier, later)
    return in_order and _news(story, earlier, later)


def _written_on(withheld: StateClaim, given: Named) -> bool:
    """Whether one page tells that the suspect, or all of them, are not named and, as the news came, names them."""
    if not isinstance(given, StateClaim) or given.aspect != "told":
        return False
    one, other = (_called(claim.sentence) for claim in (withheld, given))
    if _NO_NAMES.match(withheld.span.quote):
        return bool(other)
    return "suspect" in one & other or ("victim" in one & other and bool(_ALL.search(withheld.sentence)))


_NO_NAMES = regex(r"[Nn]o names|[Nn]ames (?:have|had|were)")
_ALL = regex(
    r"\b(?:names|identities) of (?:the |all )?(?:\w+ )?(?:victims|dead)\b|\b(?:the|all) victims(?:’|')? "
)


def _news(story: Story, withheld: StateClaim, known: Named) -> bool:
    """Whether somebody is named of whom the article that withholds names knows nothing, and who may be meant there."""
    meant = _called(withheld.span.quote) or _called(withheld.sentence)
    surname = known.subject.rsplit(" ", 1)[-1]
    return not (meant and not meant & _fates(known)) and surname not in story.article(withheld).text


def _alike(withheld: StateClaim, given: StateClaim) -> bool:
    """Whether both speak of victims, both of suspects or both of officers, as far as they say."""
    if given.aspect != "told":
        return True
    one, other = (_called(claim.span.quote) or _called(claim.sentence) for claim in (withheld, given))
    return not one or not other or bool(one & other)


def _called(said: str) -> frozenset[str]:
    return frozenset(role for role, words in _ROLES.items() if words.search(said))
