"""Who may log in, for beheer: ending sessions and closing accounts (ADR 0042)."""
