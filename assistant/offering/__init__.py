"""What a refusal offers to ask instead: whole questions, each answered, the likeliest first.

Asked (what is asked) → figures and clauses nearest to it → questions that state, compute, claim or quote them.
"""
