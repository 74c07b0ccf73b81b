#!/usr/bin/env python3
"""Prints the key "pin" of config.json for a PIN: python3 pin.py 4711"""
import hashlib
import json
import secrets
import sys

if len(sys.argv) != 2 or not 4 <= len(sys.argv[1]) <= 20 or not sys.argv[1].isdigit():
    sys.exit("usage: python3 pin.py <4 to 20 digits>")
salt, rounds = secrets.token_hex(8), 50_000
key = hashlib.pbkdf2_hmac("sha256", sys.argv[1].encode(), salt.encode(), rounds)
print(json.dumps({"salt": salt, "rounds": rounds, "hash": key.hex()}))
