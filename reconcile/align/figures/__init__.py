"""Which figures answer one question, and how two figures of one question relate."""
