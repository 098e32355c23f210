"""Output kept to compare with. `python -m tests.golden` writes it anew: read the difference."""

import contextlib
import datetime as dt
import re
import shutil
import tempfile
from pathlib import Path

from summarize import brief
from summarize.diff import compare_briefs, render_diff
from summarize.render import load_renderer
from summarize.settings import FormatName
from tests.samples import BRIEF

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "data" / "render"
GOLDEN_NAMES: dict[FormatName, str] = {
    "terminal": "brief.txt",
    "md": "brief.md",
    "json": "brief.json",
    "html": "brief.html",
}
README = ROOT / "README.md"
EXAMPLE = ROOT / "docs" / "example.txt"
README_OUTPUT = re.compile(
    r"(?<=<!-- output of summarize brief seeds/ -->\n```text\n).*?(?=```\n)", re.S
)


README_DIFF = re.compile(
    r"(?<=<!-- output of summarize diff monday.json tuesday.json -->\n```text\n).*?(?=```\n)", re.S
)


def render_correction() -> str:
    """Render what `summarize diff` prints of the seeds when one article corrects a number."""
    days = [dt.datetime(2025, 4, day, 7, tzinfo=dt.UTC) for day in (28, 29)]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "seeds", "seeds")
        tuesday = brief("seeds/", created=days[1])
        article = Path("seeds/02_tradewind-daily.txt")
        text = article.read_text(encoding="utf-8")
        article.write_text(text.replace("Roughly 14,000", "Roughly 12,500"), encoding="utf-8")
        return render_diff(compare_briefs(brief("seeds/", created=days[0]), tuesday), "terminal")


def render_seeds() -> str:
    """Render what `summarize brief seeds/` prints into a pipe; the page does not show its stamp."""
    with contextlib.chdir(ROOT):
        return load_renderer("terminal")(brief("seeds/"))


def cut_for_readme(page: str) -> str:
    """Keep what a reader of the README has time for: up to the matters that one origin tells."""
    return page.partition("\nATTRIBUTED")[0] + "\n[…]\n"


def main() -> None:
    for name, file_name in GOLDEN_NAMES.items():
        (GOLDEN / file_name).write_text(load_renderer(name)(BRIEF), encoding="utf-8")
    output = render_seeds()
    EXAMPLE.write_text(output, encoding="utf-8")
    page = README.read_text(encoding="utf-8")
    shown = README_OUTPUT.sub(lambda _: cut_for_readme(output), page, count=1)
    shown = README_DIFF.sub(lambda _: render_correction(), shown, count=1)
    README.write_text(shown, encoding="utf-8")


if __name__ == "__main__":
    main()
