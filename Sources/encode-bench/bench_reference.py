#!/usr/bin/env python3
"""Prints what sentence-transformers on torch takes for encode-bench's texts, on one thread, and then runs encode-bench.

    HF_HUB_OFFLINE=1 /tmp/venv/bin/python Sources/encode-bench/bench_reference.py FOLDER .build/release/encode-bench

FOLDER as in Tests/EncodingTests/make_reference.py. The two take turns, `ROUNDS` times, and the medians of the rounds are
compared: elapsed time, and processor time, which alone can be trusted on a busy machine.
"""
import re
import resource
import statistics
import subprocess
import sys
import time

import torch
from sentence_transformers import SentenceTransformer

PASSES, ROUNDS, LENGTHS = 200, 3, (8, 16, 32)


def median_times(model, tokens):
    text = " ".join(["blood"] * (tokens - 2))
    for _ in range(20):
        model.encode(text, normalize_embeddings=True, show_progress_bar=False)
    elapsed, processor = [], []
    for _ in range(PASSES):
        wall, cpu = time.perf_counter(), time.process_time()
        model.encode(text, normalize_embeddings=True, show_progress_bar=False)
        elapsed.append((time.perf_counter() - wall) * 1e3)
        processor.append((time.process_time() - cpu) * 1e3)
    return statistics.median(elapsed), statistics.median(processor)


def ours(program):
    output = subprocess.run([program], check=True, capture_output=True, text=True).stdout
    times = re.findall(r"^(\d+) tokens: ([\d.]+) ms, processor ([\d.]+) ms", output, re.M)
    return {int(n): (float(wall), float(cpu)) for n, wall, cpu in times}, output


def main():
    folder, program = sys.argv[1:]
    torch.set_num_threads(1)
    model = SentenceTransformer(folder, device="cpu")
    rounds = []
    for _ in range(ROUNDS):
        reference = {n: median_times(model, n) for n in LENGTHS}
        mine, output = ours(program)
        rounds.append((reference, mine))
    print(output, end="")
    print(f"torch {torch.__version__}, peak resident {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss} kB")
    for n in LENGTHS:
        for kind, name in enumerate(("elapsed", "processor")):
            theirs = statistics.median(r[n][kind] for r, _ in rounds)
            our = statistics.median(m[n][kind] for _, m in rounds)
            print(f"{n:3} tokens, {name:9}: torch {theirs:6.2f} ms, ours {our:6.2f} ms, ratio {our / theirs:.2f}")


if __name__ == "__main__":
    main()
