"""One of each that a plugin can add to reconcile."""
