"""What we know of the Korean language: text in, facts out."""
