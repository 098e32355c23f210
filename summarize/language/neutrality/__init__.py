"""Words that take a side, comment or judge."""
