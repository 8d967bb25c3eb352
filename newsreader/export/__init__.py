"""An article and its rows as text, Markdown or HTML: Korean and English together."""
