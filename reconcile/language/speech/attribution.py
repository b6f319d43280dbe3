"""Who speaks in quotation marks: the speaker named before, behind or inside a split quotation, or further up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.language.names.titled import person_nouns
from reconcile.language.speech import phrases
from reconcile.language.speech.cues import find_cues, past_adverbs, sentence_stops, speech_acts
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.document import Document
    from reconcile.language.speech.quotations import Quotation

Place = tuple[int, int]

_NEAR = 900  # characters around a quotation in which its speaker is looked for
_DASHED = regex(r"\s*(?:[―—–]|--?)\s*(?=[A-Z@])")
_HEADED = regex(r"(?:[A-Z][\w.]* ){1,3}(?P<noun>[a-z]+s)(?= [A-Z]|$)")
_TELLS = regex(r" (?:who|said|says)\b")
_ACCORDING = regex(r"[Aa]ccording to\s+")
_GOES_ON = regex(
    r"(?:and|but|or|in|of|that|which|to|for|from|on|at|as|is|was|are|were|with)\b", re.IGNORECASE
)
_ADVERBS = regex(r"\s*(?:(?:[a-z]+ly|also|then|later|once)\s*)?")
_UTTERED = regex(
    r"(?:was|were|is|are|had been|have been|has been) (?P<verb>said|spoken|uttered|shouted|written|voiced|pronounced|called out|whispered) by "
)
_QUOTED_AS = regex(r"\b(?:quot|cit|report)(?:ed|es|ing|s|e)\s+(?P<who>[^\n,;:]{2,80}?)\s+as\s+\Z")
_AS_SAYING = regex(r"\s+(?P<who>[^\n,;:]{2,60}?) as (?:saying|telling|writing|warning)\b")
_PARTICIPLE = regex(r"(?:,|\b(?:by|in|before|after|while|without|for|to))\s+\Z")
_NAMES = frozenset(("call", "dub", "name", "nickname", "label"))
_NAMED = regex(r"\s+(?:(?:an?|the)\s+)?")
_CALLS = regex(
    r"\b(?:what|which|whose|whom|that|something|someone|they|he|she|it|we|you|I|has|have|had|[A-Z][\w'’-]+) (?:has |had )?\Z"
)
_AFTER_MARK = (",", "-", "–", "—", ":")
_CLEFT = regex(r"\b[Ii]t (?:was|is) (?P<who>[^,\n]{2,60}?),? (?:[^,\n]{2,40}, )?who (?:had |has |first )?\Z")
_CLEFT_FIRST = regex(
    r"\W*[Ii]t (?:was|is) (?P<who>[^,\n]{2,60}?(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,)?),? who (?:had |has |first )?\w+"
)
_REVEALED = regex(r"\W{0,4}(?:That|It|This) was ")


_BY_NAME = regex(
    r"(?<!they )(?<!he )(?<!she )(?<!who )(?<!have )(?<!has )\b(?:called|named|dubbed|nicknamed|titled|entitled|aka) \Z"
)
_TITLE = 6  # words of a name in marks at most
_WHOLE = 30  # characters of a quotation that is a sentence of its own
_PHRASE = 40  # characters of a quotation that may be no speech, where no verb tells
_REPORTS = frozenset(
    (
        "say",
        "tell",
        "add",
        "warn",
        "insist",
        "stress",
        "explain",
        "argue",
        "admit",
        "acknowledge",
        "note",
        "believe",
        "claim",
    )
)


@dataclass(slots=True, eq=False, repr=False)
class Attribution:
    """`text[start:end]` is what `text[speaker_start:speaker_end]` says; `cue` is the lemma of the verb.

    `direct` tells words in quotation marks from reported ones. `cue_start:cue_end` is the verb, of no length
    when there is none. `who` is the speaker in his fullest form in the text, once resolved.
    """

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    cue: str = ""
    cue_start: int = 0
    cue_end: int = 0
    direct: bool = False
    who: str = ""
    kind: str = ""  # person, organization, name, role, or empty when the speaker is not resolved

    def over(self, start: int, end: int) -> Attribution:
        """The same naming, for the words from `start` to `end`."""
        return Attribution(
            start, end, self.speaker_start, self.speaker_end, self.cue, self.cue_start, self.cue_end,
            self.direct, self.who, self.kind,
        )  # fmt: skip

    def named(self, who: str, kind: str) -> Attribution:
        """The same attribution with its speaker resolved."""
        return Attribution(
            self.start, self.end, self.speaker_start, self.speaker_end, self.cue, self.cue_start, self.cue_end,
            self.direct, who, kind,
        )  # fmt: skip


def attribute_quotations(document: Document) -> Iterator[tuple[Quotation, Attribution | None]]:
    """Yields each outermost quotation with its speaker, None when nothing near says who speaks."""
    quotations = [q for q in document.quotations if q.depth == 0]
    text, plain = document.text, document.unquoted
    known: list[Attribution | None] = []
    line_start, line_end = 0, -1
    for index, quotation in enumerate(quotations):
        if quotation.start > line_end:
            line_start = text.rfind("\n", max(0, line_end), quotation.start) + 1 or max(0, line_end)
            line_end = _line_end(text, quotation.end)
        stop = line_end
        if text[line_end + 1 : line_end + 2].islower() and not text[quotation.end : line_end].strip():
            stop = _line_end(text, line_end + 1)  # the sentence goes on in the next line: "…?" / she said
        left = max(line_start, quotations[index - 1].end) if index else line_start
        right = min(stop, quotations[index + 1].start) if index + 1 < len(quotations) else stop
        if _called(text, quotation):
            known.append(None)
            continue
        near = (max(left, quotation.start - _NEAR), min(right, quotation.end + _NEAR))
        found = _beside(
            plain, quotation, text[quotation.inner_end - 1], *near, min(stop, quotation.end + _NEAR)
        )
        known.append(found.over(quotation.start, quotation.end) if found else None)
    yield from zip(quotations, _chained(document, quotations, known), strict=True)


def _called(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is what something is called: an evening called “Wake Up Vell”."""
    said = text[quotation.inner_start : quotation.inner_end].split()
    named = _BY_NAME.search(text, max(0, quotation.start - 24), quotation.start)
    return (
        named is not None and len(said) < _TITLE and all(word[0].isupper() or len(word) < 4 for word in said)
    )


def masked(document: Document) -> str:
    """The text with the words inside quotation marks blanked out, so that they are no one's cues."""
    text = document.text
    parts, at = [], 0
    for quotation in document.quotations:
        if quotation.depth == 0:
            start = max(at, quotation.start)  # marks that cross give stretches that overlap
            parts.append(text[at:start])
            parts.append("\x00" * (quotation.end - start))
            at = max(at, quotation.end)
    parts.append(text[at:])
    return "".join(parts)


def _beside(
    plain: str, quotation: Quotation, closes: str, left: int, right: int, line_end: int
) -> Attribution | None:
    """The speaker named around one quotation; `closes` is the last character inside the marks."""
    end = next(sentence_stops(plain, quotation.end, right), right)
    following = plain[quotation.end : quotation.end + 1]
    if plain[max(left, quotation.start - 3) : quotation.start].rstrip().endswith(":"):
        labelled = _ahead(plain, quotation, left)
        if labelled and closes == "," and labelled.cue_start == labelled.cue_end:
            labelled = (
                _behind(plain, quotation.end, end, loose=False) or labelled
            )  # Best line: “…,” Ada Lind said
        if labelled:
            return labelled  # Ada Lind: “…” The harbour board has claimed
    ended = closes == "." and following != ","
    if _DASHED.match(plain, quotation.end, end) or closes in ",?!…-–—" or following in _AFTER_MARK:
        found = _behind(plain, quotation.end, end, loose=False)
        if found:
            return found
    found = _ahead(plain, quotation, left)
    if found and (found.cue or ended):
        return found
    if not ended:
        later = _behind(plain, quotation.end, end, loose=True) or _closing(plain, quotation.end, line_end)
        return later or found
    return found


def _behind(plain: str, start: int, end: int, *, loose: bool) -> Attribution | None:
    """The speaker named behind a quotation: "…," she said · "…," said the mayor · "…" ― A. Reader."""
    dashed = _DASHED.match(plain, start, end)
    if dashed and 0 < len(plain[dashed.end() : end].split()) <= 6 and not find_cues(plain, dashed.end(), end):
        return _made((dashed.end(), dashed.end() + len(plain[dashed.end() : end].rstrip(" .,"))), "say")
    headed = _HEADED.match(plain, dashed.end(), end) if dashed else None
    if (
        headed
        and headed["noun"].removesuffix("s") in person_nouns()
        and not _TELLS.match(plain, headed.end())
    ):
        return _made(
            headed.span(), "say"
        )  # a heading without a stop: “mad” – Vell officials Cars on the pier
    while start < end and plain[start] in " ,–—-\u00a0\n":
        start += 1
    according = _ACCORDING.match(plain, start, end)
    if according:
        return _made(phrases.after(plain, according.end(), end), "accord", according.start(), according.end())
    uttered = _UTTERED.match(plain, start, end)
    if uttered:  # the words "…" were spoken by the bishop
        return _made(phrases.after(plain, uttered.end(), end), "say", *uttered.span("verb"))
    if not loose and _GOES_ON.match(plain, start, end):
        return None
    if plain[start : start + 1] == ":":
        verb = next(iter(find_cues(plain, start + 1, end, acts=True)), None)
        found = phrases.before(plain, start + 1, verb.start) if verb else None
        if found is None and plain[start + 1 : end].lstrip()[:1].isdigit():
            return None  # ‘Sheer luck’: 40 saved
        return _made(
            found or phrases.first(plain, start + 1, end), "say"
        )  # ‘Sheer luck’: divers tell of the rescue
    for cue in find_cues(plain, start, end):
        second_hand = _AS_SAYING.match(plain, cue.end) if cue.lemma in ("quote", "cite", "report") else None
        if second_hand:
            return _made(second_hand.span("who"), cue.lemma, cue.start, cue.end)
        if _ADVERBS.fullmatch(plain, start, cue.start):
            found = phrases.after(plain, past_adverbs(plain, cue.end), end)
        else:
            found = phrases.before(plain, start, cue.start)
            if found and found[0] - start > 60:
                continue
        return _made(found, cue.lemma, cue.start, cue.end)
    return None


def _closing(plain: str, start: int, line_end: int) -> Attribution | None:
    """The speaker named at the end of a sentence that quotes him in several places: …, the paper said."""
    end = next(sentence_stops(plain, start, line_end), line_end)
    for cue in reversed(find_cues(plain, start, end)):
        found = phrases.before(plain, start, cue.start)
        if found and plain[start : found[0]].rstrip()[-1:] in (",", "\x00"):
            return _made(found, cue.lemma, cue.start, cue.end)
    return None


def _ahead(plain: str, quotation: Quotation, left: int) -> Attribution | None:
    """The speaker named before a quotation, in its sentence: she said, "…" · he called it "…"."""
    end = quotation.start
    start = max(sentence_stops(plain, left, end), default=left)
    if not plain[start:end].strip() and (left == 0 or plain[left - 1] == "\n"):
        floor = max(0, left - _NEAR)
        end = floor + len(plain[floor:left].rstrip())
        if plain[end - 1 : end] != ":":
            return None
        left = max(plain.rfind("\n", floor, end) + 1, floor)
        start = max(sentence_stops(plain, left, end - 1), default=left)
    goes_on = start == left and plain[left - 1 : left] == "\x00"  # behind a quotation of the same sentence
    for cue in reversed(find_cues(plain, start, end, acts=True)):
        if (
            cue.lemma in _NAMES
            and _NAMED.fullmatch(plain, cue.end, end)
            and _so_called(plain, start, cue.start)
        ):
            continue
        if goes_on and plain[start : cue.start].endswith((" and ", " or ", " but ")):
            continue  # "he warned of “ruin”, a word he liked, and pledged “help”": of the same speaker
        quoted = _QUOTED_AS.search(plain, max(start, cue.start - 120), cue.start)
        if quoted:  # the agency quoted him as saying "…"
            return _made(quoted.span("who"), cue.lemma, cue.start, cue.end)
        trailing = plain[cue.start : cue.end].endswith("ing") and _PARTICIPLE.search(plain, start, cue.start)
        found = phrases.first(plain, start, cue.start) if trailing else None
        found = found or phrases.before(plain, start, cue.start)
        cleft = _CLEFT.search(plain, start, cue.start) or (
            _CLEFT_FIRST.match(plain, start) if trailing else None
        )
        if cleft:  # it was Ada Lind, you may recall, who said "…"
            return _made(cleft.span("who"), cue.lemma, cue.start, cue.end)
        revealed = (
            _REVEALED.match(plain, quotation.end) if plain[cue.start - 4 : cue.start] == "who " else None
        )
        if revealed:  # You remember who said "…"? That was …
            found = phrases.after(plain, revealed.end(), _sentence_end(plain, revealed.end()))
            return _made(found, cue.lemma, revealed.end(), revealed.end())
        if found is None and plain[cue.start : cue.end].endswith("ing"):
            found = phrases.first(plain, start, cue.start)
        if found:
            return _made(found, cue.lemma, cue.start, cue.end)
    according = _ACCORDING.search(plain, start, end)
    if according:
        comma = plain.find(",", according.end(), end)
        found = phrases.after(plain, according.end(), comma if comma > 0 else end)
        if found:
            return _made(found, "accord", according.start(), according.end())
    label = plain[start:end].rstrip()
    found = phrases.first(plain, start, end) if label.strip(" ,;:–—-") else None
    if found and label.endswith(":") and found[1] >= start + len(label) - 2:
        return _made(found, "say")  # Ada Lind: “…”
    if label.endswith(":"):
        return _made(found) if found and not plain[found[0] : found[1]].isdigit() else None
    if found is None or found[1] >= end - 1:
        return None
    said = plain[found[1] : end].split(None, 1)[0] in speech_acts()  # Lind and Borg call it "…"
    whole = (
        quotation.inner_end - quotation.inner_start > _PHRASE
    )  # else a phrase held with tongs, or a nickname
    return _made(found) if said or whole else None


def _so_called(plain: str, start: int, end: int) -> bool:
    """Whether a verb at `end` says how what stands before it is named, not who names it: "a method called “junk shot”"."""
    return _CALLS.search(plain, max(start, end - _WHOLE), end) is None


def _sentence_end(plain: str, at: int) -> int:
    end = min(_line_end(plain, at), at + _NEAR)
    return next(sentence_stops(plain, at, end), end)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _chained(
    document: Document, quotations: list[Quotation], known: list[Attribution | None]
) -> list[Attribution | None]:
    """Fills in the speaker of a quotation that carries on another: a piece of a split one, or the next sentence."""
    text = document.text
    result = list(known)
    for index in range(len(quotations) - 2, -1, -1):
        following = result[index + 1]
        if result[index] is None and quotations[index].continues and following is not None:
            result[index] = following.over(quotations[index].start, quotations[index].end)
    for index in range(1, len(quotations)):
        earlier = result[index - 1]
        if result[index] is not None or earlier is None:
            continue
        gap = text[quotations[index - 1].end : quotations[index].start]
        if gap.count("\n") == 0 or not gap.strip() or _next_line(gap):
            result[index] = _going_on(document.unquoted, earlier, quotations[index - 1], quotations[index])
    for index, quotation in enumerate(quotations):
        if result[index] is None and quotation.inner_end - quotation.inner_start >= _WHOLE:
            told = _told_before(document.unquoted, quotation.start)
            if told is not None:
                result[index] = told.over(quotation.start, quotation.end)
                for later in range(index + 1, len(quotations)):
                    gap = text[quotations[later - 1].end : quotations[later].start]
                    if result[later] is not None or gap.strip():
                        break
                    result[later] = told.over(quotations[later].start, quotations[later].end)
    return result


def _going_on(plain: str, earlier: Attribution, before: Quotation, quotation: Quotation) -> Attribution:
    """The speaker of the quotation before, with the verb by which he goes on: “…,” saying that he had “…”"""
    found = earlier.over(quotation.start, quotation.end)
    for cue in find_cues(plain, before.end, quotation.start):
        if plain[cue.start : cue.end].endswith("ing"):
            found.cue, found.cue_start, found.cue_end = cue.lemma, cue.start, cue.end
    return found


def _told_before(plain: str, at: int) -> Attribution | None:
    """The speaker whose words the sentence right before a quotation reports: the minister said that …. “…”"""
    end = len(plain[max(0, at - _NEAR) : at].rstrip()) + max(0, at - _NEAR)
    if plain[end - 1 : end] != ".":
        return None  # a heading, or the sentence goes on into the quotation
    floor = max(plain.rfind("\n", 0, end) + 1, end - _NEAR)
    start = max(sentence_stops(plain, floor, end - 1), default=floor)
    if "\x00" in plain[start:end]:
        return None
    for cue in find_cues(plain, start, end):
        if cue.lemma in _REPORTS:
            found = phrases.before(plain, start, cue.start)
            return _made(found, cue.lemma, cue.start, cue.end) if found else None
    return None


def _next_line(gap: str) -> bool:
    """Whether the second of two quotations opens the line after the one that the first ends, but for "she said"."""
    rest, _, after = gap.rpartition("\n")
    return not after.strip() and "\n" not in rest.strip()


def _made(speaker: Place | None, cue: str = "", cue_start: int = 0, cue_end: int = 0) -> Attribution | None:
    return Attribution(0, 0, *speaker, cue, cue_start, cue_end, direct=True) if speaker else None
