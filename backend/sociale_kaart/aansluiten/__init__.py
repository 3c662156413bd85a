"""How people come to an organisation on the map: a new one, or one that is there (ADR 0037)."""
