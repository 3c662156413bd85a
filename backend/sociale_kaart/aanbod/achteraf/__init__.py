"""What came on the map without anybody of the redactie looking first, to be looked at afterwards."""
