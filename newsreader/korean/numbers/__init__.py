"""Numbers, dates and units: found in Korean and in English, and the two compared.

``find.find`` reads Korean, ``english.figures`` English; ``check.check`` says where they differ.
"""
