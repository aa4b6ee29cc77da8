"""Hashes of passwords."""
from _d_host import gap


def generate_password_hash(password, method="scrypt", salt_length=16):
    gap("hashing a password", "hash it with scrypt")


def check_password_hash(pwhash, password):
    gap("checking a password's hash", "hash it with scrypt")
