"""A small website on this machine, and a certificate for one that has a name."""

import datetime
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

STATUS = {"/gone": 404, "/fault": 500, "/members": 401, "/get-only": 405}
LEADS_TO = {
    "/moved": "/fine",
    "/moved-away": "/gone",
    "/circle": "/circle",
    "/nonsense": "http://[::1/",
    "/inside": "http://169.254.169.254/",
}


class OtherSite(BaseHTTPRequestHandler):
    """Remembers what it was asked, in `asked` of its server: method, path and host."""

    def do_HEAD(self) -> None:
        self.server.asked.append((self.command, self.path, self.headers["Host"]))
        if self.path == "/slow":
            sleep(1)
        status = STATUS.get(self.path, 302 if self.path in LEADS_TO else 200)
        self.send_response(200 if (self.command, self.path) == ("GET", "/get-only") else status)
        if self.path in LEADS_TO:
            self.send_header("Location", LEADS_TO[self.path])
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_: object) -> None:
        """Nothing: tests read `asked`."""


@contextmanager
def other_site(tls: ssl.SSLContext | None = None) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    server.asked = []
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def certificate(host: str, folder: Path) -> Path:
    """One file with a key and a certificate for this name, which vouches for itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = folder / "site.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file
