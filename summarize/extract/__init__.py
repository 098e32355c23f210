"""Stage 2: from an Article to a Draft, by an engine."""
