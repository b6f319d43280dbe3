"""Who is who, what is what, and which claims answer one question."""
