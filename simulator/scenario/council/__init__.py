"""What is shipped about the council: its questions, who may decide, topics, documents, and what others chose."""
