"""The check itself: the text is mended and cut, and each sort of claim is looked for in turn."""

from __future__ import annotations

from datetime import date

from .claims import CheckResult, Recorded
from .dates import written
from .figures import figures
from .honours import honours
from .lists import lists
from .loss import lost
from .named import named
from .payments import payments
from .quantities import quantities
from .restored import restore
from .sentences import Sentences
from .suggested import completed
from .unproven import unproven
from .vocabulary import Vocabulary
from .whose import other_community


def check_text(given: str, vocabulary: Vocabulary, recorded: Recorded, *, day: date) -> CheckResult:
    """The claims of the text *given*, in its order. *day*: as of when, and when it was written, if it does not say."""
    restored = restore(given)
    text = restored.text
    cut = Sentences.of(text.text, quantities(text.text))
    writing = written(text.text, day)
    paid = list(payments(cut, text, recorded, writing))
    taken = {quantity.start for quantity, _claim in paid}
    claims = [
        *(claim for _quantity, claim in paid),
        *named(cut, text, vocabulary, recorded, writing),
        *lists(cut, text, vocabulary, recorded),
        *honours(cut, text, recorded),
        *figures(cut, text, vocabulary, recorded, writing, taken=taken),
    ]
    claims += [*unproven(cut, text, claims), *lost(restored, given)]
    ordered = sorted(
        (completed(claim, cut, text, given) for claim in claims), key=lambda claim: (claim.start, claim.end)
    )
    return CheckResult(given, text.text, tuple(ordered), other_community(text.text, recorded.community))
