"""The naming of a speaker that stands behind a quotation, and whether one speaker only repeats another."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from weakref import WeakKeyDictionary

from reconcile.align.story import Story
from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.quote import QuoteClaim
from reconcile.language.speech.speakers import female_names
from reconcile.lexicon import words
from reconcile.values.regex import regex

_NEAR = 240  # characters around a quotation in which an article says whose words they are

_VOICES: WeakKeyDictionary[Story, dict[str, list[AttributionClaim]]] = WeakKeyDictionary()


def voice(story: Story, quote: QuoteClaim) -> AttributionClaim | None:
    """The claim that names the speaker of `quote`, None when its article names none."""
    if story not in _VOICES:
        known: dict[str, list[AttributionClaim]] = defaultdict(list)
        for claim in story.of(AttributionClaim):
            if claim.direct:
                known[claim.span.article].append(claim)
        _VOICES[story] = known
    return next((c for c in _VOICES[story][quote.span.article] if quote.value in c.says), None)


def certain(story: Story, quote: QuoteClaim) -> bool:
    """Whether the article leaves no doubt who speaks: by name at the quotation, or by the only fitting pronoun."""
    if not quote.event or quote.speaker_kind != "person" or not quote.subject:
        return False
    if _alone(story, quote):
        return False  # the speaker is taken from what stands before
    if quote.subject.split(" ")[-1].lower() in quote.speaker.lower():
        return " " in quote.subject or _titled(story, quote)
    if quote.speaker.lower() not in ("he", "she"):
        return False
    if _another_in_front(quote):
        return False
    if _named_just_before(story, quote):
        return True
    female = quote.speaker.lower() == "she"
    people = {m.full for m in story.reading(quote.span.article).document.mentions if m.kind == "person"}
    fitting = {who for who in people if " " in who and (who.split(" ")[0] in female_names()) is female}
    return fitting == {quote.subject}


def _another_in_front(quote: QuoteClaim) -> bool:
    """Whether the sentence itself names an owner before the quotation: "Lind's crew was, she said, ..."."""
    before = quote.sentence[: max(0, quote.span.start - quote.sentence_start)]
    return any(name not in quote.subject for name in _OWNER.findall(before))


_OWNER = regex(r"\b([A-Z][\w-]+)['’]s\b")


def _alone(story: Story, quote: QuoteClaim) -> bool:
    """Whether a quotation is all that its paragraph has, and no sentence of it is left to name a speaker."""
    text = story.article(quote).text
    start, end = text.rfind("\n", 0, quote.span.start) + 1, text.find("\n", quote.span.end)
    rest = text[start : quote.span.start] + text[quote.span.end : end if end >= 0 else len(text)]
    return not rest.strip(" .,\"“”'`")


def relatives(one: QuoteClaim, other: QuoteClaim) -> bool:
    """Whether two speakers share a family name, and one is named by it alone."""
    surname = one.subject.split(" ")[-1]
    return surname == other.subject.split(" ")[-1] and surname in (one.speaker, other.speaker)


def _titled(story: Story, quote: QuoteClaim) -> bool:
    """Whether a speaker without a given name is named with his office: "Minister Lind"."""
    mentions = story.reading(quote.span.article).document.mentions
    return any(m.kind == "person" and m.full == quote.subject and m.title for m in mentions)


def _named_just_before(story: Story, quote: QuoteClaim) -> bool:
    """Whether the speaker is the last person named before the quotation, in its own paragraph."""
    article = story.article(quote)
    start = article.text.rfind("\n", 0, quote.span.start) + 1
    people = [
        m
        for m in story.reading(article.id).document.mentions
        if m.kind == "person" and start <= m.start < quote.span.start
    ]
    return bool(people) and all(m.full == quote.subject for m in people)


def borrows(story: Story, quote: QuoteClaim, other: QuoteClaim) -> bool:
    """Whether the article of `quote` says nearby that the words are those of the speaker of `other`."""
    text = story.article(quote).text
    around = (
        text[max(0, quote.span.start - _NEAR) : quote.span.start]
        + text[quote.span.end : quote.span.end + _NEAR]
    )
    surname = other.subject.split(" ")[-1]
    return surname in around and any(word in around.lower() for word in _borrowing())


@cache
def _borrowing() -> tuple[str, ...]:
    return words("borrowing")
