"""Who holds which post in a list: "the mayor, Ann Dahl, the sheriff, Bo Reed", "Ann Dahl, the mayor, Bo Reed, the sheriff"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claims.posts.titles import Title
from reconcile.language.names.mentions import Mention
from reconcile.values.regex import regex

_NEXT = regex(r",(?: and)?(?: the| its| his| her| their| an?)?")
_LEAST = 4  # names and posts in turn that make a list; of two or three the words between decide


def settle_lists(text: str, titles: Sequence[Title], people: Sequence[Mention]) -> None:
    """Gives each post of a list of names and posts in turn to the name on the side that the list begins with."""
    for run in _runs(text, titles, people):
        for first, second in zip(run[::2], run[1::2], strict=False):
            title, person = (first, second) if isinstance(first, Title) else (second, first)
            if isinstance(title, Title) and isinstance(person, Mention):
                title.holder, title.before = person, title is first


def _runs(text: str, titles: Sequence[Title], people: Sequence[Mention]) -> Iterator[list[Title | Mention]]:
    """The lists of a text: names and posts that follow each other in turn, with no more than commas between."""
    ranks = {title.last + 1: title.start for title in titles}  # "General Bo Reed" begins with the rank
    marks: list[tuple[int, int, Title | Mention]] = [(ranks.get(m.start, m.start), m.end, m) for m in people]
    starts = {start for start, _, _ in marks}
    marks += [(t.start, t.last, t) for t in titles if t.start not in starts]
    marks.sort(key=lambda mark: mark[:2])
    run: list[Title | Mention] = []
    end = 0
    for start, last, mark in marks:
        follows = run and isinstance(mark, Title) != isinstance(run[-1], Title)
        if not follows or _NEXT.fullmatch(text[end:start].rstrip(" ")) is None:
            if len(run) >= _LEAST:
                yield run
            run = []
        run.append(mark)
        end = last
    if len(run) >= _LEAST:
        yield run
