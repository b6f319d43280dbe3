"""Reads source files into articles: one reader per format, cleaning, splitting a page, dating an article."""
