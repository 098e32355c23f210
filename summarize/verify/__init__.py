"""A finished brief checked against its sources, offline: spans, gate, neutrality.

`verify_brief` is the check; `check_file` reads what somebody may have edited by hand.
"""

from summarize.verify.check import check_file, verify_brief
from summarize.verify.loading import load_brief
from summarize.verify.report import RENDERERS, Failure, Report

__all__ = ["RENDERERS", "Failure", "Report", "check_file", "load_brief", "verify_brief"]
