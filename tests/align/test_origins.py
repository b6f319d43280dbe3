"""A copied text is one witness with its original; quotations and names in common make no copy."""

from __future__ import annotations

from reconcile import Article
from reconcile.align.origins import origins, shared_texts

WIRE = (
    "The ferry Marigold sank off Cape Ordell in the early hours of Thursday after a fire below the car deck. "
    "Divers went down at first light and found the wreck on its side at forty meters."
)
OWN = (
    "Nobody in Tessaly slept that night. From the mole people watched the Marigold burn off Cape Ordell, "
    "and by morning the first rafts had come in."
)
QUOTING = 'Said the mayor: "{}" That is all we know so far, and the council meets again on Monday.'


def _origins(*texts: str) -> list[str]:
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    return list(origins(articles, shared_texts(articles)).values())


def test_a_copy_with_a_new_headline_is_one_origin() -> None:
    assert _origins(WIRE, "Marigold lost\n" + WIRE) == ["0", "0"]


def test_two_reports_of_one_event_are_two_origins() -> None:
    assert _origins(WIRE, OWN) == ["0", "1"]


def test_the_same_quotation_in_two_articles_is_no_copy() -> None:
    assert _origins(WIRE, QUOTING.format(WIRE)) == ["0", "1"]


def test_copies_of_copies_share_the_first_origin() -> None:
    assert _origins(WIRE, WIRE + " " + OWN, OWN) == ["0", "0", "0"]
