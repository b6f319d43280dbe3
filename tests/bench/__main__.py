"""Runs every benchmark of this folder, in the order of their names."""

from __future__ import annotations

import pkgutil
import runpy
from pathlib import Path

for found in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda module: module.name):
    if found.name != "__main__":
        print(f"== {found.name}", flush=True)
        runpy.run_module(f"tests.bench.{found.name}", run_name="__main__")
