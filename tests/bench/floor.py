"""What SQLite alone does with the rows of an order: floor.py FOLDER [SECONDS]; prints JSON.

Per order: a group, 3 orders, 3 messages, a checkout and an answer of the usual sizes, 18 stocks taken; WAL,
synchronous=FULL. Orders per second with one order a commit, and with 64.
"""

import json
import os
import sqlite3
import sys
import time

folder = sys.argv[1]
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 3.0
db = sqlite3.connect(os.path.join(folder, "floor.sqlite"), isolation_level=None)
for pragma in ("journal_mode = WAL", "synchronous = FULL", "locking_mode = EXCLUSIVE"):
    db.execute("PRAGMA " + pragma)
db.executescript(
    """CREATE TABLE rows (id TEXT PRIMARY KEY, body TEXT NOT NULL);
       CREATE TABLE offers (id TEXT PRIMARY KEY, stock BIGINT CHECK (stock >= 0));"""
)
offers = [(f"off_{i}",) for i in range(18)]
db.executemany("INSERT INTO offers VALUES (?, 1000000000)", offers)
sizes = [900, 1900, 1900, 1900, 2000, 2000, 2000, 12000, 12000]  # bytes
bodies = ["x" * size for size in sizes]
number = 0


def order():
    global number
    number += 1
    db.executemany("UPDATE offers SET stock = stock - 1 WHERE id = ? AND stock >= 1", offers)
    rows = [(f"{number:012}{i}", body) for i, body in enumerate(bodies)]
    db.executemany("INSERT INTO rows VALUES (?, ?)", rows)


def rate(together):
    count = 0
    end = time.perf_counter() + seconds
    began = time.perf_counter()
    while time.perf_counter() < end:
        db.execute("BEGIN IMMEDIATE")
        for _ in range(together):
            order()
        db.execute("COMMIT")
        count += together
    return round(count / (time.perf_counter() - began))


print(json.dumps({"alone": rate(1), "by_64": rate(64)}))
