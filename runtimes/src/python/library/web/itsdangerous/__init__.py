"""Part of what Flask needs; a program that uses itsdangerous itself is told so."""
