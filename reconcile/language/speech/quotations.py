"""Stretches between quotation marks, repaired where marks are mixed or missing.

A speech goes over paragraphs where each is opened anew, or where the last is closed and the teller says nothing between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reconcile.values.regex import regex

DEEPEST = 3  # marks nested deeper than this are read as plain characters

# The first element is a plain set, so that the search skips letters fast.
_MARK = regex(r"[\"“”„‟«»″‘’‚‛'`\n](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<=\n)[^\S\n]*(?:\n\s*)?)?")
_DOUBLE = frozenset(("``", "''", "‘‘", "’’", '"', "“", "”", "„", "‟", "«", "»", "″"))
_OPENERS = frozenset(("``", "‘‘", "“", "„", "‟", "«", "‘", "‚", "‛"))
_APOSTROPHES = frozenset("'’")
_CLOSERS = frozenset(("”", "»", "''", "’’", "’"))
# Words that begin with an apostrophe; "'90s" is caught by its digits.
_CLIPPED = regex(
    r"(?:em|til|till|cause|twas|tis|bout|n|round|cuz|nuff|kay|ere|neath)\b|\d\ds?\b", re.IGNORECASE
)
_GOES_ON = regex(r"[\"“]\S|`` ?\S")
_TOLD = regex(
    r"\b(?:said|says|told|added|adds|asked|wrote|according)\b"
)  # words of the teller, not of the speech
_TELLS = regex(
    r"\b(?:he|she|they|[A-Z][\w’'-]+) (?:said|says|told|added|adds|asked|wrote)\b|\b(?:said|says|added|adds) (?:[A-Z]|the\b|an?\b)|\baccording to\b"
)
_SAID = regex(
    r"\b(?:said|says|added|adds|told [^\s:]+(?: [^\s:]+){0,3}|wrote|tweeted|posted|explained|replied): (?=[A-Z])"
)
_SPEECH = 600  # characters of a speech whose first mark is missing
_ENDING = regex(r"\s?(?:s|t|re|ve|ll|d|m)\b")


class Quotation(NamedTuple):
    """Words in quotation marks: `text[start:end]` with the marks, `inner_start:inner_end` without.

    `depth` is 0 for outermost; `repaired` says what was wrong with the marks, empty when nothing was.
    `continues` says that the same speech goes on in the next line, which the marks show.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    repaired: str = ""
    continues: bool = False


@dataclass(slots=True, eq=False, repr=False)
class _Open:
    start: int
    inner: int
    mark: str
    spaced: bool
    maybe: tuple[int, int] | None = None  # a mark that ends the quotation unless a better one follows


def find_quotations(text: str) -> Iterator[Quotation]:
    """Yields the quotations of `text` in order, in one linear pass."""
    found, _ = scan_marks(text)
    yield from found


def scan_marks(text: str) -> tuple[list[Quotation], list[int]]:
    """The quotations of `text` in order, and where marks stand that have no partner."""
    scan = _Scan(text)
    for mark in _MARK.finditer(text):
        if not scan.passes(mark):
            scan.see(mark)
    scan.end_line(len(text), blank=True)
    scan.found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return scan.found, sorted(scan.strays)


class _Scan:
    """One pass over the marks of a text: a stack of open marks that never outlives its line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.strays: list[int] = []
        self.stack: list[_Open] = []
        self.line = 0  # where this line starts
        self.pending: list[tuple[int, int]] = []  # lines of a speech that was opened and is not closed yet
        self.apart = False  # whether a blank line stands between them
        self.virgin = True  # no double mark seen on this line yet
        self.paired = "``" in text  # then '' never opens

    def passes(self, match: re.Match[str]) -> bool:
        """Goes on over what most marks are: an apostrophe inside a word, the end of a line on which nothing is open."""
        text, at, end = self.text, match.start(), match.end()
        mark = text[at]
        if mark == "\n":
            if self.stack or self.pending:
                return False
            self.line, self.virgin = end, True
            return True
        inside = mark in _APOSTROPHES and end == at + 1 and at > self.line
        return inside and text[at - 1].isalnum() and text[end : end + 1].isalnum()

    def see(self, match: re.Match[str]) -> None:
        mark, at, end = match.group(), match.start(), match.end()
        if mark[0] == "\n":
            self.end_line(at, blank=mark.count("\n") > 1)
            self.line, self.virgin = end, True
            return
        text = self.text
        before = text[at - 1] if at > self.line else " "
        after = text[end] if end < len(text) else " "
        if mark in _DOUBLE:
            self.double(mark, at, end, before, after)
            self.virgin = False
        else:
            self.single(mark, at, end, before, after)

    def double(self, mark: str, at: int, end: int, before: str, after: str) -> None:
        if mark in '"″' and before.isdigit() and (mark == "″" or not self.holds(double=True)):
            return  # inches, seconds
        if before == "=" and not self.stack:
            self.push("=", at, end, False)  # an attribute of markup, not speech
            return
        if self.stack and self.stack[-1].mark == "=":
            self.stack.pop()
            return
        if self.pending and self.virgin and not self.stack and self.shuts(mark, at, before, after):
            if not self.apart or self.all_said(at, before, after):
                self.close_pending(at, end)
                return
            self.drop_pending()
        if self.opens(mark, before, after, self.holds(double=True)):
            if self.pending and not self.text[self.line : at].strip():
                self.go_on()
            self.push(mark, at, end, before.isspace() and after.isspace())
            return
        for level in range(len(self.stack) - 1, -1, -1):
            if self.stack[level].mark in _DOUBLE:
                for lost in self.stack[level + 1 :]:
                    self.settle(lost, drop=True)
                del self.stack[level + 1 :]
                self.pop(mark, at, end)
                return
        top = self.stack[-1] if self.stack else None
        if top is not None and before in ",.!?" and top.maybe is None:
            self.pop(mark, at, end)  # opened single, closed double
        elif not self.begun(at, end, before, after):
            self.strays.append(at)

    def shuts(self, mark: str, at: int, before: str, after: str) -> bool:
        """Whether a mark, the first on its line, ends a speech that an earlier line began."""
        if mark in ("''", "``") and self.paired:
            return mark == "''"
        if not (before.isspace() and after.isspace()):
            return after.isspace() or not before.isspace()
        return self.text[self.line : at].rstrip()[-1:] in tuple(",.?!…")

    def all_said(self, at: int, before: str, after: str) -> bool:
        """Whether a mark ends a speech of several paragraphs: behind a stop, and no words of the teller before it."""
        told = _TELLS.search(self.text, self.pending[0][0], at)
        return before in ",.?!" and after.isspace() and told is None

    def opens(self, mark: str, before: str, after: str, held: bool) -> bool:
        """Whether a double mark opens a quotation: by its shape first, by what is open where the shape is mute."""
        if self.paired and mark in ("''", "``"):
            return mark == "``"
        if after.isspace() and before.isspace() and mark == '"' and held:
            return False
        if mark in "«»":  # « French », or »German«
            other = any(open_.mark in "«»" and open_.mark != mark for open_ in self.stack)
            return not other and (mark == "«" or not after.isspace())
        if after.isspace() != before.isspace():
            left = after.isspace()
            if mark in _OPENERS and left and not held:
                return True  # tokenized text: “ And so
            if mark in _CLOSERS and not left and held and mark != "''":
                return before in "([" or not after.isspace()
            return not left
        if before in "([{—–-/:‘'" and not after.isspace() and after not in ",.;!?)":
            return True
        if after in ",.;:!?)]}—–":
            return not held and mark in _OPENERS
        if mark == "“" and self.stack and self.stack[-1].mark == "„":
            return False
        if mark in _OPENERS:
            return True
        return not held

    def single(self, mark: str, at: int, end: int, before: str, after: str) -> None:
        if before.isalnum() and after.isalnum():
            return  # don't
        if after.isspace() and _ENDING.match(self.text, end) and (before.isalnum() or before.isspace()):
            return  # "the ship' s", "the ship ' s"
        top = self.stack[-1] if self.stack and self.stack[-1].mark not in _DOUBLE else None
        if before.isspace() and after.isspace():
            if top is not None and top.spaced:
                self.pop(mark, at, end)
            elif top is None:
                self.push(mark, at, end, True)
            return
        if before.isspace() or before in '([{—–-/"“„«:':
            if (
                (not after.isspace() and after not in ",.;:!?)" and mark not in ("’", "`"))
                or (mark in "’`" and after.isalpha() and before.isspace() and top is None)
            ) and not _CLIPPED.match(self.text, end):
                if top is not None and top.maybe is not None:
                    self.settle(self.stack.pop(), drop=False)
                self.push(mark, at, end, False)
            return
        if top is not None:
            if before in "sS" and after.isspace() and self.text[end + 1 : end + 2].islower():
                top.maybe = (at, end)  # the end, or "the workers' rights"
            else:
                self.pop(mark, at, end)
        elif self.stack and before in ",.!?" and after.isspace():
            self.pop(mark, at, end)  # opened double, closed single
        elif not self.stack:
            self.begun(at, end, before, after)

    def begun(self, at: int, end: int, before: str, after: str) -> bool:
        """Reads a speech that a mark ends and no mark begins, right behind "said:"; whether there is one."""
        if before not in ",.!?" or not after.isspace() or self.pending:
            return False
        first = max(self.line, at - _SPEECH, self.found[-1].end if self.found else 0)
        said = _SAID.search(self.text, first, at)
        if said is not None:
            self.add(said.end(), end, said.end(), at, 0, "the opening mark is missing")
        return said is not None

    def holds(self, *, double: bool) -> bool:
        return any((open_.mark in _DOUBLE) is double for open_ in self.stack)

    def push(self, mark: str, at: int, end: int, spaced: bool) -> None:
        if len(self.stack) <= DEEPEST:
            self.stack.append(_Open(at, end, mark, spaced))

    def pop(self, mark: str, at: int, end: int) -> None:
        top = self.stack.pop()
        odd = (top.mark in _DOUBLE) is not (mark in _DOUBLE)
        repaired = f"opened with {top.mark} and closed with {mark}" if odd else ""
        self.add(top.start, end, top.inner, at, len(self.stack), repaired)

    def settle(self, open_: _Open, *, drop: bool) -> None:
        """Ends an open mark that found no sure partner: at its possible one, or not at all."""
        if open_.maybe is not None:
            self.add(open_.start, open_.maybe[1], open_.inner, open_.maybe[0], len(self.stack), "")
        elif not drop or open_.mark in _DOUBLE:
            self.strays.append(open_.start)

    def add(
        self, start: int, end: int, inner: int, inner_end: int, depth: int, repaired: str, more: bool = False
    ) -> None:
        text = self.text
        while inner < inner_end and text[inner].isspace():
            inner += 1
        while inner_end > inner and text[inner_end - 1].isspace():
            inner_end -= 1
        if inner < inner_end:
            self.found.append(Quotation(start, end, inner, inner_end, min(depth, DEEPEST), repaired, more))

    def end_line(self, end: int, *, blank: bool) -> None:
        """Nothing stays open over a line end, except a speech whose marks show that it goes on."""
        open_ = next((o for o in self.stack if o.mark in _DOUBLE), None)
        for lost in self.stack:
            if lost is not open_:
                self.settle(lost, drop=True)
        self.stack.clear()
        following = self.text[end : end + 12].lstrip()[:3]
        if open_ is None:
            goes_on = not blank or self.stops(end)
            if self.pending and goes_on and self.virgin and end > self.line and len(self.pending) < 8:
                self.pending.append((self.line, end))
                self.apart = self.apart or blank
            elif self.pending and (blank or not self.virgin):
                self.drop_pending()
            return
        self.drop_pending()
        if _GOES_ON.match(following):
            note = "the closing mark is left out because the next paragraph goes on"
            self.add(open_.start, end, open_.inner, end, 0, note, True)
        elif end < len(self.text) and (not blank or self.stops(end)):
            self.pending = [(open_.start, end), (open_.inner, end)]
            self.apart = blank
        else:
            self.strays.append(open_.start)

    def stops(self, end: int) -> bool:
        """Whether a sentence ends with a line, and another line follows."""
        return self.text[end - 1 : end] in tuple(".?!") and end < len(self.text)

    def close_pending(self, at: int, end: int) -> None:
        """Ends a speech of several lines at the closing mark of this one."""
        self.add_pending(note := "runs over a line end")
        self.add(self.line, end, self.line, at, 0, note)

    def go_on(self) -> None:
        """Ends the lines of a speech that this line opens anew, as a new paragraph of it does."""
        start, _ = self.pending[0]
        if self.apart:
            self.drop_pending()
        elif not _TOLD.search(self.text, start, self.line):
            self.add_pending("the closing mark is left out because the next paragraph goes on")

    def add_pending(self, note: str) -> None:
        (start, first_end), (inner, _), *lines = self.pending
        self.pending = []
        # What was quoted on these lines stands inside the speech.
        self.found = [
            q._replace(depth=min(q.depth + 1, DEEPEST)) if q.start >= start else q for q in self.found
        ]
        self.add(start, first_end, inner, first_end, 0, note, True)
        for line_start, line_end in lines:
            self.add(line_start, line_end, line_start, line_end, 0, note, True)

    def drop_pending(self) -> None:
        if self.pending:
            self.strays.append(self.pending[0][0])
            self.pending = []
