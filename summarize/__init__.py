"""Several outlets, one story, one brief that leads back to its sources' own words."""
