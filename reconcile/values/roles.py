"""Offices, jobs and family relations: what a title says, and how two titles of one person relate."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reconcile.lexicon import words
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
# Posts that one person often holds together in one body; two of them are no conflict.
_TOGETHER = frozenset(
    {"president", "chief executive", "chairman", "executive chairman", "leader", "supreme leader"}
    | {
        "general secretary",
        "founder",
        "owner",
        "chief engineer",
        "chief scientist",
        "chief technology officer",
    }
)
# Posts that preside over a body: translations use one word or another.
_PRESIDING = frozenset({"president", "chairman", "head", "director", "leader"})
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
        """Whether a body has one holder of the post at a time."""
        found = offices().get(self.office)
        return found is not None and found.single and not self.kin


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
def kin() -> dict[str, tuple[str, bool]]:
    """Words for relations between persons: the relation, and whether a person has one such at a time."""
    found: dict[str, tuple[str, bool]] = {}
    for line in words("kin"):
        single = line.startswith("!")
        names = [name.strip() for name in line.lstrip("! ").split(",")]
        found.update(dict.fromkeys(names, (names[0], single)))
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


def is_rank(word: str) -> bool:
    """Whether the word sets the post it stands before below another: deputy, vice, assistant."""
    return _ranks().get(word) == "deputy"


@cache
def _ranks() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("ranks"):
        names = [name.strip() for name in line.split(",")]
        found.update(dict.fromkeys(names, names[0]))
    return found


def parse_role(title: str, body: str = "", status: str = "") -> Role | None:
    """The role that `title` (without the holder's name) and the body after its "of" name; None for no known post."""
    raw = [token.strip(".") for token in _WORD.findall(title)]
    tokens = [token.lower() for token in raw]
    held = status
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
        return Role(kin()[tokens[-1]][0], tuple(tokens[:-1]), body, "", held or "current", True)
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
        elif token.endswith(("'s", "’s")):
            owner, narrow = [*owner, *narrow, word[:-2]], []
        elif token.endswith(("s'", "s’")):
            owner, narrow = [*owner, *narrow, word[:-1]], []
        elif is_rank(token):
            narrow.append(token)
        elif word[0].isupper() and (token not in _title_words() or owner):
            owner, narrow = [*owner, word], [said for said in narrow if is_rank(said)]
        elif token not in _ARTICLES and token not in _EMPTY and token not in _opinions():
            narrow.append(token)
    # Lower-case words before a capitalized title belong to something else: a caption run into the sentence.
    kept = tuple(word for word in narrow if not capital or word in _ranks())
    return Role(office, kept, body or " ".join(owner), nation, held or "current")


@cache
def _levels() -> frozenset[str]:
    """Words that say how far a post reaches: national, regional."""
    return frozenset(word for line in words("post_levels") for word in line.split())


@cache
def _posts() -> frozenset[str]:
    """Posts of a house that are as a rule held by two people: director, curator."""
    return frozenset(line.strip() for line in words("house_posts"))


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


def relate(first: Role, second: Role) -> tuple[str, str]:
    """How two titles of one person relate, and why: one of same, alias, precision, former, rank, nation, kin,
    rival, service, exclusive, differs."""
    if first.kin or second.kin:
        if (
            first.kin
            and second.kin
            and first.office != second.office
            and kin()[first.office][1]
            and kin()[second.office][1]
        ):
            return "kin", f"a {first.office} is not a {second.office}"
        return ("same", "") if first.office == second.office else ("differs", "")
    a, b = offices()[first.office], offices()[second.office]
    if a == b and first.nation and second.nation and _nations_clash(first.nation, second.nation):
        return "nation", f"one source says {first.nation.title()}, the other {second.nation.title()}"
    if {first.status, second.status} & {"former", "then", "elect"} and first.status != second.status:
        if a == b:
            return (
                "former",
                f"one says {first.status}, the other {second.status}: the same post at another time",
            )
        return "differs", ""
    if a == b:
        return _same_office(first, second)
    if a.base == b.base and a.rank != b.rank and {a.rank, b.rank} - {"deputy", ""}:
        return "precision", f"{_with_article(a.name)} and {_with_article(b.name)} hold one kind of post"
    if a.base == b.base and a.rank != b.rank:
        return "rank", f"{_with_article(a.name)} is not {_with_article(b.name)}"
    if a.name in wider(b.name) or b.name in wider(a.name):
        narrow, wide = (a, b) if b.name in wider(a.name) else (b, a)
        return (
            "precision",
            f"{_with_article(narrow.name)} is {_with_article(wide.name)}: the wider word for one post",
        )
    if a.name in _rivals() and b.name in _rivals():
        return "rival", f"nobody is {_with_article(a.name)} and {_with_article(b.name)} at one time"
    ours, theirs = services(first), services(second)
    if ours and theirs and not ours & theirs and _heads(a) and _heads(b):
        return (
            "service",
            f"one post belongs to the {sorted(ours)[0]} service, the other to the {sorted(theirs)[0]} service",
        )
    here, there = ({*role.narrow} & _levels() for role in (first, second))
    if here and there and not here & there and not {a.name, b.name} & {"member", "player"}:
        return "level", f"a post is {sorted(here)[0]} in one and {sorted(there)[0]} in the other"
    if a.rank == b.rank and {a.base, b.base} <= _PRESIDING:
        return "alias", f"{a.name} and {b.name} are renderings of the post that presides over a body"
    posts = (a.single and b.single) or {a.name, b.name} <= _posts()
    if posts and not {a.name, b.name} <= _TOGETHER and _one_body(first, second):
        return "exclusive", f"{a.name} and {b.name} of one body are as a rule two posts"
    return "differs", ""


@cache
def _rivals() -> frozenset[str]:
    """Posts of which nobody holds two at one time."""
    return frozenset(post.strip() for line in words("rival_posts") for post in line.split(","))


@cache
def _services() -> dict[str, str]:
    found = (line.partition(":") for line in words("services"))
    return {word: name for name, _, listed in found for word in listed.split()}


def services(role: Role) -> frozenset[str]:
    """The services (police, fire, rescue) that the words of a post name."""
    said = f"{role.office} {' '.join(role.narrow)} {role.body}".lower().replace("’", "'").split()
    return frozenset(_services()[word] for word in said if word in _services())


def _heads(office: Office) -> bool:
    """Whether a post leads or speaks for a service, as one person does for one service."""
    return office.single or office.name in _LEADING


_LEADING = frozenset({"head", "director", "leader", "boss", "commander", "spokesman"})


def _same_office(first: Role, second: Role) -> tuple[str, str]:
    if _two_bodies(first, second) and first.office not in ("member", "official"):
        return "body", f"{first.office} in both; the body is {first.body} here and {second.body} there"
    one, other = set(first.narrow), set(second.narrow)
    if one == other:
        return "same", ""
    lower = [word for word in one ^ other if is_rank(word)]
    here, there = (said & _levels() for said in (one, other))
    if here and there and not here & there:
        levels = sorted(here)[0], sorted(there)[0]
        return "level", f"{_with_article(f'{levels[0]} post')} is not {_with_article(f'{levels[1]} post')}"
    if lower and (one < other or other < one):
        return "rank", f"{_with_article(f'{lower[0]} {first.office}')} is not {_with_article(first.office)}"
    if one < other or other < one:
        extra = " ".join(w for w in (*first.narrow, *second.narrow) if w in one ^ other)
        return "precision", f'one source leaves out "{extra}": the same post, said less exactly'
    return "differs", ""


def _one_body(first: Role, second: Role) -> bool:
    """Whether the posts are of one body by a word they share, or of one nation's government."""
    nations_ = {body_key(role) for role in (first, second) if role.nation and not role.body}
    return bool(body_words(first) & body_words(second)) or (
        len(nations_) == 1 and all(role.nation and not role.body for role in (first, second))
    )


def _two_bodies(first: Role, second: Role) -> bool:
    """Whether each post's body is said, in words that have none in common."""
    one, other = body_words(first), body_words(second)
    return len(one) > 1 and len(other) > 1 and not one & other and first.nation == second.nation


def _nations_clash(first: str, second: str) -> bool:
    one, other = nations()[first], nations()[second]
    return one[0] != other[0] and first not in other[1] and second not in one[1]


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
