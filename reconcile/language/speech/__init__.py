"""Who says what: quotation marks, reported speech, transcripts, and their speakers."""
