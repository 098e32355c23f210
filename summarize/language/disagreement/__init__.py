"""Whether one sentence gives another number, rank or date than another sentence does."""

from summarize.language.disagreement.judge import Verdict, judge_numbers
from summarize.language.disagreement.told import ToldNumber, read_told

__all__ = ["ToldNumber", "Verdict", "judge_numbers", "read_told"]
