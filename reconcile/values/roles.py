"""Offices, jobs and family relations: what a title says, and how two titles of one person relate."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.lexicon import words
from reconcile.values.kinship import kin
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+(?:[-.'’&][^\W_]+)*\.?")
_STATUS = {
    "then": "then",
    "former": "former",
    "ex": "former",
    "late": "former",
    "retired": "former",
    "ousted": "former",
    "outgoing": "current",
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "incoming": "elect",
    "designate": "elect",
}
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "s", "one", "another"})
_EMPTY = frozenset({"of", "the", "and", "for", "in", "at", "to", "on", "a", "an", "s", "de", "its", "their"})


class Office(NamedTuple):
    """A post of the lexicon: its usual name, whether a body has one holder at a time, and the wider words for it."""

    name: str
    single: bool
    wider: tuple[str, ...]

    @property
    def rank(self) -> str:
        """The rank word that sets the post below another ("deputy"), empty for none."""
        first, _, rest = self.name.replace("-", " ").partition(" ")
        return _ranks().get(first, "") if rest in offices() else ""

    @property
    def base(self) -> str:
        """The post without its rank word: "chairman" for "deputy chairman"."""
        return self.name.replace("-", " ").partition(" ")[2] if self.rank else self.name


class Role(NamedTuple):
    """A title taken apart: post, what narrows it, whose post it is, of which nation, and when it was held."""

    office: str
    narrow: tuple[str, ...] = ()
    body: str = ""
    nation: str = ""
    status: str = "current"
    kin: bool = False

    @property
    def single(self) -> bool:
        """Whether a body has one holder of the post at a time, as it has of none who stands below another."""
        found = offices().get(self.office)
        return found is not None and found.single and not self.kin and not any(map(is_rank, self.narrow))


@cache
def offices() -> dict[str, Office]:
    """Every wording of the lexicon, in lower case, with its post."""
    found: dict[str, Office] = {}
    for line in words("offices"):
        names, _, wider = line.partition("<")
        names, single = names.strip(), False
        if names.endswith(" 1") or wider.strip().endswith(" 1"):
            single, names = True, names.removesuffix(" 1")
        wider = wider.strip().removesuffix(" 1")
        first, _, others = (part.strip() for part in names.partition("="))
        office = Office(first, single, tuple(w.strip() for w in wider.split(",") if w.strip()))
        for wording in (first, *(o.strip() for o in others.split(","))):
            if wording:
                found.setdefault(wording, office)
    return found


@cache
def head_words() -> frozenset[str]:
    """The last words of all posts: where a reader looks for a title. Plurals are not titles."""
    return frozenset(name.rsplit(" ", 1)[-1] for name in offices() if {"of", "for"}.isdisjoint(name.split()))


@cache
def nations() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Adjectives of countries and regions in lower case: the place, and the wider adjectives that also fit."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for line in words("countries"):
        parts = [part.strip() for part in line.split("|")]
        country = parts[1].split(";")[0].strip()
        for adjective in parts[2].split(";"):
            found.setdefault(adjective.strip().lower(), (country, ()))
    found.pop("", None)
    found.update(dict.fromkeys(("us", "u.s", "u.s."), ("United States", ())))
    found.update(dict.fromkeys(("uk", "u.k", "u.k."), ("Britain", ())))
    for line in words("regional_adjectives"):
        said, _, whole = line.partition("<")
        adjective, _, region = (part.strip() for part in said.partition(","))
        found[adjective] = (region, tuple(w.strip() for w in whole.split(",")))
    return found


@cache
def home_nations() -> dict[str, frozenset[str]]:
    """The nations that make up one country, by name, each with the countries whose adjectives fit it too."""
    found: dict[str, frozenset[str]] = {}
    for region, wider in nations().values():
        if "british" in wider:
            found[region] = frozenset(nations()[adjective][0] for adjective in wider)
    return found


def is_rank(word: str) -> bool:
    """Whether the word sets the post it stands before below another: deputy, vice, assistant."""
    return _ranks().get(word) == "deputy"


_ENDING = regex(
    r"[a-z-]{2,}(?:[^aeiou]er|eer|[ts]or|ist|[tc]ian|wright|smith|monger|keeper|owner|maker|man|woman)\Z"
)


def is_calling(noun: str) -> bool:
    """Whether a noun in small letters may be what somebody does for a living, by its ending: insurer, wheelwright."""
    return _ENDING.match(noun) is not None and noun not in _no_callings()


@cache
def _no_callings() -> frozenset[str]:
    return frozenset(word for line in words("not_callings") for word in line.split())


def open_role(title: str, body: str = "", status: str = "") -> Role | None:
    """The role that a title names whose noun no list holds; None where the ending tells none."""
    said = _WORD.findall(title)
    noun = said[-1].strip(".") if said else ""
    return _role(noun, said[:-1], body, status, False) if is_calling(noun) else None


def office(name: str) -> Office:
    """A post of the lexicon; one that many hold for any other noun."""
    return offices().get(name) or Office(name, False, ())


def is_grade(word: str) -> bool:
    """Whether a word, cut short or not, is a grade of a service by which its holder is called: Adm., Sergeant."""
    found = offices().get(word.lower().strip("."))
    return found is not None and any(found.name in line for line in grades())


@cache
def grades() -> tuple[frozenset[str], ...]:
    """The grades of each service."""
    return tuple(frozenset(grade.strip() for grade in line.split(",")) for line in words("grades"))


@cache
def _ranks() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("ranks"):
        names = [name.strip() for name in line.split(",")]
        found.update(dict.fromkeys(names, names[0]))
    return found


@lru_cache(maxsize=16384)
def parse_role(title: str, body: str = "", status: str = "") -> Role | None:
    """The role that `title` (without the holder's name) and the body after its "of" name; None for no known post."""
    raw = [token.strip(".") for token in _WORD.findall(title)]
    tokens = [token.lower() for token in raw]
    held = status
    if len(tokens) > 1 and tokens[-1] == tokens[-2]:  # "Police Chief Chief Ann Dahl"
        tokens, raw = tokens[:-1], raw[:-1]
    while tokens and (tokens[0] in _STATUS or tokens[0] in _ARTICLES or tokens[0].startswith("ex-")):
        if tokens[0].startswith("ex-"):
            held, tokens[0] = "former", tokens[0][3:]
            continue
        held = held or _STATUS.get(tokens[0], "")
        tokens, raw = tokens[1:], raw[1:]
    if tokens and tokens[-1] in ("elect", "designate"):
        held, tokens = "elect", tokens[:-1]
    elif tokens and tokens[-1].endswith("-elect"):
        held, tokens[-1] = "elect", tokens[-1].removesuffix("-elect")
    for at in range(len(tokens)):
        wording = " ".join(tokens[at:])
        office = offices().get(wording)
        if office is None:
            continue
        whole = offices().get(f"{wording} of {body.lower().removeprefix('the ')}") if body else None
        if whole is not None:
            return _role(whole.name, raw[:at], "", held, False)
        return _role(office.name, raw[:at], body, held, raw[at][0].isupper() and not raw[at].isupper())
    if tokens and tokens[-1] in kin():
        return Role(kin()[tokens[-1]].name, tuple(tokens[:-1]), body, "", held or "current", True)
    return None


def _role(office: str, before: list[str], body: str, status: str, capital: bool) -> Role:
    """The role of an office and the words before it: capitalized words say whose post it is, others narrow it."""
    nation, narrow, owner, held = "", list[str](), list[str](), status
    index = 0
    while index < len(before):
        pair = " ".join(before[index : index + 2]).lower()
        word = before[index]
        token = word.lower().replace(".", "")
        if pair in nations() and len(before) > index + 1:
            nation, narrow, index = pair, [], index + 2
            continue
        index += 1
        if token in nations():
            nation, narrow = token, []
        elif token in _STATUS:
            held = held or _STATUS[token]
        elif token.endswith(("'s", "’s", "s'", "s’")):
            owner, narrow = [*owner, *narrow, word], []
        elif owner and owner[-1].lower().endswith(("'s", "’s")) and token in kinds_of_bodies():
            owner = [*owner, word]  # "sheriff's office"
        elif is_rank(token) or (office in ("minister", "secretary") and token in departments() and not owner):
            narrow.append(token)
        elif word[0].isupper() and (token not in _title_words() or owner):
            led = (
                _leading(before[: index - 1]) if not owner else []
            )  # "State" of "State Department spokesman"
            owner, narrow = [*owner, *led, word], [said for said in narrow if is_rank(said)]
        elif token not in _ARTICLES and token not in _EMPTY and token not in _opinions():
            narrow.append(token)
    # Lower-case words before a capitalized title belong to something else: a caption run into the sentence.
    kept = tuple(word for word in narrow if not capital or word in _ranks() or word in departments())
    whose = " ".join(owner).removesuffix("'s").removesuffix("’s").rstrip("'’")
    return Role(office, kept, body or whose, nation, held or "current")


def _leading(said: list[str]) -> list[str]:
    """The capitalized words at the end of `said` that may begin the name of a body."""
    found: list[str] = []
    for word in reversed(said):
        token = word.lower().replace(".", "")
        if not word[0].isupper() or token in _STATUS or token in _ranks() or token in nations():
            break
        found.insert(0, word)
    return found


@cache
def kinds_of_bodies() -> frozenset[str]:
    """Nouns for bodies that are called after a post: office, department."""
    return frozenset(word for line in words("led_bodies") for word in line.split())


@cache
def work_words() -> frozenset[str]:
    """Words for fields of work, before or behind the post of who heads it: media, research."""
    return frozenset(word for line in words("work_fields") for word in line.split())


@cache
def departments() -> frozenset[str]:
    """What ministers and secretaries are in charge of: health, transport."""
    lines = (line.partition(":") for line in words("name_sets"))
    return frozenset(word for name, _, listed in lines if name == "portfolios" for word in listed.split())


@cache
def _opinions() -> frozenset[str]:
    """Adjectives that judge or describe a person and narrow no post."""
    return frozenset(word for line in words("opinions") for word in line.split())


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for name in offices() for word in name.split())


def wider(office: str) -> frozenset[str]:
    """Every wider word for a post: a mayor is an official."""
    found: set[str] = set()
    queue = [office]
    while queue:
        entry = offices().get(queue.pop())
        for name in entry.wider if entry else ():
            if name not in found:
                found.add(name)
                queue.append(name)
    return frozenset(found)


def body_words(role: Role) -> frozenset[str]:
    """The telling words of whose post it is, with what narrows it: for "Nordwind chief executive", nordwind."""
    said = [token.lower().strip(".") for token in _WORD.findall(role.body)]
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in said) - _EMPTY - _generic()


@cache
def _generic() -> frozenset[str]:
    """Nouns that name a body only by its kind ("the group"): they tell no two bodies apart."""
    return frozenset(word for line in words("generic_bodies") for word in line.split())


@cache
def _suffixes() -> frozenset[str]:
    """Words at the end of a company's name that people leave out."""
    return frozenset(word for line in words("company_suffixes") for word in line.split())


def body_key(role: Role) -> tuple[str, ...]:
    """The proper name of whose post it is, or its nation: equal for one body, empty when the words name none."""
    if role.nation and not role.body:
        return (nations()[role.nation][0].lower(),)
    proper = [t.strip(".") for t in _WORD.findall(role.body) if t[0].isupper()]
    found = [word.removesuffix("'s").removesuffix("’s").lower() for word in proper]
    while len(found) > 1 and found[-1] in _suffixes():
        found.pop()
    return tuple(found)
