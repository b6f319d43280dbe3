"""What an article asserts: `extract(article)` runs every claim type of this folder, one file each."""
