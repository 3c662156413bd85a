# By which the application of the tests encrypts what it has to read itself.
SECRET_KEY = "een-sleutel-die-alleen-in-tests-bestaat"
