"""Plugins: a documented example package, and what happens when one fails."""
