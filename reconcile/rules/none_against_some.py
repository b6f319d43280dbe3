"""Denied here, told there: nobody hurt against three injured, did not attend against attended.

"None" and a figure cannot both be right of one moment, nor can a deed that was done and was not done. A thing of
which there was none cannot have worked. A later report may supersede an earlier "not yet", be it in another verb
("not claimed", then "paid"); where one side only quotes a denial, it is word against word.

```yaml
articles:
  - {id: a, publisher: Tern, text: "Joren Vale, the mayor of Tessaly, did not attend the opening of the Ordell bridge on Monday."}
  - {id: b, publisher: Heron, text: "The mayor of Tessaly, Joren Vale, attended the opening of the Ordell bridge on Monday."}
findings:
  - {verdict: contradiction, sides: [["did not attend"], ["attended"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from reconcile.align.deeds.another_thing import another
from reconcile.align.deeds.contraries import contraries, excludes
from reconcile.align.deeds.denied import completed, denied_deed, pronoun_of, said_before
from reconcile.align.deeds.one_deed import Deed, deed, light, one_deed
from reconcile.align.deeds.owned import owned_after_all
from reconcile.align.deeds.there import present
from reconcile.align.deeds.told import told_of, verbs_of
from reconcile.align.figures.denied_tolls import denied_tolls, unreported
from reconcile.align.persons.standing import in_order, other_day, other_time, taken_back, withdrawn
from reconcile.align.senses import sense, senses
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.spans import names
from reconcile.claims.absence import AbsenceClaim
from reconcile.claims.claim import Claim
from reconcile.claims.denial import DenialClaim
from reconcile.language.figures.ordinals import is_number
from reconcile.language.grammar.verbs import past
from reconcile.lexicon import words
from reconcile.rules.clause_words import clause_words
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex

CODE = "POL951"
KIND = "other"
VERDICT = "contradiction"

_CROWD = 6  # sentences that speak of a thing from which on it is no longer one thing
_SHARED = 2  # telling words that two statements on one matter have in common
_MOST = 40  # statements with the verb of a denial that are held against it
_COPULA = regex(r"\b(?:was|were|is|are|be|been|being|seemed|remained)(?: [a-z]+)? \Z")
_OUTSIDE = regex(r"\b[Oo]utside(?: of)? ((?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_HABIT = regex(r"do(?:es)?(?:n['’]t| not)\b")
_PRESENT = regex(r"\b(?:is|are)(?: [a-z]+)? \Z")
_YET = regex(r"\bnot yet\b|n['’]t yet\b", re.I)
_SIMILAR = regex(r"(?: [a-z]+){0,3} (?:similar|previous|earlier|past|such) [a-z]+")
_TAKEN = regex(r"(?:seen|known|taken|viewed|found|held|thought) (?:as|to (?:be|have)) ")
_REST = regex(r"\b(?:else|other|others|further|more|yet)\b", re.I)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for every "none" against a figure, and for every denial against the deed."""
    yield from _tolls(story)
    yield from _deeds(story)
    yield from _contrary(story)
    yield from _absent(story)
    yield from _settled(story)


def _tolls(story: Story) -> Iterator[Difference]:
    for none, some, measure in denied_tolls(story):
        yield _difference(none, some, f"Were people {measure}?")
    for none, some in unreported(story):
        draft = _difference(none, some, "Was anybody harmed?")
        because = f"“{none.span.quote}” is what was known at first; “{some.span.quote}” is told since."
        yield replace(
            draft, verdict="explained", reason="update", because=because, confidence=0.55, settled=True
        )


def _deeds(story: Story) -> Iterator[Difference]:
    denials = [claim for claim in story.of(DenialClaim) if not claim.polarity and not claim.partial]
    verbs = {sense(denial.value.lower(), denial.particle) for denial in denials}
    told = told_of(
        verbs.union(*map(_narrower, verbs)),
        story,
        frozenset(denial.value.lower() for denial in denials if denial.adjective),
    )
    for denial in denials:
        yet = _YET.search(denial.span.quote) is not None
        if not yet and _REST.search(denial.span.quote):
            continue  # "no one else was hurt"
        first_said = withdrawn(denial)
        best: tuple[float, str, int, int] | None = None
        told_too = False  # the denying article tells the deed as well, of another time
        own, before = denied_deed(story, denial), said_before(story, denial)
        about = own.doer | own.rest | (frozenset() if own.rest else before)
        excepted = _OUTSIDE.search(denial.sentence)
        tried = 0
        for verb, article, at, end in _tellings(told, own.verb):
            document = story.reading(article).document
            sentence = document.sentence_at(at)
            inside = article == denial.span.article and denial.span.start <= at < denial.span.end
            once = _HABIT.match(denial.span.quote) and past(document.text[at:end])
            if (
                sentence is None
                or inside
                or (once and not _PRESENT.search(document.text, max(0, at - 24), at))
            ):
                continue  # that cutting corners does not pay denies no payment
            own_words = article == denial.span.article and not _answered(story, denial, at)
            own_words = own_words and not (first_said and sentence.start > denial.sentence_start)
            text = document.text[sentence.start : sentence.end]
            if not about & senses(text) or tried == _MOST:
                continue
            if excepted is not None and names(text) & names(excepted.group(1)):
                continue
            tried += 1
            if _SIMILAR.match(document.text, end) or _TAKEN.match(document.text, at):
                continue  # who claimed similar attacks did not claim this one; "seen as the favourite"
            if denial.adjective and not _COPULA.search(document.text, max(0, at - 24), at):
                continue
            first, last = at - sentence.start, end - sentence.start
            told_deed = deed(text, first, last, text[first:last])
            told_deed = told_deed._replace(
                doer=told_deed.doer | pronoun_of(story, article, sentence.start, at)
            )
            denied = completed(own, told_deed, before)._replace(verb=verb)
            alike = one_deed(denied, told_deed, story.weights)
            if first_said and alike == 0 and own.passive and told_deed.passive and not light(own.verb):
                alike = (
                    0.5 if names(denial.sentence) & names(text) and own.patient & told_deed.patient else 0.0
                )
            one_voice = own_words and not (first_said or denial.denied or denial.attribution)
            told_too = told_too or (one_voice and alike > 0)
            if alike > 0 and not own_words and (best is None or alike > best[0]) and not taken_back(text):
                best = (alike, article, at, end)
        if best is not None and not told_too:
            reading = story.reading(best[1])
            said = reading.text[best[2] : best[3]]
            done = reading.claim(DenialClaim, best[2], best[3], value=said, event=denial.event)
            if other_time(story, denial, done) or other_day(denial, done):
                continue
            question = f"Is it so: “{clause_words(done)}”?"
            draft = _difference(denial, done, question)
            if yet and in_order(story, done, denial) is not False:
                continue  # told before, or on the same day: of another one
            since = first_said or yet
            yield _settling(draft, since) if since or own.verb in _telling() else draft


def _tellings(
    told: Mapping[str, Sequence[tuple[str, int, int]]], verb: str
) -> Iterator[tuple[str, str, int, int]]:
    """Where a verb is told, or one that says more exactly what is done, with the sense of the verb."""
    for meant in (verb, *_narrower(verb)):
        for place in told.get(meant, ()):
            yield meant, *place


@cache
def _narrower(verb: str) -> tuple[str, ...]:
    """What somebody did who used a thing of a kind that is fired, thrown or worn."""
    used = ("fire", "throw", "deploy", "spray", "launch", "carry") if verb == sense("use") else ()
    return tuple(map(sense, used))


def _settling(draft: Difference, since: bool) -> Difference:
    """What was denied at first or not done yet and is told since, or what one keeps back and another tells."""
    denied, told = (side.claims[0].span.quote for side in draft.sides)
    because = "is what was said at first; it was followed by" if since else "keeps back what others may tell:"
    draft = replace(draft, verdict="explained", reason="update" if since else "facet", settled=True)
    return replace(draft, because=f"“{denied}” {because} “{told}”.")


@cache
def _telling() -> frozenset[str]:
    return frozenset(map(sense, ("identify", "name", "disclose", "reveal", "specify")))


def _contrary(story: Story) -> Iterator[Difference]:
    """What a thing did in one article and cannot have done by another: it held, it collapsed."""
    texts = [story.reading(article).document.text for article in story.articles]
    said = {verb.meant or sense(verb.word) for text in texts for verb in verbs_of(text).past}
    against = {
        verb: sorted({other for other, *_ in others if other in said})
        for verb, others in contraries().items()
        if verb in said and len(story.articles) > 1
    }
    wanted = {verb for kept, others in against.items() if others for verb in (kept, *others)}
    told = told_of(wanted, story)
    deeds: dict[str, list[tuple[Deed, DenialClaim]]] = {}
    for verb in [v for v, others in against.items() if v in told and not told.keys().isdisjoint(others)]:
        for meant in (verb, *against[verb]):
            if meant not in deeds:
                deeds[meant] = [_deed_at(story, *place) for place in told.get(meant, ())[:_MOST]]
        pairs = (
            (one, other)
            for kept, one in deeds[verb]
            for meant in against[verb]
            for done, other in deeds[meant]
            if one.span.article != other.span.article
            and excludes(kept, done)
            and not (_so_many(one) and _so_many(other))
        )
        for one, other in pairs:
            if not withdrawn(one) and not withdrawn(other):
                draft = _difference(one, other, f"Which is it, “{one.span.quote}” or “{other.span.quote}”?")
                because = f"“{one.span.quote}” and “{other.span.quote}” cannot both be true of one thing."
                yield replace(draft, because=because)
                break


def _so_many(claim: DenialClaim) -> bool:
    """Whether the verb is followed by a figure: who won 40 seats may have lost 12."""
    behind = claim.sentence[claim.span.end - claim.sentence_start :].split()[:3]
    return any(word[:1].isdigit() or is_number(word.lower()) for word in behind if word.lower() != "a")


def _deed_at(story: Story, article: str, at: int, end: int) -> tuple[Deed, DenialClaim]:
    """The deed of the verb at a place, and a claim that it was done."""
    reading = story.reading(article)
    sentence = reading.document.sentence_at(at)
    first = sentence.start if sentence else at
    text = reading.text[first : sentence.end if sentence else end]
    said = reading.text[at:end]
    claim = reading.claim(DenialClaim, at, end, value=said, event=said)
    return deed(text, at - first, end - first, said), claim


def _answered(story: Story, denial: DenialClaim, at: int) -> bool:
    """Whether an article denies in a quotation what it tells elsewhere in its own voice."""
    document = story.reading(denial.span.article).document
    masked = document.unquoted
    apart = not denial.sentence_start <= at < denial.sentence_end and " yet " not in denial.span.quote
    return (
        apart
        and masked[denial.span.start] != document.text[denial.span.start]
        and masked[at] == document.text[at]
    )


def _two_voices(none: Claim, some: Claim) -> bool:
    """Whether an article gives both statements as the word of somebody, and not of one."""
    return bool(none.attribution and some.attribution and none.attribution != some.attribution)


def _alike(none: Claim, some: Claim) -> bool:
    """Whether two statements have more in common than the thing they speak of."""
    return len(telling(none.sentence) & telling(some.sentence)) >= _SHARED


@cache
def _outcomes() -> dict[str, frozenset[str]]:
    """From the sense of each verb to the senses of those that settle it."""
    found: dict[str, frozenset[str]] = {}
    for line in words("outcomes"):
        family = frozenset(sense(verb.strip()) for verb in line.split(","))
        for verb in family:
            found[verb] = found.get(verb, frozenset()) | family
    return found


def _settled(story: Story) -> Iterator[Difference]:
    """What had not been done in an earlier article, and what a later one tells of its outcome in another verb."""
    denials = [
        c
        for c in story.of(DenialClaim)
        if not c.polarity and not c.adjective and sense(c.value.lower()) in _outcomes()
    ]
    told = told_of({verb for c in denials for verb in _outcomes()[sense(c.value.lower())]}, story)
    for denial in denials:
        own = sense(denial.value.lower())
        about = telling(denial.sentence) - _outcomes()[own]
        best: tuple[int, DenialClaim] | None = None
        for verb in sorted(_outcomes()[own] - {own}):
            for article, at, end in told.get(verb, ()):
                reading = story.reading(article)
                sentence = reading.document.sentence_at(at)
                if sentence is None or article == denial.span.article:
                    continue
                said = reading.text[sentence.start : sentence.end]
                shared = len(about & telling(said))
                enough = shared >= _SHARED and (
                    past(denial.value.lower())
                    or shared + bool(names(denial.sentence) & names(said)) > _SHARED
                )
                if not enough or (best is not None and shared <= best[0]):
                    continue
                done = reading.claim(DenialClaim, at, end, value=reading.text[at:end], event=denial.event)
                if in_order(story, denial, done) is not False:
                    best = (shared, done)
        if best is not None:
            draft = _difference(denial, best[1], f"Has it been {denial.value} since?")
            because = f"“{denial.span.quote}” held until it was done: “{best[1].span.quote}”."
            yield replace(draft, because=because, doubtful=True)


def _absent(story: Story) -> Iterator[Difference]:
    """What there was none of in one statement, and what another speaks of as something that was there."""
    nones: dict[str, list[AbsenceClaim]] = defaultdict(list)
    for none in story.of(AbsenceClaim):
        several = _several(none.value) and none.event not in ("have", "see")
        if not none.polarity and not several and none.event != "do" and not withdrawn(none):
            nones[sense(none.value)].append(none)
    there: dict[str, list[tuple[bool, AbsenceClaim]]] = defaultdict(list)
    for article in story.articles if nones else ():
        for meant, occasion, some in present(story.reading(article), nones):
            there[meant].append((occasion, some))
    for meant, denied in nones.items():
        for none in denied:
            if none.event == "be" and _speaks_of(story, none, there[meant]):
                continue  # there was one after all, on another occasion
            found = [
                (story.similarity(none, some), some)
                for occasion, some in there[meant]
                if (occasion or none.event != "lack") and _apart(none, some) and not another(none, some)
                if none.event == "see" or _several(some.value) == _several(none.value)
                if (occasion and not (none.event == "have" or none.attribution)) or _alike(none, some)
                if some.event != "use" or none.event in ("see", "be")
                if some.event != "have"
                or (none.event == "have" and telling(none.subject) & telling(some.subject))
            ]
            if found and len(found) <= _CROWD:
                yield _missing(none, found)
    for none, some in owned_after_all(story):
        yield _missing(none, [(1.0, some)])


def _speaks_of(story: Story, none: AbsenceClaim, there: Sequence[tuple[bool, AbsenceClaim]]) -> bool:
    """Whether the article that denies a thing speaks of such a thing as an occasion elsewhere, in one voice with it."""
    return any(
        occasion
        and some.span.article == none.span.article
        and not none.sentence_start <= some.span.start < none.sentence_end
        and not _two_voices(none, some)
        for occasion, some in there
    )


def _several(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _apart(none: AbsenceClaim, some: AbsenceClaim) -> bool:
    """Whether two statements are of two articles, or of two voices in one."""
    if none.span.article != some.span.article:
        return True
    return abs(some.span.start - none.span.start) > len(none.sentence) and _two_voices(none, some)


def _missing(none: AbsenceClaim, found: list[tuple[float, AbsenceClaim]]) -> Difference:
    """The difference between a thing's absence and what tells of it, the likest statement first."""
    found.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    claims = tuple({claim.id: claim for _, claim in found}.values())
    several = _several(none.value)
    difference = _difference(none, claims[0], f"{'Were' if several else 'Was'} there any {none.value}?")
    article = "" if several else "an " if none.value[0] in "aeiou" else "a "
    sides = (difference.sides[0], DraftSide(value=f"{article}{none.value}", claims=claims))
    return replace(difference, sides=sides, verdict="contradiction")


def _difference(none: Claim, some: Claim, question: str) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=(DraftSide(value=str(none), claims=(none,)), DraftSide(value=str(some), claims=(some,))),
        because=f"“{none.span.quote}” against “{some.span.quote}”: one denies what the other tells.",
        confidence=0.65,
    )
