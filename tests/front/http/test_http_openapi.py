"""The service does what its OpenAPI description says, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from assistant.folders import knowledge_folder, read_yaml
from assistant.front.http.faults import STATUS
from assistant.front.http.schemas import ANSWER, Error
from tests import wire
from tests.patience import PATIENCE
from tests.serving import Service

EXAMPLES = 10
SEED = 2013
# What is too large is refused too, before anything else of it is looked at.
CONFIG = """
[checks.negative_data_rejection]
expected-statuses = [400, 404, 405, 413, 422]
[[operations]]
# That some message is a question, no schema can say.
include-path = "/v1/chat/completions"
checks.positive_data_acceptance.expected-statuses = ["2xx", 400, 404]
"""
SAID = read_yaml(knowledge_folder() / "service.yaml")


@pytest.fixture(scope="module")
def description(served: Service) -> dict[str, Any]:
    found: dict[str, Any] = wire.get(f"{served.url}/openapi.json").json()
    return found


def responses(description: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for operations in description["paths"].values():
        for operation in operations.values():
            yield from operation["responses"].items()


def test_every_fault_has_a_sentence() -> None:
    assert set(SAID["errors"]) == set(STATUS)
    assert all(text.endswith("。") for text in SAID["errors"].values())


def test_every_refusal_is_described_with_examples(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1.")
    refused = [(int(s), r) for s, r in responses(description) if int(s) >= 400]
    assert refused
    for status, response in refused:
        for code, example in response["content"]["application/json"]["examples"].items():
            assert STATUS[code] == status
            assert Error.model_validate(example["value"]).error.code == code
            assert example["value"]["error"]["message"] in response["description"]


def test_the_examples_are_answered(served: Service, description: dict[str, Any]) -> None:
    for example in description["components"]["schemas"]["Question"]["examples"]:
        for path in ("/answer", "/turn", "/further"):
            assert wire.post(served.url + path, json=example).status_code == 200


def test_the_example_of_an_answer_is_a_true_one() -> None:
    answer = Assistant().answer(str(ANSWER["question"])).to_dict()
    assert answer == {**ANSWER, "id": answer["id"]}


def test_schemathesis_finds_no_fault(served: Service, tmp_path: Path) -> None:
    words = [
        *("run", f"{served.url}/openapi.json", "--no-color", "--generation-database", "none"),
        *("--max-examples", str(EXAMPLES), "--seed", str(SEED), "--checks", "all"),
        *("--request-timeout", str(PATIENCE), "--suppress-health-check", "all"),
    ]
    (tmp_path / "schemathesis.toml").write_text(CONFIG, encoding="utf-8")
    before = len(served.log())
    done = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    seen = served.log()[before:]
    assert len(seen) > 100
    assert [line for line in seen if line.get("status", 0) >= 500] == []
