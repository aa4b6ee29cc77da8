"""Part of what Flask needs; a program that uses blinker itself is told so."""
