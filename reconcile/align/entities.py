"""Who is who across the articles of a story: names put together, with the reasons, and what was refused."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from reconcile.align.aliases import Aliases
from reconcile.align.clusters import Clusters, Link, cluster
from reconcile.claims.name import NameClaim
from reconcile.language.names.lore import person_name, spelt_once
from reconcile.language.names.same_thing import telling_words
from reconcile.values.regex import regex
from reconcile.values.roles import office
from reconcile.values.romanization import folded

_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"))
_AGED = regex(r"\b(\d{1,3})[- ]year[- ]olds? *\0|\0,? \(?(?:aged? )?(\d{1,3})\b(?!,\d|:)")


def _beside(claim: NameClaim) -> str:
    """The words of its sentence around a name, which is put as one sign."""
    at = claim.span.start - claim.sentence_start
    return f"{claim.sentence[max(0, at - 20) : at]}\0{claim.sentence[at + len(claim.span.quote) :][:20]}"


class Entity(NamedTuple):
    """One person or thing of a story: its usual name, every form written, and why the forms are one's."""

    id: str
    kind: str
    name: str
    forms: tuple[str, ...]
    reasons: tuple[str, ...] = ()


class Entities:
    """The persons and things that the articles of a story name."""

    def __init__(self, claims: Iterable[NameClaim], aliases: Aliases | None = None) -> None:
        self.claims = [claim for claim in claims if claim.kind not in ("people",)]
        titles = (telling_words(c.subject) for c in self.claims if c.kind == "work")
        self._works = {tuple(sorted(words)) for words in titles if len(words) > 1}
        self._count: Counter[tuple[str, str]] = Counter(map(self._key, self.claims))
        self.names = list(self._count)
        self._articles: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._sentences: dict[tuple[str, str], set[tuple[str, int]]] = defaultdict(set)
        self._titles: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in self.claims:
            key = self._key(claim)
            self._articles[key].add(claim.span.article)
            if claim.kind == "person":
                self._titles[key].update(filter(None, [claim.title.lower()]))
                self._sentences[key].add((claim.span.article, claim.sentence_start))
        self.clusters: Clusters = cluster(self.names, aliases, self._together)

    def _key(self, claim: NameClaim) -> tuple[str, str]:
        """What a name names, and its fullest form; words of a known title name the work in any order."""
        known = bool(self._works) and claim.kind in ("person", "other") and " " in claim.subject
        if known and tuple(sorted(telling_words(claim.subject))) in self._works:
            return "work", claim.subject
        return claim.kind, claim.subject

    def _together(self, first: int, second: int, how: str) -> bool:
        """Whether the texts tell two forms of a name apart: one uses both, or a sentence does (who is quoted with a
        short name has it beside the long one); with and without "Jr." or a first given name also when they give no
        title and no age in common; two spellings of a name of Latin letters only when each has a title of its own."""
        one, other = self.names[first], self.names[second]
        titles = self._titles[one], self._titles[other]
        titled = any(a.endswith(b) or b.endswith(a) for a in titles[0] for b in titles[1])  # "US envoy"
        if how == "transliteration":
            posts = [
                {office(t.rsplit(" ", 1)[-1].strip(".")).name for t in said} - _COURTESY for said in titles
            ]
            if not all(posts) or posts[0] & posts[1] or not spelt_once(one[1], other[1]):
                return False
        if how in ("suffix", "second") and not titled and self._ages(one).isdisjoint(self._ages(other)):
            return True
        held = self._sentences if how == "nickname" else self._articles
        return not held[one].isdisjoint(held[other])

    def _ages(self, name: tuple[str, str]) -> set[str]:
        """The ages said right before or right after a name: "Ann Dahl, 25", "25-year-old Ann Dahl"."""
        said: set[str] = set()
        for claim in self.claims:
            if self._key(claim) == name and (beside := _AGED.search(_beside(claim))):
                said.add(beside.group(1) or beside.group(2))
        return said

    @cached_property
    def all(self) -> tuple[Entity, ...]:
        """Every entity, in the order of its first mention."""
        return tuple(dict.fromkeys(self._by_root.values()))

    @cached_property
    def _by_root(self) -> dict[int, Entity]:
        members: dict[int, list[int]] = defaultdict(list)
        for index, root in enumerate(self.clusters.root):
            members[root].append(index)
        why: dict[int, list[str]] = defaultdict(list)
        for link in self.clusters.merged:
            why[self.clusters.root[link.first]].append(link.comparison.reason)
        written: dict[str, set[str]] = defaultdict(set)
        for claim in self.claims:
            written[claim.subject].add(claim.value)
        found = {}
        for root, indexes in members.items():
            names = [self.names[i] for i in indexes]
            kind, usual = max(names, key=lambda n: (self._count[n], len(n[1]), n[1]))
            forms = sorted({form for _, name in names for form in (name, *written[name])})
            found[root] = Entity(
                f"{kind}:{folded(usual)}", kind, usual, tuple(forms), tuple(dict.fromkeys(why[root]))
            )
        return found

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index, (_, name) in enumerate(self.names):
            found[folded(name)].append(index)
        return found

    @cached_property
    def _in_article(self) -> dict[tuple[str, str], Counter[str]]:
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for claim in self.claims:
            found[claim.span.article, folded(claim.value)][claim.subject] += 1
        return found

    @cached_property
    def _by_surname(self) -> dict[str, dict[int, None]]:
        """Persons (by root) with a full name, by family name."""
        found: dict[str, dict[int, None]] = defaultdict(dict)
        for index, (kind, name) in enumerate(self.names):
            parsed = person_name(name) if kind == "person" and " " in name else None
            if parsed is not None and not parsed.single:
                for key in (folded(" ".join(parsed.surname)), folded(parsed.surname[-1])):
                    found[key].setdefault(self.clusters.root[index])
        return found

    def of(self, full: str, article: str) -> Entity | None:
        """The entity that `full` names in an article; None for a name nobody bears here, or that fits two."""
        if not full:
            return None
        subjects = self._in_article.get((article, folded(full)))
        name = subjects.most_common(1)[0][0] if subjects else full
        indexes = self._index.get(folded(name)) or self._index.get(folded(full)) or []
        if len(name.split()) > 1 or not indexes:
            if indexes:
                return self._by_root[self.clusters.root[indexes[0]]]
            return self._surname(full)
        kind = self.names[indexes[0]][0]
        if kind in ("person", "other") and (bearer := self._surname(name)):
            return bearer
        if kind == "person" and len(self._by_surname.get(folded(name), {})) > 1:
            return None
        return self._by_root[self.clusters.root[indexes[0]]]

    def _surname(self, word: str) -> Entity | None:
        bearers = self._by_surname.get(folded(word), {})
        return self._by_root[next(iter(bearers))] if len(bearers) == 1 else None

    def same(self, a: str, a_article: str, b: str, b_article: str) -> Literal["same", "different", "unknown"]:
        """Whether two names, each in its article, name one person or thing."""
        one, other = self.of(a, a_article), self.of(b, b_article)
        if one is None or other is None:
            return "same" if folded(a) == folded(b) and a_article == b_article else "unknown"
        if one == other:
            return "same"
        return "unknown" if frozenset({one.id, other.id}) in self._refused else "different"

    @cached_property
    def _refused(self) -> frozenset[frozenset[str]]:
        return frozenset(map(self._pair, self.clusters.refused))

    @cached_property
    def _by_entity(self) -> dict[str, list[NameClaim]]:
        found: dict[str, list[NameClaim]] = defaultdict(list)
        for claim in self.claims:
            index = self._position.get(self._key(claim))
            if index is not None:
                found[self._by_root[self.clusters.root[index]].id].append(claim)
        return found

    @cached_property
    def _position(self) -> dict[tuple[str, str], int]:
        return {name: index for index, name in enumerate(self.names)}

    def claims_of(self, entity: Entity) -> list[NameClaim]:
        """The name claims of an entity, short forms included."""
        return self._by_entity[entity.id]

    def refusals(self) -> Iterator[tuple[Entity, Entity, Link]]:
        """Pairs of entities that look alike and were not put together, with the reason."""
        for link in self.clusters.refused:
            first, second = (self._by_root[self.clusters.root[i]] for i in (link.first, link.second))
            if first.id != second.id:
                yield first, second, link

    def _pair(self, link: Link) -> frozenset[str]:
        return frozenset(self._by_root[self.clusters.root[i]].id for i in (link.first, link.second))
