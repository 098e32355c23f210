"""Measure the engine against public data and against peers, one JSON line a measure.

NAME is a data set, `all` for every one whose data is there, `speed`, or `peers` to list the peers.
DATA holds NAME/SPLIT.jsonl and the scorers in score/. Exit code 1 where --check finds a measure
worse than its floor, 2 where a name is unknown or a scorer missing; data that is not there is no
error.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.floors import find_shortfalls, read_floors
from benchmarks.job import APART, BENCHMARKS, BenchmarkError, Job, load_benchmark
from benchmarks.peers import all_peers, describe_peers

KNOWN = (*BENCHMARKS, *APART)


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line asks for, and return the exit code."""
    parser = _make_parser()
    args = parser.parse_args(argv)
    if args.name == "peers":
        print(*describe_peers(all_peers()), sep="\n")
        return 0
    if args.name not in {"all", *KNOWN}:
        parser.error(f"no benchmark is named {args.name!r}; there are {', '.join(KNOWN)}")
    if args.data is None:
        parser.error("--data is needed: the folder with the data sets")
    names = BENCHMARKS if args.name == "all" else [args.name]
    with TemporaryDirectory() as folder:
        output = args.output or Path(folder)
        jobs = [Job(name, args.split, args.data, output, args.errors) for name in names]
        try:
            shortfalls = [line for job in jobs for line in _run(job)]
        except BenchmarkError as error:
            parser.error(str(error))
    if args.check and shortfalls:
        print(*shortfalls, sep="\n", file=sys.stderr)
        return 1
    return 0


def _run(job: Job) -> list[str]:
    """Print the lines of one benchmark, and return what is worse than its floor."""
    if job.benchmark in BENCHMARKS and not job.gold.is_file():
        print(f"{job.benchmark}: no data at {job.gold}", file=sys.stderr)
        return []
    results = []
    for result in load_benchmark(job.benchmark)(job):
        print(result.to_json(), flush=True)
        results.append(result)
    found = find_shortfalls(results, read_floors(job.benchmark))
    return [f"{job.benchmark}: {shortfall}" for shortfall in found]


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("name", metavar="NAME", help=f"{', '.join(KNOWN)}; all; peers")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder with the data sets")
    parser.add_argument("--split", default="dev", help="dev, where nothing else is said")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N wrong rows")
    parser.add_argument("--output", type=Path, metavar="DIR", help="keep the predictions there")
    parser.add_argument("--check", action="store_true", help="exit 1 below a floor")
    return parser


if __name__ == "__main__":
    sys.exit(main())
