"""Who is in an article, who said what, and through which outlet."""
