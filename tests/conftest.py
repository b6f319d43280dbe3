"""No test passes while a contribution of our own fails behind its back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.plugins import failures


@pytest.fixture(autouse=True)
def nothing_of_ours_fails() -> Iterator[None]:
    """Fails a test during which a rule, claim type or reader of this package raised."""
    before = {notice for notice in failures() if notice.code == "E-INTERNAL"}
    yield
    assert not [n for n in failures() if n.code == "E-INTERNAL" and n not in before]
