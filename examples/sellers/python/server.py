"""A seller's endpoint: Vitrine posts each order here, signed by Standard Webhooks 1.0.

HOST, PORT, WEBHOOK_SECRET and DATA_DIR configure it; orders.jsonl in DATA_DIR has one order a line.
"""
import base64, hmac, json, os, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ADDRESS = (os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "4103")))
SECRET = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
FILE = Path(os.environ.get("DATA_DIR", ".")) / "orders.jsonl"
TOLERANCE = 300  # seconds
BODY_LIMIT = 1024 * 1024

FILE.parent.mkdir(parents=True, exist_ok=True)
orders = FILE.open("ab+")
kept = FILE.read_bytes()
whole = kept[: kept.rfind(b"\n") + 1]  # a crash may have cut off the last line
orders.truncate(len(whole))
seen = {json.loads(line)["webhook_id"] for line in whole.splitlines()}
lock = threading.Lock()

def verified(headers, body):
    sent_id, sent_at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    digest = hmac.digest(SECRET, f"{sent_id}.{sent_at}.".encode() + body, "sha256")
    expected = b"v1," + base64.b64encode(digest)
    given = headers.get("webhook-signature", "").encode().split()
    genuine = any(hmac.compare_digest(expected, signature) for signature in given)
    return genuine and abs(time.time() - int(sent_at)) <= TOLERANCE

# The id and the order are one line, on disk before the answer: a repeat has no second effect.
def take(sent_id, event):
    order = event["data"]
    with lock:
        if event["type"] != "order.created" or sent_id in seen:
            return
        orders.write(json.dumps({"webhook_id": sent_id, "order": order}).encode() + b"\n")
        orders.flush()
        os.fsync(orders.fileno())
        seen.add(sent_id)
    goods = ", ".join(f"{line['quantity']} × {line['title']}" for line in order["line_items"])
    print(f"new order {order['id']}: {goods}", flush=True)

class Endpoint(BaseHTTPRequestHandler):
    timeout = 10  # seconds for a request to arrive
    log_message = lambda *_: None  # the orders are log enough

    def do_POST(self):
        size = int(self.headers.get("content-length", "0"))
        body = self.rfile.read(min(size, 4 * BODY_LIMIT))  # read on, so that the sender sees a 413
        status = 413 if size > BODY_LIMIT else 204 if verified(self.headers, body) else 401
        if status == 204:
            take(self.headers["webhook-id"], json.loads(body))
        self.send_response(status)
        self.end_headers()

server = ThreadingHTTPServer(ADDRESS, Endpoint)
print(f"waiting for orders on http://{ADDRESS[0]}:{ADDRESS[1]}", flush=True)
server.serve_forever()
