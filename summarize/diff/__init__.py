"""What a newer brief of a story has that an older one had not, claim by claim.

`compare_briefs` is the comparison; `render_diff` writes what it found.
"""

from summarize.diff.compare import compare_briefs
from summarize.diff.rendering import render_diff

__all__ = ["compare_briefs", "render_diff"]
