"""The explainers: each tries to account for a difference, for one reason. One reason per file."""
