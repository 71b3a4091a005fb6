// Where a meeting was of which no sentence says so: the cities of the text weighed for it, as coded articles taught. Makes no meeting.
import { chanceOf, scaleOf } from "../scale.ts";
import type { Draft } from "./merge.ts";
import { placeSigns, tellingOf, whereaboutsOf } from "./place-signs.ts";
import type { PlaceMention } from "./places.ts";
import { isArticle, type Sight } from "./sight.ts";
import type { Placing } from "./types.ts";

/** How likely a meeting must have been in a city, from 0 to 1. */
const enough = 0.6;

/** By meeting: its place, which is that of its sentences where they name a city, else the likeliest of the text's, where one is likely enough; and what each of these weighs. */
export function placeWeigher(
  sight: Sight,
  drafts: readonly Draft[],
  dateline: PlaceMention | null,
): (draft: Draft) => { place: PlaceMention | null; weighed: Placing[] } {
  const { placing, trace } = sight;
  const asked = trace?.places !== undefined;
  const isTaught = placing.weights.size > 0;
  const text = (isTaught || asked) && isArticle(sight) ? whereaboutsOf(sight, drafts, dateline) : null;
  return (draft) => {
    const { kind, place } = draft;
    if (text === null || place?.fine || kind === "call" || kind === "contact") return { place, weighed: [] };
    const telling = tellingOf(sight, draft);
    const own = text.cities.filter((city) => place === null || city.place.country === place.country);
    const scales = own.map((city) => {
      const scale = scaleOf(placing, asked);
      placeSigns(scale, sight, telling, city, own, text);
      return { city: city.place, scale };
    });
    const [best] = scales.toSorted((a, b) => b.scale.sum - a.scale.sum);
    return {
      place: isTaught && best && chanceOf(best.scale.sum) >= enough ? best.city : place,
      weighed: scales.map(({ city, scale }) => ({ place: city.name, scale })),
    };
  };
}
