"""What a sentence says, in a form in which two wordings of it can be compared."""
