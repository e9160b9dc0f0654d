"""What observers write elsewhere: a notebook of their own, an Excel form; and how it comes into the exercise by wall clock."""
