"""Change one fact in one article of the example workspace: the report must gain the finding for it, and no other."""
