"""Dutch words: their base form, their stem, the parts of a compound, and a better spelling.

Knows nothing of listings, servers or settings; what it reads from packages is loaded once, when
it is first needed.
"""
