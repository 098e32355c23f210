"""Words with which a speaker limits what he asserts or denies: "mostly", "not all", "only partly".

Cues are read, as everywhere in this room. Bounds of numbers ("about", "at least") are none: the
figures have them.
"""

import re

_LIMITED = re.compile(
    r"""(?<![\w-])(?:
        partly | partially | in\spart(?!\sof) | mostly | largely | mainly | for\sthe\smost\spart
      | to\s(?:some|a\scertain|a\slarge|a\slimited)\s(?:extent|degree)
      | (?:almost|nearly|virtually|practically)\s(?:all|every|the\s(?:whole|entire)|full(?:y)?
          |complete(?:ly)?|entire(?:ly)?|whol(?:e|ly)|total(?:ly)?)
      | (?:most|much|some|parts)\sof(?=\s(?:the|its|his|her|their)\b)
      | only\s(?:some|(?:a\s)?(?:small\s|large\s)?parts?|half|a\sfew|a\sfraction)\sof
      | only\s(?:partly|partially|in\spart|some|when|if|after|because|that)
      | (?:not|n['’]t)\s(?:yet|all|every|entirely|fully|completely|wholly|exactly|quite|necessarily)
      | (?:has|have|had)\syet\sto
      | (?:could|can)(?:\snot|not|n['’]t)\s(?:\w+ly\s)?(?:confirm|verify|rule\sout|be\ssure|say)
      | neither\sconfirm(?:s|ed)?\snor\sden(?:y|ies|ied)
      | (?:with\sthe\sexception\sof|except\s(?:for|in|that)|apart\sfrom)
      | but\s(?:not|only|that|some|parts?)
      | (?:although|though)\s(?:not|some|parts?|only)
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)


def is_limited(text: str) -> bool:
    """Say whether `text` limits what it says."""
    return bool(_LIMITED.search(text))
