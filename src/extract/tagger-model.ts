// The tagger's language model, made ready in place. The package copies its five megabytes by way of JSON first, lest a second tagger share them: a fifth of a start and eight megabytes, for a second that there never is.
import { createRequire } from "node:module";
import model from "wink-eng-lite-web-model";

/** As far as it is read here. A part of each word by its `layout`; where the fourth number of that is 0, the part is a place in the list of that name. */
interface Core {
  packing: { layout: Record<string, readonly number[]>; efList?: string[] };
  features: Record<string, Feature | undefined>;
  pos: { hash: Record<string, number | undefined> };
  /** Base64 in the file. */
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
}

interface Feature {
  list: (string | Set<number>)[];
  hash?: Record<string, number>;
  intrinsicSize?: number;
  index?: number;
  maxIndex?: number;
}

/** The file that the package itself has just read: the same object. */
const file = "wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json";
let core: Core | undefined;

/** The package's model with this `core` for its own; a test compares the two. */
export const taggerModel = { ...model, core: () => (core ??= ready(createRequire(import.meta.url)(file) as Core)) } as typeof model;

function ready(core: Core): Core {
  const { packing, features, pos } = core;
  core.lexicon = numbersOf(core.lexicon);
  core.xpansions = numbersOf(core.xpansions);
  packing.efList = [];
  for (const [name, [, mask = 0, shift = 0, isWord, isExtractable]] of Object.entries(packing.layout)) {
    const feature = features[name];
    if (isWord === 0 && feature) {
      feature.hash = placesOf(feature.list);
      feature.intrinsicSize = feature.list.length;
      feature.index = feature.list.length;
      feature.maxIndex = mask >>> shift;
    }
    if (isExtractable === 1) packing.efList.push(name);
  }
  const { lexeme, posClusters } = features as Record<string, Feature>;
  if (lexeme) Object.assign(lexeme, { hash: placesOf(lexeme.list), intrinsicSize: lexeme.list.length, index: lexeme.list.length });
  if (posClusters) posClusters.list = posClusters.list.map((tags) => new Set((tags as string).split("_").map((tag) => pos.hash[tag] || 0)));
  return core;
}

function placesOf(list: Feature["list"]): Record<string, number> {
  const places: Record<string, number> = Object.create(null);
  list.forEach((word, place) => {
    places[word as string] = place;
  });
  return places;
}

function numbersOf(base64: string | Uint32Array): Uint32Array {
  return typeof base64 === "string" ? new Uint32Array(Uint8Array.from(Buffer.from(base64, "base64")).buffer) : base64;
}
