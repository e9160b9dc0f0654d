"""What it means: pure folds of the journal that screens and reports show."""
