"""Members of organisations log in by a link in their mail (ADR 0031)."""
