"""A translating process that loses its mind: behind the sentence No. 20 it says no JSON."""

import json
import sys

print(json.dumps({"hello": "rubbish", "protocol": 1}), flush=True)
for line in sys.stdin:
    question = json.loads(line)
    number = int(question["ko"].split("번째")[0])
    answer = {"id": question["id"], "en": f"This is sentence No. {number}."}
    print(json.dumps(answer) if number <= 20 else "\x1b[2J<html>???", flush=True)
