"""Which dates, clock times, anniversaries and lengths of time answer one question."""
