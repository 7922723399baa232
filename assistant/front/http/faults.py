"""What goes wrong with a request: a code and an HTTP status, and one Chinese sentence for people."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.front.http.said import read_said
from assistant.front.http.schemas import Error
from assistant.front.invalid import complaint

STATUS: Mapping[str, int] = {
    "bad_http": 400,
    "bad_json": 400,
    "broken_off": 400,
    "long_question": 400,
    "no_question": 400,
    "no_tools": 400,
    "only_text": 400,
    "no_such_model": 404,
    "no_such_page": 404,
    "no_such_passage": 404,
    "no_such_report": 404,
    "unknown_report": 404,
    "bad_method": 405,
    "too_slow": 408,
    "too_large": 413,
    "bad_request": 422,
    "too_many": 429,
    "broken": 500,
    "busy": 503,
    "not_ready": 503,
    "store_gone": 503,
}
# Below it, faults look as the clients of OpenAI's API know them: with their kind beside the code.
OPENAI = "/v1/"
# What a router answers without our doing, as we call it.
BY_STATUS = {400: "bad_json", 404: "no_such_page", 405: "bad_method"}


class Fault(HTTPException):
    """A request that is refused, by the code that its answer gives; `wait` seconds until it may be repeated."""

    def __init__(self, code: str, wait: int | None = None) -> None:
        """The refusal with this code of `STATUS`."""
        headers = {"Retry-After": str(wait)} if wait is not None else None
        super().__init__(STATUS[code], headers=headers)
        self.code = code


class Complaints:
    """The sentences for faults, as `knowledge/service.yaml` has them."""

    def __init__(self, folder: Path) -> None:
        """Read them from this `knowledge/` folder."""
        self._said = read_said(folder)

    def describe(self, paths: Mapping[str, Mapping[str, Any]]) -> None:
        """Put sentences and examples in the place of the codes that `refusals` left in these paths of OpenAPI."""
        for operations in paths.values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        self._describe(response)
                    else:
                        response["description"] = self._said["done"]

    def _describe(self, response: dict[str, Any]) -> None:
        place, reason = self._said["places"]["body"], self._said["fields"]["model_attributes_type"]
        said = {
            code: self._said["errors"][code].format(place=place, reason=reason)
            for code in response["description"].split()
        }
        response["description"] = "\n\n".join(f"`{code}`：{text}" for code, text in said.items())
        response["content"]["application/json"]["examples"] = {
            code: {"value": {"error": {"code": code, "message": text}}}
            for code, text in said.items()
        }

    def answer(
        self,
        code: str,
        path: str = "",
        message: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> JSONResponse:
        """The answer to a request for this path that is refused with this code."""
        said = {"code": code, "message": message or self._said["errors"][code]}
        status = STATUS[code]
        if path.startswith(OPENAI):
            said |= {"type": _kind(status), "param": None}
        return JSONResponse({"error": said}, status, headers)

    def to(self, fault: HTTPException, path: str) -> JSONResponse:
        """The answer to a fault of ours, or of the framework."""
        code = BY_STATUS.get(fault.status_code, "broken")
        if isinstance(fault, Fault):
            code = fault.code
        return self.answer(code, path, headers=fault.headers)

    def to_invalid(self, fault: RequestValidationError, path: str) -> JSONResponse:
        """The answer to a request of the wrong shape: which field, and what about it; never its content."""
        first = fault.errors()[0]
        if first["type"] == "json_invalid":
            return self.answer("bad_json", path)
        return self.answer("bad_request", path, complaint(self._said, first, first["loc"]))


def _kind(status: int) -> str:
    """What OpenAI's API calls such a fault."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "rate_limit_error"
    return "server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request_error"


def refusals(*codes: str) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI is to say of an endpoint that may refuse with these codes; see `Complaints.describe`."""
    found: dict[int | str, dict[str, Any]] = {}
    for code in codes:
        status = STATUS[code]
        known = found.setdefault(status, {"model": Error, "description": ""})
        known["description"] = f"{known['description']} {code}".strip()
    return found
