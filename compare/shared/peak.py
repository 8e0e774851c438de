"""Runs a command, whose output nobody reads, and prints {"ms", "wallMs", "peakBytes", "status"} of it as JSON. `ms` are the
processor's, of all threads: whatever else the machine does is not in them. `peakBytes` is null where the command was too
short and too small to tell."""

import json
import os
import resource
import subprocess
import sys
import time

POLL_SECONDS = 0.001


def peak_so_far(pid):
    """The most memory the command has had, in KB; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


# A process begins with what the one that started it had: only above that is the system's own figure the command's.
floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
peak = 0
while True:
    pid, status, usage = os.wait4(child.pid, os.WNOHANG)
    if pid:
        break
    peak = max(peak, peak_so_far(child.pid))
    time.sleep(POLL_SECONDS)
if usage.ru_maxrss > floor:
    peak = usage.ru_maxrss
wall_ms = (time.perf_counter() - start) * 1e3
unit = 1 if sys.platform == "darwin" else 1024
ms = (usage.ru_utime + usage.ru_stime) * 1e3
print(json.dumps({"ms": ms, "wallMs": wall_ms, "peakBytes": peak * unit or None, "status": os.waitstatus_to_exitcode(status)}))
