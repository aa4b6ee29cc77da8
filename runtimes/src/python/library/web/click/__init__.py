"""Part of what Flask needs; a program that uses click itself is told so."""
