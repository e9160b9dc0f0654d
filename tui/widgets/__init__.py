"""What the screens are made of: a widget gets values and posts messages."""
