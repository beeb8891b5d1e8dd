"""What the command `dossier` starts.

It loads nothing by itself: a process that sets a sheet loads it anew, and needs none of what the command needs.
"""


def main() -> None:
    """Run the command."""
    from generator.cli import main as command  # noqa: PLC0415 - see above

    command()


if __name__ == "__main__":
    main()
