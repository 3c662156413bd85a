from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

__all__ = ["Schema", "to_camel"]


class Schema(BaseModel):
    """What goes in and out of the API: camelCase outside, snake_case inside.

    Text is stripped; unknown keys are refused, so that a typing error in a client is an
    answer and not a silently lost field.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="forbid",
        str_strip_whitespace=True,
    )
