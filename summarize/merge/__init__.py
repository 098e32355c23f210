"""Stage 4: from Extractions to one Brief."""
