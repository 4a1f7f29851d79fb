"""Trains the network on prepared reports. Resumable: a checkpoint is written every 100 batches and after every epoch."""
import argparse
import gc
import math
import os
import random
import time

import torch
from safetensors.torch import load_file
from torch.nn import functional as F

from data import END, batches, digest, load, pad, surnames, tuning, windows
from export import mean
from labels import ROLES
from model import ANCHORS, LAYERS, Network

MASK = 103  # the piece [MASK] in the vocabulary of BERT; those up to END are marks too
OPEN = [ROLES.index(r) for r in ("none", "via", "when", "where")]  # what an unmarked word of PolNeAR may be


def loss_of(network, batch, report):
    written, features = pad([w["pieces"] for w in batch]), pad([w["features"] for w in batch])
    pieces, masked = hide(written)
    length = torch.tensor([len(w["pieces"]) for w in batch])
    mask = torch.zeros(pieces.shape[0], 1, 1, pieces.shape[1]).masked_fill((torch.arange(pieces.shape[1])[None] >= length[:, None])[:, None, None], -1e4)
    x = network.encoder(pieces, features, mask.to(torch.bfloat16))
    first = pad([w["first"] for w in batch])
    words = x.gather(1, first[..., None].expand(-1, -1, x.shape[-1]))
    anchor_logits, mention_logits, kind_logits = network.heads(words)
    second, parts = network.second, {}

    def add(name, value, weight=1.0):
        parts[name] = parts.get(name, 0.0) + value.float() * weight

    if masked.any():
        guesses = network.guess(x[masked], network.encoder.word.weight)
        add("guess", F.cross_entropy(guesses.float(), written[masked]), 0.1)

    # anchors over words
    n, width = len(batch), words.shape[1]
    wanted, known = torch.zeros(n, width, len(ANCHORS)), torch.zeros(n, width, len(ANCHORS))
    mention_gold, kind_gold = torch.full((n, width), -100), torch.full((n, width), -100)
    for i, w in enumerate(batch):
        size = w["words"]
        if w["polnear"]:
            known[i, :size, 1] = 1
            for j in w["hidden"]:
                known[i, j, 1] = 0
        elif not w["gum"]:
            known[i, :size, 0] = known[i, :size, 2] = 1
            known[i, list(w["hidden"])] = 0
            mention_gold[i, :size] = 0
            for (a, b, key, kind), pronoun in zip(w["mentions"], w["pronoun"]):
                if not pronoun:
                    mention_gold[i, a] = 1
                    mention_gold[i, a + 1 : b] = 2
                    kind_gold[i, a] = kind
        for s in w["anchors"]:
            column = 2 if s["contact"] else 1 if w["polnear"] else 0
            wanted[i, s["at"], column] = 1
            known[i, s["at"], column] = 0 if s.get("turn") else 1
    bce = F.binary_cross_entropy_with_logits(anchor_logits.float(), wanted, reduction="none") * known
    add("anchor", bce.sum() / (wanted.sum() + 1), 1.0)
    if (mention_gold >= 0).any():
        total = (mention_gold == 1).sum() + 1
        add("mention", F.cross_entropy(mention_logits.float().flatten(0, 1), mention_gold.flatten(), ignore_index=-100, reduction="sum") / total, 0.5)
        if (kind_gold >= 0).any():
            add("kind", F.cross_entropy(kind_logits.float().flatten(0, 1), kind_gold.flatten(), ignore_index=-100), 0.2)

    # roles given anchors
    flat = [(i, s) for i, w in enumerate(batch) for s in w["anchors"]]
    if not flat:
        antecedents = [a for i, w in enumerate(batch) for a in antecedents_of(second, words, i, w)]
        if antecedents:
            add("antecedent", torch.cat(antecedents).mean(), 0.4)
        return sum(parts.values()), parts
    which = torch.tensor([i for i, _ in flat])
    at = torch.tensor([s["at"] for _, s in flat])
    hidden = words[which, at]
    keys = second.view.key(words)
    for i, w in enumerate(batch):
        mine = [k for k, (j, _) in enumerate(flat) if j == i]
        if not mine:
            continue
        size = w["words"]
        logits = second.roles(hidden[mine], at[mine], keys[i : i + 1, :size], torch.arange(size)).float()
        gold = torch.zeros(len(mine), size, dtype=torch.long)
        for row, k in enumerate(mine):
            for j, r in flat[k][1]["roles"].items():
                gold[row, j] = r
        other = gold.clone()
        for row, k in enumerate(mine):
            for j, r in flat[k][1].get("loose", {}).items():
                other[row, j] = r
        log = logits.log_softmax(-1)
        right = lambda role: log.gather(-1, role[..., None]).squeeze(-1)
        nll = -torch.where(other == gold, right(gold), torch.logaddexp(right(gold), right(other)))
        if w["polnear"]:
            nll = torch.where(gold == 0, -log[..., OPEN].logsumexp(-1), nll)
        usable = torch.tensor([0.0 if flat[k][1].get("turn") else 1.0 for k in mine])
        add("roles", (nll * usable[:, None]).sum() / (len(flat) * 20))

    full = [k for k, (i, s) in enumerate(flat) if not s["partial"] and not s["contact"]]
    if full:
        flags, response, _, _ = second.attributes(hidden[full])
        want = torch.tensor([flat[k][1]["flags"] for k in full])
        add("flags", F.binary_cross_entropy_with_logits(flags.float(), want, reduction="sum") / len(full))
        kinds = torch.tensor([flat[k][1]["response"] for k in full])
        if (kinds >= 0).any():
            add("response", F.cross_entropy(response.float(), kinds, ignore_index=-1), 0.5)
    met = [k for k, (i, s) in enumerate(flat) if s["contact"]]
    if met:
        _, _, mode, status = second.attributes(hidden[met])
        add("mode", F.cross_entropy(mode.float(), torch.tensor([flat[k][1]["mode"] for k in met])), 0.2)
        add("status", F.cross_entropy(status.float(), torch.tensor([flat[k][1]["status"] for k in met])), 0.3)

    # links, window by window
    speakers, replies, antecedents = [], [], []
    marked = []
    for i, w in enumerate(batch):
        if w["polnear"]:
            continue
        mine = [k for k, (j, s) in enumerate(flat) if j == i]
        antecedents += antecedents_of(second, words, i, w)
        if mine and w["mentions"]:
            a = torch.tensor([m[0] for m in w["mentions"]])
            b = torch.tensor([m[1] - 1 for m in w["mentions"]])
            mention = torch.cat([words[i, a], words[i, b]], -1)
            scores = second.link(hidden[mine], mention, a[None] - at[mine][:, None]).float()
            nameless = torch.tensor(w["pronoun"])
            marks, want, speaking = [], [], []
            lines = scores[..., 0].masked_fill(nameless, -1e4)
            for row, k in enumerate(mine):
                s = flat[k][1]
                column = 2 if s["contact"] else 1
                for j, v in s["participant" if s["contact"] else "addressee"].items():
                    marks.append((row, j, column))
                    want.append(v)
                if not s["contact"]:
                    if s["speaker"]:
                        good = torch.zeros(len(w["mentions"]), dtype=torch.bool)
                        good[s["speaker"]] = True
                        speaking.append((row, good))
            if speaking:
                line = lines[[r for r, _ in speaking]]
                good = torch.stack([g for _, g in speaking])
                speakers.append(line.logsumexp(1) - line.masked_fill(~good, -1e9).logsumexp(1))
            if marks:
                r, j, c = torch.tensor(marks).T
                marked.append((scores[r, j, c], torch.tensor(want), c))
        said = [k for k in mine if not flat[k][1]["contact"]]
        asks = [k for k in said if flat[k][1]["flags"][1] == 1]
        if asks:
            pair = second.reply(hidden[said], hidden[asks], at[asks][None] - at[said][:, None]).float().squeeze(-1)
            for row, k in enumerate(said):
                goal = flat[k][1]["answers"]
                if goal is None:
                    continue
                line = torch.cat([pair[row], torch.zeros(1)])
                column = next((c for c, q in enumerate(asks) if flat[q][1]["at"] == goal), None if goal >= 0 else len(asks))
                if column is not None:
                    replies.append((line.logsumexp(0) - line[column])[None])
    for name, values, weight in (("speaker", speakers, 0.7), ("antecedent", antecedents, 0.4), ("reply", replies, 0.5)):
        if values:
            add(name, torch.cat(values).mean(), weight)
    for column, name in ((1, "addressee"), (2, "participant")):
        if any((c == column).any() for _, _, c in marked):
            logits = torch.cat([x[c == column] for x, _, c in marked])
            want = torch.cat([v[c == column] for _, v, c in marked])
            add(name, F.binary_cross_entropy_with_logits(logits, want, reduction="sum") / (want.sum() + 1), 0.5 if column == 1 else 0.7)
    return sum(parts.values()), parts


def hide(pieces):
    """One piece in twenty is masked, so that what is learnt rests on more than the words themselves: pieces, where."""
    hidden = (torch.rand(pieces.shape) < 0.05) & (pieces > END)
    return pieces.masked_fill(hidden, MASK), hidden


def antecedents_of(second, words, i, w):
    """The loss of each mention that another one is meant by, in window i of the batch: a list of none or one [n]."""
    if not w["antecedents"]:
        return []
    a = torch.tensor([m[0] for m in w["mentions"]])
    b = torch.tensor([m[1] - 1 for m in w["mentions"]])
    mention = torch.cat([words[i, a], words[i, b]], -1)
    nameless = torch.tensor(w["pronoun"])
    rows = torch.tensor([j for j, _, _ in w["antecedents"]])
    pair = second.antecedent(mention[rows], mention, a[None] - a[rows][:, None]).float().squeeze(-1)
    new = second.new(mention[rows]).float().squeeze(-1)
    said = torch.tensor([pronoun for _, _, pronoun in w["antecedents"]])
    allowed = ~nameless & (said[:, None] | (a < a[rows][:, None]))
    line = torch.cat([pair.masked_fill(~allowed, -1e4), new[:, None]], 1)
    right = torch.zeros(line.shape, dtype=torch.bool)
    for row, (_, good, _) in enumerate(w["antecedents"]):
        right[row, good or [-1]] = True
    miss = line.logsumexp(1) - line.masked_fill(~right, -1e9).logsumexp(1)
    return [miss * torch.where(said, 2.0, 0.5)]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--work", default="training/work")
    p.add_argument("--base", required=True, help="model.safetensors of the encoder to start from")
    p.add_argument("--epochs", type=float, default=4, help="may end within one: 2.5")
    p.add_argument("--record-times", type=int, default=2, help="how often an epoch sees the record reports")
    p.add_argument("--batch", type=int, default=2560, help="pieces")
    p.add_argument("--rate", type=float, default=1.2e-4)
    p.add_argument("--head-rate", type=float, default=7e-4)
    p.add_argument("--threads", type=int, default=0)
    p.add_argument("--layers", type=int, default=LAYERS)
    p.add_argument("--name", default="main")
    p.add_argument("--after", nargs="+", help="checkpoints of earlier rounds; this one begins with the mean of their weights")
    p.add_argument("--silver", help="prepared reports that the reader marked itself (silver.ts), seen once an epoch")
    p.add_argument("--share", type=float, default=1, help="of the record reports, for a learning curve: 0.25; they are seen four times as often then")
    p.add_argument("--limit", type=int, default=0, help="windows, for a trial")
    args = p.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_flush_denormal(True)  # a CPU takes long over numbers that are almost nothing
    if args.threads:
        torch.set_num_threads(args.threads)
    record, polnear = (load(f"{args.work}/{name}-train.jsonl", leave_out=tuning) for name in ("record", "polnear"))
    record = sorted(record, key=lambda pair: digest(pair[0]))[: round(len(record) * args.share)]
    own = load(f"{args.work}/corpus-train.jsonl")  # reports of our own
    if os.path.exists(f"{args.work}/partly-train.jsonl"):
        own += load(f"{args.work}/partly-train.jsonl")  # contacts and replies alone were marked
    names = surnames(record + own + polnear)
    own += load(f"{args.work}/gum-train.jsonl")  # who is meant, and nothing else
    silver = load(args.silver) if args.silver else []
    if args.limit:
        record, own, polnear = record[: args.limit], own[: args.limit], polnear[: args.limit]

    def lesson(epoch):
        """An epoch's batches: the record reports as they are and again with other names, the rest in turns. A share of
        them is seen the more often, so that an epoch is as long with a quarter as with all."""
        again = lambda some, times: sum((windows(some, names, 100 * epoch + time) for time in range(1, times)), windows(some))
        rest = windows(polnear + silver, names if epoch % 2 else None, epoch)
        return batches(again(record, round(args.record_times / args.share)) + again(own, args.record_times) + rest, args.batch, epoch)

    gc.freeze()  # millions of lists that never go away need no looking after
    network = Network(layers=args.layers)
    if args.after:
        network.load_state_dict(mean(args.after), strict=False)  # the shipped one has no guesses
    else:
        network.encoder.load_minilm(load_file(args.base))
    encoder = [q for q in network.encoder.parameters() if q.requires_grad]
    heads = [q for m in (network.heads, network.second) for q in m.parameters()]
    optimiser = torch.optim.AdamW([dict(params=encoder, lr=args.rate), dict(params=heads, lr=args.head_rate)], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    per_epoch = len(lesson(0))
    total = int(per_epoch * args.epochs)
    warm = int(0.06 * total)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: s / warm if s < warm else max(0.0, (total - s) / (total - warm)))
    path, start, done = f"{args.work}/{args.name}.pt", 0, 0

    def keep(epoch, step):
        torch.save(dict(network=network.state_dict(), optimiser=optimiser.state_dict(), schedule=schedule.state_dict(), epoch=epoch, step=step), path + ".part")
        os.replace(path + ".part", path)

    if os.path.exists(path):
        state = torch.load(path, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        start, done = state["epoch"], state["step"]
    print(f"{len(record) + len(own)} + {len(polnear)} + {len(silver)} reports, {len(names)} surnames, {per_epoch} batches an epoch", flush=True)
    for epoch in range(start, math.ceil(args.epochs)):
        network.train()
        sums, began, seen = {}, time.time(), 0
        for step, batch in enumerate(lesson(epoch + 1)):
            if step < done:
                continue
            if epoch * per_epoch + step >= total:
                break
            with torch.autocast("cpu", torch.bfloat16):
                loss, parts = loss_of(network, batch, None)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            seen += sum(len(w["pieces"]) for w in batch)
            for k, v in parts.items():
                s = sums.setdefault(k, [0.0, 0])
                s[0] += float(v.detach())
                s[1] += 1
            if step % 25 == 24:
                print(f"{epoch + 1} {step + 1}/{per_epoch} {seen / (time.time() - began):.0f} pieces/s  " + "  ".join(f"{k} {a / n:.3f}" for k, (a, n) in sums.items()), flush=True)
                sums = {}
            if step % 100 == 99:
                keep(epoch, step + 1)
        done = 0
        keep(epoch + 1, 0)
        print(f"epoch {epoch + 1} done in {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
