"""What is said in a text, by whom, in which words and through which channel."""

from summarize.language.quotations.find import Attribution, find_attributions

__all__ = ["Attribution", "find_attributions"]
