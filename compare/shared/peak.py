"""Runs a command, whose output nobody reads, and prints {"ms", "peakBytes", "status"} of it as JSON."""

import json
import os
import subprocess
import sys
import time

start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
ms = (time.perf_counter() - start) * 1e3
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps({"ms": ms, "peakBytes": usage.ru_maxrss * unit, "status": os.waitstatus_to_exitcode(status)}))
