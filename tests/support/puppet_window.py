"""A window process on strings: says and does what the test tells it over a socket, nothing else."""

import os
import socket
import subprocess
import sys
import threading


def main() -> None:
    strings = socket.socket(socket.AF_UNIX)
    strings.connect(sys.argv[1])
    strings.sendall(f"pid {os.getpid()}\n".encode())

    def listen() -> None:
        while said := os.read(0, 1):
            strings.sendall(b"heard " + said + b"\n")
        strings.sendall(b"heard end\n")

    threading.Thread(target=listen, daemon=True).start()
    for line in strings.makefile("r"):
        match line.split():
            case ["say", verb]:
                os.write(1, verb.encode())
            case ["start", program, *arguments]:
                started = subprocess.Popen([program, *arguments])
                strings.sendall(f"started {started.pid}\n".encode())
            case ["exit", code]:
                os._exit(int(code))
            case ["say", verb, "exit", code]:
                os.write(1, verb.encode())
                os._exit(int(code))
            case _:
                raise ValueError(line)
    os._exit(9)


main()
