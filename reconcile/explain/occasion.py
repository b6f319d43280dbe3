"""Like words on two occasions.

Accounts for two increases ("61 new cases", "a further 59"), each of its own day, for the figures of two periods
("a profit of £5m in 2023", "this year"), for two wordings that share most of their words and were said months apart (officials repeat set phrases), and
for one sentence of two people of whom one repeats the other, or who spoke on occasions far apart.
"""

from __future__ import annotations

from reconcile.align.figures.ballots import against
from reconcile.align.figures.closeness import Match
from reconcile.align.figures.periods import two_days, two_periods
from reconcile.align.figures.scopes import added
from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.voices import borrows
from reconcile.align.quotes.wordings import Group, Wording, far
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

REASON = "occasion"
ORDER = 20

_RECALLS = regex(
    r"\b(?:(?:in the|last|that) (?:spring|summer|autumn|fall|winter|year|month|week|day|night|first)|at the time|had "
    r"(?:said|told|remarked|declared|promised)|(?:said|told|remarked|declared|promised)\b.{0,30} in (?:January|February|"
    r"March|April|May|June|July|August|September|October|November|December)|earlier|you (?:may|will) (?:recall|remember))\b"
)  # how an article says that it recalls words said some time before
_AGAIN = frozenset(("repeat", "reiterate", "restate"))  # what one does with words said before
_ONCE_MORE = regex(
    r"[ ,]{0,2}(?:[\w.'’-]+ ){0,4}?(?:(?:says?|said|insist(?:s|ed)|warn(?:s|ed)|told \w+) (?:again|once more)"
    r"|(?:again|once more) (?:says?|said|insist(?:s|ed)|warn(?:s|ed)|told))\b"
    r"|[^.;:\n]{0,60}?\b(?:repeating|echoing) (?:his|her|their) (?:own )?(?:[a-z]+ )?(?:line|words|phrase|remarks?|statement|message|slogan|pledge)\b",
    holds="again|once more|repeating|echoing",
)
_OWN_WORDS = regex(
    r"\W*(?:I|[Ww]e)(?: have|['’]ve| had|['’]d)?(?: always| already| only)? (?:said|told (?:you|them|everyone|everybody|people|him|her)|promised)"
    r"(?: at the time| before| then)?,?(?: that)? (?:I|we|it|there|they|he|she|this|you)\b"
)  # a speaker quotes himself
_AFTER = 100  # characters behind a quotation in which its speaker is told


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for words that were said, or figures that were added, on two occasions."""
    for match in pair.matches:
        if because := _increases(match) or _periods(match, story) or _votes(match):
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    group = pair.wordings
    if group is not None and group.wording in (Wording.RENDERING, Wording.RESTYLED, Wording.ALTERED):
        again = next((c for c in (group.first[0], group.second[0]) if _again(c, story)), None)
        own = [_OWN_WORDS.match(said.text) is not None for said in (group.pair.first, group.pair.second)]
        if group.pair.speakers is Speaker.SAME and (again is not None or own[0] is not own[1]):
            who = group.first[0].subject
            because = (
                f"The article says that {who} repeats it: the words of another occasion."
                if again
                else f"{who} quotes what {who} said before: the words of another occasion."
            )
            return Explanation("explained", REASON, because, 0.7)
    if group is not None and group.wording is Wording.OCCASION:
        return _formula(group, story)
    if group is not None and pair.kind == "attribution":
        return _repeated(group, pair, story)
    return None


def _votes(match: Match) -> str:
    """The results of two votes, each told with what was cast against it."""
    one, other = against(match.first), against(match.second)
    if not one or not other or one == other:
        return ""
    return f"{match.first.span.quote!r} stands against {one} and {match.second.span.quote!r} against {other}: two votes."


def _again(claim: QuoteClaim, story: Story) -> bool:
    """Whether an article says that somebody says once more what he has said before."""
    text, end = story.article(claim).text, claim.span.end
    return claim.event in _AGAIN or _ONCE_MORE.match(text, end, end + _AFTER) is not None


def _increases(match: Match) -> str:
    a, b = match.first, match.second
    if match.brief or match.relation is not Relation.DIFFERS or not added(a) or not added(b):
        return ""
    return f"{a.span.quote!r} and {b.span.quote!r} are two increases: each counts what came on top since the last report."


def _periods(match: Match, story: Story) -> str:
    told = two_periods(match.first, match.second, story) if match.relation is Relation.DIFFERS else None
    days = None if told else two_days(match.first, match.second, story)
    a, b = match.first.span.quote, match.second.span.quote
    if not match.brief and days is not None:
        return f"{a!r} is told of {days[0].said}, {b!r} of {days[1].said}: two days, each with its own toll."
    if match.brief or told is None:
        return ""
    return (
        f"{a!r} is told for {told[0].said}, {b!r} for {told[1].said}: two periods, each with its own figure."
    )


def _formula(group: Group, story: Story) -> Explanation:
    dates = [story.article(claims[0]).published for claims in (group.first, group.second)]
    shown = " and ".join(date.value for date in dates if date)
    shared = group.pair.words.matched
    because = f"The articles were published {shown}: two occasions that share {shared} words."
    return Explanation("explained", REASON, because, 0.8)


def _repeated(group: Group, pair: Difference, story: Story) -> Explanation | None:
    """One sentence of two people."""
    if pair.doubtful:
        return accounted(pair, REASON)  # the rule has found the words that hand it on
    one, two = (side.value for side in pair.sides)
    first, second = group.first[0], group.second[0]
    if borrows(story, first, second) or borrows(story, second, first):
        words = group.pair.first.text.strip(" ,")
        because = f"One of the articles says that “{words}” is repeated: {one} and {two} both said it."
        return Explanation("explained", REASON, because, 0.8)
    if far(group.pair, story) and not any(_RECALLS.search(claim.sentence) for claim in (first, second)):
        because = f"{one} and {two} used the same words on occasions far apart."
        return Explanation("explained", REASON, because, 0.6)
    return None
