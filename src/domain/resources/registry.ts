// All resources by name. Says nothing about any of them.
import { actors } from "./actors.ts";
import { articles } from "./articles.ts";
import { codes } from "./codes.ts";
import { issues } from "./issues.ts";
import { positions } from "./positions.ts";
import type { Resource, ResourceName } from "./resource.ts";
import { rounds } from "./rounds.ts";
import { sources } from "./sources.ts";
import { topics } from "./topics.ts";

export const resources: Readonly<Record<ResourceName, Resource>> = { sources, articles, actors, rounds, positions, issues, topics, codes };
