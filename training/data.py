"""Prepared reports -> windows as tensors."""
import hashlib
import json
import random

import torch

from labels import PRONOUNS, ROLES, Words, gum_labels, polnear_labels, record_labels

START, END = 101, 102
NEAR = 45  # words around an anchor in which a mention of the addressee is looked for


def tuning(report):
    """One report in fourteen is kept from training: thresholds and calibration are fitted on these."""
    return digest(report) % 14 == 0


def digest(report):
    """A number that puts reports into an order of no meaning."""
    return int(hashlib.sha1(report["id"].encode()).hexdigest(), 16)


def load(path, leave_out=lambda report: False):
    """Every report in a prepared file with its labels: [(report, labels)]."""
    out = []
    with open(path, encoding="utf8") as file:
        for line in file:
            report = json.loads(line)
            if not leave_out(report):
                labels = polnear_labels if "annotations" in report else gum_labels if "mentions" in report else record_labels
                out.append((report, labels(report)))
    return out


def windows(reports, names=None, seed=0):
    """Windows of reports, each a dict of plain lists; given names, whoever is named in them has another surname."""
    rng, out = random.Random(seed), []
    for report, labels in reports:
        polnear, gum = "annotations" in report, "mentions" in report
        if names:
            report = {**report, "pieces": renamed(report, names, rng)}
        for window in tiles(report) if polnear or gum else report["windows"]:
            out.append(cut(report, labels, window, polnear, gum))
    return out


def surnames(reports):
    """{surname: its word pieces} of the persons in reports that have actors; none that is a word too."""
    names, common = {}, set()
    for report, _ in reports:
        forms = Words(report).forms
        common.update(form for form in forms if form.islower())
        last = {actor["name"].split()[-1] for actor in report.get("actors", {}).values() if actor["kind"] == "person" and " " in actor["name"] and " of " not in actor["name"]}
        names.update((form, pieces) for form, pieces in zip(forms, report["pieces"]) if form in last and form.isalpha() and form.istitle())
    return {name: pieces for name, pieces in names.items() if name.lower() not in common and len(name) > 2}


def renamed(report, names, rng):
    """The word pieces of a report in which each surname is another one throughout, so that none is learnt by heart."""
    chosen, others, forms = {}, list(names.values()), Words(report).forms
    return [chosen.setdefault(form, rng.choice(others)) if form in names else pieces for form, pieces in zip(forms, report["pieces"])]


def tiles(report):
    """Windows without context, for what is learnt of PolNeAR and GUM needs none."""
    at, size = 0, 0
    starts = {a for a, _ in report["paragraphs"]}
    total = sum(len(p) for p in report["pieces"])
    goal = total / -(-total // 500)
    for i, pieces in enumerate(report["pieces"]):
        if i > at and (size + len(pieces) > 509 or (size >= goal * 0.85 and report["words"][i][0] in starts)):
            yield {"from": at, "to": i}
            at, size = i, 0
        size += len(pieces)
    yield {"from": at, "to": len(report["pieces"])}


def cut(report, labels, window, polnear, gum=False):
    a, b = window["from"], window["to"]
    pieces, features, first, kept = [START], [0], [], b
    for i in range(a, b):
        if len(pieces) + len(report["pieces"][i]) > 511:
            kept = i
            break
        first.append(len(pieces))
        pieces += report["pieces"][i]
        features += [report["features"][i]] * len(report["pieces"][i])
    b = kept
    pieces.append(END)
    features.append(0)
    n = b - a
    here = lambda i: i is not None and a <= i < b
    statements = [s for s in labels["statements"] if here(s["anchor"])]
    contacts = [c for c in labels["contacts"] if here(c["anchor"])]
    hidden = {i - a for i in labels["hidden"] if here(i)}
    mentions = [(x - a, y - a, key, kind) for x, y, key, kind in labels["mentions"] if a <= x and y <= b]
    named = {i for x, y, _, _ in mentions for i in range(x, y)}
    text = report["text"] if len(report["text"]) == len(report["text"].encode("utf-16-le")) // 2 else None
    form = lambda i: (text[report["words"][i][0] : report["words"][i][1]] if text else "").lower()
    bearer = {(x, y): key for x, y, key, _ in mentions}
    if not polnear:
        mentions += [(i, i + 1, bearer.get((i, i + 1)), 0) for i in range(n) if form(a + i) in PRONOUNS and i not in named]
    mentions.sort()
    pronoun = [form(a + x) in PRONOUNS and y - x == 1 for x, y, _, _ in mentions]
    anchors = []
    for s in statements:
        at = s["anchor"] - a
        item = dict(at=at, contact=False, roles={i - a: r for i, r in s["roles"].items() if here(i)}, partial=polnear)
        if not polnear:
            item["loose"] = {i - a: r for i, r in s["loose"].items() if here(i)}
            item["flags"] = [float(s["speech"]), float(s["question"]), float(s["negated"])]
            item["turn"] = s["turn"]
            item["response"] = ["answer", "deflection", "refusal"].index(s["response"]) if s["response"] and s["answers"] is not None else -1
            item["answers"] = s["answers"] - a if here(s["answers"]) else (-1 if s["answers"] is None else None)
            item["speaker"] = [j for j, (_, _, key, _) in enumerate(mentions) if key is not None and key == s["speaker"] and not pronoun[j]]
            item["addressee"] = addressed(s["addressees"], at, mentions, pronoun, form, a)
            if "unsure" in report:  # what the reader missed is not wrong, but where somebody marked it
                if not (s["turn"] and "replies" in report.get("marked", ())):
                    item["response"], item["answers"] = -1, None
                item["addressee"] = item["addressee"] if s["addressees"] else {}
        anchors.append(item)
    for c in contacts:
        at = c["anchor"] - a
        evidence = [i - a for i, r in c["roles"].items() if ROLES[r] == "evidence"] or [at]
        anchors.append(dict(at=at, contact=True, roles={i - a: r for i, r in c["roles"].items() if here(i)}, partial=False, mode=c["mode"],
                            status=c["status"], participant=taking_part(c["between"], min(evidence), max(evidence), mentions, pronoun)))
    antecedents = []
    for j, (x, y, key, _) in enumerate(mentions):
        if key is None or polnear:
            continue
        good = [k for k, (u, _, other, _) in enumerate(mentions) if other == key and k != j and not pronoun[k] and (pronoun[j] or u < x)]
        if pronoun[j] and not good:
            continue
        antecedents.append((j, good, pronoun[j]))
    return dict(polnear=polnear, gum=gum, pieces=pieces, features=features, first=first, words=n, anchors=anchors, hidden=hidden, mentions=mentions,
                pronoun=pronoun, antecedents=antecedents)


def addressed(keys, at, mentions, pronoun, form, a):
    """{mention: 1 or 0}; mentions that are not near say nothing."""
    if not keys:
        return {j: 0.0 for j, (x, _, _, _) in enumerate(mentions) if abs(x - at) <= NEAR}
    near = {j: 0.0 for j, (x, _, key, _) in enumerate(mentions) if abs(x - at) <= NEAR and key not in keys}
    for key in keys:
        named = sorted((abs(x - at), j) for j, (x, _, k, _) in enumerate(mentions) if k == key and not pronoun[j])
        close = [j for d, j in named if d <= 15] or [
            j for j, (x, _, k, _) in enumerate(mentions) if pronoun[j] and 0 < x - at <= 5 and form(a + x) in ("him", "her", "them", "me", "us", "you") and k in (None, key)
        ][:1] or [j for d, j in named[:1]]
        for j in close:
            near[j] = 1.0
    return near


def taking_part(keys, first, last, mentions, pronoun):
    marks = {j: 0.0 for j, (x, _, _, _) in enumerate(mentions) if first - NEAR <= x <= last + NEAR}
    missing = []
    for key in keys:
        inside = [j for j, (x, y, k, _) in enumerate(mentions) if k == key and first <= x and y <= last + 1]
        if inside:
            for j in inside:
                marks[j] = 1.0
        else:
            missing.append(key)
    free = [j for j, (x, _, k, _) in enumerate(mentions) if pronoun[j] and first <= x <= last and k is None]
    for key in missing:
        if free:
            marks[free.pop(0)] = 1.0
            continue
        named = sorted((min(abs(x - first), abs(x - last)), j) for j, (x, _, k, _) in enumerate(mentions) if k == key)
        if named:
            marks[named[0][1]] = 1.0
    # Other places that mean a participant say nothing: neither wanted nor wrong.
    return {j: v for j, v in marks.items() if v or mentions[j][2] not in keys}


def batches(windows, size, seed):
    """Windows of like length together, at most `size` pieces a batch, in random order."""
    rng = random.Random(seed)
    order = sorted(windows, key=lambda w: len(w["pieces"]) + rng.random() * 40)
    groups, group = [], []
    for w in order:
        if group and (len(group) + 1) * max(len(x["pieces"]) for x in group + [w]) > size:
            groups.append(group)
            group = []
        group.append(w)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    return groups


def pad(rows, value=0):
    n = max(len(r) for r in rows)
    return torch.tensor([r + [value] * (n - len(r)) for r in rows])
