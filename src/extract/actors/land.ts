// In whose land a text happens that names no state: by its armed movement, its towns, regions and peoples. Finds no actor and makes no mention.
import { has, type Scene, tokenAt } from "./scene.ts";
import { Flag } from "./words.ts";

/** The id of the state; null where nothing shows one or several are shown. `armed` is the movement that the text is about. */
export function landOf(scene: Scene, armed: string | null): string | null {
  const country = armed === null ? null : (scene.index.actors.get(armed)?.country ?? null);
  const home = country === null ? undefined : scene.index.states.get(country);
  if (home !== undefined) return home;
  const shown = new Set<string>();
  for (let i = 0; i < scene.words.length; i++) {
    const state = has(scene, i, Flag.land) ? scene.index.lands.get(tokenAt(scene, i)?.lower ?? "") : undefined;
    if (state !== undefined && scene.words[i]?.capital) shown.add(state);
  }
  return shown.size === 1 ? ([...shown][0] as string) : null;
}
