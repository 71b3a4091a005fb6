// Armies that a text talks about without their having a part in it: they count as actors only where they speak or bear a name. Names nobody.
import type { Mention } from "../types.ts";
import { has, lowerAt, type Scene } from "./scene.ts";
import { Flag } from "./words.ts";

/** "Russian troops must leave", "the Ukrainian army": talked about, and not talking. Their mentions stay and do not act. */
export function silenceArmies(scene: Scene): void {
  const byActor = new Map<string, Mention[]>();
  const acting = new Set<number>();
  for (const mention of scene.mentions) {
    const entity = scene.entities.get(mention.actor);
    if (entity?.kind !== "organisation") continue;
    if (mention.acts) acting.add(mention.first);
    if (!isArmy(scene, entity.id, entity.party)) continue;
    const own = byActor.get(entity.id);
    if (own) own.push(mention);
    else byActor.set(entity.id, [mention]);
  }
  /** "the army and the Front met": beside another organisation that acts. */
  const isJoined = (last: number): boolean => lowerAt(scene, last) === "and" && acting.has(lowerAt(scene, last + 1) === "the" ? last + 2 : last + 1);
  for (const mentions of byActor.values()) {
    const named = mentions.some(({ first, last, form }) => form !== "pronoun" && (!isGeneric(scene, last - 1) || speaks(scene, first, last) || isJoined(last)));
    if (!named) for (const mention of mentions) mention.acts = false;
  }
}

const isArmy = ({ index }: Scene, id: string, party: string | null): boolean => index.institutions.get(`${party} forces`) === id || id === `${party}-military`;

/** "troops" and not "Forces": a word for soldiers in lower case. */
function isGeneric(scene: Scene, token: number): boolean {
  const text = scene.doc.tokens[token]?.text ?? "";
  return scene.index.soldiers.has(lowerAt(scene, token)) && text === text.toLowerCase();
}

const speaks = (scene: Scene, first: number, last: number): boolean => has(scene, last, Flag.speech) || lowerAt(scene, first - 1) === "by";
