"""Numbers in a text with what they count or measure, their unit and their bound."""

from summarize.language.quantities.find import Quantity, find_quantities

__all__ = ["Quantity", "find_quantities"]
