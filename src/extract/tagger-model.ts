// The tagger's language model, made ready without the copy of its five megabytes by way of JSON that the package makes: a fifth of a start and six megabytes.
import { createRequire } from "node:module";
import model from "wink-eng-lite-web-model";
import { placeIn, slotsFor } from "./word-table.ts";

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

/** The file that the package itself has just read: the same object, of which what the tagger changes is copied and the rest shared. */
const file = "wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json";

/** The package's model with a `core` of its own; a test compares the two. */
export const taggerModel = { ...model, core: () => ready(createRequire(import.meta.url)(file) as Core) } as typeof model;

function ready(core: Core): Core {
  const { layout } = core.packing;
  const features: Core["features"] = {};
  for (const [name, feature] of Object.entries(core.features)) features[name] = feature && { ...feature, list: feature.list && [...feature.list] };
  const efList: string[] = [];
  for (const [name, [, mask = 0, shift = 0, isWord, isExtractable]] of Object.entries(layout)) {
    const feature = features[name];
    if (isWord === 0 && feature) numberWords(feature).maxIndex = mask >>> shift;
    if (isExtractable === 1) efList.push(name);
  }
  if (features.lexeme) numbered(features.lexeme, placesOf(features.lexeme.list as string[]));
  if (features.posClusters) features.posClusters.list = features.posClusters.list.map((tags) => tagsOf(tags as string, core.pos.hash));
  return {
    ...core,
    packing: { ...core.packing, efList },
    features,
    lexicon: numbersOf(core.lexicon as string),
    xpansions: numbersOf(core.xpansions as string),
  };
}

function numberWords(feature: Feature): Feature {
  const places: Record<string, number> = Object.create(null);
  feature.list.forEach((word, place) => {
    places[word as string] = place;
  });
  return numbered(feature, places);
}

/** By word its place in the list, and what is told of the list's length, which grows with words that no list has. */
function numbered(feature: Feature, hash: Record<string, number>): Feature {
  const { length } = feature.list;
  return Object.assign(feature, { hash, intrinsicSize: length, index: length });
}

/** The place of each word of a long list, with room for words to come. Of a hundred thousand a text holds some hundreds, and an object with all of them as keys takes a tenth of a start and five megabytes: here only those asked for become keys. */
function placesOf(words: readonly string[]): Record<string, number> {
  const slots = slotsFor(words);
  const met = new Map<string, number>();
  return new Proxy<Record<string, number>>(Object.create(null), {
    get(_, key) {
      const word = key as string;
      const place = met.get(word) ?? placeIn(slots, word, (at) => words[at] === word);
      if (place < 0) return undefined;
      met.set(word, place);
      return place;
    },
    set(_, key, place) {
      met.set(key as string, place as number);
      return true;
    },
  });
}

function tagsOf(joined: string, numbers: Core["pos"]["hash"]): Set<number> {
  return new Set(joined.split("_").map((tag) => numbers[tag] || 0));
}

function numbersOf(base64: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(Buffer.from(base64, "base64")).buffer);
}
