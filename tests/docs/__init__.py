"""The documentation says what is true: these tests hold it to the code."""
