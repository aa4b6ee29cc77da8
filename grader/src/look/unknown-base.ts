import { notSimulated } from "@drydock/engine";

/* Official images that exist on Docker Hub, beside those that Drydock has: nobody may be told that they do not. */
const OFFICIAL = new Set(
  "adminer almalinux amazoncorretto amazonlinux archlinux bash buildpack-deps caddy cassandra clojure composer consul couchbase couchdb dart docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir erlang fedora flink gcc ghost golang gradle groovy haproxy haskell hello-world httpd influxdb java jenkins jetty joomla jruby julia kibana kong logstash mariadb matomo maven mediawiki memcached mongo mongo-express mono mysql nats neo4j nextcloud nginx node odoo openjdk oraclelinux perl php phpmyadmin photon postgres pypy python r-base rabbitmq redis redmine registry rethinkdb rockylinux ros ruby rust sapmachine solr sonarqube spark swift swipl telegraf tomcat traefik ubuntu varnish vault wordpress yourls zookeeper alpine busybox debian".split(
    " ",
  ),
);
const VARIANTS = new Set(
  "slim alpine alpine3 bullseye bookworm trixie buster stretch sid stable oldstable testing unstable backports noble jammy focal bionic resolute jdk jre fpm cli apache perl uclibc musl glibc rc windowsservercore nanoserver otel unprivileged mainline current lts iron jod hydrogen gallium krypton edge rolling devel".split(
    " ",
  ),
);
const DENIED =
  "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed";

/**
 * A base that Drydock does not have: BuildKit's words where Docker Hub surely has none of that name.
 *
 * @throws {EngineError} NOT_SIMULATED where it may well exist.
 */
export function unknownBase(reference: string, known: readonly string[]): { readonly error: string } {
  const [, official = "", tag = "latest"] =
    /^docker\.io\/library\/([^/:@]+)(?::([^@]+))?$/.exec(reference) ?? [];
  const repository = known.some((name) => name.startsWith(`docker.io/library/${official}:`));
  const plausible = tag
    .split(/[-.]/)
    .every((part) => /^v?\d+(?:[a-z]\d*)?$|^alpine\d+$|^\d{8}$/.test(part) || VARIANTS.has(part));
  if (official !== "" && (repository || OFFICIAL.has(official))) {
    if (plausible || tag === "latest")
      throw notSimulated(`the base image ${reference}`, "The real builder would pull it.");
    return { error: `${reference}: not found` };
  }
  if (official === "")
    throw notSimulated(`the base image ${reference}`, "The real builder would ask its registry for it.");
  return { error: DENIED };
}
