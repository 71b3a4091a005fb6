// Rounds as a map (GeoJSON, RFC 7946): a point for each round whose place is known.
import type { ExportRow, Format } from "./format.ts";

export const geojson: Format = {
  name: "geojson",
  suffix: ".geojson",
  media_type: "application/geo+json",
  media_parameters: "charset=utf-8",
  description: "A map (GeoJSON, RFC 7946): a feature for each round, its fields as properties. The geometry is null where the place is not known.",
  resources: ["rounds"],
  takes: [],
  write,
};

async function* write(batches: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let separator = "\n";
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(feature(row))).join(",\n");
    separator = ",\n";
  }
  yield "\n]}\n";
}

/** Longitude comes first, in degrees of WGS 84, as the standard wants. */
function feature({ id, latitude, longitude, ...properties }: ExportRow): object {
  const geometry = typeof latitude === "number" && typeof longitude === "number" ? { type: "Point", coordinates: [longitude, latitude] } : null;
  return { type: "Feature", id, geometry, properties: { id, ...properties } };
}
