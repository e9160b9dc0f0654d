"""What is written: scenarios and landscapes as typed, frozen values."""
