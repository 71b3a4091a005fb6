// Joins the actors of a codebook, of the world and of the country package into one list. Pure.
import type { KnownActor } from "../domain/codebook/actors.ts";

/**
 * The layers in order of rank: an id in an earlier layer wins whole. A name form that an earlier layer uses, or marks as
 * ambiguous, is taken from later ones; where that form was the last word of a person's name it becomes the later
 * person's ambiguous form, to be resolved only after the full name.
 */
export function mergeActors(...layers: readonly (readonly KnownActor[])[]): KnownActor[] {
  const merged = new Map<string, KnownActor>();
  const taken = new Set<string>();
  for (const layer of layers) {
    const added = layer.filter((actor) => !merged.has(actor.id)).map((actor) => withoutForms(actor, taken));
    for (const actor of added) {
      merged.set(actor.id, actor);
      for (const form of formsOf(actor)) taken.add(form);
      if (actor.ambiguous_form !== null) taken.add(actor.ambiguous_form);
    }
  }
  return [...merged.values()];
}

/** The forms that name this actor without further context: its name and aliases. */
export function formsOf(actor: KnownActor): string[] {
  return [...new Set([actor.name, ...actor.aliases])];
}

function withoutForms(actor: KnownActor, taken: ReadonlySet<string>): KnownActor {
  const lost = actor.aliases.filter((form) => taken.has(form));
  if (lost.length === 0) return actor;
  const surname = actor.kind === "person" ? lost.find((form) => actor.name.endsWith(` ${form}`)) : undefined;
  return {
    ...actor,
    aliases: actor.aliases.filter((form) => !taken.has(form)),
    also_place: actor.also_place.filter((form) => !taken.has(form)),
    ...(surname !== undefined && actor.ambiguous_form === null && { ambiguous: true, ambiguous_form: surname }),
  };
}
