"""How programs use the client. The type checkers read it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from phala_cloud import (
    ApiError,
    AuthError,
    BusinessError,
    ConflictError,
    PhalaCloudError,
    RequestError,
    ResourceError,
    SafeResult,
    ServerError,
    ValidationError,
    from_response,
)
from phala_cloud.error_codes import (
    CVM_APP_ID_CONFLICT,
    INSUFFICIENT_BALANCE,
    NODE_NOT_FOUND,
    QUOTA_EXCEEDED,
    Code,
)
from phala_cloud.info import describe

T = TypeVar("T")


def advice(error: ApiError) -> str:
    match error.error_code:
        case Code.CVM_NOT_FOUND:
            return "create it"
        case Code.QUOTA_EXCEEDED | Code.INSUFFICIENT_BALANCE:
            return "pay"
        case _:
            return describe(error).retry


def by_constant(error: ResourceError) -> str:
    if error.error_code == CVM_APP_ID_CONFLICT:
        return "App ID already in use with a different compose hash"
    if error.error_code == INSUFFICIENT_BALANCE:
        return "Add credits to your workspace"
    if error.error_code == QUOTA_EXCEEDED:
        return "Workspace quota exceeded"
    if error.error_code == NODE_NOT_FOUND:
        return "The specified node doesn't exist"
    raise error


def kind_of(call: Callable[[], object]) -> str:
    try:
        call()
    except ResourceError as error:
        suggestions: list[str] = error.suggestions or []
        return f"Error [{error.error_code}]: {error}" + "".join(f"; {text}" for text in suggestions)
    except AuthError as error:
        return f"Authentication failed: {error}"
    except BusinessError as error:
        return f"Business error ({error.status_code}): {error}"
    except ServerError as error:
        return f"Server error ({error.status_code}): {error}"
    except RequestError as error:
        return f"Network error: {error}"
    except PhalaCloudError as error:
        return f"Unexpected SDK error: {error}"
    return "done"


def with_retries(call: Callable[[], T], pause: Callable[[float], None] = time.sleep) -> T:
    for attempt in range(3):
        try:
            return call()
        except ConflictError:
            if attempt == 2:
                raise
            pause(2.0**attempt)
    raise AssertionError


def safe(call: Callable[[], T]) -> SafeResult[T]:
    return SafeResult.of(call)


async def safe_async(call: Awaitable[T]) -> SafeResult[T]:
    return await SafeResult.of_async(call)


def fail(status: int, body: bytes = b"") -> str:
    raise from_response(status, body, {"content-type": "application/json"})


async def fail_later(status: int, body: bytes = b"") -> str:
    await asyncio.sleep(0)
    raise from_response(status, body)


def invalid() -> str:
    raise ValidationError("the answer has no `id`")


def offline() -> str:
    raise RequestError("no route to host") from OSError("no route")
