"""What can be said, normalized, and how two values relate."""
