"""What a text negates, denies, doubts, foretells or does not know."""

from summarize.language.modality.read import Modality, read_modality

__all__ = ["Modality", "read_modality"]
