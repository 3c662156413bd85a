"""How often something may be tried, counted by all processes together (ADR 0044)."""
