"""Which network addresses may be connected to: those of the public internet, and no others.

The rules are those of the IANA registries of special-purpose addresses (RFC 6890), of what clouds
answer their own machines on, and of the ways in which IPv6 carries an IPv4 address.
"""

import ipaddress
from collections.abc import Iterator

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_CLOSED_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # carrier-grade NAT; a cloud's metadata lies at 100.100.100.200
            "127.0.0.0/8",
            "168.63.129.16/32",  # public by number, but Azure answers its own machines there
            "169.254.0.0/16",  # link-local; most clouds' metadata lies at 169.254.169.254
            "172.16.0.0/12",
            "192.0.0.0/24",  # protocol assignments; a cloud's metadata lies at 192.0.0.192
            "192.0.2.0/24",  # documentation, as the next two
            "198.51.100.0/24",
            "203.0.113.0/24",
            "192.88.99.0/24",  # relays from 6to4
            "192.168.0.0/16",
            "198.18.0.0/15",  # benchmarks
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)

_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
"""All that was ever given out for use in the whole internet (RFC 4291, 2.4)."""

_CLOSED_V6 = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation, as the next one
            "3fff::/20",
        ),
    )
)

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")


def is_public(address: Address) -> bool:
    """Return whether `address` belongs to the public internet, and so does what it leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _CLOSED_V4)
    if not all(map(is_public, _carried(address))):
        return False
    if address in _NAT64 or address.ipv4_mapped is not None:
        return True
    return address in _GLOBAL_V6 and not any(address in network for network in _CLOSED_V6)


def _carried(address: ipaddress.IPv6Address) -> Iterator[ipaddress.IPv4Address]:
    """Yield the IPv4 addresses to which a packet for `address` would be handed on."""
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    if address in _NAT64:
        yield ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _SIX_TO_FOUR:
        yield ipaddress.IPv4Address(int(address) >> 80 & 0xFFFF_FFFF)
