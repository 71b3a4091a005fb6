// The gazetteer: countries and cities from packages, or what the build kept of them, and venues from the codebook.
import { createRequire } from "node:module";
import type { CityData } from "city-timezones";
import type { Countries, Country as PackageCountry } from "world-countries";
import type { City, Country, Gazetteer, Venue } from "../domain/codebook/places.ts";
import { compiledValue, rememberValue } from "./compiled.ts";

/** Smaller places are dropped: their names are mostly other words. */
const minPopulation = 1000;

type World = Pick<Gazetteer, "countries" | "cities">;

/** Countries and cities of the world with the venues of a codebook. Cities that two spellings name are listed under both. Callers must not change it. */
export function loadGazetteer(venues: readonly Venue[]): Gazetteer {
  const known = compiledValue("gazetteer", "") as World | undefined;
  const world = known ?? readPackages();
  if (!known) rememberValue("gazetteer", "", world);
  return { ...world, venues };
}

/** The packages are large, and their ES modules import JSON without the attribute that Node asks for; so they load here, by their CommonJS entries. */
function readPackages(): World {
  const load = createRequire(import.meta.url);
  const packageCountries: Countries = load("world-countries");
  const { cityMapping }: { cityMapping: CityData[] } = load("city-timezones");
  return { countries: countries(packageCountries), cities: cities(cityMapping, packageCountries) };
}

/** The independent states; dependent territories are places of a state, not parties. */
function countries(packageCountries: Countries): Country[] {
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

function cities(cityMapping: readonly CityData[], packageCountries: Countries): City[] {
  const codes = new Map(packageCountries.flatMap((country) => [[country.cca3, country.cca2] as const, [country.name.common, country.cca2] as const]));
  return cityMapping.flatMap((city) => {
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
