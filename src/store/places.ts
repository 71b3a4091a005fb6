// What the codebook's gazetteer says of the place of a round: the one name under which venues are compared, and a point for the map.
import type { Gazetteer } from "../domain/codebook/places.ts";
import { slug } from "../domain/ids.ts";

interface Point {
  latitude: number;
  longitude: number;
}

export interface Places {
  /** Under what a place is compared: the slug of the city that a venue stands for, else of the name itself. Null for no place and for a country's name alone. */
  key(place: string | null): string | null;
  /** Where the place lies: a venue's own point, else that of the largest city of the name in that country (anywhere, if the country is not known). Null where the gazetteer has neither. */
  point(place: string | null, country: string | null): Point | null;
}

export function placesOf({ countries, cities, venues }: Gazetteer): Places {
  const countryNames = new Set(countries.flatMap(({ name, official, aliases }) => [name, official, ...aliases]).map(slug));
  const venueByName = new Map(venues.flatMap((venue) => [venue.name, ...venue.aliases].map((name) => [slug(name), venue] as const)));
  const capitals = new Set(countries.flatMap((country) => country.capitals.map(slug)));
  return {
    key(place) {
      const name = slug(place ?? "");
      const venue = venueByName.get(name);
      if (venue) return slug(venue.place ?? venue.name);
      return name === "" || (countryNames.has(name) && !capitals.has(name)) ? null : name;
    },
    point(place, country) {
      if (place === null) return null;
      const venue = venueByName.get(slug(place));
      if (venue?.latitude != null && venue.longitude != null) return { latitude: venue.latitude, longitude: venue.longitude };
      const name = slug(venue?.place ?? place);
      const [city] = cities
        .filter((one) => (country === null || one.country === country) && slug(one.name) === name)
        .sort((a, b) => b.population - a.population);
      return city ? { latitude: city.latitude, longitude: city.longitude } : null;
    },
  };
}
