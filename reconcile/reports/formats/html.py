"""HTML: one page to read and to judge, that loads nothing and runs nothing but its own script.

Whatever the articles hold is text on this page: it is escaped, and the page's security policy lets the browser
run only the one script, and use only the one style sheet, whose hashes it names.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from reconcile.reports.excerpt import Excerpt, excerpt
from reconcile.reports.report import Report, Side, Witness
from reconcile.reports.visible import visible
from reconcile.reports.wording import MEANING, counted, outlet, place, summary, tally, verdict_words


def render(report: Report) -> str:
    """The whole page."""
    from jinja2 import Environment
    from markupsafe import Markup

    articles = {article.id: article for article in report.articles}

    def shown(witness: Witness) -> Excerpt:
        return excerpt(witness, articles[witness.article])

    environment = Environment(autoescape=True, trim_blocks=True, keep_trailing_newline=True)
    environment.filters |= {
        "visible": visible,
        "excerpt": shown,
        "outlet": outlet,
        "place": place,
        "support": _support,
        "verdict_words": verdict_words,
        "linkable": _linkable,
    }
    style, script = _part("report.css"), _part("report.js")
    return environment.from_string(_part("report.html")).render(
        style=Markup(style),  # our own file
        script=Markup(script),  # our own file
        style_hash=_policy_hash(style),
        script_hash=_policy_hash(script),
        summary=summary(report),
        tally=tally(report).items(),
        meaning=MEANING,
        sections=[
            (verdict, number, [finding for finding in report.findings if finding.verdict == verdict])
            for verdict, number in tally(report).items()
        ],
        articles=report.articles,
        notices=report.notices,
    )


def _support(side: Side) -> str:
    return counted(side.origins, "origin")


def _linkable(url: str | None) -> bool:
    return bool(url) and str(url).lower().startswith(("http://", "https://"))


def _policy_hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _part(name: str) -> str:
    return (files("reconcile.reports") / "page" / name).read_text(encoding="utf-8")
