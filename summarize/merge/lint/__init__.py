"""Where the brief's own voice leans: rules with a place, a severity and a waiver.

`lint_brief` marks a finished brief; the merge keeps what it could not avoid, `verify` asks anew.
"""

from summarize.merge.lint.check import lint_brief
from summarize.merge.lint.voices import text_at
from summarize.merge.lint.waivers import parse_waivers

__all__ = ["lint_brief", "parse_waivers", "text_at"]
