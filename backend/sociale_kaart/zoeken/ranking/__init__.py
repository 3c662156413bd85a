"""How well listings answer a question: words, meaning, wishes and the policy, as one figure.

Pure calculation. What is known of a listing comes from the row of the search (`zoek_rij`), what is
known of all of them together from `Corpus`.
"""
