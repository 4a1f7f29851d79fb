"""The network: a ten-layer MiniLM encoder, heads over words, then a light second part over anchors and mentions."""
import math

import torch
from torch import nn
from torch.nn import functional as F

from labels import KINDS, MODES, RESPONSES, ROLES, STATUSES

HIDDEN, LAYERS, HEADS, FEED = 384, 10, 12, 1536
FEATURES = 48
LINK = 128
BUCKETS = 32
ANCHORS = ["statement", "attribution", "contact"]  # attribution: in the wider sense of PolNeAR
FLAGS = ["speech", "question", "negated"]
LINKS = ["speaker", "addressee", "participant"]


def buckets(distance):
    """Signed distances in words -> one of 32 numbers: exact up to 4, then in steps that double (T5's relative positions)."""
    half = BUCKETS // 2
    far = distance.abs()
    log = 5 + (torch.log2(far.clamp(min=5).float() / 5) * 2).floor().long()
    return torch.where(far < 5, far, log.clamp(max=half - 1)) + half * (distance > 0).long()


class Norm(nn.LayerNorm):
    """Layer normalisation that stays in the type of its input, which autocast would widen."""

    def forward(self, x):
        with torch.autocast("cpu", enabled=False):
            return F.layer_norm(x, self.normalized_shape, self.weight.to(x.dtype), self.bias.to(x.dtype), self.eps)


def weigh(scores):
    with torch.autocast("cpu", enabled=False):
        return scores.softmax(-1)


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = Norm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FEED)
        self.down = nn.Linear(FEED, HIDDEN)
        self.norm2 = Norm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # Spelled out: the exported graph holds plain operators, and on a CPU training is faster so.
        scores = (q / math.sqrt(HIDDEN // HEADS)) @ k.transpose(-1, -2)
        y = weigh(scores if mask is None else scores + mask) @ v
        y = self.out(y.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.norm1(x + F.dropout(y, self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, dropout=0.1, layers=LAYERS):
        super().__init__()
        self.word = nn.Embedding(30522, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.feature = nn.Embedding(FEATURES, HIDDEN)
        nn.init.zeros_(self.feature.weight)
        self.word.weight.requires_grad = False  # a tenth of the time, and nothing lost
        self.norm = Norm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, pieces, features, mask=None):
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + self.feature(features)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        if self.training:
            x = x.bfloat16()
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, weights):
        """Takes over a BERT-shaped checkpoint (Hugging Face names)."""
        w = {k.removeprefix("bert."): v for k, v in weights.items()}
        self.word.weight.data = w["embeddings.word_embeddings.weight"].float()
        self.position.weight.data = (w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]).float()
        self.norm.load_state_dict({k: w[f"embeddings.LayerNorm.{k}"].float() for k in ("weight", "bias")})
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for k in ("weight", "bias"):
                get = lambda name: w[f"{p}{name}.{k}"].float()
                getattr(layer.qkv, k).data = torch.cat([get(f"attention.self.{n}") for n in ("query", "key", "value")])
                getattr(layer.out, k).data = get("attention.output.dense")
                getattr(layer.norm1, k).data = get("attention.output.LayerNorm")
                getattr(layer.up, k).data = get("intermediate.dense")
                getattr(layer.down, k).data = get("output.dense")
                getattr(layer.norm2, k).data = get("output.LayerNorm")


class WordHeads(nn.Module):
    """Over each word: is it an anchor, does it begin or go on with a mention, and of what kind."""

    def __init__(self, dropout=0.1):
        super().__init__()
        self.hidden = nn.Linear(HIDDEN, 256)
        self.anchor = nn.Linear(256, len(ANCHORS))
        self.mention = nn.Linear(256, 3)  # outside, begins, goes on
        self.kind = nn.Linear(256, len(KINDS))
        self.dropout = dropout

    def forward(self, words):
        x = F.dropout(F.gelu(self.hidden(words)), self.dropout, self.training)
        return self.anchor(x), self.mention(x), self.kind(x)


class Mix(nn.Module):
    """A small convolution over the words as one anchor sees them."""

    def __init__(self):
        super().__init__()
        self.norm = Norm(LINK)
        self.near = nn.Conv1d(LINK, LINK, 7, padding=3, groups=LINK)
        self.up = nn.Linear(LINK, LINK)

    def forward(self, x):
        y = self.near(self.norm(x).transpose(1, 2)).transpose(1, 2)
        return x + self.up(F.gelu(y))


class Pair(nn.Module):
    """Scores for pairs of (query, key) from both, their product and the distance between them."""

    def __init__(self, query, key, outputs, dropout=0.1):
        super().__init__()
        self.query = nn.Linear(query, 2 * LINK)
        self.key = nn.Linear(key, 2 * LINK)
        self.distance = nn.Embedding(BUCKETS, LINK)
        self.norm = Norm(LINK)
        self.out = nn.Linear(LINK, outputs)
        self.dropout = dropout

    def features(self, query, keys, distance):
        """[A, q], self.key(…) [A or 1, K, 2 LINK], [A, K] -> [A, K, LINK]"""
        a, a2 = self.query(query).unsqueeze(-2).chunk(2, -1)
        b, b2 = keys.chunk(2, -1)
        return self.norm(a + b + a2 * b2 + self.away(distance).to(a.dtype))

    def away(self, distance):
        number = buckets(distance)
        # As a product the gradient takes a fraction of the time of a look-up's.
        return F.one_hot(number, BUCKETS).to(torch.bfloat16) @ self.distance.weight.bfloat16() if self.training else self.distance(number)

    def forward(self, query, key, distance):
        x = F.gelu(self.features(query, self.key(key).unsqueeze(0), distance))
        return self.out(F.dropout(x, self.dropout, self.training))


class Second(nn.Module):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.view = Pair(HIDDEN, HIDDEN, 1, dropout)
        del self.view.out
        self.mix = nn.ModuleList(Mix() for _ in range(2))
        self.role = nn.Linear(LINK, len(ROLES))
        self.anchor = nn.Linear(HIDDEN, LINK)
        self.flags = nn.Linear(LINK, len(FLAGS))
        self.response = nn.Linear(LINK, len(RESPONSES))
        self.mode = nn.Linear(LINK, len(MODES))
        self.status = nn.Linear(LINK, len(STATUSES))
        self.link = Pair(HIDDEN, 2 * HIDDEN, len(LINKS), dropout)
        self.antecedent = Pair(2 * HIDDEN, 2 * HIDDEN, 1, dropout)
        self.new = nn.Linear(2 * HIDDEN, 1)
        self.reply = Pair(HIDDEN, HIDDEN, 1, dropout)

    def roles(self, anchor, at, keys, places):
        """anchors [A, H] at word numbers [A], over self.view.key(words) [A or 1, W, 2 LINK] at [W] -> [A, W, roles]"""
        x = self.view.features(anchor, keys, places - at.unsqueeze(-1))
        for mix in self.mix:
            x = mix(x)
        return self.role(F.gelu(x))

    def attributes(self, anchor):
        x = F.gelu(self.anchor(anchor))
        return self.flags(x), self.response(x), self.mode(x), self.status(x)


class Guess(nn.Module):
    """What stood at a masked place: scores over the vocabulary, from the encoder's own word vectors. Training only."""

    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(HIDDEN, HIDDEN)
        self.norm = Norm(HIDDEN)
        self.bias = nn.Parameter(torch.zeros(30522))

    def forward(self, x, words):
        return F.linear(self.norm(F.gelu(self.hidden(x))), words, self.bias)


class Network(nn.Module):
    def __init__(self, dropout=0.1, layers=LAYERS):
        super().__init__()
        self.encoder = Encoder(dropout, layers)
        self.heads = WordHeads(dropout)
        self.second = Second(dropout)
        self.guess = Guess()
