"""When a digest runs: the schedule, the watch that keeps it, units for others that do, and health.

`Schedule` is what the file says, `next_run` when that is, `watch` keeps it in the foreground,
`systemd.render_systemd` and `crontab.render_crontab` hand it to the system, `judge_health` says
whether it works. APScheduler loads when a moment of a cron expression is asked for.
"""

from summarize.digest.schedule.health import Health, find_last, judge_health
from summarize.digest.schedule.moments import next_run
from summarize.digest.schedule.options import Schedule
from summarize.digest.schedule.watching import watch

__all__ = ["Health", "Schedule", "find_last", "judge_health", "next_run", "watch"]
