"""What we know of the addresses that mail goes to: which kinds they do not want (ADR 0050)."""
