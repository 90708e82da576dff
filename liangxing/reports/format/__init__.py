"""The format of a Word document by GB/T 9704-2012: what is not as the standard has it, where, and what to do.

The standard binds party and state organs; a residents' committee follows it by custom, so every finding is advice of
a clause, and nothing is held back for it. Works on any .docx: ours, and what somebody brings.
"""
