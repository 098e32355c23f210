"""Text in an article that is written for a machine: it is reported, it is never obeyed."""

import re
from typing import NamedTuple


class InstructionRule(NamedTuple):
    """A form that such text takes, under the name that a warning gives it."""

    id: str
    pattern: re.Pattern[str]


def _rule(name: str, *forms: str) -> InstructionRule:
    return InstructionRule(name, re.compile("|".join(forms), re.IGNORECASE))


INSTRUCTION_RULES: tuple[InstructionRule, ...] = (
    _rule(
        "ignore-previous",
        (
            r"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,30}\b(?:previous|prior"
            r"|above|earlier|preceding|"
            r"system|your|all)\b[^.\n]{0,20}\b(?:instructions?|prompts?|directions?|guidelines"
            r"|rules|context)\b"
        ),
    ),
    _rule(
        "ignore-previous",  # in other languages, those of most pages of the web
        r"\bignorier\w*\b[^.\n]{0,30}\b(?:anweisung|instruktion|vorgabe)\w*",
        r"\b(?:ignore[rz]?|oublie[rz]?)\b[^.\n]{0,15}\b(?:les|vos|tes|ces)\s(?:instructions|consignes)",
        r"\b(?:ignor|olvid|dimentic|esque)\w+\b[^.\n]{0,40}\b(?:instrucciones|istruzioni|instruções)",
        r"\bnegeer\b[^.\n]{0,30}\b(?:instructies|aanwijzingen)\b",
        r"\bzignoruj\b[^.\n]{0,30}\b(?:instrukcje|polecenia)\b",
        r"\b(?:игнорируй|проигнорируй|забудь|ігноруй)\w*[^.\n]{0,40}"
        r"\b(?:инструкци|указани|інструкці|вказівк)\w*",
        r"önceki\b[^.\n]{0,30}\btalimat\w*",
        r"忽略[^。\n]{0,12}(?:指令|指示|说明|說明)|前の(?:指示|命令)を無視",
        r"이전[^.\n]{0,12}지시[^.\n]{0,8}무시|تجاهل[^.\n]{0,30}(?:التعليمات|الأوامر)",
    ),
    _rule("sentence-number", r"(?m:^\s{0,3}\d{1,4}\|\s*\S.*$)"),
    _rule(
        "new-role",
        (
            r"\byou are (?:now|no longer) (?:an? |in )?(?:\w+ ){0,3}(?:assistant|model|mode|ai"
            r"|bot|dan)\b"
        ),
        (
            r"\b(?:act|behave|respond|pretend) as (?:if you (?:are|were) )?(?:an? )?(?:\w+"
            r" ){0,2}(?:ai|language model|assistant|chatbot)\b"
        ),
    ),
    _rule(
        "fake-turn",
        r"<\|?(?:im_start|im_end|system|endoftext|assistant|user)\|?>|\[/?INST\]|<</?SYS>>",
        (
            r"(?m:^\W{0,4}(?:system(?: prompt| message)?|assistant|developer)\W{0,3}:\s)"
            r"|(?m:^#{2,}\s*(?:instructions?|system|response)\b)"
        ),
    ),
    _rule(
        "to-the-model",
        (
            r"\b(?:note|attention|instructions?|message|important)\b[^.\n]{0,20}\b(?:to|for)"
            r" (?:all |any |the )?"
            r"(?:ai|llms?|language models?|assistants?|chatbots?|summari[sz]ers?)\b"
        ),
        (
            r"\bif you are (?:an? )?(?:ai|llm|language model|large language model|assistant|bot"
            r"|chatbot)\b"
        ),
        (
            r"\b(?:ai|llm|language model|assistant)s?\b[^.\n]{0,30}\b(?:must|should) (?:not"
            r" )?(?:summari[sz]e|report|say|state|output|include|mention|write)\b"
        ),
    ),
    _rule(
        "reveal-prompt",
        (
            r"\b(?:reveal|print|repeat|output|show|leak)\b[^.\n]{0,30}\b(?:system prompt|your"
            r" (?:instructions|prompt)|api key)\b"
        ),
    ),
)

_QUOTED = 80


def find_instructions(text: str) -> tuple[str, ...]:
    """Return a warning for each rule that `text` meets, with the words that met it."""
    return tuple(
        (
            f"text written for a machine ({rule.id}): “{match[0].strip()[:_QUOTED]}”; it was read"
            f" as text"
        )
        for rule in INSTRUCTION_RULES
        if (match := rule.pattern.search(text)) is not None
    )
