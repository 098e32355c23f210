"""When a digest runs: the schedule, the watch that keeps it, units for others that do, and health.

`Schedule` is what the file says, `next_run` when that is, `watch` keeps it in the foreground,
`render_systemd` and `render_crontab` hand it to the system, `judge_health` says whether it works.
"""
