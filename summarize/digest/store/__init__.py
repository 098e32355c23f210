"""What a digest remembers between its runs: articles, stories, briefs, digests and their delivery.

`opening.open_store` opens it, `records` are the values that it hands out. This file imports
nothing, since SQLAlchemy takes 0.15 s to load and the records need none of it.
"""
