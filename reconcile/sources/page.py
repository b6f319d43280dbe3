"""A page of text: which stretches are articles, and which lines in them are furniture."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from reconcile.sources.article import Stamp
from reconcile.sources.credits import staff_credits
from reconcile.sources.furniture import (
    ends_article,
    is_furniture,
    lists_other_items,
    opens_with_a_label,
    tells_of_another_item,
)
from reconcile.sources.heading import Heading, is_prose, read_heading
from reconcile.sources.lines import Line
from reconcile.sources.stamps import is_stamp, printed_dates
from reconcile.values.regex import regex

_IN_EARNEST = 1  # paragraphs above a line that ends an article
_SAME_NEWS = 0.4  # of a caption's long words
_LONG_WORD = regex(r"[^\W\d_]{5,}")
_HEAD_REACH = 6  # a list entry gives its date within so many lines of its headline


@dataclass(eq=False, repr=False)
class Part:
    """One article of a page: its lines, and what its surroundings say about it."""

    start: int
    end: int
    line: int
    title: str | None = None
    publisher: str | None = None
    byline: str = ""
    url: str | None = None
    skip: list[tuple[int, int]] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)


def split_page(lines: list[Line], title: str | None) -> list[Part]:
    """The articles among `lines`, in order; `title` is the headline when the file states it."""
    heads = _list_heads(lines)
    if not heads:
        return [part for part in [_single(lines, title)] if part]
    bounds = [*heads, len(lines)]
    return [_item(lines[first:last]) for first, last in pairwise(bounds)]


def _list_heads(lines: list[Line]) -> list[int]:
    """Where list entries begin: a headline printed twice, with a date of its own below it."""
    heads: list[int] = []
    for index in range(len(lines) - 2):
        line = lines[index]
        if line.words != lines[index + 1].words or len(line.words) > 250 or is_furniture(line.words):
            continue
        below = lines[index + 2 : index + 2 + _HEAD_REACH]
        if (not heads or heads[-1] + 1 < index) and any(is_stamp(other.words) for other in below):
            heads.append(index)
    return heads


def _item(lines: list[Line]) -> Part:
    """A list entry: headline twice, publisher, date, labels, headline again, then its words."""
    title = lines[0].words
    part = Part(lines[0].start, lines[0].end, lines[0].number, title=title)
    labels: list[str] = []
    for at, line in enumerate(lines[1:], 1):
        if line.words == title:
            part.skip.append((line.start, line.end))
        elif is_prose(line.words) or (at > 2 * _HEAD_REACH and not is_furniture(line.words)):
            _body(part, lines[at:])
            break
        else:
            part.skip.append((line.start, line.end))
            dates = printed_dates(line.words.removeprefix("time"))
            if dates:
                shift = line.end - len(line.words.removeprefix("time"))
                part.stamps.append(Stamp("list entry", dates[0].words, shift + dates[0].start))
            elif line.words[0] not in "•·*-" and part.publisher is None and not is_furniture(line.words):
                part.publisher = line.words
            else:
                labels.append(line.words)
    part.repairs.append("headline printed more than once, read once")
    return part


def _single(lines: list[Line], title: str | None) -> Part | None:
    """A page that is one article."""
    if not lines:
        return None
    heading = read_heading(lines, title)
    first = next((line for line in lines if line.start not in heading.dropped), None)
    if first is None:
        return None
    part = Part(first.start, first.end, first.number, title=title or heading.title)
    part.publisher, part.byline, part.url = heading.publisher, heading.byline, heading.url
    part.stamps = list(heading.stamps)
    _body(part, [line for line in lines if line.start >= first.start], heading)
    return part


def _body(part: Part, lines: list[Line], heading: Heading | None = None) -> None:
    """Extends `part` over `lines`, skipping the furniture among them, up to what ends the article."""
    dropped = heading.dropped if heading else {}
    prose = [is_prose(line.words) for line in lines]
    left = sum(prose)  # paragraphs still to come
    seen = 0
    pending: list[tuple[int, int]] = []  # skipped lines that trail, until words follow
    for at, line in enumerate(lines):
        if ends_article(line.words) and seen >= _IN_EARNEST:
            break
        if lists_other_items(line.words) and seen and seen >= left:
            break
        if line.start in dropped or _is_furniture(line.words, prose[at]):
            pending.append((line.start, line.end))
        elif tells_of_another_item(line.words) and _is_elsewhere(line, lines):
            if at and seen and not prose[at - 1] and part.end == lines[at - 1].end:
                pending.append((lines[at - 1].start, lines[at - 1].end))  # its headline
            pending.append((line.start, line.end))
        else:
            part.skip.extend(pending)
            part.skip.extend((line.start + a, line.start + b) for a, b in staff_credits(line.words))
            pending = []
            part.end = line.end
        seen += prose[at]
        left -= prose[at]
    part.skip.sort()


def _is_furniture(words: str, prose: bool) -> bool:
    return opens_with_a_label(words) or (not prose and (is_furniture(words) or lists_other_items(words)))


def _is_elsewhere(caption: Line, lines: list[Line]) -> bool:
    """Whether a caption shares few words with the page's paragraphs: it is about something else."""
    own = set(_LONG_WORD.findall(caption.words.rsplit("(", 1)[0].lower()))
    others = (line.words for line in lines if line is not caption and not tells_of_another_item(line.words))
    found = {word for words in others for word in _LONG_WORD.findall(words.lower())}
    return len(own & found) < _SAME_NEWS * len(own)
