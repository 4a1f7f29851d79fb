"""Gold annotations of one report -> labels over its words.

Every act of saying has an anchor: the head of its cue or, where it has none, the first word of its content.
Given an anchor, each word has a role. A contact is an anchor of another kind.
"""
import bisect
import re

ROLES = ["none", "source", "cue", "content", "via", "when", "where", "evidence"]
KINDS = ["person", "organisation", "group", "unnamed", "document"]
MODES = ["meet", "talk", "call", "write", "visit", "other"]
STATUSES = ["happened", "not-happened", "planned", "refused", "hypothetical"]
RESPONSES = ["answer", "deflection", "refusal"]
PRONOUNS = set(
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself "
    "we us our ours ourselves they them their theirs themselves who whom whose".split()
)
# Words of a cue that are never its head: "has not yet said" is headed by "said".
LIGHT = set(
    "has have had is are was were be been being do does did will would could can may might must should not n t to "
    "also then later further yet never ever just only even still now again too and but ’ ' “ \" ‘ ” : , . - – — in of a the".split()
)
# What a contact is told with, surest first; "met" before "told … in an interview" before the rest.
TRIGGERS = [
    re.compile(p, re.I)
    for p in (
        r"^(met|meets?|meeting\w*|talks|talk|talked|talking|call|calls|called|calling|phone\w*|spoke|spoken|speaks?|speaking|"
        r"visit\w*|summit\w*|interview\w*|negotiat\w*|conversation\w*|convers\w*|discuss\w*|consult\w*|letters?|debate\w*|"
        r"contact\w*|telephone\w*|dialogue|encounter\w*|huddle\w*|brief\w*|dinner|lunch|trip)$",
        r"^(wrote|writes?|writing|written|email\w*|mail\w*|conference|host\w*|welcom\w*|greet\w*|receiv\w*|invit\w*|"
        r"gather\w*|session|hearing|confront\w*|question\w*|testi\w*|address\w*|tour\w*|travel\w*|messages?|speech\w*|"
        r"appear\w*|reach\w*|exchange\w*|correspond\w*|communicat\w*|engag\w*|reception|audience)$",
        r"^(told|join\w*|saw|sees?|seen|sent|send\w*|sit|sat|sitting|event|came|come|comes|coming|went|go|goes|going|"
        r"arriv\w*|enter\w*|spent|stopped|stop|asked|attend\w*)$",
    )
]


def wide(text):
    """One character per UTF-16 unit, so that offsets index it."""
    return "".join(c + (" " if ord(c) > 0xFFFF else "") for c in text)


class Words:
    def __init__(self, report):
        self.text = wide(report["text"])
        self.spans = report["words"]
        self.starts = [a for a, _ in self.spans]
        self.forms = [self.text[a:b] for a, b in self.spans]

    def inside(self, start, end):
        """Numbers of the words that lie at least partly in [start, end), half-open."""
        first = bisect.bisect_left(self.starts, start)
        if first and self.spans[first - 1][1] > start:
            first -= 1
        last = bisect.bisect_left(self.starts, end)
        return first, max(last, first)


def head(words, first, last):
    for i in range(first, last):
        if words.forms[i].lower() not in LIGHT and not words.forms[i].lower().endswith("ly"):
            return i
    return first


def trigger(words, first, last, taken):
    for pattern in TRIGGERS:
        for i in range(first, last):
            if i not in taken and pattern.match(words.forms[i]):
                return i
    for i in range(first, last):
        if i not in taken and len(words.forms[i]) > 3 and words.forms[i].islower():
            return i
    return next((i for i in range(first, last) if i not in taken), first)


def span(x):
    return (x["start"], x["end"]) if x else None


def bare(words, first, last):
    while first < last - 1 and words.forms[first].lower() in ("the", "a", "an", "“", '"', "‘", "'"):
        first += 1
    for i in range(first + 1, last):
        if words.forms[i].lower() in ("who", "which", "that") or (words.forms[i] == "," and i + 1 < last and words.forms[i + 1].lower() in ("who", "which")):
            return first, i - (words.forms[i - 1] == ",")
    if words.forms[last - 1] == "s" and last - first > 2 and words.forms[last - 2] in "’'":
        last -= 2
    return first, last


def find_mentions(words, report):
    """{(first, last): (actor, kind)} for every place where an actor's name or alias stands, longest first."""
    index = {}
    for i, form in enumerate(words.forms):
        index.setdefault(form, []).append(i)
    wanted = []
    for key, actor in report["actors"].items():
        for name in [actor["name"]] + actor["aliases"]:
            forms = [m for m in re.findall(r"[^\W_]+|[^\w\s]", name)]
            if forms and forms[0].lower() in ("the", "a", "an") and len(forms) > 1:
                forms = forms[1:]
            if not forms or (len(forms) == 1 and forms[0].lower() in PRONOUNS):
                continue
            wanted.append((len(forms), forms, key, actor["kind"]))
    wanted.sort(key=lambda w: -w[0])
    found, taken = {}, set()
    for n, forms, key, kind in wanted:
        for i in index.get(forms[0], []) + (index.get(forms[0][0].upper() + forms[0][1:], []) if forms[0][0].islower() else []):
            if words.forms[i + 1 : i + n] == forms[1:] and not any(j in taken for j in range(i, i + n)):
                found[bare(words, i, i + n)] = (key, kind)
                taken.update(range(i, i + n))
    return found


def loose(words, roles):
    """{word: the other role it may have}: where a cue and a source end is learnt of PolNeAR, which people marked, alone.

    “{has repeatedly said in} a speech”, “{Reed, the mayor of Dorn,} said”: record marks shorter ones.
    """
    cue, source, content, none = (ROLES.index(r) for r in ("cue", "source", "content", "none"))
    runs = lambda role: [i for i in sorted(roles) if roles[i] == role]
    out = {}

    def spread(start, step, most, role, over, stops):
        for n in range(1, most + 1):
            i = start + step * n
            if not 0 <= i < len(words.forms) or roles.get(i, none) not in over or words.forms[i] in stops:
                return
            out.setdefault(i, role)

    if marked := runs(cue):
        quoted = "“”\"‘’'"
        held = sum(r == content for r in roles.values())
        spread(marked[0], -1, 5, cue, (none,), ".?!,;:" + quoted)
        spread(marked[-1], 1, 5, cue, (none,), ".?!,;:" + quoted)
        spread(marked[-1], 1, min(4, held // 3), cue, (none, content), ".?!,;:" + quoted)
    if named := runs(source):
        spread(named[0], -1, 3, source, (none,), ".?!,;:“”\"")
        if "".join(words.forms[named[-1] + 1 : named[-1] + 2]) in (",", "(", "of", "at", "for", "from", "with", "in", "on", "who"):
            spread(named[-1], 1, 14, source, (none,), ".?!;:“”\"")
    return out


def record_labels(report):
    words = Words(report)
    mentions = dict(find_mentions(words, report))
    covered = {i for (a, b) in mentions for i in range(a, b)}
    statements, by_id, taken = [], {}, set()
    transcript = report["id"].startswith("br-")
    for s in report["statements"]:
        cue = words.inside(*span(s["cue"])) if s["cue"] else None
        parts = [words.inside(*span(c)) for c in s["content"]]
        if not parts:
            continue
        turn = transcript and not s["cue"]
        anchor = head(words, *cue) if cue else parts[0][0]
        if anchor in taken:
            anchor = next((i for i in range(*(cue or parts[0])) if i not in taken), anchor)
        if anchor in taken:
            continue
        taken.add(anchor)
        roles = {}
        for role, where in (("content", parts), ("when", [s["when"]]), ("via", [s["via"]]), ("source", [s["source"]]), ("cue", [cue])):
            for w in where:
                if w:
                    for i in range(*(words.inside(*span(w)) if isinstance(w, dict) else w)):
                        roles[i] = ROLES.index(role)
        actor = report["actors"].get(s["speaker"])
        if s["source"] and not turn:
            a, b = bare(words, *words.inside(*span(s["source"])))
            pronoun = b - a == 1 and words.forms[a].lower() in PRONOUNS
            if (a, b) not in mentions and (pronoun or not covered & set(range(a, b))):
                mentions[(a, b)] = (s["speaker"], actor["kind"] if actor else "unnamed")
                covered.update(range(a, b))
        item = dict(anchor=anchor, roles=roles, loose=loose(words, roles), speech=s["speech"], question=s["question"], negated=s["negated"], speaker=s["speaker"],
                    addressees=s["addressees"], answers=s["answers"], response=s["response"], source=bool(s["source"]), turn=turn)
        by_id[s["id"]] = item
        statements.append(item)
    for item in statements:
        item["answers"] = by_id[item["answers"]]["anchor"] if item["answers"] in by_id else None
    contacts, used = [], set()
    for c in report["contacts"]:
        first, last = words.inside(*span(c["evidence"]))
        if first == last:
            continue
        anchor = trigger(words, first, last, used)
        if anchor in used:
            continue
        used.add(anchor)
        roles = {i: ROLES.index("evidence") for i in range(first, last)}
        near = words.text.rfind("\n\n", 0, words.starts[first]) + 1
        for role in ("when", "where"):
            if c[role]:
                at = words.text.find(c[role], near)
                if 0 <= at < words.spans[last - 1][1] + 300:
                    for i in range(*words.inside(at, at + len(c[role]))):
                        roles[i] = ROLES.index(role)
        contacts.append(dict(anchor=anchor, roles=roles, between=c["between"], mode=MODES.index(c["mode"]), status=STATUSES.index(c["status"].replace("_", "-"))))
    return dict(statements=statements, contacts=contacts, mentions=[(a, b, key, KINDS.index(kind)) for (a, b), (key, kind) in sorted(mentions.items())], hidden=unsure(words, report, taken | used))


def unsure(words, report, taken):
    """Words of a report that the reader marked itself where it did not know: neither wanted nor wrong as anchors."""
    return [i for x in report.get("unsure", []) for i in range(*words.inside(*span(x))) if i not in taken]


def polnear_labels(report):
    words = Words(report)
    statements, hidden, taken = [], [], set()
    for s in next(iter(report["annotations"].values())):
        content = [words.inside(*x) for x in s["content"] if x[1] > x[0]]
        cue = [words.inside(*x) for x in s["cue"] if x[1] > x[0]]
        source = [words.inside(*x) for x in s["source"] if x[1] > x[0]]
        if not content:
            continue
        anchor = head(words, *cue[0]) if cue else content[0][0]
        if anchor in taken:
            continue
        taken.add(anchor)
        roles = {}
        for role, where in (("content", content), ("source", source), ("cue", cue)):
            for w in where:
                for i in range(*w):
                    roles[i] = ROLES.index(role)
        statements.append(dict(anchor=anchor, roles=roles))
        hidden += [i for w in content for i in range(*w)]
    return dict(statements=statements, contacts=[], mentions=[], hidden=[i for i in hidden if i not in taken])


def gum_labels(report):
    """Only who is meant: mentions as we take them, without article and relative clause, very long ones left out."""
    words = Words(report)
    mentions = {}
    for start, end, key, kind in report["mentions"]:
        a, b = bare(words, *words.inside(start, end))
        if b - a <= 8:
            mentions.setdefault((a, b), (key, KINDS.index(kind)))
    return dict(statements=[], contacts=[], mentions=[(a, b, key, kind) for (a, b), (key, kind) in sorted(mentions.items())], hidden=[])
