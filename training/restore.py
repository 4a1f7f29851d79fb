"""The shipped graphs -> a checkpoint that training can go on from (`train.py --after`), rounded as the graphs are.

For who wants to teach the reader more without the days before: python training/restore.py models/en training/work/shipped.pt
"""
import sys

import onnx
import torch
from onnx import numpy_helper

from model import LAYERS, Network

VIEW = ("key", "query", "norm")  # the exported graph calls the parts of `second.view` by these alone


def restore(folder, layers=LAYERS):
    """Folder with `words.onnx` and `anchors.onnx` as export.py writes them -> Network."""
    network = Network(layers=layers)
    state = network.state_dict()
    missing = {name for name in state if not name.startswith("guess.")}
    for graph, prefix in (("words", ""), ("anchors", "second.")):
        model = onnx.load(f"{folder}/{graph}.onnx").graph
        held = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in model.initializer}
        held.update((node.output[0], held[node.input[0]]) for node in model.node if node.op_type == "Identity" and node.input[0] in held)
        found = {name.removeprefix("network."): value for name, value in held.items()}
        for node in model.node:
            if node.op_type not in ("LayerNormalization", "MatMulInteger"):
                continue
            path = node.name.split("/")[1:-1]
            module = prefix + ".".join(["view", *path] if prefix and path[0] in VIEW else path)
            if node.op_type == "MatMulInteger":
                found[f"{module}.weight"] = weight(held, node.input[1]).T
            else:
                found[f"{module}.weight"], found[f"{module}.bias"] = held[node.input[1]], held[node.input[2]]
        for name in list(held):
            if name.startswith("network.encoder.") and name.endswith(".weight_quantized"):
                found[name.removeprefix("network.").removesuffix("_quantized")] = weight(held, name)
        for name in missing & set(found):
            state[name] = found[name].reshape(state[name].shape).float()
        missing -= set(found)
    if missing:
        sys.exit(f"{folder} does not hold: {', '.join(sorted(missing))}")
    network.load_state_dict(state)
    return network


def weight(held, name):
    stem = name.removesuffix("_quantized")
    return (held[name].float() - held[f"{stem}_zero_point"].float()) * held[f"{stem}_scale"]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python training/restore.py MODEL_FOLDER CHECKPOINT.pt")
    torch.save(dict(network=restore(sys.argv[1]).state_dict()), sys.argv[2])
