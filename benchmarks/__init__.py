"""How fast, beside what others have; results are checked equal before anything is timed."""
