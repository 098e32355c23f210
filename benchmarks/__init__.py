"""Measures of the engine against public data, peers and answer keys; not shipped in the wheel."""
