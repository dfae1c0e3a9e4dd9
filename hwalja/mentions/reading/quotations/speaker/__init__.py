"""Who said the words: in the sentence, and over sentences."""
