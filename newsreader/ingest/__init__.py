"""From bytes to an article: fetch, decode, extract, clean."""
