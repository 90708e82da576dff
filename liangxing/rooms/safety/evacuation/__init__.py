"""How fast a community can be cleared, proven; and a plan that people can follow. Plain Python, without Django.

Read `network.py` (what is entered), `least_time.py` (the proven minimum), `verify.py` (the proof, checked by anyone),
`guide.py` (the plan for people), `what_if.py` and `replan.py`.
"""
