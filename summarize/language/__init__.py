"""Reading English: sentences, names, quantities, quotations. Knows nothing of the pipeline."""
