"""Whether one sentence gives another number, rank or date than another sentence does."""

from summarize.language.disagreement.judge import Verdict, contradict_each_other, judge_numbers
from summarize.language.disagreement.told import ToldNumber, read_told

__all__ = ["ToldNumber", "Verdict", "contradict_each_other", "judge_numbers", "read_told"]
