"""For which party somebody stands: "Labour's Ann Dahl", "Bo Ek (Greens)", "Ida Munk, an independent"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "party"

_POST = (
    r"(?:(?:presidential|mayoral|congressional|senatorial|parliamentary|local|city|town|county|state|national|former|defeated|losing|winning|sitting|rival|veteran) )*"
    r"(?:candidate|contender|challenger|nominee|incumbent|opponent|rival|lawmaker|legislator|senator|congressman|congresswoman|"
    r"councillor|councilor|councilman|councilwoman|mayor|governor|deputy|politician|leader|chairman|chairwoman|minister|MP|MEP|MSP|TD|"
    r"Sen\.|Rep\.|Gov\.|Senator|Representative|Governor|Mayor|Councillor|spokesman|spokeswoman|member)"
)
_OWNED = regex(
    r"(?: [Pp]arty)?(?:['’]s|(?<=s)['’])(?: (?:own )?(?:[a-z-]+ ){0,2}(?:candidate|leader|mayor)?)? ?\Z"
)
_BEFORE_POST = regex(rf"(?: [Pp]arty)? (?:{_POST} ?)?,? ?\Z")
_STOOD = regex(
    r"(?:, (?:\d{1,3}, )?(?:who (?:is|was|ran as|stood as) )?| (?:is|was|ran as|stood as|running as|standing as|as) )"
    r"(?:an? (?:[a-z-]+ ){0,3})?\Z"
)
_OF = regex(
    r"(?:, [^,;.()]{2,40})?,? (?:of|for|from|(?:who )?belong(?:s|ed|ing) to) (?:the |(?:the )?[A-Z][\w-]+['’]s )?\Z"
)
_PAREN = regex(r"(?:, \d{1,3})? \(\Z")
_PARTY = regex(r"(?: [Pp]arty)?")
_NEAR = 60


@record
class PartyClaim(Claim):
    """`subject` stands for, or belongs to, the party `value`; "none" for an independent."""

    type: Literal["party"] = "party"
    value: str

    def __str__(self) -> str:
        return self.value


def extract(reading: Reading) -> Iterator[PartyClaim]:
    """Yields the parties of named persons."""
    text = reading.text
    found = cues(reading, "parties")
    if not found:
        return
    people = [m for m in reading.document.mentions if m.kind == "person" and " " in m.full]
    starts = [m.start for m in people]
    for start, end, party in found:
        if party != "none" and not text[start].isupper():
            continue
        at = bisect_left(starts, start)
        after = people[at] if at < len(people) and people[at].start - end <= _NEAR else None
        before = people[at - 1] if at and 0 < start - people[at - 1].end <= _NEAR else None
        who = _behind(text, before, start, end, party) or _ahead(text, after, end, party)
        if who is not None:
            first, last = min(start, who.start), max(end, who.end)
            yield reading.claim(PartyClaim, first, last, subject=who.full, value=party)


def _ahead(text: str, name: Mention | None, end: int, party: str) -> Mention | None:
    """The person named after a party's name: "Labour's Ann Dahl", "Green candidate Ann Dahl"."""
    if name is None:
        return None
    gap = text[end : name.start]
    owned = _OWNED.match(gap) if party != "none" else None
    posted = _BEFORE_POST.match(gap) if gap.strip(" ,") not in ("", "party", "Party") else None
    titled = name.title and gap.strip(" ") == name.title and _BEFORE_POST.match(f" {name.title} ")
    return name if owned or posted or titled else None


def _behind(text: str, name: Mention | None, start: int, end: int, party: str) -> Mention | None:
    """The person named before a party's name: "Ann Dahl (Greens)", "Ann Dahl of the Greens", "Ann Dahl, a Liberal"."""
    if name is None:
        return None
    gap, last = text[name.end : start], _PARTY.match(text, end)
    closing = text[last.end() if last is not None else end :][:1]
    if _PAREN.match(gap):
        return name if closing in (")", ",", "/", ";") else None
    if _OF.match(gap) and party != "none":
        return name
    ends = not closing.isalpha() and (closing != " " or not text[end + 1 : end + 2].isalpha())
    follows = text.startswith(
        (
            " who ",
            " and ",
            " candidate",
            " member",
            " politician",
            " with ",
            " from ",
            " in ",
            " won",
            " was ",
        ),
        end,
    )
    stood = gap.strip() and _STOOD.match(gap)
    return name if stood and (ends or follows) else None
