"""Times that tell when a text was published: in a dateline, under a heading, behind "updated", in a page's stamp."""

from __future__ import annotations

import re

from reconcile.language.sentences import Sentence
from reconcile.language.times import TimeMention
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_STAMP = regex(r",? \d{1,2}[.:]\d\d ?(?:[ap]m )?(?:BST|GMT|UTC|E[SD]?T|C[SD]T|P[SD]T|CES?T)\b")  # of a page
_AGENCY = regex(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{1,2}, \d{4} "
)  # short in every part: no sentence tells so
_BAR = regex(r" ?\|")  # "April 8, 2031 at 1:06 pm | Reply": below the words of a reader
_COMMENT = regex(r"\s+[A-Z\"“]")
_DATELINE = regex(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:[-–—]|--)\s|\s*\([^()\n]{2,40}\)\s*[-–—]")
_FILED = regex(r"\s\([^()\n]{2,40}\)\s[-–—]")
_CITY = regex(r"\b[A-Z]{3,}(?:[ -][A-Z]{3,}){0,3}(?:, [A-Z][\w.]+)?, \Z")
_LINE_END = regex(r"[\"'”’]?(?:\n|\Z)")  # the mark of a title in its front matter
_LETTERS = regex(r"[^\W\d_]+")
_POSTING = (
    "published|posted|updated|last updated|first published|modified"
    "|(?:article|story|report|page) was (?:amended|corrected)"
)
_POSTED = regex(rf"\b(?:{_POSTING})\b[^.\n]{{0,30}}\Z", re.I)
_WAS = regex(
    r"\b(?:was|were|been|be|is|are)\s(?:first\s|also\s|originally\s|later\s)?\Z"
)  # a book "was published"
_YEAR = regex(r"\d{4}\b(?!-)")
_POSTS = frozenset(re.findall(r"[a-z]+ed\b", _POSTING))
_BULLETIN = regex(
    r"\b(?:bulletin|information|report|update|statement|notice|communiqué|summary|newsletter|briefing|minutes)\b[^.;:]{0,60}[,–—|] \Z",
    re.I,
)  # "Flood report for the lower Tarn, 8 October"


def of_publication(text: str, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a time of `text` is that of its publication, and dates nothing that it tells."""
    stamped = _STAMP.match(text, mention.end) is not None or (
        mention.type == "TIME"
        and mention.weekday is not None
        and mention.year_known
        and (
            text.startswith("| ", mention.start - 2)
            or _AGENCY.match(text, mention.start, mention.end) is not None
        )
    )  # "TESSALY | Tue Aug 16, 2031 5:46 pm EDT"
    commented = mention.type == "TIME" and mention.year_known and _BAR.match(text, mention.end) is not None
    return (
        stamped
        or commented
        or _over_a_comment(text, mention)
        or _is_dateline(text, sentence, mention)
        or _posted(text, mention.start)
    )


def _over_a_comment(text: str, mention: TimeMention) -> bool:
    """Whether a whole date with clock and zone opens its line, as over a reader's words: "May 3rd, 2031 5:12 am ET So"."""
    zoned = mention.interval is not None and mention.interval.offset is not None and mention.year_known
    opens = text[max(0, mention.start - 1) : mention.start] in ("", "\n")
    return zoned and opens and mention.type == "TIME" and _COMMENT.match(text, mention.end) is not None


def _posted(text: str, at: int) -> bool:
    """Whether the words before a time say that it is when the text was published."""
    if vocabulary(text).words.isdisjoint(_POSTS) or _YEAR.match(text, at):
        return False
    posted = _POSTED.search(text, max(0, at - 50), at)
    told = posted and _WAS.search(text, max(0, posted.start() - 24), posted.start())
    return posted is not None and told is None


def _is_dateline(text: str, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the time belongs to a dateline ("OSLO, March 3 (NBW) - "), closes a heading, or stands alone on its line."""
    if _FILED.match(text, mention.end) and _CITY.search(text, max(0, mention.start - 60), mention.start):
        return True  # wherever the headlines before it end
    if mention.start - sentence.start > 200:
        return False
    before = text[sentence.start : mention.start]
    closes = mention.type == "DATE" and _LINE_END.match(text, mention.end) is not None
    if closes and _BULLETIN.search(before):
        return True
    if mention.end >= sentence.end - 1 and len(before) <= 40 and mention.type == "DATE":
        return all(word[:1].isupper() for word in _LETTERS.findall(before))
    head = before.replace("(", " ").replace("|", " ").strip(" ,./")
    if len(head) > 60 or not head:
        return False
    place = head.split(",")[0]
    return place.isupper() and bool(_DATELINE.match(text, mention.end))
