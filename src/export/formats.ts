// The formats that a list is answered in besides JSON. To add one, write a Format in a file of its own and name it here: suffix, `format=`, `Accept`, documentation follow.
import type { ResourceName } from "../domain/resources/resource.ts";
import { atom } from "./atom.ts";
import { csv } from "./csv.ts";
import type { Format } from "./format.ts";
import { geojson } from "./geojson.ts";
import { icalendar } from "./icalendar.ts";
import { jsonl } from "./jsonl.ts";

const formats: readonly Format[] = [csv, jsonl, icalendar, geojson, atom];

/** The formats of one resource's lists. */
export const formatsOf = (resource: ResourceName): Format[] => formats.filter(({ resources }) => resources.includes(resource));
