"""Whose request is it? What a trusted proxy says about the reader, and nobody else."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
WITH_PORT = re.compile(r"\[([^\]]+)\](?::\d+)?|([\d.]+):\d+")


def address(text: str) -> Address | None:
    """One hop as proxies write it: bare, with a port, in brackets, IPv4 inside IPv6."""
    text = text.strip()
    found = WITH_PORT.fullmatch(text)
    if found:
        text = found[1] or found[2]
    try:
        parsed = ip_address(text)
    except ValueError:
        return None
    return getattr(parsed, "ipv4_mapped", None) or parsed


def reader(peer: str, chain: str, trusted: Iterable[IPv4Network | IPv6Network]) -> str:
    """The reader's address.

    `peer` is who is connected to us, `chain` the X-Forwarded-For header: each
    proxy adds at its end whom it heard it from. We walk from the end and stop at
    the first that is not ours: everything before it may be invented.
    """
    networks = tuple(trusted)
    found = address(peer)
    if found is None:
        return "0.0.0.0"  # noqa: S104  (a socket file has no address)
    for hop in reversed(chain.split(",")):
        if not any(found in network for network in networks):
            break
        further = address(hop)
        if further is None:
            break
        found = further
    return str(found)


def is_trusted(peer: str, trusted: Iterable[IPv4Network | IPv6Network]) -> bool:
    found = address(peer)
    return found is not None and any(found in network for network in trusted)
