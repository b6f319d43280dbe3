"""The alias file of a workspace: what a person knows about names, each entry with its reason.

```toml
[[same]]
names = ["SPA Presidium", "Standing Committee of the Supreme People's Assembly"]
reason = "The Presidium was renamed in 2019."

[[different]]
names = ["Lough Board", "Lough Harbour Board"]
reason = "The harbour has a board of its own."
```
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile.errors import ConfigError
from reconcile.values.romanization import folded


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names that are one thing's, and names that are not, by folded name, with the reasons given."""

    group: dict[str, tuple[int, str]] = field(default_factory=dict)
    apart: dict[frozenset[str], str] = field(default_factory=dict)

    def same(self, a: str, b: str) -> str:
        """The reason why two names are one thing's, empty when the file does not say so."""
        one, other = self.group.get(folded(a)), self.group.get(folded(b))
        return one[1] if one and other and one[0] == other[0] else ""

    def different(self, a: str, b: str) -> str:
        """The reason why two names are not one thing's, empty when the file does not say so."""
        return self.apart.get(frozenset({folded(a), folded(b)}), "")


def load_aliases(path: Path) -> Aliases:
    """The aliases in `path`; none when the file does not exist. Raises ConfigError that names the file and entry."""
    if not path.is_file():
        return Aliases()
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: {error}") from error
    if unknown := sorted(set(data) - {"same", "different"}):
        raise ConfigError(f"{path.name}: unknown table [[{unknown[0]}]]; use [[same]] or [[different]]")
    group: dict[str, tuple[int, str]] = {}
    for number, (names, reason) in enumerate(_entries(path, data, "same")):
        for name in names:
            if folded(name) in group:
                raise ConfigError(f"{path.name}: {name!r} stands in two [[same]] entries")
            group[folded(name)] = (number, reason)
    apart = {
        frozenset({folded(a), folded(b)}): reason
        for names, reason in _entries(path, data, "different")
        for at, a in enumerate(names)
        for b in names[at + 1 :]
    }
    return Aliases(group, apart)


def _entries(path: Path, data: dict[str, Any], table: str) -> list[tuple[list[str], str]]:
    found = []
    for number, entry in enumerate(data.get(table, []), 1):
        names, reason = (entry.get("names"), entry.get("reason")) if isinstance(entry, dict) else (None, None)
        if not isinstance(names, list) or len(names) < 2 or not all(isinstance(n, str) and n for n in names):
            raise ConfigError(f"{path.name}: entry {number} of [[{table}]] needs `names`: two names or more")
        if extra := sorted(set(entry) - {"names", "reason"}):
            raise ConfigError(f"{path.name}: entry {number} of [[{table}]]: unknown key {extra[0]!r}")
        if not isinstance(reason, str) or not reason.strip():
            raise ConfigError(f"{path.name}: entry {number} of [[{table}]] needs a `reason`")
        found.append((names, reason.strip()))
    return found
