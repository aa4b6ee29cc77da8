import { notSimulated } from "../../core/engine-error.ts";
import { parseReference, qualifiedName, type Reference } from "../../oci/reference.ts";
import type { NamedImage } from "../images/named-image.ts";

/** Official images that exist on Docker Hub, beside those that Drydock has: nobody may be told that they do not. */
const OFFICIAL = new Set(
  "adminer almalinux amazoncorretto amazonlinux archlinux bash buildpack-deps caddy cassandra clojure composer consul couchbase couchdb dart docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir erlang fedora flink gcc ghost golang gradle groovy haproxy haskell hello-world httpd influxdb java jenkins jetty joomla jruby julia kibana kong logstash mariadb matomo maven mediawiki memcached mongo mongo-express mono mysql nats neo4j nextcloud nginx node odoo openjdk oraclelinux perl php phpmyadmin photon postgres pypy python r-base rabbitmq redis redmine registry rethinkdb rockylinux ros ruby rust sapmachine solr sonarqube spark swift swipl telegraf tomcat traefik ubuntu varnish vault wordpress yourls zookeeper alpine busybox debian".split(
    " ",
  ),
);
/** Words that tags of the images that Drydock has are made of, beside numbers. */
const VARIANTS = new Set(
  "latest slim alpine alpine3 bullseye bookworm trixie buster stretch sid stable oldstable testing unstable backports noble jammy focal bionic resolute jdk jre fpm cli apache perl uclibc musl glibc rc windowsservercore nanoserver otel unprivileged mainline current lts iron jod hydrogen gallium krypton edge rolling devel".split(
    " ",
  ),
);
/** A registry of this machine or its network: whatever it holds was pushed here. */
const NEARBY = /^(?:localhost|[\d.]+|\[.*\]|[^.]*)(?::\d+)?$/;
export const isNearby = (registry: string): boolean => registry !== "docker.io" && NEARBY.test(registry);
const NUMBER = /^v?\d+(?:[a-z]\d*)?$|^alpine\d+$|^\d{8}$/;

/**
 * What Drydock can say of an image that it does not have: `no repository` where Docker Hub surely has none of that name,
 * `no tag` where it has the repository and surely no such tag. Registries of this machine and repositories of `accounts`
 * hold what was pushed here, and this was not.
 *
 * @throws {EngineError} NOT_SIMULATED where it may well exist.
 */
export function unknownImage(
  reference: Reference,
  hub: readonly Pick<NamedImage, "references">[],
  accounts: ReadonlyMap<string, unknown> = new Map(),
): "no repository" | "no tag" {
  if (NEARBY.test(reference.registry)) return "no repository";
  const [owner = ""] = reference.repository.split("/");
  if (reference.registry === "docker.io" && accounts.has(owner)) return "no repository";
  const [, official] = /^library\/([^/]+)$/.exec(reference.repository) ?? [];
  const mayExist = (): never => {
    throw notSimulated(`the image ${qualifiedName(reference)}`, "ask its registry for it");
  };
  if (reference.registry !== "docker.io" || official === undefined) return mayExist();
  const known = hub.some(({ references }) =>
    references.some((text) => {
      const name = parseReference(text);
      return (
        !("error" in name) && name.registry === reference.registry && name.repository === reference.repository
      );
    }),
  );
  if (!known) return OFFICIAL.has(official) ? mayExist() : "no repository";
  const plausible = (reference.tag ?? "latest")
    .split(/[-.]/)
    .every((part) => NUMBER.test(part) || VARIANTS.has(part));
  return plausible || reference.digest !== undefined ? mayExist() : "no tag";
}
