"""What homes saved, held against the weather and against homes like them: with an interval, or a reason why not.

``cases`` says what is asked of one meter, ``caltrack`` and ``means`` answer it for that meter alone, ``similar`` finds
the homes it is compared with, ``verdict`` takes off what they did and says what may be said. The models are those of
CalTRACK in the package ``opendsm`` (extra ``savings``), which is read only where a case is worked out.
"""
