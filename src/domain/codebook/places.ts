// Countries, cities and venues: how a place name in a text becomes an ISO country code and a point.
import * as z from "zod";

/** A state of the world as the country package gives it. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  official: string;
  /** Other English spellings. */
  aliases: readonly string[];
  capitals: readonly string[];
  /** Adjective or people, singular: "Swiss". */
  demonyms: readonly string[];
  latitude: number;
  longitude: number;
}

/** A city of the gazetteer; `population` settles which of two namesakes is meant. */
export interface City {
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  population: number;
}

/** A venue or place that the gazetteer lacks: a building, a resort, a region. */
export const Venue = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  place: z.string().nullable().default(null).describe("The city that stands for it in the record; null where the name itself does."),
  seat: z.boolean().default(false).describe("A seat of power: texts and the record name it, and its city is only where it stands."),
  dateline: z.boolean().default(false).describe("Means a place only where a report is sent from: elsewhere it acts."),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
});
export type Venue = z.infer<typeof Venue>;

export const Venues = z.strictObject({ venues: z.array(Venue) });

export interface Gazetteer {
  countries: readonly Country[];
  cities: readonly City[];
  venues: readonly Venue[];
}
