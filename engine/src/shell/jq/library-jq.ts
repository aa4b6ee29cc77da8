import { parseDefinitions } from "./parse-jq.ts";
import { type Definition, keyOf } from "./tree-jq.ts";

/** Functions that the manual explains by others, written down so. */
const LIBRARY = `
def map(f): [.[] | f];
def select(f): if f then . else empty end;
def recurse: recurse(.[]?);
def values: select(. != null);
def nulls: select(. == null);
def booleans: select(type == "boolean");
def numbers: select(type == "number");
def strings: select(type == "string");
def arrays: select(type == "array");
def objects: select(type == "object");
def iterables: select(type == "array" or type == "object");
def scalars: select(type != "array" and type != "object");
def map_values(f): .[] |= f;
def recurse(f; cond): recurse(f | select(cond));
def to_entries: [keys_unsorted[] as $k | {key: $k, value: .[$k]}];
def from_entries: reduce .[] as $x ({}; . + {
  ($x | .key // .name // .Name // .Key | if type == "string" then . else error("Cannot use \\(type) (\\(tojson)) as object key") end):
  ($x | if has("value") then .value else .Value end)});
def with_entries(f): to_entries | map(f) | from_entries;
def paths: path(..) | select(length > 0);
def paths(f): path(.. | select(f)) | select(length > 0);
def leaf_paths: paths(scalars);
def del(f): delpaths([path(f)]);
def any: any(.[]; .);
def all: all(.[]; .);
def any(f): any(.[]; f);
def all(f): all(.[]; f);
def any(g; c): isempty(first(g | c | select(.))) | not;
def all(g; c): isempty(first(g | c | select(. | not)));
def add: reduce .[] as $x (null; . + $x);
def in(o): . as $x | o | has($x);
def inside(o): . as $x | o | contains($x);
def join($s): reduce .[] as $x (null; (if . == null then "" else . + $s end)
  + ($x | if . == null then "" elif type == "boolean" or type == "number" then tojson else . end)) // "";
def flatten: flatten(1e9);
def range($n): range(0; $n);
def range($from; $to): range($from; $to; 1);
def first: .[0];
def last: .[-1];
def last(f): reduce f as $x (null; $x);
def nth($n): .[$n];
def nth($n; f): if $n < 0 then error("nth doesn't support negative indices") else last(limit($n + 1; f)) end;
def combinations: if length == 0 then [] else .[0][] as $x | (.[1:] | combinations) as $w | [$x] + $w end;
def combinations(n): . as $dot | [range(n)] | map($dot) | combinations;
def walk(f): if type == "object" then map_values(walk(f)) elif type == "array" then map(walk(f)) else . end | f;
def transpose: if . == [] then [] else . as $in | (map(length) | max) as $most
  | [range(0; $most) as $j | [range(0; $in | length) as $i | $in[$i][$j]]] end;
def ascii_downcase: explode | map(if 65 <= . and . <= 90 then . + 32 else . end) | implode;
def ascii_upcase: explode | map(if 97 <= . and . <= 122 then . - 32 else . end) | implode;
def reverse: [.[length - 1 - range(0; length)]];
def index($i): indices($i) | .[0];
def rindex($i): indices($i) | .[-1:][0];
def unique: unique_by(.);
def todate: strftime("%Y-%m-%dT%H:%M:%SZ");
def fromdateiso8601: strptime("%Y-%m-%dT%H:%M:%SZ") | mktime;
def todateiso8601: strftime("%Y-%m-%dT%H:%M:%SZ");
def fromdate: fromdateiso8601;
def date: todate;
def match(re): match(re; null);
def test(re): test(re; null);
def test(re; flags): isempty(first(match(re; flags))) | not;
def capture(re): capture(re; null);
def capture(re; flags): match(re; flags)
  | [.captures[] | select(.name != null) | {key: .name, value: .string}] | from_entries;
def scan(re): match(re; "g") | if (.captures | length) > 0 then [.captures[].string] else .string end;
def split(re; flags): . as $s | [foreach (match(re; flags + "g"), null) as $m ({at: 0, piece: null};
  if $m == null then {at: .at, piece: $s[.at:]}
  else {at: ($m.offset + $m.length), piece: $s[.at:$m.offset]} end; .piece)];
def splits(re): splits(re; null);
def splits(re; flags): split(re; flags) | .[];
def sub(re; text): sub(re; text; "");
def sub(re; text; flags): . as $s | [match(re; flags)] as $all
  | [foreach ($all[], null) as $m ({at: 0, piece: null};
      if $m == null then {at: .at, piece: $s[.at:]}
      else . as $state | ($m.captures | map(select(.name != null) | {key: .name, value: .string}) | from_entries | text)
        | {at: ($m.offset + $m.length), piece: ($s[$state.at:$m.offset] + .)} end; .piece)] | add;
def gsub(re; text): sub(re; text; "g");
def gsub(re; text; flags): sub(re; text; flags + "g");
def env: $ENV;
def halt_error: halt_error(5);
def IN(s): any(s == .; .);
def IN(src; s): any(src == s; .);
def INDEX(stream; f): reduce stream as $row ({}; .[$row | f | tostring] |= $row);
def INDEX(f): INDEX(.[]; f);
def finites: select(isinfinite or isnan | not);
def normals: select(isnormal);
def tostream: path(def r: (.[]? | r), .; r) as $p | getpath($p)
  | reduce path(.[]?) as $q ([$p, .]; [$p + $q]);
def error(f): f | error;
`;

let read: ReadonlyMap<string, Definition> | undefined;

/** jq's functions that are written in jq; read when the first program asks. */
export const library = (): ReadonlyMap<string, Definition> =>
  (read ??= new Map(
    parseDefinitions(LIBRARY).map((one) => [keyOf(one.name, one.params.length), one] as const),
  ));
