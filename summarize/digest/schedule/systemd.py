"""A service and a timer of systemd, as systemd.service(5), systemd.timer(5), systemd.time(7)."""

import shlex
from collections.abc import Iterator, Sequence

from summarize.digest.schedule.cron import Cron
from summarize.digest.schedule.installing import UNIT_NAME, Installation, join_lines
from summarize.digest.schedule.options import Schedule
from summarize.errors import UsageError

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
_SYSTEM_HARDENING = (
    "ProtectSystem=strict",
    "ProtectHome=read-only",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "ProtectKernelTunables=yes",
    "ProtectKernelModules=yes",
    "ProtectControlGroups=yes",
    "RestrictNamespaces=yes",
    "CapabilityBoundingSet=",
)


def render_systemd(schedule: Schedule, installation: Installation, user: str | None = None) -> str:
    """Return a shell script that installs the two units; it says so in comments.

    With a `user` they are the machine's units, run as that user; without, those of whoever runs it.
    """
    folder = "/etc/systemd/system" if user else '"${XDG_CONFIG_HOME:-$HOME/.config}"/systemd/user'
    control = "systemctl" if user else "systemctl --user"
    heads = [
        f"# Runs a digest {schedule.in_words()}, by a timer of systemd. Nothing is installed yet:",
        f"# read this, then pipe it into {'sudo sh' if user else 'sh'}.",
        f"# To see when it runs and what it said: {control} list-timers {UNIT_NAME}.timer;",
        f"#   journalctl {'' if user else '--user '}-u {UNIT_NAME}",
        f"# To undo it: {control} disable --now {UNIT_NAME}.timer, and remove the two files.",
    ]
    if not user:
        heads.append("# It runs while you are logged in; for always: loginctl enable-linger")
    return join_lines(
        [
            *heads,
            "set -eu",
            *(_make_folders(installation, user) if user else ()),
            f"mkdir -p {folder}",
            *_here(f"{folder}/{UNIT_NAME}.service", render_service(installation, user)),
            *_here(f"{folder}/{UNIT_NAME}.timer", render_timer(schedule)),
            f"{control} daemon-reload",
            f"{control} enable --now {UNIT_NAME}.timer",
        ]
    )


def _make_folders(installation: Installation, user: str) -> Iterator[str]:
    """Yield what makes the writable folders, as their user: systemd wants those it opens there."""
    for path in installation.writable:
        yield f"runuser -u {shlex.quote(user)} -- mkdir -p {shlex.quote(str(path))}"


def _here(path: str, unit: str) -> tuple[str, ...]:
    return (f"cat >{path} <<'END-OF-UNIT'", unit.rstrip("\n"), "END-OF-UNIT")


def render_service(installation: Installation, user: str | None = None) -> str:
    """Return the service that runs one digest.

    Keys and passwords are in a file of their own, which need not be there.
    """
    lines = ["[Unit]", "Description=summarize: one digest"]
    if user:
        lines += ["Wants=network-online.target", "After=network-online.target"]
    lines += ["", "[Service]", "Type=oneshot", f"ExecStart={_quote_command(installation.command)}"]
    lines += ["# OPENAI_API_KEY=..., SUMMARIZE_SMTP_PASSWORD=... and the like, a line each:"]
    lines += ["EnvironmentFile=-%E/summarize/digest.env"]
    lines += _HARDENING
    if user:
        lines += [f"User={_escape(user)}", *_SYSTEM_HARDENING]
        lines += [f"ReadWritePaths={_quote_word(str(path))}" for path in installation.writable]
    return join_lines(lines)


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


def _quote_command(command: Sequence[str]) -> str:
    """Return the words of ExecStart=. A `$` is doubled, but not in the program's own path, in which
    systemd replaces nothing. Raises UsageError for a program that systemd takes for unsafe.
    """
    program, *words = command
    if set(program) & set("\"'\\"):
        raise UsageError(
            f"{program}: systemd starts no program whose path holds a quote or backslash"
        )
    escaped = (word.replace("$", "$$") for word in words)
    return " ".join(_quote_word(word) for word in (program, *escaped))


def _quote_word(word: str) -> str:
    """Quote as the section "Quoting" of systemd.syntax(7) has it; `%` begins a specifier."""
    if word and not set(word) & set(" \t\"'\\;"):
        return _escape(word)
    inside = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_escape(inside)}"'


def _escape(text: str) -> str:
    return text.replace("%", "%%")
