#!/usr/bin/env python3
"""Trains one of the engines that Marrow is measured beside, and lets it answer.

    peers.py ENGINE REQUEST.json > REPLIES.jsonl

ENGINE is bm25, svm, nearest or regression. The request:

    {"model": FOLDER with model.safetensors and tokenizer.json, "cache": FOLDER for directions computed before,
     "documents": [{"text", "label"}],         what answers, for the engine that can read it
     "training": [{"text", "label", "kind"}],  without label: belongs to none of the documents; "kind" says in which way
     "calibration": [{"text", "label"}],       answered after learning from training alone
     "relearns": true,                         then learned from as well, before the tests are answered
     "tests": [TEXT],
     "isTimed": true}                          answered one by one against the clock, or all at once

A reply a line: {"set": "calibration" | "tests", "label", "score"}: the best label that is not null, and how sure the engine is of
it, higher being surer; what that number means is the engine's own affair. The last line: {"milliseconds", "megabytes"}: of
the processor for one test message, on one thread, and of memory at its highest.
"""
import hashlib
import json
import os
import pathlib
import re
import resource
import sqlite3
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

import numpy  # noqa: E402


def say(text):
    print(text, file=sys.stderr, flush=True)


class FullTextSearch:
    """SQLite's FTS5 with its own bm25(): one row a label, made of its text and of everything people ask for it; messages of no
    label are a row as well, one for each kind that they were given."""

    def __init__(self, request):
        self.documents = request["documents"]

    def learn(self, messages):
        rows = {}
        for entry in self.documents + messages:
            rows.setdefault((entry["label"], entry.get("kind")), []).append(entry["text"])
        self.keys = list(rows)
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize = 'porter unicode61')")
        self.base.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)",
                              [(index, "\n".join(rows[key])) for index, key in enumerate(self.keys)])

    def answer(self, text):
        words = re.findall(r"\w+", text.lower())
        if not words:
            return None, 0.0
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
        found = self.base.execute("SELECT rowid, -bm25(texts) FROM texts WHERE texts MATCH ? ORDER BY 2 DESC LIMIT 200", (query,))
        best, score, outside = None, 0.0, 0.0
        for row, value in found:
            label, _ = self.keys[row]
            if label is None:
                outside = max(outside, value)
            elif best is None:
                best, score = label, value
        return best, score - outside

    def answers(self, texts):
        return [self.answer(text) for text in texts]


class Scored:
    """What the learned engines share: a score for each label, one of which stands for none."""

    def best(self, scores):
        inside = [index for index, label in enumerate(self.labels) if label != ""]
        outside = [index for index, label in enumerate(self.labels) if label == ""]
        replies = []
        for row in scores:
            top = max(inside, key=lambda index: row[index])
            replies.append((self.labels[top], self.confidence(row[top], max((row[i] for i in outside), default=None))))
        return replies

    def confidence(self, inside, outside):
        return float(inside)


class SupportVectors(Scored):
    """scikit-learn: TF-IDF of words, pairs of words and letter groups into a linear support vector machine."""

    def __init__(self, request):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_union
        self.features = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))

    def learn(self, messages):
        from sklearn.svm import LinearSVC
        vectors = self.features.fit_transform([entry["text"] for entry in messages])
        self.machine = LinearSVC(C=1.0).fit(vectors, [entry["label"] or "" for entry in messages])
        self.labels = list(self.machine.classes_)

    def confidence(self, inside, outside):
        return float(inside if outside is None else inside - outside)

    def answers(self, texts):
        return self.best(self.machine.decision_function(self.features.transform(texts)))

    def answer(self, text):
        return self.answers([text])[0]


class Directions:
    """sentence-transformers over the published weights that Marrow uses as well."""

    def __init__(self, request):
        import torch
        torch.set_num_threads(1)
        self.torch = torch
        self.cache = pathlib.Path(request["cache"])
        self.known = {}
        self.model = self.load(pathlib.Path(request["model"]))

    def load(self, weights):
        """The library wants its small configuration files beside the two that matter."""
        from sentence_transformers import SentenceTransformer
        folder = self.cache / "sentence-transformers"
        (folder / "1_Pooling").mkdir(parents=True, exist_ok=True)
        for name in ("model.safetensors", "tokenizer.json"):
            link = folder / name
            if link.is_symlink() or link.exists():
                link.unlink()
            link.symlink_to((weights / name).resolve())
        for name, value in CONFIGURATION.items():
            (folder / name).write_text(json.dumps(value))
        return SentenceTransformer(str(folder), device="cpu")

    def of(self, texts):
        """Directions of many texts, kept on disk: 384 numbers a text."""
        digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:24]
        file = self.cache / f"directions-{digest}.npy"
        if file.exists():
            directions = numpy.load(file)
        else:
            directions = self.encoded(texts)
            numpy.save(file, directions)
        self.known.update(zip(texts, directions))
        return directions

    def encoded(self, texts):
        missing = sorted({text for text in texts if text not in self.known}, key=lambda text: (len(text), text))
        for start in range(0, len(missing), 1000):
            say(f"encoding texts with sentence-transformers: {start} of {len(missing)}")
            self.torch.set_num_threads(os.cpu_count() or 1)
            part = missing[start:start + 1000]
            found = self.model.encode(part, batch_size=64, normalize_embeddings=True, show_progress_bar=False)
            self.torch.set_num_threads(1)
            self.known.update(zip(part, found))
        return numpy.stack([self.known[text] for text in texts])

    def one(self, text):
        return self.model.encode([text], normalize_embeddings=True, show_progress_bar=False)


CONFIGURATION = {
    "config.json": {
        "architectures": ["BertModel"], "model_type": "bert", "hidden_size": 384, "num_hidden_layers": 6,
        "num_attention_heads": 12, "intermediate_size": 1536, "hidden_act": "gelu", "vocab_size": 30522,
        "max_position_embeddings": 512, "type_vocab_size": 2, "layer_norm_eps": 1e-12, "pad_token_id": 0},
    "tokenizer_config.json": {
        "tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": 512, "unk_token": "[UNK]",
        "sep_token": "[SEP]", "pad_token": "[PAD]", "cls_token": "[CLS]", "mask_token": "[MASK]"},
    "sentence_bert_config.json": {"max_seq_length": 256, "do_lower_case": False},
    "1_Pooling/config.json": {
        "word_embedding_dimension": 384, "pooling_mode_mean_tokens": True, "pooling_mode_cls_token": False,
        "pooling_mode_max_tokens": False, "pooling_mode_mean_sqrt_len_tokens": False},
    "modules.json": [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
        {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}],
}


class NearestQuestion:
    """The training message with the highest cosine; how much nearer it is than the nearest one of no label."""

    def __init__(self, request):
        self.directions = Directions(request)

    def learn(self, messages):
        self.known = self.directions.of([entry["text"] for entry in messages])
        self.labels = [entry["label"] for entry in messages]
        self.inside = numpy.array([label is not None for label in self.labels])

    def reply(self, direction):
        cosines = self.known @ direction
        top = int(numpy.argmax(numpy.where(self.inside, cosines, -2)))
        outside = cosines[~self.inside].max() if not self.inside.all() else 0
        return self.labels[top], float(cosines[top] - outside)

    def answers(self, texts):
        return [self.reply(direction) for direction in self.directions.of(texts)]

    def answer(self, text):
        return self.reply(self.directions.one(text)[0])


class Regression(Scored):
    """scikit-learn's logistic regression over the directions; sure to the degree of the best label's probability."""

    def __init__(self, request):
        self.directions = Directions(request)

    def learn(self, messages):
        from sklearn.linear_model import LogisticRegression
        say(f"logistic regression over {len(messages)} messages")
        self.model = LogisticRegression(C=10, max_iter=1000).fit(
            self.directions.of([entry["text"] for entry in messages]), [entry["label"] or "" for entry in messages])
        self.labels = list(self.model.classes_)

    def answers(self, texts):
        return self.best(self.model.predict_proba(self.directions.of(texts)))

    def answer(self, text):
        return self.best(self.model.predict_proba(self.directions.one(text)))[0]


ENGINES = {"bm25": FullTextSearch, "svm": SupportVectors, "nearest": NearestQuestion, "regression": Regression}


def write(name, replies):
    for label, score in replies:
        print(json.dumps({"set": name, "label": label, "score": round(score, 6)}))


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ENGINES:
        sys.exit(__doc__)
    request = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    for entry in request["training"] + request["calibration"]:
        entry.setdefault("label", None)
    engine = ENGINES[sys.argv[1]](request)
    engine.learn(request["training"])
    write("calibration", engine.answers([entry["text"] for entry in request["calibration"]]))
    if request["relearns"]:
        engine.learn(request["training"] + request["calibration"])
    tests = request["tests"]
    spent = 0.0
    if request["isTimed"]:
        say(f"answering {len(tests)} messages one by one")
        for text in tests[:20]:
            engine.answer(text)
        start = time.process_time()
        replies = [engine.answer(text) for text in tests]
        spent = (time.process_time() - start) * 1e3
    else:
        replies = engine.answers(tests)
    write("tests", replies)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"milliseconds": spent / max(len(tests), 1), "megabytes": peak}))


if __name__ == "__main__":
    main()
