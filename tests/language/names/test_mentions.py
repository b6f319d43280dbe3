"""Mentions: they stand where they say they stand, on any text, and take time in proportion to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import Article, extract
from reconcile.language.document import Document
from reconcile.language.names.lore import compare
from reconcile.language.names.same_thing import compare_things
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.romanization import folded, mixed
from tests import hostile

WORDS = st.sampled_from(
    [
        "Anna",
        "Borg",
        "Kim",
        "Jong-un",
        "Treaty",
        "of",
        "the",
        "and",
        "Mr.",
        "Dr.",
        "U.S.",
        "St.",
        "al-Masri",
        "Smith,",
        "Jr.",
        "said",
        "“",
        "”",
        "(",
        ")",
        ".",
        "\n",
        "Bank",
        "Norway",
        "Norwegian",
        "in",
        "34,",
        "I",
        "May",
    ]
)
NAMES = st.lists(
    st.sampled_from(
        [
            "Anna",
            "Ann",
            "Anne",
            "Borg",
            "Burg",
            "J.",
            "de",
            "Lee",
            "Kim",
            "Jong",
            "Un",
            "Sergei",
            "Serhiy",
            "Jr.",
            "José",
            "Петро",
            "Kім",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in Document(text).mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.full
        end = mention.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[m.start : m.end].strip() for m in Document(text).mentions)


@given(NAMES, NAMES)
def test_comparing_names_is_symmetric(a: str, b: str) -> None:
    assert compare(a, b).verdict == compare(b, a).verdict
    assert compare_things(a, b).verdict == compare_things(b, a).verdict


@given(NAMES)
def test_a_name_is_its_own(a: str) -> None:
    assert compare(a, a).verdict == ("refused" if mixed(a) else "same")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_keystroke(a: str, b: str) -> None:
    made = {a[:i] + c + a[j:] for i in range(len(a) + 1) for j in (i, i + 1) for c in ("", "a", "b", "c")}
    turned = {a[:i] + a[i + 1] + a[i] + a[i + 2 :] for i in range(len(a) - 1)}
    assert one_keystroke(a, b) == (a != b and b in made | turned)


@pytest.mark.parametrize("piece", hostile.NAMES)
def test_hostile_mentions_stand_where_they_are_said_to(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    found = Document(text).mentions
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)


def test_one_family_name_borne_by_thousands() -> None:
    text = " ".join(f"Anna{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Borg met Borg." for i in range(2000))
    assert len(Document(text).mentions) > 2000


@settings(max_examples=20)
@given(st.integers(200, 20_000))
def test_a_name_without_end_is_no_name(size: int) -> None:
    text = f"The mayor met {'Abc' * size} in Oslo."
    assert all(m.end - m.start < 1000 for m in Document(text).mentions)
    assert compare("A" * size, "A" * size).verdict == "refused"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert folded("Göteborg") == folded("Go\u0308teborg") == "goteborg"
    assert compare("José Lima", "Jose\u0301 Lima").verdict == "same"


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    text = "Mayor Jose\u0301 Lima met Ann\u00a0Reed in Go\u0308teborg."
    for claim in extract(Article(id="a", text=text)):
        assert text[claim.span.start : claim.span.end] == claim.span.quote
