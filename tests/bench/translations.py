"""How many phrases find their translation by the sentence encoder: `python -m tests.bench.translations`."""

import yaml

from generator.understand.links.encoder import encode
from generator.understand.suggest.translations import nearest
from tests.helpers import HERE


def main() -> None:
    """Print for several least cosines how many pairs are found, and how many wrong ones."""
    table = yaml.safe_load((HERE / "cases" / "translations.yml").read_text("utf-8"))
    left = [pair[0] for pair in table["pairs"]] + table["left"]
    right = [pair[1] for pair in table["pairs"]] + table["right"]
    pairs = len(table["pairs"])
    matches = list(nearest(encode(left), encode(right)))
    print(f"{pairs} pairs among {len(left)} and {len(right)} phrases")
    for least in (0.75, 0.8, 0.85, 0.9):
        near = [match for match in matches if match.cosine >= least]
        wrong = [match for match in near if match.left != match.right or match.left >= pairs]
        print(f"cosine >= {least:.2f}: {len(near) - len(wrong)} found, {len(wrong)} wrong")
        for match in wrong:
            print(f"    {left[match.left]} = {right[match.right]} {match.cosine:.2f}")


if __name__ == "__main__":
    main()
