"""Streets, postcodes, buurten and wijken that somebody may look from; asked for, never kept."""
