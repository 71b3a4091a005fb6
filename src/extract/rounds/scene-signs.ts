// The signs by which a sentence that no rule made a round of is weighed: its words, what it names, what the text tells beside it. Names are those of learned.yaml.
import { boundsOf } from "../dates/calendar.ts";
import { put, type Scale } from "../scale.ts";
import type { Sentence } from "../types.ts";
import { isOfDateline, isSendingDay } from "./dateline.ts";
import type { Draft } from "./merge.ts";
import { within } from "./people.ts";
import type { PlaceMention } from "./places.ts";
import { isHeading, partiesOf, placesOf, type Sight } from "./sight.ts";
import { says, type Trigger } from "./triggers.ts";

/** Odds, as logarithms, are told apart between these: beyond them all is clear. */
const clear = { below: -6, above: 4 };
/** Persons and parties beyond these are many. */
const many = 3;
/** Sentences that open a text. */
const opening = 4;

/** What the drafts of a text hold: the sentences they are of, their cities and times. */
export interface Known {
  told: ReadonlySet<number>;
  places: ReadonlySet<string>;
  times: ReadonlySet<string>;
  count: number;
}

export function textOf(drafts: readonly Draft[]): Known {
  return {
    told: new Set(drafts.flatMap(({ reports }) => reports.map(({ sentence }) => sentence))),
    places: new Set(drafts.flatMap(({ place }) => place?.name ?? [])),
    times: new Set(drafts.flatMap(({ when }) => when ?? [])),
    count: drafts.length,
  };
}

export function sceneSigns(
  scale: Scale,
  sight: Sight,
  sentence: Sentence,
  number: number,
  triggers: readonly Trigger[],
  { told, places, times, count }: Known,
  dateline: PlaceMention | null,
): void {
  const { doc, cast, mentions, dates, said, oddsIn, anchor, index } = sight;
  const { first, last } = sentence;
  const on = (name: string, holds: boolean): void => {
    if (holds) put(scale, name, 1);
  };
  const words = Math.max(clear.below, Math.min(clear.above, oddsIn(sentence)));
  put(scale, "words", words);
  put(scale, "words likely", Math.max(0, words + 2));
  const cities = placesOf(sight, sentence).filter((place) => place.fine && !isOfDateline(doc, place, dateline));
  const city = cities.length > 0;
  const led = cities.some(({ preposition }) => preposition !== null);
  const days = within(dates, first, last).filter((date) => !isSendingDay(doc, date, dateline));
  const own = within(mentions, first, last);
  const persons = new Set(own.flatMap(({ actor }) => (cast.entities.get(actor)?.kind === "person" ? [actor] : []))).size;
  const parties = partiesOf(
    own.map(({ actor }) => actor),
    cast,
  ).size;
  const real = triggers.some(({ table }) => !table);
  const speaks = (said[number]?.length ?? 0) > 0;
  on("city", city);
  on("city led to", led);
  on(
    "city known",
    cities.some(({ known }) => known),
  );
  on(
    "city of a round",
    cities.some(({ name }) => places.has(name)),
  );
  on(
    "another city",
    cities.some(({ name }) => !places.has(name)),
  );
  on(
    "city of the dateline",
    cities.some(({ name }) => name === dateline?.name),
  );
  on(
    "country",
    placesOf(sight, sentence).some(({ fine }) => !fine),
  );
  for (const precision of new Set(days.flatMap((day) => (day.when === null ? [] : [day.precision])))) on(`time:${precision}`, true);
  on("time", days.length > 0);
  on("time to come", anchor !== null && days.some(({ when }) => (boundsOf(when).from ?? "") > anchor));
  on(
    "time of a round",
    days.some(({ when }) => when !== null && times.has(when)),
  );
  put(scale, "persons", Math.min(many, persons));
  put(scale, "parties", Math.min(many, parties));
  on("a party", parties > 0);
  on("two parties", parties > 1);
  on("said", speaks);
  on("quoted", /["“”„«»]/.test(doc.text.slice(sentence.start, sentence.end)));
  on("meeting", real);
  on(
    "scene",
    triggers.some(({ table }) => table),
  );
  on(
    "denied",
    triggers.some(({ denied }) => denied),
  );
  on(
    "unreal",
    triggers.some(({ unreal }) => unreal),
  );
  on(
    "no",
    doc.tokens.slice(first, last).some(({ lower }) => index.denials.has(lower)),
  );
  on("question", doc.tokens[last - 1]?.lower === "?");
  on("both sides", says(doc, sentence, index.joint));
  on("behind a round", told.has(number - 1));
  on("heading", isHeading(sight, sentence));
  on("opening", number < opening);
  put(scale, "rounds", Math.log(1 + count));
  put(scale, "length", Math.log(1 + last - first));
  // Together they tell more than each.
  on("city and time", city && days.length > 0);
  on("city and two parties", city && parties > 1);
  on("city and meeting", city && real);
  if (speaks) put(scale, "words said", words);
  if (city) put(scale, "words with a city", words);
  if (told.has(number - 1)) put(scale, "words behind a round", words);
}
