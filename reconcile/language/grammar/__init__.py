"""Clauses, and the verbs, nouns and conditions that they are made of."""
