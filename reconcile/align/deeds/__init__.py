"""Whether two clauses tell of one deed, and who can have done it."""
