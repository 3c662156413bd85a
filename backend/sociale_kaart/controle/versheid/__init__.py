"""How fresh the map is: what was looked at in time, by organisation, wijk and theme."""
