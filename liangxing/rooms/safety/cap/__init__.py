"""The Common Alerting Protocol 1.2, in plain Python that knows neither the records nor Django.

Read, held against its schema and its rules, written, and followed from message to message.
"""
