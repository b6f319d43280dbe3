"""Which quotations are one utterance, and what kind of difference lies between two wordings."""
