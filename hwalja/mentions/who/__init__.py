"""What was read in articles, on the pages of people and organisations."""
