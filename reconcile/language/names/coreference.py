"""Which fuller name in a text a later, shorter one stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reconcile.language.names.lore import compare, person_name
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.names import PersonName
from reconcile.values.romanization import folded

_BREATH = 100  # characters within which a father and his son may be named
_CLAN = 12  # bearers of one name in one text beyond which nobody could tell them apart


class People:
    """The persons of one text: every full name, those of one person put together under the fullest."""

    def __init__(self, names: Iterable[tuple[int, str]], relatives: frozenset[str] = frozenset()) -> None:
        self._relatives = relatives  # names that stand behind "his father"
        self._first: dict[str, int] = {}
        for at, name in names:
            self._first.setdefault(name, at)
        self._full: dict[str, str] = {}
        self.by_surname: dict[str, list[str]] = defaultdict(list)
        self.by_given: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._first, key=lambda n: (-len(n.split()), -len(n), self._first[n])):
            self._add(name)

    def _add(self, name: str) -> None:
        parsed = person_name(name)
        surname = folded(" ".join(parsed.surname))
        for fuller in self.by_surname.get(surname, [])[:_CLAN]:
            if _fits(parsed, person_name(fuller)) or self._pet_name(name, fuller):
                self._full[name] = fuller
                self._first[fuller] = min(self._first[fuller], self._first[name])
                return
        self._full[name] = name
        keys = {surname, folded(parsed.surname[-1])}
        if parsed.order == "given first" and len(parsed.surname) == 1 and "-" in surname:
            keys.update(surname.split("-"))
        for key in sorted(keys):
            self.by_surname[key].append(name)
        if parsed.given:
            self.by_given[folded(parsed.given[0])].append(name)

    def _pet_name(self, name: str, fuller: str) -> bool:
        """Whether a name has the short form of the other's given name, and the two are not named in one breath."""
        if name in self._relatives or fuller in self._relatives:
            return False
        apart = abs(self._first[name] - self._first[fuller]) > _BREATH
        return apart and compare(name, fuller).how == "nickname"

    def full(self, name: str) -> str:
        """The fullest form of a full name in this text."""
        return self._full.get(name, name)

    def knows(self, name: str) -> bool:
        """Whether a full name is one of these persons'."""
        return name in self._full

    def behind(self, word: str, offset: int) -> tuple[str, ...]:
        """The persons whom a bare family or given name can stand for, those already introduced first."""
        key = folded(word)
        found = (self.by_surname.get(key) or self.by_given.get(key) or [])[:_CLAN]
        before = [name for name in found if self._first[name] < offset]
        if len(before) == 1:
            return tuple(before)
        return tuple(sorted(found, key=lambda n: (self._first[n] >= offset, -self._first[n])))

    def near(self, word: str) -> bool:
        """Whether a word is a family name of the text with a slip of one keystroke."""
        key = folded(word)
        return len(key) > 5 and any(
            abs(len(key) - len(name)) < 2 and one_keystroke(key, name) for name in self.by_surname
        )


def _fits(short: PersonName, full: PersonName) -> bool:
    """Whether one full name can be a shorter form of another with the same family name, in one text."""
    if short.suffix and full.suffix and short.suffix != full.suffix:
        return False
    ours, theirs = ([folded(g).rstrip(".") for g in n.given] for n in (short, full))
    if "".join(ours).replace("-", "") == "".join(theirs).replace("-", ""):
        return True
    if short.order == "surname first" or full.order == "surname first":
        return False
    at = 0
    for given in ours:
        while at < len(theirs) and not _is_form(given, theirs[at]):
            at += 1
        if at == len(theirs):
            return False
        at += 1
    return _is_form(ours[0], theirs[0]) if ours and theirs else True


def _is_form(given: str, other: str) -> bool:
    return (
        given == other or (len(given) == 1 and other[:1] == given) or (len(other) == 1 and given[:1] == other)
    )


def initials(names: Sequence[str]) -> dict[str, str]:
    """Acronyms that the names of bodies make ("UAE Space Agency" none, "Workers' Party of Korea": WPK)."""
    found: dict[str, str] = {}
    for name in names:
        parts = [w for w in name.replace("-", " ").split() if w[0].isalpha()]
        if len(parts) < 2:
            continue
        for words in (parts, [w for w in parts if w[0].isupper()]):
            letters = "".join(w[0] for w in words).upper()
            if len(letters) > 2:
                found.setdefault(letters, name)
    return found
