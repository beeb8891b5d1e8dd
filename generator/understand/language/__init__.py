"""What is known of a language: its small words, its nouns and names, its stems, how common its words are."""
