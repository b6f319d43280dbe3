"""Questions about dates: a subject's number, verbs that things do by themselves, nouns, people."""

from __future__ import annotations

import pytest

from reconcile.rules.asking import named, told, when, which


@pytest.mark.parametrize(
    ("event", "subject", "question"),
    [
        ("sign", "treaty", "When was the treaty signed?"),
        ("sign", "treaties", "When were the treaties signed?"),
        ("meet", "boards", "When did the boards meet?"),
        ("reception", "", "When was the reception?"),
        ("", "Ordell Prize", "When was it (Ordell Prize)?"),
        ("", "Gunfire broke out", "When was it (Gunfire broke out)?"),
        ("", "receptions of the minister", "When were the receptions of the minister?"),
        ("shoot", "five people", "When were five people shot?"),
        ("injure", "several gunshots", "When were they injured?"),
        ("occur", "Officer Ada Moss", "When did it occur?"),
        ("arrive", "Police", "When did the police arrive?"),
        ("agree", "I", "When was it agreed?"),
        ("die", "They", "When did they die?"),
        ("come down", "bridge", "When did the bridge come down?"),
        ("swear in", "mayor", "When was the mayor sworn in?"),
    ],
)
def test_one_date(event: str, subject: str, question: str) -> None:
    assert when(event, subject) == question


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        ("approve", "sign", "When was it approved, and when was it signed?"),
        ("fall", "reception", "When did it fall, and when was the reception?"),
        ("arrest", "indict", "When were they arrested, and when were they indicted?"),
        ("come", "born", "When did it come, and when were they born?"),
        ("replace", "die", "When were they replaced, and when did they die?"),
    ],
)
def test_two_dates(first: str, second: str, question: str) -> None:
    assert which(first, second) == question


def test_what_happened_before_its_date() -> None:
    assert [told(event) for event in ("hold", "meet", "party", "award")] == [
        "held",
        "met",
        "party",
        "awarded",
    ]


def test_names_and_nouns() -> None:
    assert [named(subject) for subject in ("officer", "Several shots", "Tern", "")] == [
        "the officer",
        "several shots",
        "Tern",
        "",
    ]
