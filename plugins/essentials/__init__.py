"""The essentials of an event, in short sentences and six languages: what, when, where, how much, how to come, whether to sign up."""
