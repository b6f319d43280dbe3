"""Our cases and examples are told in words of our own: none repeats a clause of the texts in ../shared.

A copy with other names and figures is one all the same, so names and figures count as one word, whatever they are.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
OURS = [
    ROOT / "README.md",
    *sorted((ROOT / "sources").iterdir()),
    *sorted((ROOT / "reconcile").rglob("*.py")),
    *sorted(path for path in (ROOT / "tests").rglob("*") if path.suffix in {".py", ".yml", ".tsv"}),
]
RUN = 9  # words on end that are no longer a turn of phrase
PLAIN = 7  # of these, those that are neither names nor figures
NAMED = "#"


def words(text: str) -> list[str]:
    """The words of a text; names and figures are NAMED, once for several on end."""
    found: list[str] = []
    for word in re.findall(r"[A-Za-z0-9’'.,]*[A-Za-z0-9]", text.replace("\\n", " ")):
        if not (word[0].isupper() or word[0].isdigit()):
            found.append(word.strip(".,").lower())
        elif found[-1:] != [NAMED]:
            found.append(NAMED)
    return found


def runs(text: str) -> Iterator[tuple[str, ...]]:
    told = words(text)
    return zip(*(told[at:] for at in range(RUN)), strict=False)


def texts() -> Iterator[tuple[str, str]]:
    """The articles and corpora of ../shared, with their names; the documents of the project itself are ours."""
    for path in sorted(SHARED.glob("*/**/*")):
        if path.suffix == ".gz":
            yield path.name, gzip.decompress(path.read_bytes()).decode(errors="ignore")
        elif path.is_file() and path.suffix != ".py" and path.name != "GUIDELINES.md":
            yield path.name, path.read_text(encoding="utf-8", errors="ignore")


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_no_clause_is_taken_from_the_texts_beside_the_project() -> None:
    ours: dict[tuple[str, ...], Path] = {}
    for path in OURS:
        for line in path.read_text(encoding="utf-8").splitlines():
            ours |= {run: path for run in runs(line) if RUN - run.count(NAMED) >= PLAIN}
    assert len(ours) > 1000
    taken = {
        f"{ours[run].relative_to(ROOT)}: {' '.join(run)} ({name})"
        for name, text in texts()
        for run in runs(text)
        if run in ours
    }
    assert not taken, "\n".join(sorted(taken))
