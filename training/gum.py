"""GUM's coreference (CoNLL-U, `Entity=` in the last column) -> reports with the mentions of persons and organisations.

Usage: python gum.py OUT.jsonl SOURCE.conllu.gz…    Source: Zeldes 2017, https://gucorpling.org/gum/
"""
import gzip
import json
import re
import sys

KINDS = {"person": "person", "organization": "organisation"}
SPOKEN = {"academic", "textbook", "voyage"}  # genres in which nobody speaks are left out
OPENS = re.compile(r"\((\d+)-(\w+)-[^()]*?(?=\(|\)|$)|(\d+)\)|(\))")


def documents(path):
    name, sentences, tokens, breaks = None, [], [], set()
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                if name:
                    yield name, sentences, breaks
                name, sentences, breaks = line.split(" = ")[1], [], set()
            elif line == "# newpar" or line.startswith("# newpar "):
                breaks.add(len(sentences))
            elif not line and tokens:
                sentences.append(tokens)
                tokens = []
            elif line and line[0].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    tokens.append((columns[1], columns[9]))
    if name:
        yield name, sentences, breaks


def report_of(name, sentences, breaks):
    text, mentions, waiting = "", [], []
    for number, tokens in enumerate(sentences):
        if number:
            text = text.rstrip(" ") + ("\n\n" if number in breaks else " ")
        for form, misc in tokens:
            start = len(text)
            text += form
            entity = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
            for opened, kind, closed, single in OPENS.findall(entity):
                if opened:
                    waiting.append((opened, kind, start))
                else:
                    at = next(i for i in range(len(waiting) - 1, -1, -1) if not closed or waiting[i][0] == closed)
                    key, kind, begun = waiting.pop(at)
                    if kind in KINDS:
                        mentions.append([begun, len(text), key, KINDS[kind]])
            if "SpaceAfter=No" not in misc:
                text += " "
    return dict(id=name, text=text, mentions=sorted(mentions))


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf8") as out:
        for path in sys.argv[2:]:
            for name, sentences, breaks in documents(path):
                if name.split("_")[1] not in SPOKEN:
                    out.write(json.dumps(report_of(name, sentences, breaks), ensure_ascii=False) + "\n")
