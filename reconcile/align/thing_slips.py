"""Names of ships, storms and bars of which one is a slip: the ferry Solvei and the ferry Solveig, Doubles and Double's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.claims.thing import ThingClaim, relation
from reconcile.language.names.casing import common_words, lower_words
from reconcile.language.names.slips import SHORT_KIND, kind_words, meant_kind
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.names import transliterated
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

_SHORTEST = 5  # letters of a name that is said with what it names
_KIN = (Relation.SAME, Relation.REFINES, Relation.COARSENS)
_KINDS = (
    r"(?:[Bb]ar|[Pp]ub|[Tt]avern|[Ii]nn|[Cc]af[eé]|[Rr]estaurant|[Dd]iner|[Nn]ightclub|[Cc]lub|[Hh]otel|[Mm]otel|[Ss]alon"
    r"|[Ss]tore|[Ss]upermarket|[Bb]akery|[Gg]rill|[Ss]aloon)\b"
)
_OWNED = regex(rf"['’]s {_KINDS}")
_HOUSE = regex(rf"(?:, an? | )(?:[a-z]+ )?{_KINDS}")


def misnamed(story: Story) -> Iterator[tuple[list[NameClaim], list[NameClaim], str]]:
    """Yields the claims of either spelling of one thing's name, and what parts the two."""
    names: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in story.of(NameClaim):
        names[claim.value].append(claim)
        if " " in claim.value:
            names[claim.value.rsplit(" ", 1)[-1]].append(claim)  # "Storm Hilga"
    yield from _called(story, names)
    yield from _owned(story, names)


def _called(
    story: Story, names: dict[str, list[NameClaim]]
) -> Iterator[tuple[list[NameClaim], list[NameClaim], str]]:
    """Names a keystroke apart that two articles say with one kind of thing."""
    things: dict[str, dict[str, ThingClaim]] = defaultdict(dict)
    for claim in story.of(ThingClaim):
        name = claim.subject
        if name.isalpha() and len(name) >= _SHORTEST and name in names:
            things[name[0]].setdefault(name, claim)
    for held in things.values():
        for name, a in held.items():
            for other, b in held.items():
                if (
                    name < other
                    and one_keystroke(name, other)
                    and name.rstrip("s") != other.rstrip("s")
                    and not transliterated(name, other)
                ):
                    apart = not {c.span.article for c in names[name]} & {c.span.article for c in names[other]}
                    if (
                        apart
                        and relation(a, b) in _KIN
                        and not any(_a_word(story, said) for said in (name, other))
                    ):
                        yield names[name], names[other], f"one keystroke apart, both said of a {a.value}"


def _a_word(story: Story, name: str) -> bool:
    """Whether an article of the story, or the lexicon, has the word of a name as a common noun."""
    plain = name.lower()
    return plain in common_words() or any(plain in lower_words(a.text) for a in story.articles.values())


def _owned(
    story: Story, names: dict[str, list[NameClaim]]
) -> Iterator[tuple[list[NameClaim], list[NameClaim], str]]:
    """Houses whose name is said with the mark of an owner here and without it there: Double's bar, Doubles."""
    for name, claims in names.items():
        plain = names.get(f"{name}s", []) + [
            c for value in names if value.startswith(f"{name}s ") for c in names[value]
        ]
        if not plain or " " in name:
            continue
        owned = [c for c in claims if _OWNED.match(story.article(c).text, c.span.end)]
        bare = [c for c in plain if " " in c.value or _HOUSE.match(story.article(c).text, c.span.end)]
        if owned and bare and not any(c.kind == "person" for c in (*claims, *plain)):
            yield owned, plain, "with and without the mark of the owner"


def kinds_misspelled(story: Story) -> Iterator[tuple[list[NameClaim], list[NameClaim], str]]:
    """Yields names in which the word for the kind of thing has a slip: "Tarn Couny", where the story tells of Tarn County."""
    slips: list[tuple[NameClaim, str, str]] = []
    after: dict[tuple[str, str], list[NameClaim]] = defaultdict(list)
    for claim in story.of(NameClaim):
        words = claim.value.split()
        for before, word in pairwise(words):
            if len(word) < SHORT_KIND or not word[0].isupper() or not word.isalpha():
                continue
            if word.lower() in kind_words():
                after[before, word.lower()].append(claim)
            elif kind := meant_kind(word.lower()):
                slips.append((claim, before, kind))
    for claim, before, kind in slips:
        if meant := after.get((before, kind)):
            why = f"a word in “{claim.value}” is one keystroke from “{kind}”"
            yield [claim], meant, why
