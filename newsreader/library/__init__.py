"""Everything that is kept on this machine. Only this package speaks SQL."""
