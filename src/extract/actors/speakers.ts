// The names before the colons of an interview ("Sergey Marn: …"), which stand outside all sentences. An outlet's name there makes no actor.

import { slug } from "../../domain/ids.ts";
import { seek } from "../seek.ts";
import type { Mention } from "../types.ts";
import { keysOf } from "./forms.ts";
import { surnameKey } from "./persons.ts";
import { genderOf, knownEntity, ownEntity, type Scene } from "./scene.ts";
import { Flag } from "./words.ts";

/** Adds a mention without tokens of its own (`first` equals `last`) for each turn of a conversation whose speaker is a person. */
export function findSpeakers(scene: Scene, surnames: ReadonlyMap<string, string>): void {
  for (const block of scene.doc.blocks) {
    if (block.kind !== "turn") continue;
    const name = scene.doc.text
      .slice(block.start, block.body)
      .replace(/[:–—\s]+$/, "")
      .trimStart();
    const start = scene.doc.text.indexOf(name, block.start);
    const asks = scene.doc.text[block.end - 1] === "?";
    const actor = speakerOf(scene, name, surnames, asks);
    if (actor === null) continue;
    const token = seek(scene.doc.tokens, block.body);
    const made: Mention = { start, end: start + name.length, first: token, last: token, actor, form: "name", acts: true };
    scene.mentions.push(made);
  }
}

function speakerOf(scene: Scene, label: string, surnames: ReadonlyMap<string, string>, asks: boolean): string | null {
  const [, role, held] = /^(.+?) \((?:Drs?\.? |Mrs?\.? |Ms\.? )?([^()]+)\)$/.exec(label) ?? [];
  const isHeld = role !== undefined && ((scene.index.flags.get(role.toLowerCase()) ?? 0) & Flag.role) !== 0;
  const name = (isHeld ? held : role) ?? label;
  const own = surnames.get(surnameKey(name)) ?? knownBearer(scene, name);
  if (own !== null) return own;
  const entry = scene.index.names.under(keysOf(name))?.values.find((value) => value.kind === "name");
  if (entry) return knownEntity(scene, entry.actor).id;
  const parts = name.split(" ");
  const other = parts.some((part) => ((scene.index.flags.get(part.toLowerCase()) ?? 0) & (Flag.notName | Flag.otherHead)) !== 0);
  if (asks || other || parts.length < 2 || parts.length > 4 || parts.some((part) => part === part.toUpperCase())) return null;
  return ownEntity(scene, slug(name), { name, kind: "person", party: null, gender: genderOf(name, scene.index) }).id;
}

/** "Marn:" where the text names one known person who is called so, "MARN:" too; null where it names none or several. */
function knownBearer(scene: Scene, name: string): string | null {
  const key = surnameKey(name);
  const bearers = new Set(
    scene.mentions.flatMap(({ actor, form }) => {
      const entity = form === "name" ? scene.entities.get(actor) : undefined;
      return entity?.kind === "person" && surnameKey(entity.name) === key ? [actor] : [];
    }),
  );
  return bearers.size === 1 ? ([...bearers][0] as string) : null;
}
