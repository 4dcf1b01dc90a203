"""Whole processes: time by the clock, memory as the system says at their end."""

import hashlib, os, statistics, subprocess, tempfile, time


def run(folder, *command, expected=(0,), environment=None):
    """Seconds and mebibytes of a command, and a digest of what it printed: to hold the text here would count as memory there."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
        output.seek(0)
        return seconds, usage.ru_maxrss / 1024, hashlib.file_digest(output, "sha256").digest()


def head():
    print("| what | median | memory | runs |\n|---|---:|---:|---:|")


def row(what, runs):
    seconds, memory = (statistics.median(values) for values in list(zip(*runs))[:2])
    print(f"| {what} | {seconds:.2f} s | {memory:.0f} MiB | {len(runs)} |", flush=True)
    return seconds
