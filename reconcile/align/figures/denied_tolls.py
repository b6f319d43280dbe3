"""Nobody killed or hurt by one article, somebody by another: which counts of none stand against which counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.figures.closeness import TOLLS, closeness
from reconcile.align.figures.loci import locus
from reconcile.align.figures.past_times import other_time
from reconcile.align.persons.standing import in_order
from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.sentences import Sentence
from reconcile.lexicon import words
from reconcile.values.places import is_whole
from reconcile.values.regex import regex
from reconcile.values.weekdays import other_weekdays

_ALIKE = 0.3
_SHARED = 4  # telling words that what comes before "no reports of casualties" has in common with the count
_WORDS = regex(r"[a-z]+")
_NAME = regex(r"[A-Z][\w'’-]{2,}")
_NO_SUCH = regex(r"\b[Nn]o [A-Z]")
_SINCE = regex(r"\b[Ss]ince (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
_REST = regex(r"\b(?:else|other|others|further|more|yet)\b", re.I)
_REPORTS = regex(r"\b(?:reports?|word|signs?) of ")


def denied_tolls(story: Story) -> Iterator[tuple[QuantityClaim, QuantityClaim, str]]:
    """Yields each count of nobody, the count of one event in another article that is likest it, and the measure."""
    by_measure: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if claim.measure in TOLLS and not (claim.part and claim.value.high == 0):  # some hurt badly are some
            by_measure[claim.measure].append(claim)
        elif claim.measure == "casualty" and claim.value.high == 0 and not _REPORTS.search(claim.span.quote):
            by_measure["killed"].append(claim)
            by_measure["injured"].append(claim)
    for measure, claims in sorted(by_measure.items()):
        for none in (c for c in claims if c.value.high == 0 and _nobody(c)):
            # what the article that tells of nobody counts besides is that of another event
            known = {c.value.point for c in claims if c.span.article == none.span.article}
            where = locus(none, story)
            land = where if is_whole(where) else ""  # "no deaths in Japan": of one country of many
            some = [
                c
                for c in claims
                if c.span.article != none.span.article
                and c.value.point not in known
                and (c.value.low or 0) > 0
                and closeness(none, c, story) >= _ALIKE
                and (not none.place or none.place in c.sentence)
                and (not land or land in c.sentence)
                and _one_matter(none, c, story)
            ]
            best = max(some, key=lambda c: (closeness(none, c, story), c.id), default=None)
            if best is not None:
                yield none, best, measure


def unreported(story: Story) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Yields where no harm was reported yet, and a count of an article no older of what the sentence before tells."""
    nones = [c for c in story.of(QuantityClaim) if c.value.high == 0 and _REPORTS.search(c.span.quote)]
    tolls = [
        (claim, set(_NAME.findall(claim.sentence)), senses(claim.sentence))
        for claim in story.of(QuantityClaim)
        if nones and claim.measure in ("killed", "injured") and claim.value.low
    ]
    for none in nones:
        before = _before(story, none)
        matter, named = senses(before), set(_NAME.findall(before))
        for claim, names, said in tolls:
            if claim.span.article == none.span.article or in_order(story, claim, none):
                continue
            if not named.isdisjoint(names) and len(matter & said) >= _SHARED:
                yield none, claim
                break


def _before(story: Story, claim: QuantityClaim) -> str:
    """The sentence before a claim's, with its own."""
    document = story.reading(claim.span.article).document
    earlier: Sentence | None = document.sentence_at(max(0, claim.sentence_start - 2))
    end = claim.sentence_start + len(claim.sentence)
    return document.text[earlier.start if earlier is not None else claim.sentence_start : end]


def _one_matter(none: QuantityClaim, some: QuantityClaim, story: Story) -> bool:
    """Whether both speak of one name, or of one past year, which is as good: "a fire there in 2006"."""
    year = other_time(none, story)
    named = set(_NAME.findall(none.sentence)) & set(_NAME.findall(some.sentence))
    if other_weekdays(none.sentence, some.sentence) and not _events(none) & _events(some):
        return False  # a blast on Monday, a crash on Sunday
    return bool(named) or (year.isdigit() and year == other_time(some, story))


def _events(claim: QuantityClaim) -> frozenset[str]:
    """The senses of what a claim's sentence tells, but for the harm, the names and the numbers."""
    told = " ".join(word for word in claim.sentence.split() if word[:1].islower())
    return frozenset(
        senses(told) - senses(f"{claim.measure} {claim.span.quote} people killed died hurt injured")
    )


def _nobody(none: QuantityClaim) -> bool:
    """Whether a count of none is one of people, and of all of them: not "no reason why", not "no others"."""
    following = _WORDS.findall(none.span.quote.lower())[1:2]
    abstract = set(following) & set(words("unseen")) - _VICTIMS
    some = (
        _NO_SUCH.search(none.span.quote)  # "no Ordell students": others may have been
        or _OUTSIDE.match(none.sentence)
        or _ELSEWHERE.search(none.sentence, none.span.start - none.sentence_start)
        or _SINCE.search(none.sentence)  # "since 2009 the mine has had no fatality": of those years
        or _REST.search(none.sentence)
    )
    return not (some or abstract)


_ELSEWHERE = regex(r"\b(?:outside|beyond|elsewhere|apart from|other than|except)\b")
_OUTSIDE = regex(r"[\"“\s]*(?:Outside|Beyond)(?: of)? (?:the )?[A-Z]")  # "Outside of Mexico nobody has died"

# Nouns of which a text may well speak elsewhere, but not count them where there are none.
_VICTIMS = frozenset({"one", "deaths", "injuries", "casualties", "fatalities"})
