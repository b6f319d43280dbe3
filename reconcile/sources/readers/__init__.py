"""The readers: each turns a file of one format into articles. One format per file; `SUFFIXES` says which names."""
