"""Stage 1: from a source to a cleaned Article."""
