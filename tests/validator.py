"""A validator of PDF that knows nothing of how ours are made; it passes the test files of veraPDF and of Isartor."""

import page


def faults(pdf: bytes, profile: str) -> list[str]:
    """Return what is against a standard in a PDF, a line each.

    Args:
        pdf: Its bytes.
        profile: `ua1` for ISO 14289-1, `3a` for ISO 19005-3, level A.
    """
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.rules.total > 100
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
