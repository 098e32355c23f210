"""Articles from elsewhere: an HTTP client for addresses that a stranger may have written.

`fetcher.Fetcher` fetches; what it takes and gives is in `options`, which loads no HTTP client.
"""

from summarize.read.fetch.options import Fetched, FetchOptions, Validators

__all__ = ["FetchOptions", "Fetched", "Validators"]
