"""The rules: each finds claims that answer one question differently. One rule per file; its docstring is its page."""
