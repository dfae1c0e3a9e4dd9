"""`hwalja serve`: the processes of a newspaper and who looks after them."""
