"""A trained network -> two ONNX graphs: `words` reads a window once, `anchors` then looks at what was found in it."""
import argparse
import hashlib
import json
import os

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import LAYERS, Network


# The small convolution and the look-up of distances are faster as they are.
QUANTISED = {"words": ["MatMul", "Gemm", "Gather"], "anchors": ["MatMul", "Gemm"]}


class WordsGraph(nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pieces, features, first):
        hidden = self.network.encoder(pieces.long(), features.long())[0][first.long()]
        anchor, mention, kind = self.network.heads(hidden)
        return hidden, anchor.sigmoid(), mention.softmax(-1), kind.softmax(-1)


class AnchorsGraph(nn.Module):
    def __init__(self, network):
        super().__init__()
        self.second = network.second

    def forward(self, hidden, anchors, begins, ends, asking):
        s = self.second
        anchors, begins, ends, asking = anchors.long(), begins.long(), ends.long(), asking.long()
        at = hidden[anchors]
        places = torch.arange(hidden.shape[0])
        roles = s.roles(at, anchors, s.view.key(hidden).unsqueeze(0), places).log_softmax(-1)
        flags, response, mode, status = s.attributes(at)
        mention = torch.cat([hidden[begins], hidden[ends]], -1)
        link = s.link(at, mention, begins.unsqueeze(0) - anchors.unsqueeze(1))
        query = mention[asking]
        antecedent = s.antecedent(query, mention, begins.unsqueeze(0) - begins[asking].unsqueeze(1)).squeeze(-1)
        reply = s.reply(at, at, anchors.unsqueeze(0) - anchors.unsqueeze(1)).squeeze(-1)
        return roles, flags.sigmoid(), response.softmax(-1), mode.softmax(-1), status.softmax(-1), link, antecedent, s.new(query).squeeze(-1), reply


def export(network, folder, keep_fp32=False):
    network.eval()
    os.makedirs(folder, exist_ok=True)
    n, w = 40, 30
    pieces, features = torch.randint(1000, 2000, (1, n)).int(), torch.zeros(1, n).int()
    first = torch.arange(1, w + 1).int()
    hidden = torch.randn(w, 384)
    graphs = [
        ("words", WordsGraph(network), (pieces, features, first), ["pieces", "features", "first"], ["hidden", "anchor", "mention", "kind"],
         {"pieces": {1: "pieces"}, "features": {1: "pieces"}, "first": {0: "words"}}),
        ("anchors", AnchorsGraph(network), (hidden, *(torch.tensor(x).int() for x in ([3, 9, 20], [1, 5, 7, 12], [2, 5, 8, 12], [1, 2]))),
         ["hidden", "anchors", "begins", "ends", "asking"], ["roles", "flags", "response", "mode", "status", "link", "antecedent", "new", "reply"],
         {"hidden": {0: "words"}, "anchors": {0: "anchors"}, "begins": {0: "mentions"}, "ends": {0: "mentions"}, "asking": {0: "asking"}}),
    ]
    for name, graph, example, inputs, outputs, axes in graphs:
        whole, small = f"{folder}/{name}.fp32.onnx", f"{folder}/{name}.onnx"
        torch.onnx.export(graph, example, whole, input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=QUANTISED[name])
        onnx.checker.check_model(small)
        print(small, f"{os.path.getsize(small) / 1e6:.1f} MB")
        if not keep_fp32:
            os.remove(whole)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--checkpoint", nargs="+", default=["training/work/main.pt"], help="of several the mean of their weights is taken")
    p.add_argument("--out", default="models/en")
    p.add_argument("--layers", type=int, default=LAYERS)
    p.add_argument("--keep-fp32", action="store_true")
    args = p.parse_args()
    network = Network(layers=args.layers)
    network.load_state_dict(mean(args.checkpoint), strict=False)  # the guesses are for training
    export(network, args.out, args.keep_fp32)
    sign(args.out)


def mean(paths):
    """The mean of several checkpoints' weights, which reads better than each of them (Izmailov et al. 2018)."""
    states = [torch.load(path, weights_only=True)["network"] for path in paths]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0] if all(name in state for state in states)}


def sign(folder):
    """Writes the hash of both graphs beside their name; what tune.ts has decided stays."""
    digest = hashlib.sha256()
    for name in ("words", "anchors"):
        with open(f"{folder}/{name}.onnx", "rb") as file:
            digest.update(file.read())
    with open(f"{folder}/model.json", encoding="utf8") as file:
        card = json.load(file)
    card["hash"] = digest.hexdigest()
    with open(f"{folder}/model.json", "w", encoding="utf8") as file:
        file.write(json.dumps(card, indent=2) + "\n")


if __name__ == "__main__":
    main()
