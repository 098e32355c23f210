"""Moments and lengths of time, as a person reads them."""

import datetime as dt


def name_moment(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """Return the moment on the zone's clock, or the machine's: "Mon 2026-03-02 06:00 CET"."""
    local = moment.astimezone(zone)
    return f"{local:%a %Y-%m-%d %H:%M} {local.tzname()}"


def name_duration(length: dt.timedelta) -> str:
    """Return a length of time in its greatest units, at most two of them: "1 d 6 h", "40 min"."""
    seconds = max(0, round(length.total_seconds()))
    parts = []
    for name, size in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {name}")
    return " ".join(parts[:2]) or "0 s"
