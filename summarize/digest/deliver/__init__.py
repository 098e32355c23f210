"""Where a digest goes: folders, mailboxes, webhooks.

A target takes a whole digest or raises DeliveryFailed. Adding a kind is a file here, a model in
`config.py` and a line in KINDS. What was handed over is written down elsewhere: see `queue.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.digest.deliver.config import KindName, TargetConfig
    from summarize.digest.deliver.port import Target

Opener = Callable[["TargetConfig", Mapping[str, str]], Iterable["Target"]]

KINDS: Mapping["KindName", str] = {
    "folder": "summarize.digest.deliver.folder:open_folder",
    "mail": "summarize.digest.deliver.mail:open_mail",
    "webhook": "summarize.digest.deliver.webhook:open_webhook",
}
"""What opens the targets of a table of the settings; only the kinds that are used are loaded."""


def open_targets(
    configs: Iterable["TargetConfig"], environ: Mapping[str, str]
) -> dict[str, "Target"]:
    """Return the targets by name, in order; a mail has one for each recipient.

    Nothing is contacted. Raises UsageError where a secret is missing in the environment, or two
    targets have one name.
    """
    targets: dict[str, Target] = {}
    for config in configs:
        module, _, function = KINDS[config.kind].partition(":")
        opener: Opener = getattr(import_module(module), function)
        for target in opener(config, environ):
            if target.name in targets:
                raise UsageError(f"deliver: {target.name} is there twice; give one a `name`")
            targets[target.name] = target
    return targets
