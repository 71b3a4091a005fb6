// The gazetteer: countries and cities from packages, venues from the codebook. Reads nothing at run time but the packages' data.
import { createRequire } from "node:module";
import cityTimezones from "city-timezones";
import type { Countries, Country as PackageCountry } from "world-countries";
import type { City, Country, Gazetteer, Venue } from "../domain/codebook/places.ts";

// The package's ES module imports JSON without the attribute that Node asks for; its CommonJS entry loads.
const packageCountries: Countries = createRequire(import.meta.url)("world-countries");

/** Smaller places are dropped: their names are mostly other words. */
const minPopulation = 1000;

/** Countries and cities of the world with the venues of a codebook. Cities that two spellings name are listed under both. */
export function loadGazetteer(venues: readonly Venue[]): Gazetteer {
  return { countries: countries(), cities: cities(), venues };
}

/** The independent states; dependent territories are places of a state, not parties. */
function countries(): Country[] {
  return packageCountries
    .filter((country) => country.independent)
    .map((country) => ({
      code: country.cca2,
      name: country.name.common,
      official: country.name.official,
      aliases: englishSpellings(country),
      capitals: country.capital,
      demonyms: demonyms(country),
      latitude: country.latlng[0],
      longitude: country.latlng[1],
    }));
}

/**
 * Capitalised spellings in Latin letters that are no two-letter code, no inverted form with a comma, no adjective, and no name that
 * another language gives the country: some of those are English words, and the others do not stand in English text.
 */
function englishSpellings(country: PackageCountry): string[] {
  const foreign = new Set(Object.values(country.translations).map((name) => name.common));
  const adjectives = new Set(demonyms(country));
  return country.altSpellings.filter(
    (form) =>
      /^(?:the )?\p{Lu}[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(form) && form.length > 2 && !form.includes(",") && !foreign.has(form) && !adjectives.has(form),
  );
}

/** The package joins two demonyms of one country by a comma or "or". */
function demonyms(country: PackageCountry): string[] {
  const english = country.demonyms.eng;
  if (!english) return [];
  return [...new Set([english.m, english.f].flatMap((words) => words.split(/, | or /)).filter((word) => word !== ""))];
}

function cities(): City[] {
  const codes = new Map(packageCountries.flatMap((country) => [[country.cca3, country.cca2] as const, [country.name.common, country.cca2] as const]));
  return cityTimezones.cityMapping.flatMap((city) => {
    const country = codes.get(city.iso3) ?? codes.get(city.country);
    if (country === undefined || city.pop < minPopulation) return [];
    return [...new Set([city.city, city.city_ascii])].map((name) => ({
      name,
      country,
      latitude: city.lat,
      longitude: city.lng,
      population: city.pop,
    }));
  });
}
