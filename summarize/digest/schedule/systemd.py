"""A service and a timer of systemd, as systemd.service(5), systemd.timer(5), systemd.time(7)."""

from collections.abc import Iterator, Sequence

from summarize.digest.schedule.cron import Cron
from summarize.digest.schedule.installing import UNIT_NAME, Command, join_lines
from summarize.digest.schedule.options import Schedule
from summarize.errors import UsageError

_FOLDER = '"${XDG_CONFIG_HOME:-$HOME/.config}"/systemd/user'
_CONTROL = "systemctl --user"
_WEEKDAYS = "Sun Mon Tue Wed Thu Fri Sat".split()
_HARDENING = (
    "NoNewPrivileges=yes",
    "RestrictSUIDSGID=yes",
    "RestrictRealtime=yes",
    "LockPersonality=yes",
    "SystemCallArchitectures=native",
    "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
)
"""What needs no namespace: not every system lets a user's manager have one."""


def render_systemd(schedule: Schedule, command: Command) -> str:
    """Return a shell script that installs the two units for whoever runs it.

    Its comments say so, and how to undo it.
    """
    return join_lines(
        [
            f"# Runs a digest {schedule.in_words()}, by a timer of systemd. Nothing is installed",
            "# yet: read this, then pipe it into sh.",
            f"# When it runs, and what it said: {_CONTROL} list-timers {UNIT_NAME}.timer;",
            f"#   journalctl --user -u {UNIT_NAME}",
            f"# To undo it: {_CONTROL} disable --now {UNIT_NAME}.timer, and remove the two files.",
            "# It runs while you are logged in; for always: loginctl enable-linger",
            "set -eu",
            f"mkdir -p {_FOLDER}",
            *_here(f"{_FOLDER}/{UNIT_NAME}.service", render_service(command)),
            *_here(f"{_FOLDER}/{UNIT_NAME}.timer", render_timer(schedule)),
            f"{_CONTROL} daemon-reload",
            f"{_CONTROL} enable --now {UNIT_NAME}.timer",
        ]
    )


def _here(path: str, unit: str) -> tuple[str, ...]:
    return (f"cat >{path} <<'END-OF-UNIT'", unit.rstrip("\n"), "END-OF-UNIT")


def render_service(command: Command) -> str:
    """Return the service that runs one digest.

    Keys and passwords are in a file of their own, which need not be there.
    """
    return join_lines(
        [
            "[Unit]",
            "Description=summarize: one digest",
            "",
            "[Service]",
            "Type=oneshot",
            f"ExecStart={_quote_words(command.words)}",
            "# OPENAI_API_KEY=..., SUMMARIZE_SMTP_PASSWORD=... and the like, a line each:",
            "EnvironmentFile=-%E/summarize/digest.env",
            *_HARDENING,
        ]
    )


def render_timer(schedule: Schedule) -> str:
    """Return the timer of the service. A run that the machine slept through is made up for once.

    systemd makes it up whenever that is; `misfire_grace` is no matter of a timer.
    """
    times = []
    if schedule.every is not None:
        times = ["OnActiveSec=1min", f"OnUnitActiveSec={schedule.every.total_seconds():.0f}s"]
    if schedule.cron is not None:
        zone = f" {schedule.timezone.key}" if schedule.timezone else ""
        times = [f"OnCalendar={one}{zone}" for one in name_calendar(schedule.cron)]
        times.append("Persistent=true")
    return join_lines(
        [
            "[Unit]",
            f"Description=summarize: digest {_escape(schedule.in_words())}",
            "",
            "[Timer]",
            *times,
            "AccuracySec=1s",
            "",
            "[Install]",
            "WantedBy=timers.target",
        ]
    )


def name_calendar(cron: Cron) -> Iterator[str]:
    """Yield the events of OnCalendar; two where either day is enough, which one cannot say."""
    if cron.is_either:
        yield _name_event(cron, cron.days, range(7))
        yield _name_event(cron, range(1, 32), cron.weekdays)
    else:
        yield _name_event(cron, cron.days, cron.weekdays)


def _name_event(cron: Cron, days: Sequence[int], weekdays: Sequence[int]) -> str:
    names = ",".join(_WEEKDAYS[day] for day in weekdays)
    month, day = _listed(cron.months, 12), _listed(days, 31)
    hour, minute = _listed(cron.hours, 24), _listed(cron.minutes, 60)
    return f"{f'{names} ' if len(weekdays) < 7 else ''}*-{month}-{day} {hour}:{minute}:00"


def _listed(values: Sequence[int], all_of_them: int) -> str:
    if len(values) == all_of_them:
        return "*"
    return ",".join(f"{value:02}" for value in values)


def _quote_words(words: Sequence[str]) -> str:
    """Return the words of ExecStart=. A `$` is doubled, but not in the program's own path, in which
    systemd replaces nothing. Raises UsageError for a program that systemd takes for unsafe.
    """
    program, *rest = words
    if set(program) & set("\"'\\"):
        raise UsageError(
            f"{program}: systemd starts no program whose path holds a quote or backslash"
        )
    escaped = (word.replace("$", "$$") for word in rest)
    return " ".join(_quote_word(word) for word in (program, *escaped))


def _quote_word(word: str) -> str:
    """Quote as the section "Quoting" of systemd.syntax(7) has it; `%` begins a specifier."""
    if word and not set(word) & set(" \t\"'\\;"):
        return _escape(word)
    inside = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_escape(inside)}"'


def _escape(text: str) -> str:
    return text.replace("%", "%%")
