"""The screens of an exercise, in a terminal. Imports the simulator; nothing imports it."""
