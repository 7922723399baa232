"""Every door gives the same answer objects, over the regression questions that the project holds."""

from __future__ import annotations

from tests.doors import QUESTIONS, Turn, differing, through_every_door, turns_of

# A question that is asked back, whichever of the others are.
ASKED_BACK = Turn("asked back", "网站有几个", ())
EACH = 12  # of the questions without a history; `python -m tests.doors` asks them all


def test_every_door_gives_the_same_answer_objects() -> None:
    every = turns_of(QUESTIONS)
    alone = [turn for turn in every if not turn.history]
    following = [turn for turn in every if turn.history]
    asked = [*following, *alone[::EACH], ASKED_BACK]
    found = through_every_door(asked)
    assert differing(asked, found) == {
        "python": [],
        "batch": [],
        "http": [],
        "openai": [],
        "mcp": [],
    }
    assert len(following) > 10
    statuses = {answer["status"] for answer in found["mcp"]}
    assert statuses == {"answered", "clarify", "unanswered", "chat"}


def test_a_difference_would_be_seen() -> None:
    [turn, *_] = turns_of(QUESTIONS)
    answer = {"question": turn.question, "text": "669项", "id": "1"}
    changed = {**answer, "text": "628项"}
    without = {"question": turn.question, "text": "669项"}
    found = {
        "python": [answer],
        "batch": [without],
        "http": [changed],
        "mcp": [{**answer, "id": "2"}],
    }
    assert differing([turn], found) == {
        "python": [],
        "batch": [],
        "http": [turn.id],
        "mcp": [turn.id],
    }
