"""Processes that are measured: a fresh one for each reading, so that nothing is remembered.

`python -m benchmarks.processes SYSTEM` reads a JSON list of texts, reads each of them with SYSTEM
and prints what that cost, the loading of tables not counted.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from pydantic import BaseModel

from benchmarks.job import BenchmarkError

ROOT = Path(__file__).parents[1]
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)
_WARM_UP = (
    "Harbour Minister Lena Okafor said on Tuesday that at least 40 boats, worth about $3 million, "
    "had been lost. “We have never seen such a storm,” she told Radio Elin in Port Amsel. The "
    "fishermen’s union denied that it had been warned.\n\nThe search went on until 4 May 2021."
)


class Cost(BaseModel):
    """What a process spent on reading: CPU seconds, and its memory at the most in MB."""

    cpu_s: float
    peak_mb: float


def _load_ours() -> Callable[[str], object]:
    from benchmarks.texts import extract_text

    return extract_text


def _load_spacy() -> Callable[[str], object]:
    from benchmarks.peers.names import load_spacy_model

    pipeline: Callable[[str], object] = load_spacy_model()
    return pipeline


SYSTEMS: Mapping[str, Callable[[], Callable[[str], object]]] = {
    "ours": _load_ours,
    "spaCy sm": _load_spacy,
}


def measure_reading(system: str, texts: Sequence[str]) -> Cost:
    """Let a new process read `texts` with `system`, on one thread. Raises BenchmarkError."""
    command = [sys.executable, "-X", "utf8", "-m", "benchmarks.processes", system]
    return Cost.model_validate_json(run_process(command, json.dumps(texts)))


def time_alternating(commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """Return the median wall time of each command, in seconds, over rounds of one after another.

    The first round is not counted: it fills the system's file cache. Raises BenchmarkError.
    """
    times = [[_time(command) for command in commands] for _ in range(rounds + 1)]
    return [median(column) for column in zip(*times[1:], strict=True)]


def _time(command: Sequence[str]) -> float:
    began = perf_counter()
    run_process(command)
    return perf_counter() - began


def run_process(command: Sequence[str], stdin: str = "") -> str:
    """Run a command at the root of the project, on one thread, and return what it prints.

    Raises BenchmarkError where it fails.
    """
    ended = subprocess.run(  # noqa: S603 - this interpreter, with modules of ours
        command,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **_ONE_THREAD},
        check=False,
    )
    if ended.returncode:
        raise BenchmarkError(f"{' '.join(command)} failed:\n{ended.stderr.strip()}")
    return ended.stdout


def read_all(read: Callable[[str], object], texts: Sequence[str]) -> Cost:
    """Read every text in this process, after one that is not counted."""
    read(_WARM_UP)
    began = process_time()
    for text in texts:
        read(text)
    return Cost(cpu_s=process_time() - began, peak_mb=peak_mb())


def peak_mb() -> float:
    """Return the most memory this process has held; a parent that held more would show instead."""
    in_kib = 1 if sys.platform != "darwin" else 1 / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * in_kib / 1024


if __name__ == "__main__":
    print(read_all(SYSTEMS[sys.argv[1]](), json.load(sys.stdin)).model_dump_json())
