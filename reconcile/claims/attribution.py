"""Attribution claims: who is said to say something, in quotation marks or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.values.records import record

TYPE = "attribution"

_LONGEST = 2000  # characters of what is said that a claim keeps


@record
class AttributionClaim(Claim):
    """That somebody said something: the words that name the speaker, with the verb.

    `value` is the speaker as named there, `subject` the same in his fullest form, `says` what he says, `direct`
    whether it stands in quotation marks.
    """

    type: Literal["attribution"] = "attribution"
    value: str = ""
    speaker_kind: str = ""  # person, organization, name or role
    says: str = ""
    direct: bool = False

    def __str__(self) -> str:
        """The speaker, as a table shows him."""
        return self.subject or self.value


def extract(reading: Reading) -> Iterator[AttributionClaim]:
    """Yields one claim per naming of a speaker; the pieces of a split quotation are one."""
    text = reading.text
    told: dict[tuple[int, int], list[str]] = {}
    kept = {}
    for said in (said for said in reading.document.attributions if said.who):
        place = (said.speaker_start, said.cue_start)
        told.setdefault(place, []).append(" ".join(text[said.start : said.end].split()))
        if place not in kept or said.direct:
            kept[place] = said
    for place, said in kept.items():
        start, end = said.speaker_start, said.speaker_end
        if said.cue_end > said.cue_start:
            start, end = min(start, said.cue_start), max(end, said.cue_end)
        yield reading.claim(
            AttributionClaim,
            start,
            end,
            attribution=None,
            subject=said.who,
            value=" ".join(text[said.speaker_start : said.speaker_end].split()),
            event=said.cue,
            speaker_kind=said.kind,
            says=" ".join(told[place])[:_LONGEST],
            direct=said.direct,
        )
