import { lackingNames } from "./directive-names.ts";

/** What Drydock makes of a directive: it decides answers, it changes nothing that anybody here can see, or it is lacking. */
type Effect = "decides" | "unseen" | "lacking";

export interface DirectiveRule {
  /** Blocks that it may stand in. */
  readonly contexts: readonly string[];
  readonly block: boolean;
  readonly atLeast: number;
  readonly atMost: number;
  readonly effect: Effect;
}

/*
 * name, contexts, number of words, effect. M main, E events, H http, S server, L location, I if, U upstream; `{}` opens a
 * block. From the reference at nginx.org/en/docs, each checked against nginx 1.22 with `nginx -t`.
 */
const TABLE = `
user                  M      1-2   unseen
worker_processes      M      1     unseen
worker_rlimit_nofile  M      1     unseen
worker_shutdown_timeout M    1     unseen
pid                   M      1     unseen
daemon                M      1     decides
master_process        M      1     unseen
pcre_jit              M      1     unseen
env                   M      1     unseen
load_module           M      1     lacking
error_log             MHSL   1-2   decides
include               MEHSLIU 1    decides
events                M      {}0   decides
worker_connections    E      1     unseen
multi_accept          E      1     unseen
use                   E      1     unseen
accept_mutex          E      1     unseen
http                  M      {}0   decides
stream                M      {}0   lacking
mail                  M      {}0   lacking
server                HU     {}0   decides
location              SL     {}1-2 decides
upstream              H      {}1   decides
listen                S      1+    decides
server_name           S      1+    decides
root                  HSLI   1     decides
alias                 L      1     decides
index                 HSL    1+    decides
autoindex             HSL    1     lacking
try_files             SL     2+    decides
return                SLI    1-2   decides
rewrite               SLI    2-3   lacking
if                    SL     {}1+  lacking
set                   SLI    2     lacking
break                 SLI    0     lacking
error_page            HSLI   2+    decides
internal              L      0     decides
allow                 HSL    1     decides
deny                  HSL    1     decides
add_header            HSLI   2-3   decides
expires               HSLI   1-2   lacking
etag                  HSL    1     decides
types                 HSL    {}0   decides
default_type          HSL    1     decides
charset               HSLI   1     decides
access_log            HSLI   1+    decides
log_format            H      2+    decides
log_not_found         HSL    1     decides
server_tokens         HSL    1     decides
port_in_redirect      HSL    1     decides
absolute_redirect     HSL    1     decides
server_name_in_redirect HSL  1     lacking
proxy_pass            LI     1     decides
proxy_set_header      HSL    2     decides
proxy_http_version    HSL    1     unseen
proxy_buffering       HSL    1     unseen
proxy_buffers         HSL    2     unseen
proxy_buffer_size     HSL    1     unseen
proxy_redirect        HSL    1-2   lacking
proxy_read_timeout    HSL    1     unseen
proxy_send_timeout    HSL    1     unseen
proxy_connect_timeout HSL    1     unseen
proxy_cache_bypass    HSL    1+    unseen
proxy_hide_header     HSL    1     lacking
sendfile              HSLI   1     unseen
sendfile_max_chunk    HSL    1     unseen
tcp_nopush            HSL    1     unseen
tcp_nodelay           HSL    1     unseen
keepalive_timeout     HSL    1-2   unseen
keepalive_requests    HSL    1     unseen
keepalive             U      1     unseen
send_timeout          HSL    1     unseen
client_body_timeout   HSL    1     unseen
client_header_timeout HS     1     unseen
client_max_body_size  HSL    1     unseen
client_body_buffer_size HSL  1     unseen
client_header_buffer_size HS 1     unseen
large_client_header_buffers HS 2   unseen
types_hash_max_size   HSL    1     unseen
types_hash_bucket_size HSL   1     unseen
server_names_hash_bucket_size H 1  unseen
server_names_hash_max_size H 1     unseen
variables_hash_max_size H    1     unseen
gzip                  HSLI   1     decides
gzip_types            HSL    1+    unseen
gzip_vary             HSL    1     decides
gzip_proxied          HSL    1+    unseen
gzip_comp_level       HSL    1     unseen
gzip_buffers          HSL    2     unseen
gzip_min_length       HSL    1     unseen
gzip_disable          HSL    1+    unseen
gzip_http_version     HSL    1     unseen
gzip_static           HSL    1     lacking
open_file_cache       HSL    1-2   unseen
reset_timedout_connection HSL 1    unseen
merge_slashes         HS     1     lacking
underscores_in_headers HS    1     unseen
client_body_temp_path HSL    1-4   unseen
proxy_temp_path       HSL    1-4   unseen
fastcgi_temp_path     HSL    1-4   unseen
uwsgi_temp_path       HSL    1-4   unseen
scgi_temp_path        HSL    1-4   unseen
limit_except          L      {}1+  lacking
map                   H      {}2   lacking
geo                   H      {}1-2 lacking
resolver              HSLU   1+    unseen
aio                   HSL    1     unseen
directio              HSL    1     unseen
`;

const CONTEXTS: Readonly<Record<string, string>> = {
  M: "main",
  E: "events",
  H: "http",
  S: "server",
  L: "location",
  I: "if",
  U: "upstream",
};

function ruleOf(contexts: string, words: string, effect: string): DirectiveRule {
  const block = words.startsWith("{}");
  const [, least = "0", more = ""] = /^(\d+)(\+|-\d+)?$/.exec(words.replace("{}", "")) ?? [];
  return {
    contexts: [...contexts].map((letter) => CONTEXTS[letter] ?? letter),
    block,
    atLeast: Number(least),
    atMost: more === "+" ? Number.POSITIVE_INFINITY : Number(more.slice(1) || least),
    effect: effect === "decides" || effect === "unseen" ? effect : "lacking",
  };
}

/** The directives whose place and number of words Drydock knows. */
export const directiveTable: ReadonlyMap<string, DirectiveRule> = new Map(
  TABLE.trim()
    .split("\n")
    .map((line) => {
      const [name = "", contexts = "", words = "", effect = ""] = line.trim().split(/\s+/);
      return [name, ruleOf(contexts, words, effect)];
    }),
);

/** Does nginx have a directive of this name, in any of the versions that images have? */
export const mayExist = (name: string): boolean => directiveTable.has(name) || lackingNames.has(name);
