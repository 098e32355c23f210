"""Stage 3: from a Draft to an Extraction whose every item is proved in the text."""
