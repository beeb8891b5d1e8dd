"""Which pieces of a document are its text: furniture by its phrases, the text by its lines."""
