"""Reads pages with a Python peer, one a line: CONTENDER<tab>PATH on standard input, {"ms", "text"} as an answer, or
{"ms", "error"}. The pages are UTF-8; reading the file is not counted. Milliseconds are the processor's, of one thread."""

import json
import sys
import time

import trafilatura
from resiliparse.extract.html2text import extract_plain_text


def by_trafilatura(html):
    # With what it reads of the page besides its text, as the others do; comments are no part of the article.
    document = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    return document.text if document else ""


def by_resiliparse(html):
    return extract_plain_text(html, main_content=True, alt_texts=False)


CONTENDERS = {"trafilatura": by_trafilatura, "resiliparse": by_resiliparse}

for line in sys.stdin:
    name, path = line.rstrip("\n").split("\t")
    with open(path, encoding="utf-8") as file:
        html = file.read()
    start = time.thread_time()
    try:
        answer = {"text": CONTENDERS[name](html)}
    except Exception as problem:  # whatever a peer throws is its own page's failure
        answer = {"error": repr(problem)}
    print(json.dumps({"ms": (time.thread_time() - start) * 1e3, **answer}), flush=True)
