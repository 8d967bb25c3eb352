"""From Korean segments to English rows: memory, engines, checks."""
