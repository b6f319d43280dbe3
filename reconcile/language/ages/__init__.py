"""Ages in running text, and the words that name whose age it is."""
