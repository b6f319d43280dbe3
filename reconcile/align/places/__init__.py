"""Whether two places are of one scene, and which lands a story names."""
