"""Stage 5: from a Brief to text."""
