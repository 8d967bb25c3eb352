"""Read Korean news with English beside it, sentence by sentence."""

__version__ = "0.1.0"
