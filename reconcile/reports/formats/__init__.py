"""Report formats: each file has `render(report) -> str`; the file's name is the format's name."""
