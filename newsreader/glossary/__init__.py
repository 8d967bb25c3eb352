"""Terms: what they are called in English, when, and where they stand in a text.

The package's parts are imported one by one, so that a command loads only what it needs:
``load.Glossary``, ``matcher.Matcher``, ``names.spell``, ``check.violations``, ``exchange.read``.
"""
