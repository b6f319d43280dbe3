"""What a check found, as a value; and how it is rendered, one format per file in `formats/`."""
