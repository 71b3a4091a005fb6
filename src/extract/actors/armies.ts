// Armies that a text talks about without their having a part in it: they count as actors only where they speak or bear a name. Names nobody.
import { has, lowerAt, type Scene } from "./scene.ts";
import { Flag } from "./words.ts";

/** Ids of armies that the text only talks about: "northern troops must leave", "the Midland army". Found for rounds and positions all the same. */
export function silentArmies(scene: Scene): Set<string> {
  const silent = new Set<string>();
  const heard = new Set<string>();
  for (const { actor, first, last, form } of scene.mentions) {
    const entity = scene.entities.get(actor);
    if (entity?.kind !== "organisation" || !isArmy(scene, actor, entity.party)) continue;
    const quiet = form === "pronoun" || (isGeneric(scene, last - 1) && !has(scene, last, Flag.speech) && lowerAt(scene, first - 1) !== "by");
    (quiet ? silent : heard).add(actor);
  }
  return new Set([...silent].filter((id) => !heard.has(id)));
}

const isArmy = ({ index }: Scene, id: string, party: string | null): boolean => index.institutions.get(`${party} forces`) === id || id === `${party}-military`;

/** "troops" and not "Forces": a word for soldiers in lower case. */
function isGeneric(scene: Scene, token: number): boolean {
  const text = scene.doc.tokens[token]?.text ?? "";
  return scene.index.soldiers.has(lowerAt(scene, token)) && text === text.toLowerCase();
}
