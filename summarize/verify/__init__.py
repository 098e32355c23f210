"""A finished brief checked against its sources, offline: spans, gate, neutrality.

`verify_brief` is the check; `check_file` reads what somebody may have edited by hand.
"""

from summarize.verify.check import LintOptions, check_file, check_loaded, verify_brief
from summarize.verify.loading import Loaded, load_brief
from summarize.verify.report import RENDERERS, Failure, Report

__all__ = [
    "RENDERERS",
    "Failure",
    "LintOptions",
    "Loaded",
    "Report",
    "check_file",
    "check_loaded",
    "load_brief",
    "verify_brief",
]
