"""A small report, made by hand, with everything in it that a format could trip over."""

from __future__ import annotations

from dataclasses import replace

from reconcile.errors import Notice
from reconcile.reports.report import Finding, Report, Side, Witness
from reconcile.sources.article import Article

ESCAPE = "\x1b[2J"
HOSTILE = f'=1+1 | <script>alert(1)</script> [x](javascript:alert(1)) {ESCAPE}\u202e 007 1e5 1,200 "q" & %0A'


def report(words: str = "22 people", title: str = "Ferry sinks") -> Report:
    """Two articles, a contradiction and an explained difference; `words` is what the first article is quoted with."""
    first = Article(
        id="a", path="sources/a.md", publisher="The Tern", title=title, published="2024-05-02",
        text=f"A quiet night.\nThe fire killed {words} on board.\nNo more is known.", url="https://tern.example/1",
    )  # fmt: skip
    second = Article(
        id="b",
        path="sources/b.md",
        title="Later",
        text="The fire killed 24 people.",
        url="javascript:alert(1)",
    )
    one = witness(first, words, "22")
    other = witness(second, "24 people", "24")
    finding = Finding(
        id="f000000000001", rule="NUM501", slug="count-differs", kind="number", question="How many were killed?",
        verdict="contradiction", reason=None, because="22 is not 24.", confidence=0.9,
        sides=(Side(value="22", origins=1, claims=(one,)), Side(value="24", origins=1, claims=(other,))),
    )  # fmt: skip
    explained = replace(
        finding, id="f000000000002", verdict="explained", reason="update", because="Later, more."
    )
    return Report(
        articles=(first, second),
        findings=(finding, explained),
        notices=(Notice("sources/c.md", "E-EMPTY", "holds no words"),),
    )


def witness(article: Article, words: str, value: str) -> Witness:
    """The witness that `words` in the text of `article` make."""
    start = article.text.index(words)
    line = article.text.count("\n", 0, start) + 1
    return Witness(
        id=f"c{article.id}", type="quantity", article=article.id, path=article.path, publisher=article.publisher,
        line=line, column=start - article.text.rfind("\n", 0, start), start=start, end=start + len(words),
        quote=words, sentence=article.text.splitlines()[line - 1], value=value,
    )  # fmt: skip
