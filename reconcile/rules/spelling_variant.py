"""One name, written in different ways.

Finds persons and places whose name the sources write differently, and says how the forms are one: another
romanization, a hyphen, an initial, a nickname, a middle name, the form of another language, the family name first.
A recognized variant is explained. Two spellings that sound alike are a contradiction where the name is at home in
Latin letters, for its bearer writes it in one way; out of another script a name is spelled in several.

```yaml
articles:
  - {id: a, text: "The mayor, Serhiy Kravets, opened the ferry on Monday. Kravets thanked the crew."}
  - {id: b, text: "Mayor Sergei Kravets opened the ferry on Monday."}
findings:
  - {verdict: explained, reason: translation, sides: [["Serhiy Kravets"], ["Sergei Kravets"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from reconcile.align.clusters import decide
from reconcile.align.entities import Entity
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.language.names.gazetteer import acronyms, country_named, name_set
from reconcile.language.names.lore import compare, one_order, spelt_once
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex
from reconcile.values.romanization import folded
from reconcile.values.same_name import Comparison

CODE = "NAM601"
KIND = "name"
VERDICT: Verdict = "explained"

_SPELT = ("style", "transliteration", "alias", "form", "translation")  # the rest is another name: NAM603
_ABBREVIATED = frozenset(
    {"United States", "Britain", "North Korea", "South Korea", "China", "United Arab Emirates"}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per person or place with several spellings, and per pair of spellings that is a slip."""
    for entity in story.entities.all:
        if entity.kind in ("person", "place", "country", "vessel", "work", "other"):
            yield from _variants(story, entity)


def _variants(story: Story, entity: Entity) -> Iterator[Difference]:
    forms: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in story.entities.claims_of(entity):
        if entity.kind != "person" or (" " in claim.value and not claim.candidates):
            forms[_key(claim.value)].append(claim)
    written = {word for form in forms for word in form.split()}
    plain = {folded(word) for word in written}
    for claim in story.entities.claims_of(entity) if entity.kind == "person" else ():
        bare = _key(claim.value)
        if " " not in bare and not claim.candidates and bare not in written and folded(bare) in plain:
            forms[bare].append(claim)  # "Dalen", of Rut Dålen
    if entity.kind == "country" and (entity.name in _ABBREVIATED or any(len(form) < 5 for form in forms)):
        return
    for long in [form for form in forms if any(_runs_on(form, short) for short in forms)]:
        del forms[long]
    if len(forms) < 2:
        return
    shown = {key: claims[0].value for key, claims in forms.items()}
    known = []
    for one, other in combinations(shown, 2):
        a, b = shown[one], shown[other]
        found = _how(entity.kind, a, b)
        if entity.kind == "person" and found.how == "transliteration" and spelt_once(a, b):
            yield _misspelt(entity, (a, forms[one]), (b, forms[other]), "sound alike, and a person")
        elif found.how == "transliteration" and _of_streets(forms[one]) and _of_streets(forms[other]):
            yield _misspelt(entity, (a, forms[one]), (b, forms[other]), "sound alike, and a town")
        elif entity.kind == "person" and found.how == "order" and one_order(a, b):
            yield _misspelt(entity, (a, forms[one]), (b, forms[other]), "are turned round, and a person")
        elif (
            found.verdict == "same"
            and (entity.kind == "person" or found.how in _SPELT)
            and not (found.how == "alias" and _shortened(a, b))
        ):
            known.append(found)
    if all(found.how == "equal" for found in known):
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"How is the name of {entity.name} written?",
        sides=tuple(DraftSide(value=shown[key], claims=tuple(claims)) for key, claims in forms.items()),
        because=f"{quoted(shown.values())} are forms of one name.",
        confidence=0.9,
        doubtful=True,
        whole=True,
        names=tuple(known),
    )


_BLOCK = regex(r"\bblock of (?:[NSEW]\w*\.? )?\Z", holds="block of")
_STREET = regex(r" (?:street|drive|road|avenue|lane|court|boulevard|st|dr|rd|ave)\b", re.I)


def _of_streets(claims: list[NameClaim]) -> bool:
    """Whether a name is told of a street somewhere: "the 1600 block of Ordell", "on Ordell drive"."""
    return any(
        _BLOCK.search(claim.sentence, max(0, start - 24), start) or _STREET.match(claim.sentence, end)
        for claim in claims
        for start in (claim.span.start - claim.sentence_start,)
        for end in (start + len(claim.span.quote),)
    )


def _misspelt(
    entity: Entity, one: tuple[str, list[NameClaim]], other: tuple[str, list[NameClaim]], how: str
) -> Difference:
    """Two spellings of a name of Latin letters, or two orders of its words, of which at most one is the bearer's."""
    spellings = (one, other)
    names = quoted(name for name, _ in spellings)
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"How is the name of {entity.name} spelled?",
        sides=tuple(DraftSide(value=name, claims=tuple(claims)) for name, claims in spellings),
        verdict="contradiction",
        because=f"{names} {how} spells a name in one way: at most one is right.",
        confidence=0.75,
        settled=True,
    )


def _runs_on(form: str, short: str) -> bool:
    """Whether a form is the short one with a word of what follows it: "Vik A", "Ann Dahl Norway" under a picture."""
    rest = form.removeprefix(f"{short} ")
    ends = name_set("closers") | name_set("page_words") | {"a", "more", short}
    return rest != form and (rest in ends or country_named(rest.title()) is not None or rest in _acronyms())


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(name.lower() for name in acronyms())


def _how(kind: str, a: str, b: str) -> Comparison:
    if kind == "person" and (" " in a) != (" " in b):
        full, bare = sorted((a, b), key=len, reverse=True)
        a, b = next((word for word in full.split() if folded(word) == folded(bare)), full), bare
    found = compare(a, b) if kind == "person" else decide((kind, a), (kind, b))
    if found.how == "suffix":  # the entity has both: the texts do not tell father and son apart
        return Comparison(
            "same", "suffix", f"one has {min(a, b, key=len)} without what sets him apart from his father"
        )
    if found.how == "second":
        return Comparison("same", "middle", found.reason)
    return found


def _shortened(a: str, b: str) -> bool:
    """Whether one name of a place only shortens the other: N.H., New York City, Gulf."""
    words = [set(name.lower().split()) for name in (a, b)]
    cut = any("." in word and word not in ("st.", "mt.") for word in words[0] | words[1])
    return cut or a.isupper() or b.isupper() or words[0] <= words[1] or words[1] <= words[0]


def _key(form: str) -> str:
    """Equal for forms that differ in nothing a reader would notice: apostrophes, spaces, capitals."""
    return " ".join(form.split()).replace("’", "'").lower().removeprefix("the ")
