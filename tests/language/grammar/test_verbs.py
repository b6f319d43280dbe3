"""The base form of past forms."""

from __future__ import annotations

import pytest

from reconcile.language.grammar.verbs import base_of


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("gutted", "gut"),
        ("raised", "raise"),
        ("dropped", "drop"),
        ("injured", "injure"),
        ("called", "call"),
        ("controlled", "control"),
        ("carried", "carry"),
        ("visited", "visit"),
        ("invited", "invite"),
        ("entered", "enter"),
        ("operated", "operate"),
        ("claimed", "claim"),
        ("changed", "change"),
        ("belonged", "belong"),
        ("settled", "settle"),
    ],
)
def test_a_past_form_gives_its_verb(form: str, verb: str) -> None:
    assert base_of(form) == verb
