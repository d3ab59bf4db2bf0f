"""Serves the emulated AWS: python -m emulator [--port PORT] [--attached]. Prints one line with its address; ends by SIGTERM."""

import argparse
import signal
import sys
import threading

from . import server


def main():
    arguments = argparse.ArgumentParser(prog="emulator", description="An emulated AWS on 127.0.0.1.")
    arguments.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    arguments.add_argument("--attached", action="store_true", help="ends when its standard input does, and so with its caller")
    given = arguments.parse_args()
    wsgi = server.start(given.port)
    signal.signal(signal.SIGTERM, lambda *_: stop(wsgi))
    signal.signal(signal.SIGINT, lambda *_: stop(wsgi))
    if given.attached:
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), stop(wsgi)), daemon=True).start()
    print(f"emulated AWS on http://127.0.0.1:{wsgi.server_port}", flush=True)
    wsgi.serve_forever()


def stop(wsgi):
    wsgi.app.stopped.set()
    threading.Thread(target=wsgi.shutdown, daemon=True).start()


if __name__ == "__main__":
    main()
