"""What is printed for systemd and for cron: it keeps the schedule, and quotes each path."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from summarize.digest.schedule.cron import parse_cron
from summarize.digest.schedule.crontab import name_fields, render_crontab
from summarize.digest.schedule.installing import Command, find_program
from summarize.digest.schedule.options import Schedule
from summarize.digest.schedule.systemd import (
    name_calendar,
    render_service,
    render_systemd,
    render_timer,
)
from summarize.errors import UsageError

MORNINGS = Schedule.model_validate({"cron": "0 6 * * mon-fri", "timezone": "Europe/Berlin"})


def at(path: str) -> Command:
    return Command(("/opt/bin/summarize", "digest", "run", "--config", path))


PLAIN = at("/srv/desk/digest.toml")


@pytest.mark.parametrize(
    ("cron", "events"),
    [
        ("0 6 * * mon-fri", ["Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00"]),
        ("*/15 * * * *", ["*-*-* *:00,15,30,45:00"]),
        ("30 6,18 1,15 3 *", ["*-03-01,15 06,18:30:00"]),
        ("0 6 */10 * mon", ["Mon *-*-01,11,21,31 06:00:00"]),
        ("0 6 13 * 5", ["*-*-13 06:00:00", "Fri *-*-* 06:00:00"]),
        ("0 6 * * 7", ["Sun *-*-* 06:00:00"]),
    ],
)
def test_a_cron_expression_becomes_calendar_events(cron: str, events: list[str]) -> None:
    assert list(name_calendar(parse_cron(cron))) == events


def test_the_timer_names_the_zone_that_is_set_and_makes_up_for_a_run_that_was_missed() -> None:
    timer = render_timer(MORNINGS).splitlines()
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Europe/Berlin" in timer
    assert "Persistent=true" in timer
    assert "OnCalendar=*-*-* 06:00:00" in render_timer(
        Schedule.model_validate({"cron": "0 6 * * *"})
    )


def test_an_interval_is_counted_from_the_last_run_and_begins_with_the_timer() -> None:
    timer = render_timer(Schedule.model_validate({"every": "90m"})).splitlines()
    assert {"OnActiveSec=1min", "OnUnitActiveSec=5400s"} <= set(timer)
    assert not any(line.startswith(("OnCalendar", "Persistent")) for line in timer)


@pytest.mark.parametrize(
    ("path", "quoted"),
    [
        ("/srv/desk/digest.toml", "/srv/desk/digest.toml"),
        ("/srv/my desk/digest.toml", '"/srv/my desk/digest.toml"'),
        ("/srv/100%h/digest.toml", "/srv/100%%h/digest.toml"),
        ("/srv/$HOME/digest.toml", "/srv/$$HOME/digest.toml"),
        ('/srv/"a"/digest.toml', '"/srv/\\"a\\"/digest.toml"'),
        ("/srv/o'k/digest.toml", '"/srv/o\'k/digest.toml"'),
        ("/srv/a\\n/digest.toml", '"/srv/a\\\\n/digest.toml"'),
        ("/srv/a;b/digest.toml", '"/srv/a;b/digest.toml"'),
    ],
)
def test_systemd_reads_each_path_as_it_is(path: str, quoted: str) -> None:
    service = render_service(at(path)).splitlines()
    assert f"ExecStart=/opt/bin/summarize digest run --config {quoted}" in service


def test_the_script_writes_both_units_as_they_are_and_starts_the_timer(tmp_path: Path) -> None:
    (tmp_path / "systemctl").write_text('#!/bin/sh\necho systemctl "$@"\n')
    (tmp_path / "systemctl").chmod(0o755)
    odd = at("/srv/`id` $(id) 'x'/digest.toml")
    done = subprocess.run(
        ["/bin/sh"],
        input=render_systemd(MORNINGS, odd),
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "HOME": str(tmp_path / "ho me")},
        capture_output=True,
        text=True,
        check=True,
    )
    folder = tmp_path / "ho me" / ".config" / "systemd" / "user"
    assert (folder / "summarize-digest.service").read_text() == render_service(odd)
    assert (folder / "summarize-digest.timer").read_text() == render_timer(MORNINGS)
    assert done.stdout.splitlines() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now summarize-digest.timer",
    ]


def test_a_crontab_line_gives_the_shell_the_command_as_it_is() -> None:
    command = at("/srv/100% o'k $x/digest.toml")
    line = render_crontab(MORNINGS, command).splitlines()[-1]
    fields, _, rest = line.partition(" /opt")
    assert fields == "0 6 * * mon-fri"
    assert not re.search(r"(?<!\\)%", rest)
    shell = f"/opt{rest}".replace("\\%", "%").removesuffix(" 2>&1 | logger -t summarize-digest")
    assert tuple(shlex.split(shell)) == command.words


def test_a_crontab_names_a_zone_only_where_one_is_set() -> None:
    assert "\nCRON_TZ=Europe/Berlin\n" in render_crontab(MORNINGS, PLAIN)
    assert "CRON_TZ" not in render_crontab(Schedule.model_validate({"cron": "0 6 * * *"}), PLAIN)
    assert all(line.startswith("#") for line in render_crontab(MORNINGS, PLAIN).splitlines()[:-2])


@pytest.mark.parametrize(
    ("every", "fields"),
    [
        ("1m", "* * * * *"),
        ("15m", "*/15 * * * *"),
        ("60m", "0 * * * *"),
        ("1h", "0 * * * *"),
        ("6h", "0 */6 * * *"),
        ("1d", "0 0 * * *"),
        ("24h", "0 0 * * *"),
    ],
)
def test_an_interval_that_divides_an_hour_or_a_day_has_fields(every: str, fields: str) -> None:
    assert name_fields(Schedule.model_validate({"every": every})) == fields


@pytest.mark.parametrize("every", ["7m", "90m", "5h", "2d", "1w", "90s"])
def test_an_interval_that_cron_cannot_say_is_refused_with_what_can(every: str) -> None:
    with pytest.raises(UsageError, match=r"timer of systemd or digest watch"):
        name_fields(Schedule.model_validate({"every": every}))


def test_what_neither_can_be_told_is_refused() -> None:
    with pytest.raises(UsageError, match="control character"):
        at("/srv/a\nb/digest.toml")
    with pytest.raises(UsageError, match="not an absolute path"):
        Command(("summarize", "digest", "run"))
    with pytest.raises(UsageError, match="backslash"):
        render_crontab(MORNINGS, at("/srv/a\\b/digest.toml"))
    with pytest.raises(UsageError, match="quote or backslash"):
        render_service(Command(("/opt/o'k/summarize",)))


def test_the_program_is_named_by_an_absolute_path(tmp_path: Path) -> None:
    program = tmp_path / "summarize"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert find_program(str(program)) == (str(program),)
    name, *words = find_program("/nowhere/pytest")
    assert Path(name).is_absolute()
    assert words == ["-m", "summarize"]
