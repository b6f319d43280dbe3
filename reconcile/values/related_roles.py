"""How two titles of one person relate: one post in other words, a wider word, a rank below, another post."""

from __future__ import annotations

from functools import cache

from reconcile.lexicon import words
from reconcile.values.kinship import relate_kin
from reconcile.values.regex import regex
from reconcile.values.role_bodies import (
    departments_apart,
    governs_beside,
    houses_apart,
    of_firm,
    portfolio,
    seats_apart,
    two_bodies,
)
from reconcile.values.roles import (
    Office,
    Role,
    body_key,
    body_words,
    departments,
    grades,
    is_grade,
    is_rank,
    nations,
    office,
    wider,
)

# Posts that one person often holds together in one body; two of them are no conflict.
_TOGETHER = frozenset(
    {"president", "chief executive", "executive chairman", "leader", "supreme leader"}
    | {
        "general secretary",
        "founder",
        "owner",
        "chief engineer",
        "chief scientist",
        "chief technology officer",
    }
)
# What all who serve in a force are called, whatever their grade.
_SERVING = frozenset({"deputy", "sheriff's deputy", "police officer", "trooper", "patrolman", "ranger"})
# Posts that preside over a body: translations use one word or another.
_PRESIDING = (
    frozenset({"president", "chairman", "head", "leader"}),
    frozenset({"director", "chief executive", "head", "leader"}),
    frozenset({"chief of police", "police commissioner", "superintendent"}),
    frozenset({"head", "police commissioner", "superintendent"}),
)


def relate(first: Role, second: Role) -> tuple[str, str]:
    """How two titles of one person relate, and why: one of same, alias, precision, former, rank, nation, kin,
    stage, rival, service, grade, seat, house, exclusive, differs."""
    if first.kin or second.kin:
        return relate_kin(first.office, second.office) if first.kin and second.kin else ("differs", "")
    a, b = office(first.office), office(second.office)
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
    if grade := _two_grades(first, second):
        return "grade", grade
    if a.base == b.base and a.rank != b.rank and {a.rank, b.rank} - {"deputy", ""}:
        return "precision", f"{_with_article(a.name)} and {_with_article(b.name)} hold one kind of post"
    if a.base == b.base and a.rank != b.rank:
        return "rank", f"{_with_article(a.name)} is not {_with_article(b.name)}"
    for chief, deputy in ((first, second), (second, first)):
        if _stands_in(deputy, chief):
            return "rank", f"{_with_article(chief.office)} is not {_with_article(deputy.office)}"
    run = departments_run(first), departments_run(second)
    if run[0] and run[1] and not run[0] & run[1] and first.status == second.status:
        return "rival", departments_apart(*run)
    portfolios = portfolio(first), portfolio(second)
    if all(portfolios) and not portfolios[0] & portfolios[1] and first.status == second.status:
        return "rival", departments_apart(*portfolios)
    if learning := _learning(first, second):
        return "precision", learning
    if a.name in wider(b.name) or b.name in wider(a.name):
        narrow, wide = (a, b) if b.name in wider(a.name) else (b, a)
        return (
            "precision",
            f"{_with_article(narrow.name)} is {_with_article(wide.name)}: the wider word for one post",
        )
    if "businessman" in wider(a.name) & wider(b.name):
        return "precision", f"{_with_article(a.name)} and {_with_article(b.name)} are in business"
    for graded, serving in ((a, b), (b, a)):
        if serving.name in _SERVING and (is_grade(graded.name) or graded.name == "detective"):
            return "precision", f"{_with_article(graded.name)} serves as {_with_article(serving.name)}"
    if a.rank == b.rank and any({a.base, b.base} <= posts for posts in _PRESIDING):
        return "alias", f"{a.name} and {b.name} are renderings of the post that presides over a body"
    ministers = all("minister" in wider(office.name) for office in (a, b))
    if ministers or (a.name in _rivals() and b.name in _rivals()):
        return "rival", f"nobody is {_with_article(a.name)} and {_with_article(b.name)} at one time"
    for narrow, wide in ((a, b), (b, a)):
        if _narrows(narrow, wide):
            return (
                "precision",
                f"{_with_article(narrow.name)} is {_with_article(wide.name)}, said more exactly",
            )
    if first.status == second.status and two_trades(a.name, b.name):
        return "rival", f"{_with_article(a.name)} and {_with_article(b.name)} follow two callings"
    if portfolios[0] and portfolios[0] == portfolios[1] and first.status == second.status:
        return "alias", f"{a.name} and {b.name} are words for who runs one department"
    ours, theirs = services(first), services(second)
    if ours and theirs and not ours & theirs and _heads(a) and _heads(b):
        return "service", _services_apart(ours, theirs)
    here, there = ({*role.narrow} & _levels() for role in (first, second))
    if here and there and not here & there and not {a.name, b.name} & {"member", "player"}:
        return "level", f"a post is {sorted(here)[0]} in one and {sorted(there)[0]} in the other"
    if any(
        _plain_chief(role) and office(rival.office).single
        for role, rival in ((first, second), (second, first))
    ):
        return "same", ""
    posts = {a.name, b.name} == {"head", "spokesman"} or all(o.single or o.name in _posts() for o in (a, b))
    posts = posts and not {*a.name.split()} & {*b.name.split()}  # a secretary, the secretary-general
    together = {a.name, b.name} <= _TOGETHER and not _union(first, second)
    if posts and not together and _one_body(first, second):
        if _speaks(first, second):
            return "alias", "who runs the press office of a body speaks for it"
        said = f"{a.name} and {b.name} of one body are as a rule two posts"
        both = "spokesman" in (a.name, b.name) or _may_be_one(first, second)  # one may be both
        return ("exclusive" if both else "apart"), said
    return "differs", ""


def _stands_in(deputy: Role, chief: Role) -> bool:
    """Whether the one is the deputy of the other: a deputy minister of his minister, a deputy head of a headmaster."""
    rank, _, post = deputy.office.partition(" ")
    if rank != "deputy" or chief.office.startswith("deputy "):
        return False
    if post == "minister":
        return chief.office.rpartition(" ")[2] == "minister" and chief.office != "prime minister"
    return post == "head" and chief.office == "principal" and not deputy.body


def _union(first: Role, second: Role) -> bool:
    """Whether a general secretary and a president are of a union or a club, which has one of each, and of no party."""
    said = {*first.body.lower().replace("’", "'").split(), *second.body.lower().replace("’", "'").split()}
    return {first.office, second.office} == {"president", "general secretary"} and not said.isdisjoint(_CLUBS)


_CLUBS = frozenset(
    {"union", "federation", "association", "club", "society", "guild", "unions", "confederation", "council"}
)


def _speaks(first: Role, second: Role) -> bool:
    """Whether one post is a spokesman's and the other is in the press office."""
    said = (word for role in (first, second) for word in (*role.narrow, *role.body.lower().split()))
    return "spokesman" in (first.office, second.office) and not _PRESS.isdisjoint(said)


def _may_be_one(first: Role, second: Role) -> bool:
    """Whether one person may well hold both: who chairs a house may run it."""
    names = {first.office, second.office}
    return bool(names & _CHAIRS) and bool(names & _RUNNING)


_CHAIRS = frozenset({"chairman", "president"})
_RUNNING = frozenset({"chief executive", "permanent secretary", "secretary", "treasurer", "general manager"})
_PRESS = frozenset(
    ("communications", "communication", "press", "media", "information", "affairs", "relations")
)


def _narrows(office: Office, other: Office) -> bool:
    """Whether a post is named by another one's word with a word that narrows it: police commissioner, commissioner."""
    return office.name.endswith(f" {other.name}") and not office.rank


def departments_run(role: Role) -> frozenset[str]:
    """The departments of a house that a post runs; empty when it runs none, or the words do not say which."""
    *before, post = role.office.split()
    if post not in _RUN or (post == "officer" and "chief" not in before):
        return frozenset()  # a staff officer runs nothing by that
    said = {*before, *role.narrow, *role.body.lower().split(" at ")[0].split()}
    return frozenset(_departments()[word] for word in said if word in _departments())


# What those are called who run a department.
_RUN = frozenset({"head", "director", "manager", "officer", "boss", "chief", "president"})


@cache
def _departments() -> dict[str, str]:
    found = (line.split() for line in words("house_departments"))
    return {word: names[0] for names in found for word in names}


def _learning(first: Role, second: Role) -> str:
    """Why an apprentice and a plumber are one calling told more or less exactly; empty when they are not."""
    for learner, other in ((first, second), (second, first)):
        plain = learner.office in _LEARNERS and not learner.narrow
        if plain and (other.office in _trades() or wider(other.office) & _trades()):
            return f"{_with_article(learner.office)} learns a calling, and {_with_article(other.office)} follows it"
    return ""


_LEARNERS = frozenset({"apprentice", "trainee", "student"})


def _two_grades(first: Role, second: Role) -> str:
    """Why two ranks of one service exclude each other; empty when they do not, or when a word narrows one to more than
    a rank (a director general)."""
    one, other = first.office, second.office
    apart = any({one, other} <= line for line in grades()) and first.status == second.status
    if {one, other} in _SHORT:
        return ""  # a lieutenant colonel, cut to the first word
    words_ = {*first.narrow, *second.narrow}
    plain = not words_ - _grading() and not words_ & {one, other}
    return f"{_with_article(one)} is not {_with_article(other)}" if apart and plain else ""


@cache
def _grading() -> frozenset[str]:
    """Words beside a grade that leave it a grade: police, rear, retired."""
    lines = (line.partition(":") for line in words("name_sets"))
    return frozenset(word for name, _, listed in lines if name == "grading" for word in listed.split())


_SHORT = (
    {"lieutenant", "colonel"},
    {"lieutenant", "general"},
    {"major", "general"},
    {"brigadier", "general"},
)


def _plain_chief(role: Role) -> bool:
    """Whether a title says no more than "chief", which is short for many."""
    return role.office == "head" and not role.narrow and not body_words(role)


@cache
def _levels() -> frozenset[str]:
    """Words that say how far a post reaches: national, regional."""
    return frozenset(word for line in words("post_levels") for word in line.split())


@cache
def _posts() -> frozenset[str]:
    """Posts of a house that are as a rule held by two people: director, curator."""
    return frozenset(line.strip() for line in words("house_posts"))


@cache
def _rivals() -> frozenset[str]:
    """Posts of which nobody holds two at one time."""
    return frozenset(post.strip() for line in words("rival_posts") for post in line.split(","))


def two_trades(first: str, second: str) -> bool:
    """Whether two callings are, or are kinds of, two trades of which hardly anybody follows both."""
    here, there = (({office} | wider(office)) & _trades() for office in (first, second))
    return bool(here and there) and not here & there


@cache
def _trades() -> frozenset[str]:
    """Callings of which hardly anybody follows two."""
    return frozenset(trade.strip() for line in words("trades") for trade in line.split(","))


@cache
def _services() -> dict[str, str]:
    found = (line.partition(":") for line in words("services"))
    return {word: name for name, _, listed in found for word in listed.split()}


def services(role: Role) -> frozenset[str]:
    """The services (police, fire, rescue) that the words of a post name."""
    said = f"{role.office} {' '.join(role.narrow)} {role.body}".lower().replace("’", "'").split()
    return frozenset(_services()[word] for word in said if word in _services())


def _services_apart(ours: frozenset[str], theirs: frozenset[str]) -> str:
    return f"one post belongs to the {min(ours)} service, the other to the {min(theirs)} service"


def _heads(office: Office) -> bool:
    """Whether a post leads or speaks for a service, as one person does for one service."""
    return office.single or office.name in _LEADING


_LEADING = frozenset({"head", "director", "leader", "boss", "commander", "spokesman"})


def _same_office(first: Role, second: Role) -> tuple[str, str]:
    if seats := seats_apart(first, second):
        return "seat", seats
    ours, theirs = services(first), services(second)
    if ours and theirs and not ours & theirs and _heads(office(first.office)):
        return "service", _services_apart(ours, theirs)
    if bool(ours) != bool(theirs) and of_firm(second if ours else first) and _heads(office(first.office)):
        return "service", f"one post belongs to the {min(ours | theirs)} service, the other to a firm"
    if houses := houses_apart(first, second):
        return "house", houses
    if two_bodies(first, second) and first.office not in ("member", "official"):
        return "body", f"{first.office} in both; the body is {first.body} here and {second.body} there"
    portfolios = portfolio(first), portfolio(second)
    if portfolios[0] and portfolios[1] and not portfolios[0] & portfolios[1]:
        return "rival", departments_apart(*portfolios)
    rest = [{*role.narrow} - departments() for role in (first, second)]
    run = departments_run(first), departments_run(second)
    if run[0] and run[1] and not run[0] & run[1]:
        return "rival", departments_apart(*run)
    if portfolios[0] and portfolios[0] == portfolios[1] and rest[0] == rest[1]:
        return "same", ""  # the interior secretary, the secretary of the interior
    one, other = set(first.narrow), set(second.narrow)
    if one == other:
        return "same", ""
    of_rank = not office(first.office).single and "officer" in wider(first.office)
    lower = [
        word for word in one ^ other if is_rank(word) and not of_rank
    ]  # a sheriff's deputy is a lieutenant too
    here, there = (said & _levels() for said in (one, other))
    if here and there and not here & there:
        levels = sorted(here)[0], sorted(there)[0]
        return "level", f"{_with_article(f'{levels[0]} post')} is not {_with_article(f'{levels[1]} post')}"
    if lower and (one < other or other < one):
        return "rank", f"{_with_article(f'{lower[0]} {first.office}')} is not {_with_article(first.office)}"
    if one < other or other < one:
        extra = " ".join(w for w in (*first.narrow, *second.narrow) if w in one ^ other)
        return "precision", f'one source leaves out "{extra}": the same post, said less exactly'
    if not one & other and all(any(map(_of_youth, said)) for said in (one, other)):
        return (
            "precision",
            f"{' '.join(first.narrow)} and {' '.join(second.narrow)} both name a team of the young",
        )
    if len(one) == len(other) == 1 and not one & other and not first.body and not second.body:
        short, long = sorted((first.narrow[0], second.narrow[0]), key=len)
        if len(short) >= _WORD and long.endswith(short):
            return "precision", f'"{long}" is a compound of "{short}": the same post, said more exactly'
        if any(one | other <= field for field in _fields()):
            return "alias", f"{short} and {long} are words for one field"
        said = [_with_article(f"{role.narrow[0]} {role.office}") for role in (first, second)]
        return "narrowed", f"{said[0]} is not {said[1]}"
    return "differs", ""


@cache
def _fields() -> tuple[frozenset[str], ...]:
    """Words for one field of work, before the post of who heads it or works there."""
    return tuple(frozenset(line.split()) for line in words("work_fields"))


_WORD = 4  # letters of the part of a compound that is a word by itself: wellsite, oilfield


def _of_youth(word: str) -> bool:
    """Whether a word before a post in sport says that the team is one of young players: youth, under-21."""
    return word in _youth() or _UNDER.fullmatch(word) is not None


_UNDER = regex(r"(?:under-?|u-?)\d\d")


@cache
def _youth() -> frozenset[str]:
    return frozenset(word for line in words("youth_levels") for word in line.split())


def _one_body(first: Role, second: Role) -> bool:
    """Whether the posts are of one body by a word they share, or of one nation's government; a body that is
    not said with both is taken to be one, but for a mere "director", who may be one of films."""
    films = any(role.office == "director" and not (role.body or role.narrow) for role in (first, second))
    if films or governs_beside(first, second):
        return False
    if not (first.body and second.body) and not (first.nation or second.nation):
        return True
    if any(role.body and not body_words(role) for role in (first, second)) and not (
        first.nation or second.nation
    ):
        return True  # "the union's general secretary"
    nations_ = {body_key(role) for role in (first, second) if role.nation and not role.body}
    return bool(body_words(first) & body_words(second)) or (
        len(nations_) == 1 and all(role.nation and not role.body for role in (first, second))
    )


def _nations_clash(first: str, second: str) -> bool:
    one, other = nations()[first], nations()[second]
    return one[0] != other[0] and first not in other[1] and second not in one[1]


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
