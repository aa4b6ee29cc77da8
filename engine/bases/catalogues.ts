import { catalogueParts as parts } from "../src/shell/packages/catalogue-parts.ts";
import aptBookworm from "./packages/apt-bookworm.json" with { type: "json" };
import aptNoble from "./packages/apt-noble.json" with { type: "json" };
import aptTrixie from "./packages/apt-trixie.json" with { type: "json" };
import stanzasBookworm from "./packages/apt-stanzas-bookworm.json" with { type: "json" };
import stanzasNoble from "./packages/apt-stanzas-noble.json" with { type: "json" };
import stanzasTrixie from "./packages/apt-stanzas-trixie.json" with { type: "json" };
import textsNoble from "./packages/apt-texts-noble.json" with { type: "json" };
import textsTrixie from "./packages/apt-texts-trixie.json" with { type: "json" };
import textsBookworm from "./packages/apt-texts-bookworm.json" with { type: "json" };
import librariesNoble from "./packages/apt-libraries-noble.json" with { type: "json" };
import librariesTrixie from "./packages/apt-libraries-trixie.json" with { type: "json" };
import librariesBookworm from "./packages/apt-libraries-bookworm.json" with { type: "json" };
import apk from "./packages/apk.json" with { type: "json" };
import npm from "./packages/npm.json" with { type: "json" };
import pipHashes from "./packages/pip-hashes.json" with { type: "json" };
import pip from "./packages/pip.json" with { type: "json" };

/** Brings every package catalogue, for Node and tests. A page loads them one by one: `load.ts`. */
export function bringCatalogues(): void {
  parts["apt-bookworm"].bring(aptBookworm);
  parts["apt-noble"].bring(aptNoble);
  parts["apt-trixie"].bring(aptTrixie);
  parts["apt-stanzas-bookworm"].bring(stanzasBookworm);
  parts["apt-stanzas-noble"].bring(stanzasNoble);
  parts["apt-stanzas-trixie"].bring(stanzasTrixie);
  parts["apt-texts-noble"].bring(textsNoble);
  parts["apt-texts-trixie"].bring(textsTrixie);
  parts["apt-texts-bookworm"].bring(textsBookworm);
  parts["apt-libraries-noble"].bring(librariesNoble);
  parts["apt-libraries-trixie"].bring(librariesTrixie);
  parts["apt-libraries-bookworm"].bring(librariesBookworm);
  parts.apk.bring(apk);
  parts.npm.bring(npm);
  parts.pip.bring(pip);
  parts["pip-hashes"].bring(pipHashes);
}
