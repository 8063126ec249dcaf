"""What offices type by hand and the program sets right: ordinals, half-width signs, quotes."""
