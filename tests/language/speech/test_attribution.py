"""Who says what: the constructions by which an article names a speaker."""

from __future__ import annotations

import pytest

from reconcile.language.document import Document
from tests.hostile import SPEECH


@pytest.mark.parametrize(
    ("text", "speaker", "who"),
    [
        ('"It burned," she said. ', "she", ""),
        ('"It burned," said Bo Holm.', "Bo Holm", "Bo Holm"),
        ('Bo Holm said: "It burned."', "Bo Holm", "Bo Holm"),
        ('Bo Holm, a baker, said, "It burned."', "Bo Holm, a baker", "Bo Holm"),
        ('On Tuesday, Bo Holm, a baker, said: "It burned."', "Bo Holm, a baker", "Bo Holm"),
        ('"It burned," said Ms Lind. Ada Lind left.', "Ms Lind", "Ada Lind"),
        ('"It burned," a police spokesman told reporters.', "a police spokesman", "police spokesman"),
        ('According to Bo Holm, the pier was "all ash".', "Bo Holm", "Bo Holm"),
        ('"It burned" — Bo Holm', "Bo Holm", "Bo Holm"),
        ('Bo Holm greeted the crews, saying "it burned".', "Bo Holm", "Bo Holm"),
        ('His sister, Ada Lind, wrote: "It burned."', "His sister, Ada Lind", "Ada Lind"),
        ('"It burned," the agency quoted Bo Holm as saying.', "Bo Holm", "Bo Holm"),
        ("‘It burned’: divers tell of the night", "divers", "divers"),
        ('Best line: "It burned," Bo Holm told us.', "Bo Holm", "Bo Holm"),
        ('"It burned," said the Captain. Bo Holm left.', "the Captain", "Captain"),
        ('"It burned," said the Ghanaian. Bo Holm left.', "the Ghanaian", "Ghanaian"),
        (
            '"It burned," the 26-year-old from Ghent said.',
            "the 26-year-old from Ghent",
            "26-year-old from Ghent",
        ),
    ],
)
def test_speaker_of_a_quotation(text: str, speaker: str, who: str) -> None:
    found = next(said for said in Document(text).attributions if said.direct)
    assert text[found.speaker_start : found.speaker_end] == speaker
    assert found.who == who


@pytest.mark.parametrize("words", ["the Captain", "the Ghanaian", "the 26-year-old from Ghent"])
def test_a_description_is_no_name(words: str) -> None:
    found = next(said for said in Document(f'"It burned," said {words}.').attributions if said.direct)
    assert found.kind == "role"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Police said that six boats burned.", "six boats", "police"),
        ("Six boats burned, police said.", "Six boats", "police"),
        ("Six boats burned, police said on Monday.", "Six boats", "police"),
        ("According to the Harbour Board, six boats burned.", "six boats", "Harbour Board"),
        ("Six boats burned, said Bo Holm, a baker.", "Six boats", "Bo Holm"),
        ("Six boats were said to burn.", "Six boats", None),
        ("The six boats announced in May burned.", "burned", None),
        ("Six boats burned.", "Six boats", None),
    ],
)
def test_whose_account_a_clause_is(text: str, words: str, who: str | None) -> None:
    at = text.index(words)
    assert Document(text).said_by(at, at + len(words)) == who


@pytest.mark.parametrize("unit", SPEECH)
def test_hostile_text_keeps_its_order(unit: str) -> None:
    found = Document(unit * (12_000 // len(unit))).attributions
    assert [said.start for said in found] == sorted(said.start for said in found)
