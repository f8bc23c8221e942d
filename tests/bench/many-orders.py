# Makes many purchases, each of another customer, of the one that a stopped server's database has, by copying its rows under
# new ids. The ledger's hashes stay those of the first.
#   python3 tests/bench/many-orders.py DATABASE COUNT
import os
import re
import sqlite3
import sys

path, count = sys.argv[1], int(sys.argv[2])
db = sqlite3.connect(path, isolation_level=None)
# The server turns its log on again.
for setting in ('journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', 'cache_size = -262144'):
    db.execute(f'PRAGMA {setting}').fetchall()
made = re.compile(r'(cs|og|ord|whk)_[0-9a-z]{26}')  # ids of what a purchase makes
tables = ['checkout_sessions', 'order_groups', 'orders', 'outbox', 'ledger', 'ledger_entries']
rows = {table: db.execute(f'SELECT * FROM {table}').fetchall() for table in tables}
token = rows['order_groups'][0][2]
ledger = len(rows['ledger'])


def copied(table, number):
    tail = f'{number:07d}'

    def renamed(value):
        if not isinstance(value, str):
            return value
        value = made.sub(lambda found: found.group(0)[:-7] + tail, value)
        value = value.replace('@customer.example', f'-{tail}@customer.example')
        value = value.replace('Lindenallee 12', f'Lindenallee {number + 12}')
        return value.replace(token, token[:-7] + tail)

    for row in rows[table]:
        row = [renamed(value) for value in row]
        if table.startswith('ledger'):
            row[0] += number * ledger
        yield row


db.execute('BEGIN')
for table in tables:
    places = ', '.join('?' * len(rows[table][0]))
    db.executemany(
        f'INSERT INTO {table} VALUES ({places})',
        (row for number in range(1, count) for row in copied(table, number)),
    )
db.execute('COMMIT')
db.close()
# Out of the page cache: a server that starts finds its database on the disk.
file = os.open(path, os.O_RDONLY)
os.fsync(file)
os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
print(os.path.getsize(path))
