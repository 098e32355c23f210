"""The English names of months and weekdays, in lower case and in order, and dates in words."""

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())


def say_date(partial: str) -> str:
    """Say an ISO 8601 date of day, month or year precision: "26 April 2025", "April 2025"."""
    year, *rest = partial.split("-")
    if not rest or not 1 <= int(rest[0]) <= len(MONTHS):
        return partial
    month = MONTHS[int(rest[0]) - 1].capitalize()  # not strftime, which follows the locale
    return " ".join([*(str(int(day)) for day in rest[1:]), month, year])
