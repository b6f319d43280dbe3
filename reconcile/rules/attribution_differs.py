"""One statement, differently named authorities.

Finds statements that several articles report in the same words and ascribe to differently named speakers: a role
here, a person by name there ("a spokesman", "Captain Ada Lind"), or "the officer" where the article never said which;
a resident here, a refugee there; a statement here, whoever read it out there.
Also an estimate whose authors one article gives as one body and another as two.

Why it matters: who vouches for a fact decides how much it weighs.

```yaml
articles:
  - {id: a, published: 2031-05-14, text: '"Both trawlers hauled in their nets as soon as the cutter came in sight," a coast guard spokesman said. The report came from Port Tarn on the Grey Sea.'}
  - {id: b, published: 2031-05-14, text: '"Both trawlers hauled in their nets as soon as the cutter came in sight," said Bo Holm, the press officer of the coast guard. Port Tarn lies on the Grey Sea.'}
findings:
  - {verdict: explained, reason: alias, sides: [["coast guard spokesman said"], ["Bo Holm"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.unquoted import Unquoted, unquoted
from reconcile.align.quotes.utterances import Pair, pairs
from reconcile.align.quotes.voices import voice
from reconcile.align.quotes.wordings import Wording, classify
from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.claim import Claim
from reconcile.claims.quote import QuoteClaim
from reconcile.language.names.titled import person_nouns
from reconcile.language.speech.speakers import collectives
from reconcile.rules.asking import named
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex
from reconcile.values.roles import wider

CODE = "ATT901"
KIND = "attribution"
VERDICT = "tension"

_FIGURE = regex(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{3,}\b")
_ESTIMATES = ("estimate", "guess", "calculate", "reckon", "put")
_HEAD = regex(r"[\w’'-]+(?: (?!(?:of|for|in|at|on|from|with|to|amid|who|near)\b)[\w’'-]+)*")
_SAME = 0.9  # the share of words from which two sentences are one
_MARK = regex(r"[\"“”`‘]")
_TELLING = 4  # words of sense from which a quotation is known again
_PAPERS = frozenset(
    {"statement", "release", "letter", "report", "affidavit", "complaint", "document", "memo"}
)
_ANYBODY = frozenset(
    {"man", "woman", "person", "official", "spokesman", "spokeswoman", "spokesperson", "source", "witness"}
)
_DEFINITE = regex(r"[Tt]he [a-z]+\Z")


def check(story: Story) -> Iterator[Difference]:
    """Yields one settled difference per statement with two namings, and per estimate with two sets of authors."""
    yield from _namings(story)
    yield from _callings(story)
    yield from _estimates(story)
    yield from _own_words(story)


def _namings(story: Story) -> Iterator[Difference]:
    found: dict[tuple[str, str], tuple[dict[str, AttributionClaim], dict[str, AttributionClaim]]] = {}
    for pair in pairs(story):
        role, person = _role_and_person(story, pair)
        if role and person:
            members = found.setdefault((role.subject, person.subject), ({}, {}))
            members[0].setdefault(role.id, role)
            members[1].setdefault(person.id, person)
    for (role_name, person_name), (roles, persons) in found.items():
        sides = (
            DraftSide(value=role_name, claims=tuple(roles.values())),
            DraftSide(value=person_name, claims=tuple(persons.values())),
        )
        unnamed = _DEFINITE.match(next(iter(roles.values())).value) and not _introduced(story, roles)
        because = f"“The {role_name}” is never introduced there; the words are {person_name}'s elsewhere."
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Who is meant by “{role_name}”?" if unnamed else "Who said it?",
            sides=sides,
            verdict="unresolved",
            because=because,
            settled=bool(unnamed),
            doubtful=not unnamed,
        )


def _callings(story: Story) -> Iterator[Difference]:
    """The same words from somebody of one calling and of another, or from a paper and from somebody by name."""
    found: dict[tuple[str, str], tuple[dict[str, AttributionClaim], dict[str, AttributionClaim]]] = {}
    for pair in pairs(story):
        if pair.words.content < _TELLING or pair.words.share < _SAME or story.same_origin(*_quotes(pair)):
            continue
        first, second = (voice(story, quote) for quote in _quotes(pair))
        if first is None or second is None or first.span.article == second.span.article:
            continue
        one, other = sorted((first, second), key=lambda said: _last(said.subject) not in _PAPERS)
        if _two_callings(one, other) or _paper(one, other):
            members = found.setdefault((one.subject, other.subject), ({}, {}))
            members[0].setdefault(one.id, one)
            members[1].setdefault(other.id, other)
    for (one_name, other_name), said in found.items():
        paper = _last(one_name) in _PAPERS
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Who said it, the {one_name} or {other_name if paper else 'the ' + other_name}?",
            sides=tuple(
                DraftSide(value=name, claims=tuple(claims.values()))
                for name, claims in zip((one_name, other_name), said, strict=True)
            ),
            verdict="explained" if paper else "tension",
            reason="precision" if paper else "attributed",
            because=f"The words are one; they come from “{one_name}” here and from “{other_name}” there.",
            confidence=0.6,
            settled=True,
        )


def _quotes(pair: Pair) -> tuple[QuoteClaim, QuoteClaim]:
    return pair.first.claim, pair.second.claim


def _last(who: str) -> str:
    """The noun that a naming ends in: "refugee" of "refugee in Turkey"."""
    head = _HEAD.match(who.lower())
    return head.group().rsplit(" ", 1)[-1] if head else ""


def _two_callings(one: AttributionClaim, other: AttributionClaim) -> bool:
    """Whether both are somebody without a name, called by nouns of which neither may stand for the other."""
    if not one.speaker_kind == other.speaker_kind == "role":
        return False
    first, second = _last(one.subject), _last(other.subject)
    known = {first, second} <= person_nouns() - _ANYBODY
    return (
        known
        and not senses(one.subject) & senses(other.subject)
        and not {*wider(first), first} & {*wider(second), second}
    )


def _paper(one: AttributionClaim, other: AttributionClaim) -> bool:
    """Whether the one is what was written and the other somebody with a name."""
    return _last(one.subject) in _PAPERS and other.speaker_kind == "person" and " " in other.subject


def _role_and_person(story: Story, pair: Pair) -> tuple[AttributionClaim | None, AttributionClaim | None]:
    """The two namings of one statement, of which one is a role; nothing when the words are not the same."""
    words = pair.words
    inside = pair.first.claim.span.article == pair.second.claim.span.article
    alike = words.content >= 4 and not inside and classify(pair, story) is not Wording.UNRELATED
    equal = words.first == words.second and words.content >= 2
    if pair.speakers is not Speaker.VAGUE or not (alike or equal):
        return None, None
    if inside and not {pair.first.claim.subject, pair.second.claim.subject} & collectives():
        return None, None
    first, second = voice(story, pair.first.claim), voice(story, pair.second.claim)
    for role, person in ((first, second), (second, first)):
        known = role and person and role.speaker_kind == "role" and person.speaker_kind == "person"
        if role and person and known and _somebody(role.subject):
            return (role, person) if person.subject.split(" ")[-1] in person.value else (None, None)
    return None, None


def _somebody(role: str) -> bool:
    """Whether a role is a person's, or that of people who speak as one: a captain, the police; not a well or a concert."""
    head = _HEAD.match(role.lower())
    said = head.group().split() if head else []
    return bool(said) and (said[-1] in person_nouns() or said[-1] in collectives() or role in collectives())


def _introduced(story: Story, roles: dict[str, AttributionClaim]) -> bool:
    """Whether the articles that say "the officer" name any person who speaks."""
    articles = {claim.span.article for claim in roles.values()}
    return any(c.span.article in articles and c.speaker_kind == "person" for c in story.of(AttributionClaim))


def _estimates(story: Story) -> Iterator[Difference]:
    """Estimates of one figure whose authors overlap but are not the same."""
    authors: dict[str, list[AttributionClaim]] = defaultdict(list)
    for claim in story.of(AttributionClaim):
        if claim.event in _ESTIMATES and not claim.direct:
            for figure in dict.fromkeys(_FIGURE.findall(claim.sentence)):
                authors[figure].append(claim)
    for figure, claims in authors.items():
        sides: dict[frozenset[str], list[AttributionClaim]] = defaultdict(list)
        for claim in claims:
            sides[_members(claim.value)].append(claim)
        keys = list(sides)
        if len(keys) > 1 and frozenset.intersection(*keys):
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Who had put it at {figure}?",
                sides=tuple(DraftSide(value=sides[key][0].value, claims=tuple(sides[key])) for key in keys),
                verdict="tension",
                because=f"The figure {figure} is ascribed to {'; to '.join(sides[key][0].value for key in keys)}.",
                confidence=0.7,
                whole=True,
            )


def _own_words(story: Story) -> Iterator[Difference]:
    """Sentences that one article quotes and another prints as its own."""
    found: dict[str, list[Unquoted]] = {}
    marked = _marked(story)
    for said in unquoted(story):
        if (said.quoted.claim.id, said.plain.claim.span.article) in marked or _MARK.match(said.plain.text):
            continue  # a caption, or a mark that is never closed
        first, second = story.article(said.quoted.claim), story.article(said.plain.claim)
        if story.same_origin(said.quoted.claim, said.plain.claim) or first.publisher == second.publisher:
            continue
        quote = said.quoted.claim
        own = (
            not said.statement
            and not said.plain.claim.subject
            and quote.direct
            and quote.event
            and quote.subject
        )
        if own and said.words.share >= 0.9 and not said.words.head.second:
            found.setdefault(said.quoted.claim.span.article, []).append(said)
    for members in found.values():
        example = members[0]
        who = named(example.quoted.claim.subject) or "somebody"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Is “{example.plain.text.strip(' .')}” the word of {who} or the paper's own?",
            sides=(
                DraftSide(
                    value=f"quoted from {who}", claims=_distinct(said.quoted.claim for said in members)
                ),
                DraftSide(
                    value="the article's own words", claims=tuple(said.plain.claim for said in members)
                ),
            ),
            verdict="tension",
            because=f"One article quotes {who}; the other prints the same words without marks and names nobody.",
            confidence=0.6,
            settled=True,
        )


def _marked(story: Story) -> set[tuple[str, str]]:
    """The quotations, each with the articles that have the same words in marks too."""
    found: set[tuple[str, str]] = set()
    for pair in pairs(story):
        if pair.words.share >= _SAME:
            one, other = pair.first.claim, pair.second.claim
            found |= {(one.id, other.span.article), (other.id, one.span.article)}
    return found


def _distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())


def _members(who: str) -> frozenset[str]:
    parts = re.split(r",? and |, ", who)
    return frozenset(re.sub(r"^(?:the|a|an) ", "", part.strip().casefold()) for part in parts if part.strip())
