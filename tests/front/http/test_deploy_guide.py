"""The guide for deploying the service: its nginx configuration is run, by a real nginx."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import trustme

import assistant
from assistant import Assistant
from assistant.front.http.settings import OPTIONS
from tests.patience import PATIENCE
from tests.serving import Service, serving, until

GUIDE = Path(assistant.__file__).parent / "front" / "http" / "deploy.zh-CN.md"
NAME = "gongkai.example.gov.cn"
QUESTION = {"question": "连州市进驻多少项"}
MAIN = """daemon off;
{user}
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def block(language: str) -> str:
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text("utf-8"), re.M | re.S)
    return str(found)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class Site:
    """A site that nginx serves: its client trusts the certificate and knows where the name is."""

    def __init__(self, plain: int, port: int, trusted: ssl.SSLContext) -> None:
        self.plain = f"http://127.0.0.1:{plain}"
        self.url = f"https://127.0.0.1:{port}"
        self._trusted = trusted

    def client(self) -> httpx.Client:
        headers = {"Host": NAME}
        return httpx.Client(
            base_url=self.url, verify=self._trusted, headers=headers, timeout=PATIENCE
        )


@contextmanager
def behind_nginx(service: Service, folder: Path) -> Iterator[Site]:
    plain, port = free_port(), free_port()
    authority = trustme.CA()
    issued = authority.issue_cert(NAME, "127.0.0.1")
    issued.private_key_pem.write_to_path(folder / "gongkai.key")
    issued.cert_chain_pems[0].write_to_path(folder / "gongkai.crt")
    site = block("nginx")
    for old, new in (
        ("127.0.0.1:8000", urlsplit(service.url).netloc),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
        ("/etc/ssl/gongkai.", f"{folder}/gongkai."),
    ):
        assert old in site
        site = site.replace(old, new)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), encoding="utf-8")
    program = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    assert program, "needs nginx: apt-get install nginx-light"
    words = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    checked = subprocess.run([*words, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        trusted = ssl.create_default_context()
        authority.configure_trust(trusted)
        until(lambda: listens(port))
        yield Site(plain, port, trusted)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def listens(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("nginx")
    with (
        serving("--proxy", "127.0.0.1", "--rate", "40") as service,
        behind_nginx(service, folder) as found,
    ):
        yield found


def test_questions_are_answered_over_https(site: Site) -> None:
    with site.client() as client:
        assert client.get("/readyz").status_code == 200
        got = client.post("/answer", json=QUESTION)
        assert got.json() == Assistant().answer(QUESTION["question"]).to_dict()
        assert "default-src 'self'" in got.headers["content-security-policy"]
        assert "max-age" in got.headers["strict-transport-security"]
        assert client.get("/metrics").status_code == 200


def test_without_tls_it_leads_to_https(site: Site) -> None:
    got = httpx.get(f"{site.plain}/reports", headers={"Host": NAME}, timeout=PATIENCE)
    assert (got.status_code, got.headers["location"]) == (301, f"https://{NAME}/reports")


def test_what_is_too_large_does_not_come_through(site: Site) -> None:
    with site.client() as client:
        assert client.post("/answer", content=b" " * 100_000).status_code == 413


def test_a_client_cannot_claim_to_be_many(site: Site) -> None:
    with site.client() as client:

        def ask(number: int) -> tuple[int, str]:
            claimed = {"X-Forwarded-For": f"192.0.2.{number}"}
            got = client.get("/reports", headers=claimed)
            return got.status_code, got.headers["content-type"]

        with ThreadPoolExecutor(4) as pool:
            got = list(pool.map(ask, range(200)))
    refused = {kind for status, kind in got if status == 429}
    # The service counts one visitor, and nginx does too.
    assert refused == {"application/json", "text/html"}
    assert sum(status == 200 for status, _ in got) <= 40


def test_the_guide_names_options_that_there_are() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    flags = {f"--{option.name}" for option in OPTIONS}
    others = {"--wheel-dir", "--no-index", "--find-links", "--upgrade", "--system", "--help"}
    others |= {"--home-dir", "--shell", "--now"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) <= flags | others
    variables = {f"GONGKAI_{option.name.upper()}" for option in OPTIONS}
    assert set(re.findall(r"GONGKAI_[A-Z]+", text)) <= variables


def test_the_unit_starts_the_command() -> None:
    unit = dict(line.split("=", 1) for line in block("ini").splitlines() if "=" in line)
    assert unit["ExecStart"].endswith("/bin/gongkai serve")
