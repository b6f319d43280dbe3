"""Left open in one article, settled in another.

Finds what one article says is not known ("it is unclear whether the gun was registered", "police are investigating who
fired", "did not say how many shots") and where another article tells it. What is open may be found out later: an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen was shot on Ordell Quay. Police in Tessaly are still determining if the rifle was registered."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-03, text: "Ivo Petersen was shot on Ordell Quay. The owner of the boathouse had a valid permit for the rifle."}
findings:
  - {verdict: explained, reason: update, sides: [["determining if the rifle was registered"], ["permit for the rifle"]]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reconcile.align.deeds.acts import persons
from reconcile.align.persons.standing import taken_back, told_since
from reconcile.align.senses import sense, senses
from reconcile.align.story import Story
from reconcile.align.times.spans import names
from reconcile.claims.claim import Claim
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.state import StateClaim
from reconcile.language.grammar.verbs import past
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT953"
KIND = "other"
VERDICT: Verdict = "explained"

_MOST = 24  # places of an answer's words that are looked at in one article
_NEAR = 60  # characters between the words that answer and the thing they answer for
_ENOUGH = 0.8  # of what a question names, as much as an answer must name
_FIRST = 5  # words of a question with its verb
_WIDE = 110  # characters in which one sentence answers
_BY = regex(r" (?:fatally |to death )?by (?:the |an? )?(?:[a-z][\w-]+|[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*")
_WORD = regex(r"[^\W_]+")
_NOT_SETTLED = regex(
    r"\b(?:whether|if|would|could|might|should|may|can|unless|unclear|unknown|investigat\w+|determin\w+|possib\w+|no word|looking into|decid\w+)\b|n['’]t (?:say|know)|\?",
    re.I,
)
_NOUNS = frozenset(("cause", "relationship", "connection", "link", "status", "fate"))
_FORCE = regex(
    r"\b(?:police|officers?|deput(?:y|ies)|investigators?|detectives?|authorities|agents?)\b", re.I
)


class Matter(NamedTuple):
    """A kind of question: the question words, the words that ask, the thing in both, the words that answer."""

    asking: frozenset[str]
    asked: frozenset[str]
    thing: frozenset[str]
    answers: frozenset[str]
    behind: frozenset[str]  # the answers behind which the thing follows


@cache
def _matters() -> tuple[Matter, ...]:
    things: dict[str, frozenset[str]] = {"": frozenset()}
    found: list[Matter] = []
    for line in words("left_open"):
        name, named, said = line.partition(" = ")
        if named:
            things[name] = frozenset(said.split())
            continue
        asking, asked, thing, answers = (part.strip() for part in line.split("|"))
        found.append(
            Matter(
                frozenset(asking.split()),
                frozenset(asked.split()),
                things[thing],
                frozenset(word.rstrip("~") for word in answers.split()),
                frozenset(word[:-1] for word in answers.split() if word.endswith("~")),
            )
        )
    return tuple(found)


def check(story: Story) -> Iterator[Difference]:
    """Yields one explained difference per open question that another article settles."""
    open_ = [c for c in story.of(StateClaim) if c.aspect == "open"] if len(story.articles) > 1 else []
    asked_at = {(c.span.article, at) for c in open_ for at in range(c.span.start, c.span.end)}
    told: dict[str, tuple[list[StateClaim], dict[str, Claim]]] = {}
    for claim in open_:
        for answer in _answers(story, claim):
            if (answer.span.article, answer.span.start) not in asked_at:
                pair = told.setdefault(f"{claim.event} {claim.subject}", ([], {}))
                pair[1].setdefault(answer.span.article, answer)
                if claim not in pair[0]:
                    pair[0].append(claim)
    for question, (asked, answers) in told.items():
        yield _difference(story, question, asked, tuple(answers.values()))


def _answers(story: Story, claim: StateClaim) -> Iterator[Claim]:
    """Where other articles settle an open question: of each the first place."""
    said = set(_WORD.findall(claim.subject.lower())) | {claim.event}
    if claim.event == "how" and said & {"many", "much"}:
        yield from _counted(story, claim)
        return
    matters = [
        m
        for m in _matters()
        if claim.event in m.asking and said & m.asked and (not m.thing or said & m.thing)
    ]
    for article in story.articles:
        if article == claim.span.article:
            continue
        for matter in matters:
            yield from _settled(story, claim, article, matter)
        if claim.event == "who":
            yield from _done_by(story, claim, article)
        if not matters and claim.event in ("whether", "if"):
            yield from _alike(story, claim, article)


def _settled(story: Story, claim: StateClaim, article: str, matter: Matter) -> Iterator[Claim]:
    """Where an article answers in the words in which such questions are answered."""
    reading = story.reading(article)
    text = reading.text
    known = vocabulary(text)
    if matter.thing and known.words.isdisjoint(matter.thing):
        return
    asked = set(_WORD.findall(claim.subject.lower())) if claim.event in ("how", "where") else set()
    for at, word in known.places(matter.answers - asked)[:_MOST]:
        sentence = reading.document.sentence_at(at)
        joined = "-" in text[max(0, at - 1) : at + len(word) + 1]  # "drug-related"
        if sentence is None or reading.document.skipped(at) or text[at : at + 2].isupper() or joined:
            continue
        end = at + len(word)
        behind = word in matter.behind
        first = at if behind else max(sentence.start, at - _NEAR)
        last = min(sentence.end, end + _NEAR)
        if behind and _FORCE.search(text, max(sentence.start, at - _NEAR), at):
            continue  # "police found the gun"
        near = {
            m.group(): m.span() for m in _WORD.finditer(known.lower, first, last) if m.group() in matter.thing
        }
        if matter.thing and not near:
            continue
        if _asserted(text, sentence.start, at, sentence.end) and _one_matter(
            story, claim, text[sentence.start : sentence.end], matter
        ):
            start = min([at, *(span[0] for span in near.values())])
            stop = max([end, *(span[1] for span in near.values())])
            yield _told(story, article, start, stop, sentence.start, sentence.end)
            return


def _one_matter(story: Story, claim: StateClaim, said: str, matter: Matter) -> bool:
    """Whether what a question names besides the words of its kind is named by the answer too, or is nothing."""
    skip = _persons() | frozenset(sense(w) for w in matter.asked | matter.answers | matter.thing)
    about, told = senses(claim.subject) - skip, senses(said)
    first = _WORD.findall(claim.subject.lower())[:_FIRST]
    done = {sense(word) for word in first if past(word)} - skip
    return (not about or bool(about & told)) and done <= told  # "whether the charges would be amended"


@cache
def _persons() -> frozenset[str]:
    return frozenset(sense(noun) for noun in person_nouns())


def _asserted(text: str, first: int, at: int, last: int) -> bool:
    """Whether the words at a place of a sentence are left open by nothing before them, and not taken back."""
    asked = text.endswith("?", first, last) or taken_back(text[first:last])
    return not asked and _NOT_SETTLED.search(text, max(first, at - _NEAR), at) is None


def _done_by(story: Story, claim: StateClaim, article: str) -> Iterator[Claim]:
    """Who did, in an article's own words, what the question asks the doer of: "he was shot by police"."""
    verb = claim.subject.split(" ", 1)[0].lower()
    meant = persons(story, claim)
    if not past(verb) or not meant:
        return
    reading = story.reading(article)
    text = reading.text
    known = vocabulary(text)
    for at, word in known.places({w for w in known.words if past(w) and sense(w) == sense(verb)})[:_MOST]:
        by = _BY.match(text, at + len(word))
        sentence = reading.document.sentence_at(at)
        if by is None or sentence is None or reading.document.skipped(at):
            continue
        said = reading.claim(StateClaim, at, by.end(), event="settled", aspect="settled", value="told")
        before = names(text[sentence.start : at]) or persons(story, said)
        if (
            before & meant
            and not names(by.group()) & meant
            and _asserted(text, sentence.start, at, sentence.end)
        ):
            yield said
            return


def _alike(story: Story, claim: StateClaim, article: str) -> Iterator[Claim]:
    """Where an article states in the words of the question what is asked."""
    about = senses(claim.subject) - _persons()
    if len(about) < 2 or claim.subject.count(" ") < 2:
        return
    reading = story.reading(article)
    known = vocabulary(reading.text)
    forms = {word: meant for word in known.words if (meant := sense(word)) in about}
    weights = story.weights
    total = sum(weights.get(word, 2.0) for word in about)
    sentences: dict[int, list[tuple[int, int, str]]] = {}
    for at, word in known.places(frozenset(forms)):
        sentence = reading.document.sentence_at(at)
        if sentence is not None and not reading.document.skipped(at):
            sentences.setdefault(sentence.start, []).append((at, at + len(word), forms[word]))
    done = {sense(word) for word in _WORD.findall(claim.subject.lower()) if past(word)} & about
    best: tuple[float, Claim] | None = None
    for start, places in sentences.items():
        shared = {meant for _, _, meant in places}
        share = sum(weights.get(word, 2.0) for word in shared) / total
        sentence = reading.document.sentence_at(start)
        near = places[-1][1] - places[0][0] <= _WIDE
        if len(shared) < 2 or share < _ENOUGH or not near or not done <= shared or sentence is None:
            continue
        if _asserted(reading.text, sentence.start, places[-1][0], sentence.end):
            answer = _told(story, article, places[0][0], places[-1][1], sentence.start, sentence.end)
            likeness = story.similarity(claim, answer)
            best = max(best or (0.0, answer), (likeness, answer), key=lambda pair: pair[0])
    if best is not None:
        yield best[1]


def _told(story: Story, article: str, start: int, end: int, first: int, last: int) -> Claim:
    """The words that answer, with a few behind them where they are short."""
    reading = story.reading(article)
    text = reading.text
    if end - start < 24:
        space = text.find(" ", end + 16, last)
        end = space if space >= 0 else end
        back = text.find(" ", max(first, start - 24), start)
        start = back + 1 if back >= 0 else start
    line = text.find("\n", start, end)
    end = line if line >= 0 else end
    return reading.claim(
        StateClaim, start, max(end, start + 1), event="settled", aspect="settled", value="told"
    )


def _counted(story: Story, claim: StateClaim) -> Iterator[Claim]:
    """The figures of what a question asks the number of."""
    asked = claim.subject.lower().split()
    if not asked or asked[0] not in ("many", "much") or len(asked) < 2:
        return
    noun = sense(asked[1].strip(",."))
    rest = senses(" ".join(asked[2:])) - _persons()
    seen = {claim.span.article}
    for figure in story.of(QuantityClaim):
        if figure.span.article in seen or not figure.value.low or _NOT_SETTLED.search(figure.sentence):
            continue
        if noun in senses(f"{figure.measure} {figure.counted}") and (
            not rest or rest & senses(figure.sentence)
        ):
            seen.add(figure.span.article)
            yield figure


def _difference(
    story: Story, question: str, asked: list[StateClaim], answers: tuple[Claim, ...]
) -> Difference:
    asking = asked[0].event
    one, other = asked[0].span.quote, answers[0].span.quote
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is it known {question}?" if asking not in _NOUNS else f"Is the {question} known?",
        sides=(DraftSide(value="open", claims=tuple(asked)), DraftSide(value="told", claims=answers)),
        verdict=VERDICT,
        reason="update" if told_since(story, asked, answers) else "precision",
        because=f"“{one}” leaves open what “{other}” tells.",
        confidence=0.5,
        settled=True,
    )
