"""What the claim table tells of each claim."""

import json

from reconcile.align.story import Story
from reconcile.claims.extraction import extract
from reconcile.reports.claim_table import Filter, claim_rows, shown
from reconcile.sources.article import Article


def test_a_claim_without_a_subject_is_told_in_words_of_the_language_not_of_the_code() -> None:
    text = "The mill at Brae burned on Monday. Another 41 people were injured. Two workers were killed."
    article = Article(id="a", publisher="The Tern", text=text)
    rows = shown(claim_rows([Story([article], extract(article))], Filter()), "jsonl")
    told = {(row["type"], row["words"]): row["subject"] for row in map(json.loads, rows.splitlines())}
    assert told["opposite", "Another 41 people were injured"] == "unhurt or was injured"
    assert told["fate", "Two workers were killed"] == ""
    assert told["quantity", "Another 41 people were injured"] == "injured"
