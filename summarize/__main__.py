"""`python -m summarize` is the console script."""

from summarize.cli import main

main()
