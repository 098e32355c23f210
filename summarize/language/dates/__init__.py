"""Times that a text names, as finely as its words allow."""

from summarize.language.dates.find import DateMention, date_of_sentence, find_dates

__all__ = ["DateMention", "date_of_sentence", "find_dates"]
