"""What the model is asked to fill in, and how its answer becomes a draft.

The schema has no defaults, no optional keys and no room for other keys, so that a server can hold
the model to it. An answer is read item by item all the same: one that is malformed costs itself.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    FiniteFloat,
    PrivateAttr,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo

from summarize.model import (
    ActorKind,
    ClaimKind,
    ContestedKind,
    Rejected,
    Stance,
)

_LONGEST_SHOWN = 160


def _none_if_empty(value: object) -> object:
    """Take "", "null" and the like for null: weak models leave a nullable field empty."""
    is_empty = isinstance(value, str) and value.strip().lower() in ("", "null", "none", "n/a")
    return None if is_empty else value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("must not be blank")
    return " ".join(value.split())


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _as_list(value: object) -> object:
    """Take null for no items and a single item for a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


Text = Annotated[str, AfterValidator(_not_blank)]
OptionalText = Annotated[str | None, BeforeValidator(_none_if_empty)]
_Closed = BeforeValidator(_lower)


def _items(**bounds: int) -> FieldInfo:
    """Ask for so many items; an answer that has others is read all the same."""
    return FieldInfo(json_schema_extra={**bounds})


Numbers = Annotated[list[int], BeforeValidator(_as_list), _items(maxItems=8)]
Names = Annotated[list[str], BeforeValidator(_as_list), _items(maxItems=8)]
_Sides = _items(minItems=2, maxItems=4)


class ReplyItem(BaseModel):
    """What every item keeps: all keys are required, others are refused by the schema alone."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", json_schema_extra={"additionalProperties": False}
    )


class ReplyActor(ReplyItem):
    """Somebody who acts or speaks."""

    name: Text
    kind: Annotated[ActorKind, _Closed]
    role: OptionalText
    aliases: Names


class ReplyClaim(ReplyItem):
    """One statement, with whoever makes it."""

    text: Text
    kind: Annotated[ClaimKind, _Closed]
    speaker: OptionalText
    verb: OptionalText
    via: OptionalText
    sentences: Numbers


class ReplyFigure(ReplyItem):
    """One number with what it counts or measures."""

    phrase: Text
    what: Text
    low: FiniteFloat
    high: FiniteFloat
    unit: Text
    speaker: OptionalText
    sentence: int


class ReplyPosition(ReplyItem):
    """One side of a dispute."""

    statement: Text
    stance: Annotated[Stance, _Closed]
    holders: Names
    sentences: Numbers


class ReplyDispute(ReplyItem):
    """A matter on which the article shows two sides."""

    question: Text
    kind: Annotated[ContestedKind, _Closed]
    positions: Annotated[list[ReplyPosition], BeforeValidator(_as_list), _Sides]


class BareSchema(BaseModel):
    """A model whose schema says only what constrains an answer: the rest would cost tokens.

    Each form says with `most_items` how long its lists may be: weak models repeat themselves until
    they are stopped.
    """

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return pydantic's schema without titles and descriptions, null in its short form."""
        if args or kwargs:
            return super().model_json_schema(*args, **kwargs)
        # instructor asks with every request, and each time for a new class made of the form
        form = next(one for one in cls.__mro__ if "most_items" in one.__dict__)
        schema: dict[str, Any] = json.loads(_bare_schema(form))
        return schema


@cache
def _bare_schema(form: type[BareSchema]) -> str:
    schema = _strip(super(BareSchema, form).model_json_schema())
    for part in schema["properties"].values():
        most: int = form.most_items  # type: ignore[attr-defined]
        part["maxItems"] = min(part.get("maxItems", most), most)
    return json.dumps({"title": form.__name__, **schema, "additionalProperties": False})


def _strip(schema: Any) -> Any:
    """Make one part of a schema bare; a property that is called "title" stays."""
    if isinstance(schema, list):
        return [_strip(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    options = schema.get("anyOf", [])
    if [list(one) for one in options] == [["type"], ["type"]]:
        return {"type": [one["type"] for one in options]}
    return {
        key: {name: _strip(one) for name, one in value.items()}
        if key in ("properties", "$defs")
        else _strip(value)
        for key, value in schema.items()
        if key not in ("title", "description")
    }


class ArticleReply(BareSchema):
    """Everything that an article says, in lists."""

    most_items: ClassVar[int] = 80

    _malformed: list[Rejected] = PrivateAttr(default_factory=list)

    actors: list[ReplyActor]
    claims: Annotated[list[ReplyClaim], _items(minItems=1)]
    figures: list[ReplyFigure]
    contested: Annotated[list[ReplyDispute], _items(maxItems=6)]

    _ITEMS: ClassVar[Mapping[str, type[ReplyItem]]] = {
        "actors": ReplyActor,
        "claims": ReplyClaim,
        "figures": ReplyFigure,
        "contested": ReplyDispute,
    }

    @classmethod
    @cache
    def of_at_most(cls, items: int) -> type[Self]:
        """Return this form with room for so many items in each list."""
        return type(cls.__name__, (cls,), {"most_items": items, "__module__": cls.__module__})

    @property
    def malformed(self) -> tuple[Rejected, ...]:
        """The items that could not be read."""
        return tuple(self._malformed)

    @model_validator(mode="wrap")
    @classmethod
    def _read_item_by_item(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        if isinstance(data, cls):
            return data
        if not isinstance(data, dict) or not cls._ITEMS.keys() & data.keys():
            raise ValueError(f"an object with the keys {', '.join(cls._ITEMS)} was asked for")
        malformed: list[Rejected] = []
        sound = {
            name: list(_sound_items(data.get(name), kind, malformed))
            for name, kind in cls._ITEMS.items()
        }
        reply = handler(sound)
        reply._malformed = malformed
        return reply


def _sound_items(
    items: object, kind: type[ReplyItem], malformed: list[Rejected]
) -> Iterator[ReplyItem]:
    most = 200  # no article of one request has more; a model that repeats itself has
    given = items if isinstance(items, list) else [items] if isinstance(items, dict) else []
    for item in given[:most]:
        try:
            yield TypeAdapter(kind).validate_python(item)
        except ValidationError:
            malformed.append(Rejected(item=_words_of(item), reason="malformed"))
    if len(given) > most:
        malformed.append(Rejected(item=f"{len(given) - most} further items", reason="malformed"))


def _words_of(item: object) -> str:
    """Return what names a malformed item to a reader."""
    if isinstance(item, dict):
        named = (item.get(key) for key in ("text", "name", "phrase", "question"))
        item = next((one for one in named if isinstance(one, str) and one), item)
    shown = " ".join(str(item).split())
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
