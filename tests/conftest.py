"""No test passes while a contribution of our own fails behind its back, and none writes to the user's caches."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from reconcile.plugins import failures


def pytest_configure(config: pytest.Config) -> None:
    """The processes that tests start keep their patterns with pytest's own cache."""
    assert config.cache is not None
    os.environ["RECONCILE_CACHE_DIR"] = str(config.cache.mkdir("patterns"))


@pytest.fixture(autouse=True)
def nothing_of_ours_fails() -> Iterator[None]:
    """Fails a test during which a rule, claim type or reader of this package raised."""
    before = {notice for notice in failures() if notice.code == "E-INTERNAL"}
    yield
    assert not [n for n in failures() if n.code == "E-INTERNAL" and n not in before]
