"""Where the page is reached: which hosts and origins a request may name, and the path that all addresses begin with."""

from __future__ import annotations

import secrets

from lydelse.records import dataclass

LOOPBACK = "127.0.0.1"
KEY = "nyckel"
"""The name of the key in the address that opens the page."""
_LOCAL_NAMES = (LOOPBACK, "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Door:
    """Where the page is reached.

    ``host`` is the address of this machine that it answers on. ``names`` are the host names of a server that others reach through a proxy
    which signs them in; without any the page is for the user of this machine alone. ``prefix`` begins every address, "" where the page is
    shared.
    """

    port: int
    names: tuple[str, ...] = ()
    prefix: str = ""
    host: str = LOOPBACK

    @property
    def shared(self) -> bool:
        """Tell whether others than the user of this machine come here."""
        return bool(self.names)

    @property
    def start(self) -> str:
        """The address of the first page."""
        return f"{self.prefix}/"

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may have as its Host: anything else is another site's name that leads here."""
        if self.shared:
            return frozenset(name.lower() for name in self.names)
        return frozenset(f"{name}:{self.port}" for name in (*_LOCAL_NAMES, _bracketed(self.host)))

    @property
    def origins(self) -> frozenset[str]:
        """What a request that changes something may have as its Origin."""
        return frozenset(f"{'https' if self.shared else 'http'}://{host}" for host in self.hosts)

    def address(self, key: str) -> str:
        """Return the address that opens the page, with the key where it is for the user of this machine."""
        return f"https://{self.names[0]}/" if self.shared else f"http://{_bracketed(self.host)}:{self.port}/?{KEY}={key}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def own_door(port: int, host: str = LOOPBACK) -> Door:
    """Return the door of the user of this machine.

    A cookie is sent to every port of a host, so on a machine that several share it could be sent to a neighbour's page on another port.
    It is bound to a path that the neighbour does not know.
    """
    return Door(port, prefix=f"/{secrets.token_urlsafe(9)}", host=host)
