"""The pages of the desk: what was asked in vain, what a name would change, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, StreamingResponse
from starlette.datastructures import State
from starlette.exceptions import HTTPException

from assistant.front.http import pages
from assistant.front.http.editing.access import Keys
from assistant.front.http.editing.bench import (
    MOST_GROUPS,
    MOST_QUESTIONS,
    Bench,
    Counted,
    Found,
)
from assistant.front.http.editing.running import FAULTS, Failed, Step
from assistant.front.http.forms import first, form_of
from assistant.front.http.sentences import sentences
from assistant.learning.acceptance import Prepared
from assistant.learning.proposals import Proposal
from assistant.learning.rejections import FILE
from assistant.learning.similarity import LEAST
from assistant.learning.trial import Changed

router = APIRouter(include_in_schema=False)
router.add_api_route("/pages.css", pages.style)
router.add_api_route("/icon.svg", pages.icon)
Said = Annotated[Mapping[str, Any], Depends(sentences)]
Form = Annotated[Mapping[str, list[str]], Depends(form_of)]
EXAMPLES = 3
CONFLICT, FORBIDDEN = 409, 403


def bench(request: Request) -> Bench:
    """What the desk works on; for `Depends`."""
    found: Bench = request.app.state.bench
    return found


Work = Annotated[Bench, Depends(bench)]


@router.get("/")
def home(request: Request, said: Said, work: Work) -> StreamingResponse:
    """The questions that were asked in vain, by their word, with the names that it may stand for."""
    shown = {"most_questions": MOST_QUESTIONS, "most_groups": MOST_GROUPS, "least": LEAST}
    labels = request.app.state.labels
    return _stream("desk", said, request, events=_listed(work, labels), **shown)


@router.get("/preview")
def preview(
    request: Request, said: Said, work: Work, word: str = "", name: str = ""
) -> StreamingResponse:
    """What the name would change, before anybody accepts it."""
    events = _tried(work, word.strip(), name.strip())
    return _stream("desk_preview", said, request, events=events, word=word, name=name)


@router.post("/accept")
def accept(request: Request, said: Said, work: Work, form: Form) -> HTMLResponse:
    """Write the name that was tried."""
    if refused := _refused(request, said, form):
        return refused
    word, name = first(form, "word"), first(form, "name")
    try:
        prepared = work.accept(word, name)
    except FAULTS as fault:
        return _page("desk_fault", said, request, CONFLICT, message=str(fault))
    if prepared is None:
        again = request.app.state.said["again"]
        return _page("desk_fault", said, request, CONFLICT, message=again)
    return _page("desk_done", said, request, prepared=prepared)


@router.post("/reject")
def reject(request: Request, said: Said, work: Work, form: Form) -> HTMLResponse:
    """Never propose this name for this word again."""
    if refused := _refused(request, said, form):
        return refused
    word, name = first(form, "word"), first(form, "name")
    try:
        work.reject(word, name)
    except FAULTS as fault:
        return _page("desk_fault", said, request, CONFLICT, message=str(fault))
    where = work.folder / FILE
    return _page("desk_done", said, request, prepared=None, word=word, name=name, file=where)


def missing(request: Request, fault: Exception) -> HTMLResponse:
    """What is answered where there is no page, or none for what was sent."""
    assert isinstance(fault, HTTPException)
    shown = {"message": request.app.state.said["missing"], "up": pages.way_up(request)}
    return _page("desk_fault", sentences(request), request, fault.status_code, **shown)


def _refused(
    request: Request, said: Mapping[str, Any], form: Mapping[str, list[str]]
) -> HTMLResponse | None:
    """The answer to a form that this desk did not give, or that says nothing."""
    keys: Keys = request.app.state.keys
    known = first(form, "key") == keys.form and first(form, "word") and first(form, "name")
    if known:
        return None
    expired = request.app.state.said["expired"]
    return _page("desk_fault", said, request, FORBIDDEN, message=expired)


def _page(
    name: str, said: Mapping[str, Any], request: Request, status: int = 200, /, **shown: Any
) -> HTMLResponse:
    return pages.page(name, said, status, **_common(request.app.state), **shown)


def _stream(
    name: str, said: Mapping[str, Any], request: Request, /, **shown: Any
) -> StreamingResponse:
    """A page that grows while the work goes on."""
    return pages.growing(name, said, **_common(request.app.state), **shown)


def _common(state: State) -> dict[str, Any]:
    return {"desk": state.said, "key": state.keys.form}


# --------------------------------------------------------------------------- what the templates show


def _listed(work: Bench, labels: Mapping[str, Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """The list as it comes, each event with its `kind`."""
    for event in work.look():
        match event:
            case Step():
                yield {"kind": "step", "step": event}
            case Counted():
                yield {"kind": "counted", "counted": event}
            case Found():
                yield {"kind": "group", **_group(event, labels)}
            case Failed():
                yield {"kind": "fault", "message": event.message}


def _group(found: Found, labels: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    group = found.group
    shown = group.examples[:EXAMPLES]
    return {
        "group": group,
        "reasons": [labels["reasons"].get(reason, "") for reason in group.reasons],
        "asked": [(e.logged, found.remarks.get(e.logged.asked.question, ())) for e in shown],
        "proposals": [_proposal(proposal, labels["grounds"]) for proposal in found.proposals],
    }


def _proposal(proposal: Proposal, grounds: Mapping[str, str]) -> dict[str, Any]:
    near = proposal.likeness
    how = grounds[near.ground].format(percent=near.percent, unit=near.unit)
    return {"name": proposal.name, "how": how, "answers": proposal.answers}


def _tried(work: Bench, word: str, name: str) -> Iterator[dict[str, Any]]:
    """The trial as it comes, each event with its `kind`."""
    for event in work.try_out(word, name):
        match event:
            case Step():
                yield {"kind": "step", "step": event}
            case Prepared():
                changes = [_change(one) for one in event.checked.changes]
                # What would break stands first.
                changes.sort(key=lambda one: not one["harms"])
                gained = [_change(one) for one in event.logged.changes]
                found = {"prepared": event, "changes": changes, "gained": gained}
                yield {"kind": "prepared", **found}
            case Failed():
                yield {"kind": "fault", "message": event.message}


def _change(changed: Changed) -> dict[str, Any]:
    fields = {field.name: field for field in changed.difference.fields}
    return {
        "question": changed.difference.question,
        "was": changed.was,
        "now": changed.now,
        "harms": changed.harms,
        "cites": fields.get("citations"),
    }
