"""A validator of PDF that knows nothing of how ours are made; it passes the test files of veraPDF and of Isartor."""

import page

# The default width of a Chinese or Japanese font with several private dictionaries is not seen by page-validation 0.11:
# it takes 0 for the width of a character that fontTools, as `/W` does, says is 1000 wide.
_MISTAKEN = "width 0.000 in its embedded CIDFontType0C program"


def faults(pdf: bytes, profile: str) -> list[str]:
    """Return what is against a standard in a PDF, a line each.

    Args:
        pdf: Its bytes.
        profile: `ua1` for ISO 14289-1, `3a` for ISO 19005-3, level A.
    """
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.rules.total > 100
    return [f"{fault.rule_id}: {fault.message}" for fault in report.failures if _MISTAKEN not in fault.message]
