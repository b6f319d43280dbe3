"""Whether two who are said to have done a deed can be one, and whether the deed was done to one and the same."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from reconcile.align.persons.culprits import CULPRITS, culprit
from reconcile.align.persons.holders import folded, one_person, spelled_alike
from reconcile.align.referents import one_noun, single
from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.antecedents import sex_of_noun
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.values.regex import regex

_FIGURE = regex(r"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|other|another)\b")
_AGE = regex(r"\b\d{1,3}-year-old\b", holds="year-old")
_LIKE = 0.12  # sentences less alike tell of two deeds, unless it is known by name to whom they are done
_LIKE_PERSONS = 0.25  # the same where it is only said that it was done to "a boy"


@cache
def _callings() -> dict[str, frozenset[str]]:
    """From each noun, in the singular and the plural, to the callings that it may tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in words("doers"):
        calling, _, listed = line.partition(":")
        for noun in map(str.strip, listed.split(",")):
            plural = noun[:-3] + "men" if noun.endswith("man") else f"{noun.removesuffix('y')}ies"
            for form in (noun, f"{noun}s", plural):
                found[form].add(calling)
    return {form: frozenset(names) for form, names in found.items()}


@lru_cache(maxsize=4096)
def callings(phrase: str) -> frozenset[str]:
    """The callings that the words of a phrase tell; none for a phrase that tells none."""
    known = _callings()
    said = phrase.lower().replace("-", " ").replace("’", "'").partition(" of ")[0].split()
    return frozenset(name for word in said for name in known.get(word.removesuffix("'s"), ()))


# What is known of before it happens: who will succeed whom, who will buy it.
_SETTLED = frozenset({"replace", "buy"})


def asserted(claim: ParticipationClaim) -> bool:
    """Whether the deed is told as done, and its doer by words of their own and not by a pronoun."""
    sure = claim.modality == "asserted" or (claim.modality == "planned" and claim.event in _SETTLED)
    done = claim.role == "agent" and claim.polarity and sure
    quote = claim.span.quote.lower()
    return done and any(word in quote for word in claim.value.lower().split())


def named(story: Story, name: str, article: str) -> bool:
    """Whether the words are the name of a person."""
    entity = story.entities.of(name, article) if name[:1].isupper() else None
    return entity is not None and entity.kind == "person"


@lru_cache(maxsize=1)  # the claims of one story are compared one after the other
def _held(story: Story) -> dict[str, frozenset[str]]:
    """The callings of the persons with an office, by each word of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for role in story.of(RoleClaim):
        if told := callings(role.title):
            for word in folded(role.subject).split():
                found[word].update(told)
    return {word: frozenset(told) for word, told in found.items()}


def _told_of(story: Story, name: str) -> frozenset[str]:
    held = _held(story)
    return frozenset(one for word in folded(name).split() for one in held.get(word, ()))


def apart(story: Story, a: ParticipationClaim, b: ParticipationClaim, together: bool = True) -> str:
    """Why the two doers cannot be one: "names", "callings", "sexes"; empty when they can.

    With `together`, neither when one sentence names both: they may have done it together.
    """
    if _sensed(a.value) & _sensed(b.value) or (together and _in_one_breath(a, b)):
        return ""
    first, second = (named(story, c.value, c.span.article) for c in (a, b))
    if first and second:
        one = one_person(a.value, b.value)
        return "" if one or _same(story, a.value, a, b.value, b) else "names"
    if (not (first or second) or a.event in _OWNED) and _bodies(story, a, b):
        return "bodies"
    ours = _told_of(story, a.value) if first else callings(a.value)
    theirs = _told_of(story, b.value) if second else callings(b.value)
    if ours and theirs:
        return "" if ours & theirs else "callings"
    if first or second:
        return ""
    one_sex, other_sex = (sex_of_noun(c.value.lower().rsplit(" ", 1)[-1]) for c in (a, b))
    return "sexes" if one_sex and other_sex and one_sex != other_sex else ""


def _sensed(phrase: str) -> frozenset[str]:
    """The senses of the words of a phrase; a crew of which is said what it flies or sails fights no fires."""
    said = phrase.lower().split()
    rest = " ".join(said[:-1])
    return senses(rest) if said and said[-1] in ("crew", "crews") and callings(rest) else senses(phrase)


# Persons and bodies own and buy alike, and the name of a body may look like a person's.
_OWNED = frozenset({"own", "buy", "acquire"})
_BEATEN = regex(
    r"\b(?:beat|beating|beaten|against|over|ahead of|defeat\w*|edged|edging|runners?-up|second)\b"
)
_PLAYED = frozenset({"win"})  # a club may have the name of its town


def _bodies(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether both doers are bodies with names of their own, none of which stands in the other's article."""
    one, other = (story.entities.of(c.value.removeprefix("the "), c.span.article) for c in (a, b))
    owners = {"person"} if a.event in _OWNED else {"place"} if a.event in _PLAYED else set()
    if one is None or other is None or {one.kind, other.kind} - {"organization", "other", "country", *owners}:
        return False
    texts = [story.articles[c.span.article].text for c in (b, a)]
    alone = all(
        not any(form in text for form in e.forms) for e, text in zip((one, other), texts, strict=True)
    )
    if a.event in _PLAYED:  # either article names the loser too
        alone = not set(one.name.split()) & set(other.name.split())
    return one != other and alone and _initials(one.name) != _initials(other.name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()) if " " in name else name


def not_alone(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether one of the two is a person with a name and the other a group without: no one can be both."""
    if senses(a.value) & senses(b.value):
        return False
    for one, other in ((a, b), (b, a)):
        group = other.value[:1].islower() or _SEVERAL.match(other.value)
        last = head(other.value)
        several = last.endswith(("s", "men", "people", "children")) and not last.endswith("ss")
        if group and (several or last in _GROUPS) and named(story, one.value, one.span.article):
            return True
    return False


_SEVERAL = regex(r"(?:Two|Three|Four|Five|Six|Several|Some|An?|The) ")
_GROUPS = frozenset({"crew", "team", "patrol", "unit", "family", "couple", "group", "party", "brigade"})


def _in_one_breath(a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether one of the sentences names the other doer too: both may have done it, but for who is beaten."""
    if a.event in _PLAYED and any(_BEATEN.search(c.sentence) for c in (a, b)):
        return False
    for here, there in ((a, b), (b, a)):
        last = there.value.rsplit(" ", 1)[-1].lower()
        if len(last) > 2 and last in here.sentence.lower():
            return True
    return False


def _same(story: Story, one: str, a: ParticipationClaim, other: str, b: ParticipationClaim) -> bool:
    return story.entities.same(one, a.span.article, other, b.span.article) == "same"


def _spelled(one: str, other: str) -> bool:
    """Whether two names may be two spellings of one: every word of the shorter has its like in the other."""
    short, long = sorted((folded(one).split(), folded(other).split()), key=len)
    return all(any(spelled_alike(x, y, _ALIKE) for y in long) for x in short)


_ALIKE = 0.8


def one_patient(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether two deeds were done to one: to somebody or something of that name, or to the one thing of its kind."""
    first, second = (named(story, c.subject, c.span.article) for c in (a, b))
    if first != second:
        plain, known = (b, a) if first else (a, b)
        meant = culprit(story) if head(plain.subject) in CULPRITS else None
        return meant is not None and meant == story.entities.of(known.subject, known.span.article)
    if a.event == "replace" and _two_posts(a, b):
        return False
    if first and second:
        return _spelled(a.subject, b.subject) or _same(story, a.subject, a, b.subject, b)
    if not _one_figure(a.subject.lower(), b.subject.lower()):
        return False
    names = [frozenset(w for w in c.subject.split() if w[0].isupper()) for c in (a, b)]
    if names[0] and names[1]:
        return bool(names[0] & names[1]) and head(a.subject) == head(b.subject)
    one, other = head(a.subject), head(b.subject)
    if one != other and CULPRITS.issuperset((one, other)) and culprit(story) is not None:
        return True
    if not one_noun(one, other):
        return False
    person = one.removesuffix("s") in person_nouns()
    if story.similarity(a, b) < (_LIKE_PERSONS if person else _LIKE):
        return False
    return single(story, a.span.article, one) and single(story, b.span.article, other)


def _two_posts(a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether both tell as what somebody is replaced, and it is not one post."""
    one, other = (senses(" ".join(_AS.findall(c.sentence))) for c in (a, b))
    return bool(one and other) and not one & other


_AS = regex(r"\bas (?:the |its |his |her )?((?:[a-z-]+ )?[a-z-]+)\b")


def _one_figure(one: str, other: str) -> bool:
    """Whether two phrases have the same figures, but for an age that only one of them tells."""
    ages = [set(_AGE.findall(phrase)) for phrase in (one, other)]
    if ages[0] and ages[1] and ages[0] != ages[1]:
        return False
    figures = [set(_FIGURE.findall(_AGE.sub("", phrase))) for phrase in (one, other)]
    return figures[0] == figures[1]


def head(phrase: str) -> str:
    """The noun that a phrase is of: "knife" of "the knife of the cook"."""
    bare = _BEHIND.split(phrase, maxsplit=1)[0].split()
    return bare[-1].lower().strip("'’,.") if bare else ""


_BEHIND = regex(r" (?:of|from|in|at|with|that|who|used|dead|alive|belonging|out|up|down|off|back)(?= |\Z)")
