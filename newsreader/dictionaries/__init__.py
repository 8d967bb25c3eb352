"""Dictionaries that the reader adds: StarDict, Yomitan, TSV, kedict; read with suspicion."""
