"""Closed classes of English verbs: which tags are finite, and the forms of "be" and "have"."""

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Penn Treebank tags of verbs that have a subject of their own."""

BE = frozenset("be is are was were been being am 's ’s 're ’re 'm ’m".split())
HAVE = frozenset("have has had having 've ’ve 'd ’d 's ’s".split())
"""Both hold "'s", which stands for either."""
