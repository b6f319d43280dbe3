"""No such act here, done there: no fine was imposed against fined, no negotiations against negotiated.

Finds an act that one article denies by a noun ("there was no search", "made no offer") and that another tells by its verb.
Where both speak of one person, or where the denial says nothing else, both cannot be right; where they only share words
it is a tension. What had not been done yet may have been done since.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "No fine was imposed on Joren Vale at the court in Tessaly on Monday."}
  - {id: b, publisher: Harbor Herald, text: "Joren Vale was fined by the court in Tessaly on Monday."}
findings:
  - {verdict: contradiction, sides: [["No fine was imposed"], ["was fined"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from reconcile.align.deeds.acts import acts, persons
from reconcile.align.deeds.one_deed import deed
from reconcile.align.deeds.told import told_of
from reconcile.align.persons.standing import in_order, taken_back, withdrawn
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.spans import names
from reconcile.claims.absence import AbsenceClaim
from reconcile.claims.claim import Claim
from reconcile.claims.denial import DenialClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "POL953"
KIND = "other"
VERDICT: Verdict = "contradiction"

_DONE = regex(
    r"(?:made|taken|given|imposed|held|offered|issued|filed|paid|ordered|received|carried|conducted|sent|brought|laid"
    r"|launched|undertaken|granted|reached|done|sought|needed|required)\Z"
)
_MORE = regex(
    r"\b(?:further|other|more|new|such|immediate|official|formal|major|serious|real|direct|public|second|prior|previous|known|longer)\b"
)
_MOST = 6  # places that tell of an act, from which on it is no longer one act
_SHARED = 2
_BARE = 5  # words of a denial that says nothing else
_BACK = 30
_WAS = regex(r"\b(?:has|have|had|was|were|been|is|are|did)(?: been)?(?: [a-z]+ly)? \Z")
_NOT_YET = regex(r"\b(?:has|have|is|are)\b")
_BEHIND = regex(r" (?:any |an? )?([a-z]+)(?: ([a-z]+))?")
_WORD = regex(r"\w+")


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each act that is denied by its noun and told by its verb."""
    denied = [(noun, claim) for noun, claim in _denials(story) if not withdrawn(claim)]
    told = told_of({verb for noun, _ in denied for verb in acts(noun)}, story)
    for noun, claim in denied:
        told_so = {place for verb in acts(noun) for place in told.get(verb, ())}
        places = sorted(place for place in told_so if not _inside(place, claim))
        if len(places) > _MOST:
            continue
        found: dict[Verdict, list[Claim]] = defaultdict(list)
        done_in = [_done(story, *place) for place in places]
        if any(_own(story, claim, done) for done in done_in):
            continue  # the article that denies one such act tells of another
        for done in done_in:
            found_so = None if taken_back(done.sentence) else _verdict(story, noun, claim, done)
            if found_so is not None:
                found[found_so].append(done)
        if found:
            verdict: Verdict = "contradiction" if "contradiction" in found else "tension"
            draft = _difference(noun, claim, found[verdict], verdict)
            yield _since(draft) if _later(story, claim, found[verdict]) else draft


def _denials(story: Story) -> Iterator[tuple[str, Claim]]:
    """The nouns of acts that are denied, each with the claim that does."""
    for absence in story.of(AbsenceClaim):
        denies = not absence.polarity and absence.event in ("be", "have", "lack", "do")
        if denies and acts(absence.value) and not _MORE.search(absence.span.quote):
            yield absence.value, absence
    for denial in story.of(DenialClaim):
        noun = denial.subject.rpartition(" ")[2].lower() or _object(denial)
        denies = not denial.polarity and not denial.partial
        if (
            denies
            and _DONE.match(denial.value.lower())
            and noun
            and acts(noun)
            and not _MORE.search(denial.span.quote)
        ):
            yield noun, denial


def _object(denial: DenialClaim) -> str:
    """The act that stands behind the verb of a denial: "never received complaints", "did not make an offer"."""
    end = denial.span.start - denial.sentence_start + len(denial.span.quote)
    behind = _BEHIND.match(denial.sentence, end)
    return next((noun for noun in behind.groups() if noun and acts(noun)), "") if behind else ""


def _inside(place: tuple[str, int, int], claim: Claim) -> bool:
    return place[0] == claim.span.article and claim.sentence_start <= place[1] < claim.sentence_end


def _done(story: Story, article: str, at: int, end: int) -> DenialClaim:
    reading = story.reading(article)
    was = _WAS.search(reading.text, max(0, at - _BACK), at)
    said = reading.text[at:end]
    return reading.claim(DenialClaim, was.start() if was else at, end, value=said, event=said)


def _own(story: Story, denied: Claim, done: Claim) -> bool:
    """Whether the article that denies an act tells of one itself, of the same person or of nobody named."""
    if denied.span.article != done.span.article:
        return False
    whom = persons(story, denied), persons(story, done)
    return not (whom[0] and whom[1]) or bool(whom[0] & whom[1])


def _verdict(story: Story, noun: str, denied: Claim, done: Claim) -> Verdict | None:
    """What it comes to that an act is denied in one sentence and told in another; None when they may be of two acts."""
    if denied.span.article == done.span.article or story.same_origin(denied, done):
        return None
    own = {*acts(noun), *telling(noun), *telling(done.span.quote)}
    people = persons(story, denied) & persons(story, done)
    parties = _parties(done)
    if people and parties and not people & parties:
        return None  # done to somebody else
    shared = (telling(denied.sentence) & telling(done.sentence)) - own - names(denied.sentence)
    if people and (shared or len(_WORD.findall(denied.sentence)) < 2 * _BARE):
        return "contradiction"
    if len(_WORD.findall(denied.sentence)) <= _BARE:
        return "contradiction"
    return "tension" if len(shared) + bool(people) > _SHARED else None


def _parties(done: Claim) -> frozenset[str]:
    """The names of who did an act and of whom it was done to."""
    at = done.span.start - done.sentence_start
    told = deed(done.sentence, at, at + len(done.span.quote), done.span.quote.rpartition(" ")[2])
    return (told.doer | told.patient) & names(done.sentence)


def _later(story: Story, denied: Claim, done: list[Claim]) -> bool:
    """Whether what had not been done when one article came out is told by later ones only."""
    perfect = _NOT_YET.search(denied.span.quote) is not None or " yet" in denied.sentence
    return perfect and all(in_order(story, denied, claim) for claim in done)


def _since(draft: Difference) -> Difference:
    """The difference, as what held until it was done."""
    denied, done = (side.claims[0].span.quote for side in draft.sides)
    because = f"“{denied}” held until it was done: “{done}”."
    return replace(draft, verdict="explained", reason="update", because=because, settled=True)


def _difference(noun: str, denied: Claim, done: list[Claim], verdict: Verdict) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"{'Were' if noun.endswith('s') else 'Was'} there any {noun}?",
        sides=(
            DraftSide(value=f"no {noun}", claims=(denied,)),
            DraftSide(value=done[0].span.quote, claims=tuple(done)),
        ),
        verdict=verdict,
        because=f"“{denied.span.quote}” against “{done[0].span.quote}”: one denies what the other tells.",
        confidence=0.6,
    )
