"""Sentences with a name in them."""

STOP = "."


def filled(sentence: str, **words: object) -> str:
    """`sentence` with `words` in their places; after "J. B." at its end stands no second stop."""
    for key, word in words.items():
        if str(word).endswith(STOP):
            sentence = sentence.replace(f"{{{key}}}{STOP}", f"{{{key}}}")
    return sentence.format(**words)
