"""A tiny network over invented reports: from labels to graphs, in some seconds. python training/test_training.py"""
import os
import random
import re
import tempfile
import unittest

import numpy
import onnxruntime
import torch

import grow
from data import batches, cut, pad, renamed, surnames, tiles, windows
from export import AnchorsGraph, WordsGraph, export
from gum import report_of
from labels import ROLES, Words, gum_labels, head, loose, polnear_labels, record_labels
from model import ANCHORS, FLAGS, HIDDEN, LINKS, Network, buckets
from restore import restore
from train import loss_of

TEXT = (
    "Maria Lopez met Tom Reed in Aule on Monday.\n\n"
    "Asked whether she would go, Lopez told him that it was late. “We will appeal,” she said.\n\n"
    "Reed has not yet said that he agreed."
)


def at(words, nth=0):
    """The place of some words in the text."""
    start = [m.start() for m in re.finditer(re.escape(words), TEXT)][nth]
    return {"start": start, "end": start + len(words)}


def prepared(text=TEXT, pieces_a_word=1):
    """What prepare.ts writes of a text, with invented piece numbers."""
    words = [[m.start(), m.end()] for m in re.finditer(r"\w+|[^\w\s]", text)]
    starts = [0] + [m.end() for m in re.finditer("\n\n", text)]
    paragraphs = [[a, b] for a, b in zip(starts, [s - 2 for s in starts[1:]] + [len(text)])]
    pieces = [[1000 + (7 * i + k) % 900 for k in range(pieces_a_word)] for i in range(len(words))]
    return dict(text=text, words=words, paragraphs=paragraphs, quotations=[], pieces=pieces, features=[i % 48 for i in range(len(words))],
                windows=[{"from": 0, "to": len(words)}])


def record():
    statement = dict(cue=None, source=None, when=None, via=None, speech=True, question=False, negated=False, addressees=[], answers=None, response=None)
    return dict(
        prepared(),
        id="nw-1",
        actors={
            "lopez": dict(name="Maria Lopez", kind="person", aliases=["Lopez"]),
            "reed": dict(name="Tom Reed", kind="person", aliases=["Reed"]),
        },
        statements=[
            dict(statement, id="s1", cue=at("Asked"), content=[at("whether she would go")], question=True, speaker=None, addressees=["lopez"]),
            dict(statement, id="s2", cue=at("told"), content=[at("it was late")], source=at("Lopez", 1), speaker="lopez", addressees=["reed"],
                 answers="s1", response="answer"),
            dict(statement, id="s3", cue=at("said"), content=[at("“We will appeal,”")], source=at("she", 1), speaker="lopez"),
            dict(statement, id="s4", cue=at("has not yet said"), content=[at("he agreed")], source=at("Reed", 1), speaker="reed", negated=True),
        ],
        contacts=[dict(evidence=at("met Tom Reed"), between=["lopez", "reed"], mode="meet", status="happened", when="on Monday", where="in Aule")],
    )


def polnear():
    span = lambda words, nth=0: [at(words, nth)["start"], at(words, nth)["end"]]
    one = dict(content=[span("that it was late")], cue=[span("told")], source=[span("Lopez", 1)])
    return dict(prepared(), id="pn-1", annotations={"a": [one]})


def marked():
    gold, other = record(), polnear()
    return [cut(gold, record_labels(gold), gold["windows"][0], False), cut(other, polnear_labels(other), next(tiles(other)), True)]


class Labels(unittest.TestCase):
    def test_a_statement_is_anchored_at_the_head_of_its_cue(self):
        gold = record()
        words = Words(gold)
        labels = record_labels(gold)
        self.assertEqual([words.forms[s["anchor"]] for s in labels["statements"]], ["Asked", "told", "said", "said"])
        first, last = words.inside(at("has not yet said")["start"], at("has not yet said")["end"])
        self.assertEqual(words.forms[head(words, first, last)], "said")

    def test_words_have_the_role_that_the_anchor_gives_them(self):
        gold = record()
        forms = Words(gold).forms
        roles = record_labels(gold)["statements"][1]["roles"]
        named = {name: [forms[i] for i, role in sorted(roles.items()) if ROLES[role] == name] for name in ("source", "cue", "content")}
        self.assertEqual(named, {"source": ["Lopez"], "cue": ["told"], "content": ["it", "was", "late"]})

    def test_where_a_cue_and_a_source_end_is_left_to_polnear(self):
        text = "Ann Lee, the mayor of Dorn, has often talked about the plan to move the bridge."
        report = prepared(text)
        words = Words(report)
        role = lambda name, *forms: {words.forms.index(form): ROLES.index(name) for form in forms}
        roles = {**role("source", "Ann", "Lee"), **role("cue", "talked"), **{i: ROLES.index("content") for i in range(11, 19)}}
        free = lambda name: [words.forms[i] for i, other in sorted(loose(words, roles).items()) if ROLES[other] == name]
        self.assertEqual(free("source"), [",", "the", "mayor", "of", "Dorn", ","])
        self.assertEqual(free("cue"), ["has", "often", "about", "the"])

    def test_replies_and_contacts_point_at_anchors(self):
        gold = record()
        forms = Words(gold).forms
        labels = record_labels(gold)
        self.assertEqual(forms[labels["statements"][1]["answers"]], "Asked")
        contact = labels["contacts"][0]
        self.assertEqual(forms[contact["anchor"]], "met")
        self.assertEqual({forms[i] for i, role in contact["roles"].items() if ROLES[role] == "where"}, {"in", "Aule"})

    def test_every_place_of_a_name_is_a_mention(self):
        gold = record()
        words = Words(gold)
        found = [(" ".join(words.forms[a:b]), key) for a, b, key, _ in record_labels(gold)["mentions"]]
        self.assertEqual([m for m in found if m[0] not in ("she", "he")],
                         [("Maria Lopez", "lopez"), ("Tom Reed", "reed"), ("Lopez", "lopez"), ("Reed", "reed")])

    def test_a_character_of_two_units_keeps_the_places_after_it(self):
        report = dict(text="🙂 no", words=[[0, 2], [3, 5]])
        self.assertEqual(Words(report).forms[1], "no")

    def test_what_polnear_marks_as_content_hides_what_may_be_said_in_it(self):
        other = polnear()
        forms = Words(other).forms
        self.assertEqual([forms[i] for i in polnear_labels(other)["hidden"]], ["that", "it", "was", "late"])

    def test_gum_gives_mentions_and_which_of_them_mean_the_same(self):
        report = report_of("GUM_news_aule", [
            [("Maria", "Entity=(1-person-new-nnnnn-cf1-1-coref"), ("Lopez", "Entity=1)"), ("met", "_"),
             ("the", "Entity=(2-organization-new-nnnnn-cf2-2-sgl"), ("board", "Entity=2)"), ("in", "_"),
             ("Aule", "Entity=(3-place-new-nnnnn-cf3-1-sgl)|SpaceAfter=No"), (".", "_")],
            [("She", "Entity=(1-person-giv:act-nnnnn-cf1-1-ana)"), ("left", "SpaceAfter=No"), (".", "_")],
        ], {1})
        self.assertEqual(report["text"], "Maria Lopez met the board in Aule.\n\nShe left. ")
        said = [(report["text"][a:b], key) for a, b, key, _ in report["mentions"]]
        self.assertEqual(said, [("Maria Lopez", "1"), ("the board", "2"), ("She", "1")])
        words = dict(report, **prepared(report["text"]))
        forms = Words(words).forms
        window = cut(words, gum_labels(words), {"from": 0, "to": len(forms)}, False, gum=True)
        self.assertEqual([" ".join(forms[a:b]) for a, b, _, _ in window["mentions"]], ["Maria Lopez", "board", "She"])
        self.assertEqual(window["antecedents"], [(0, [], False), (1, [], False), (2, [0], True)])
        with torch.autocast("cpu", torch.bfloat16):
            _, parts = loss_of(tiny(), [window], None)
        self.assertEqual({name for name, value in parts.items() if float(value.detach())} - {"guess"}, {"antecedent"})


class Windows(unittest.TestCase):
    def test_of_what_a_reader_read_replies_count_where_somebody_marked_them(self):
        gold = dict(record(), id="br-1", unsure=[])
        for statement in gold["statements"][:3]:
            statement["cue"] = None
        responses = lambda report: [a["response"] for a in cut(report, record_labels(report), report["windows"][0], False)["anchors"] if not a["contact"]]
        self.assertEqual(responses(gold), [-1, -1, -1, -1])
        self.assertEqual(responses(dict(gold, marked=["contacts", "replies"])), [-1, 0, -1, -1])

    def test_a_window_holds_pieces_between_two_marks(self):
        window = marked()[0]
        self.assertEqual((window["pieces"][0], window["pieces"][-1]), (101, 102))
        self.assertEqual(len(window["pieces"]), window["words"] + 2)
        self.assertEqual(window["first"], list(range(1, window["words"] + 1)))
        self.assertEqual(len(window["features"]), len(window["pieces"]))

    def test_a_window_is_no_longer_than_the_network_allows(self):
        long = dict(record(), **prepared(TEXT + " He left." * 300, pieces_a_word=3))
        window = cut(long, record_labels(long), {"from": 0, "to": len(long["words"])}, False)
        self.assertLessEqual(len(window["pieces"]), 512)
        self.assertTrue(all(0 <= s["at"] < window["words"] for s in window["anchors"]))

    def test_tiles_cover_a_report_once(self):
        long = prepared(TEXT + "\n\nHe left." * 400, pieces_a_word=2)
        cuts = list(tiles(long))
        self.assertEqual([t["from"] for t in cuts], [0] + [t["to"] for t in cuts[:-1]])
        self.assertEqual(cuts[-1]["to"], len(long["words"]))

    def test_batches_hold_every_window_once_and_are_the_same_for_a_seed(self):
        some = [dict(pieces=[0] * random.Random(i).randint(5, 400), number=i) for i in range(60)]
        groups = batches(some, 1000, seed=3)
        self.assertEqual(sorted(w["number"] for g in groups for w in g), list(range(60)))
        self.assertTrue(all(len(g) == 1 or len(g) * max(len(w["pieces"]) for w in g) <= 1000 for g in groups))
        numbers = lambda gs: [[w["number"] for w in g] for g in gs]
        self.assertEqual(numbers(groups), numbers(batches(some, 1000, seed=3)))

    def test_a_surname_is_another_one_throughout(self):
        gold = record()
        names = surnames([(gold, record_labels(gold))])
        self.assertEqual(set(names), {"Lopez", "Reed"})
        forms, pieces = Words(gold).forms, renamed(gold, {**names, "Lopez": [1], "Reed": [1]}, random.Random(1))
        for form, old, new in zip(forms, gold["pieces"], pieces):
            self.assertEqual(new, [1] if form in names else old)

    def test_windows_are_the_same_but_for_the_names(self):
        gold = record()
        reports = [(gold, record_labels(gold))]
        plain, other = windows(reports)[0], windows(reports, {"Lopez": [1, 2]}, seed=1)[0]
        self.assertEqual(plain["anchors"], other["anchors"])
        self.assertEqual(len(other["pieces"]) - len(plain["pieces"]), Words(gold).forms.count("Lopez"))

    def test_where_the_reader_was_unsure_nothing_is_wanted_or_wrong(self):
        gold = dict(record(), unsure=[at("agreed"), at("told")])
        window = cut(gold, record_labels(gold), gold["windows"][0], False)
        forms = Words(gold).forms
        self.assertEqual([forms[i] for i in window["hidden"]], ["agreed"])
        self.assertEqual([s["addressee"] for s in window["anchors"] if not s["contact"]][2], {})

    def test_padding_fills_up_to_the_longest(self):
        self.assertEqual(pad([[1, 2], [3]]).tolist(), [[1, 2], [3, 0]])


def tiny(seed=1):
    torch.manual_seed(seed)
    return Network(layers=1)


class Training(unittest.TestCase):
    def test_steps_over_the_same_batch_lower_the_loss(self):
        network, batch = tiny(), marked()
        network.train()
        optimiser = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=1e-3)
        losses = []
        for _ in range(8):
            with torch.autocast("cpu", torch.bfloat16):
                loss, parts = loss_of(network, batch, None)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(float(loss.detach()))
        self.assertTrue(all(numpy.isfinite(losses)))
        self.assertLess(losses[-1], losses[0])
        heads = {"anchor", "mention", "kind", "roles", "flags", "response", "mode", "status", "speaker", "antecedent", "reply", "addressee", "participant", "guess"}
        self.assertEqual(set(parts), heads)

    def test_every_weight_that_learns_gets_a_gradient(self):
        network = tiny()
        network.train()
        with torch.autocast("cpu", torch.bfloat16):
            loss, _ = loss_of(network, marked(), None)
        loss.backward()
        idle = [name for name, p in network.named_parameters() if p.requires_grad and p.grad is None]
        self.assertEqual(idle, [])

    def test_the_same_seed_gives_the_same_loss(self):
        def first():
            network = tiny()
            network.train()
            with torch.autocast("cpu", torch.bfloat16):
                return float(loss_of(network, marked(), None)[0].detach())

        self.assertEqual(first(), first())

    def test_distances_fall_into_buckets_by_sign_and_size(self):
        distance = torch.tensor([-500, -5, -4, 0, 4, 5, 500])
        found = buckets(distance).tolist()
        self.assertEqual(found, [15, 5, 4, 0, 20, 21, 31])


class Growing(unittest.TestCase):
    def test_six_layers_and_four_of_another_are_ten_that_read_much_the_same(self):
        torch.manual_seed(1)
        six = Network(layers=6).eval()
        other = Network(layers=12).state_dict()
        given = {}
        for number in range(12):
            held = {k.removeprefix(f"encoder.layers.{number}."): v for k, v in other.items() if k.startswith(f"encoder.layers.{number}.")}
            for kind in ("weight", "bias"):
                for name, part in zip(("query", "key", "value"), held[f"qkv.{kind}"].chunk(3)):
                    given[f"encoder.layer.{number}.attention.self.{name}.{kind}"] = part
                for ours, theirs in grow.NAMES.items():
                    given[f"encoder.layer.{number}.{theirs}.{kind}"] = held[f"{ours}.{kind}"]
        ten = grow.grow(six.state_dict(), given).eval()
        self.assertEqual(len(ten.encoder.layers), 10)
        for place, (ours, number) in ((2, (None, 3)), (3, (2, None)), (9, (None, 11))):
            up = ten.encoder.layers[place].up.weight
            torch.testing.assert_close(up, six.encoder.layers[ours].up.weight if number is None else other[f"encoder.layers.{number}.up.weight"])
        pieces = torch.arange(1000, 1040)[None]
        with torch.no_grad():
            before, after = (network.encoder(pieces, torch.zeros_like(pieces)) for network in (six, ten))
        alike = torch.nn.functional.cosine_similarity(before, after, dim=-1)
        self.assertGreater(float(alike.min()), 0.9)


class Graphs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.network = tiny().eval()
        export(cls.network, cls.folder.name, keep_fp32=True)
        cls.open = lambda name: onnxruntime.InferenceSession(os.path.join(cls.folder.name, name), providers=["CPUExecutionProvider"])

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def words_input(self, n):
        return dict(pieces=numpy.arange(1000, 1000 + n, dtype=numpy.int32)[None], features=numpy.zeros((1, n), numpy.int32),
                    first=numpy.arange(1, n - 1, dtype=numpy.int32))

    def anchors_input(self, words):
        number = lambda *values: numpy.array(values, dtype=numpy.int32)
        hidden = numpy.random.default_rng(1).standard_normal((words, HIDDEN)).astype(numpy.float32)
        return dict(hidden=hidden, anchors=number(0, words - 1), begins=number(1, 2, 4), ends=number(1, 3, 4), asking=number(1))

    def test_the_words_graph_takes_windows_of_any_length(self):
        for n in (5, 120, 512):
            shapes = [x.shape for x in type(self).open("words.onnx").run(None, self.words_input(n))]
            self.assertEqual(shapes, [(n - 2, HIDDEN), (n - 2, len(ANCHORS)), (n - 2, 3), (n - 2, 5)])

    def test_the_anchors_graph_takes_any_number_of_words(self):
        session = type(self).open("anchors.onnx")
        names = [x.name for x in session.get_outputs()]
        self.assertEqual(names, ["roles", "flags", "response", "mode", "status", "link", "antecedent", "new", "reply"])
        for words in (6, 300):
            shapes = dict(zip(names, (x.shape for x in session.run(None, self.anchors_input(words)))))
            self.assertEqual(shapes, dict(roles=(2, words, len(ROLES)), flags=(2, len(FLAGS)), response=(2, 3), mode=(2, 6), status=(2, 5),
                                          link=(2, 3, len(LINKS)), antecedent=(1, 3), new=(1,), reply=(2, 2)))

    def test_the_graphs_say_what_the_network_says(self):
        for name, graph, given in (("words", WordsGraph, self.words_input(77)), ("anchors", AnchorsGraph, self.anchors_input(50))):
            with torch.no_grad():
                wanted = graph(self.network).eval()(*(torch.from_numpy(x) for x in given.values()))
            for found, want in zip(type(self).open(f"{name}.fp32.onnx").run(None, given), wanted):
                numpy.testing.assert_allclose(found, want.numpy(), atol=2e-4)

    def test_training_can_go_on_from_the_graphs(self):
        folder = self.folder.name
        again = os.path.join(folder, "again")
        export(restore(folder, layers=1).eval(), again)
        for name, given in (("words", self.words_input(60)), ("anchors", self.anchors_input(50))):
            before, after = (onnxruntime.InferenceSession(f"{place}/{name}.onnx", providers=["CPUExecutionProvider"]) for place in (folder, again))
            for old, new in zip(before.run(None, given), after.run(None, given)):
                numpy.testing.assert_allclose(old, new, atol=1e-3)

    def test_eight_bits_stay_near(self):
        given = self.words_input(60)
        whole, small = (type(self).open(f"words{kind}.onnx").run(None, given)[1] for kind in (".fp32", ""))
        self.assertLess(float(numpy.abs(whole - small).max()), 0.1)


if __name__ == "__main__":
    unittest.main()
