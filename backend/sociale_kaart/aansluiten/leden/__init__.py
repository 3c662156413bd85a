"""Who works for an organisation: inviting, roles, handing over, leaving (ADR 0040)."""
