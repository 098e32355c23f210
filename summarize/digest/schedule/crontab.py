"""A line of a crontab, as crontab(5)."""

import datetime as dt
import shlex

from summarize.digest.schedule.installing import UNIT_NAME, Command, join_lines
from summarize.digest.schedule.options import Schedule
from summarize.digest.schedule.wording import name_duration
from summarize.errors import UsageError

_MINUTE, _HOUR, _DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


def render_crontab(schedule: Schedule, command: Command) -> str:
    """Return the line for a user's crontab, with comments that say how to install it.

    What a run says goes to the system's log: cron would mail it, and few machines have a mailer.
    Raises UsageError where cron cannot say the interval, or cannot be told the command.
    """
    lines = [
        f"# Runs a digest {schedule.in_words()}. Nothing is installed yet; this adds it:",
        "#   summarize digest install --cron >digest.cron",
        "#   (crontab -l; cat digest.cron) | crontab -",
        f"# What it said: journalctl -t {UNIT_NAME}, or grep {UNIT_NAME} /var/log/syslog",
        "# A run that the machine slept through is not made up for. Keys and passwords for the run",
        "# can stand above the line, as OPENAI_API_KEY=... or SUMMARIZE_SMTP_PASSWORD=...",
    ]
    if schedule.cron is not None and schedule.timezone is not None:
        lines += [
            "# CRON_TZ is known to cronie (Fedora, RHEL, Arch) and holds for all lines below;",
            "# the cron of Debian and Ubuntu takes the machine's time: use a timer there.",
            f"CRON_TZ={schedule.timezone.key}",
        ]
    lines.append(f"{name_fields(schedule)} {_write_command(command)}")
    return join_lines(lines)


def name_fields(schedule: Schedule) -> str:
    """Return the five fields. Raises UsageError for an interval that they cannot say."""
    if schedule.cron is not None:
        return schedule.cron.text
    every = schedule.every or dt.timedelta()
    if _HOUR % _fitting(every, _MINUTE) == dt.timedelta():
        return _step(every // _MINUTE, 60) + " * * * *"
    if _DAY % _fitting(every, _HOUR) == dt.timedelta():
        return f"0 {_step(every // _HOUR, 24)} * * *"
    raise UsageError(
        f"cron cannot say every {name_duration(every)}: only what divides an hour or a day;"
        " set such an interval or a cron expression, or use the timer of systemd or digest watch"
    )


def _fitting(every: dt.timedelta, unit: dt.timedelta) -> dt.timedelta:
    """Return the interval where it is whole units, else a length that divides nothing."""
    return every if every >= unit and every % unit == dt.timedelta() else dt.timedelta.max


def _step(count: int, whole: int) -> str:
    return "*" if count == 1 else "0" if count == whole else f"*/{count}"


def _write_command(command: Command) -> str:
    """Quote for sh. To cron a `%` is a line break, and to some two backslashes are one."""
    line = shlex.join(command.words)
    if "\\" in line:
        raise UsageError(f"{line}: cron misreads a backslash; move the file to another path")
    return f"{line.replace('%', chr(92) + '%')} 2>&1 | logger -t {UNIT_NAME}"
