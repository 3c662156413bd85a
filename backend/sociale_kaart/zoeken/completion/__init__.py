"""Words to suggest to who is still typing: which there are, how they begin, and which fit.

From memory: made anew when the synonyms or the listings change, and looked up without a server.
"""
