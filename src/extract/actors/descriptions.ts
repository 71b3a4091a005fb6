// Offices and roles without a name: "the French president", "the movement's chief negotiator", "the minister". Resolves to a person or to nobody, never to a guess.
import type { KnownActor } from "../../domain/codebook/actors.ts";
import type { Office } from "../../domain/codebook/titles.ts";
import type { Mention } from "../types.ts";
import { key as keyOf } from "./forms.ts";
import { partyOf } from "./roles.ts";
import { glued, has, holds, isPossessive, knownEntity, lowerAt, mention, type Scene, tokenAt } from "./scene.ts";
import { descend } from "./trie.ts";
import { Flag } from "./words.ts";

const articles = new Set(["the", "a", "an"]);
/** Words that make an office a past or lower one. */
const others = new Set(["former", "ex", "late", "then", "deputy", "vice"]);

/** Adds a mention for each description that names a person, by office and day or by who bore the role last in the text. */
export function findDescriptions(scene: Scene): void {
  const named = [...scene.mentions].filter((m) => m.form === "name" && scene.entities.get(m.actor)?.kind === "person").sort((a, b) => a.first - b.first);
  const inText = new Set(named.map((m) => m.actor));
  let seen = 0;
  for (let i = 0; i < scene.words.length; i++) {
    while (seen < named.length && (named[seen] as Mention).first < i) seen++;
    if (!has(scene, i, Flag.role) || scene.owner[i] !== undefined || isPlural(scene, i)) continue;
    const description = readDescription(scene, i);
    if (description === null) continue;
    const { first, last, party, noun } = description;
    const actor = party === null ? lastBearer(scene, noun, null, named, seen) : byOffice(scene, noun, party, named, seen, inText);
    if (actor === null) continue;
    knownOrOwn(scene, actor);
    // "the adviser of Iran's supreme leader" names whom another serves.
    const served = lowerAt(scene, first - 1) === "of" && has(scene, first - 2, Flag.role);
    mention(scene, first, last, actor, "description", !served);
    i = last - 1;
  }
}

const isPlural = (scene: Scene, i: number): boolean => /[^s]s$/.test(lowerAt(scene, i)) && tokenAt(scene, i)?.tag !== "PROPN";
const knownOrOwn = (scene: Scene, id: string): void => {
  if (!scene.entities.has(id)) knownEntity(scene, id);
};

interface Description {
  first: number;
  last: number;
  /** Null for "the minister". */
  party: string | null;
  /** The role's words without the party, lower case: "foreign minister". */
  noun: string;
}

/** The description whose head is the role noun at `head`; null where the noun is the title of a name, or has no article and no party. */
function readDescription(scene: Scene, head: number): Description | null {
  let last = head + 1;
  if (lowerAt(scene, last) === "of" && (lowerAt(scene, last + 1) === "state" || lowerAt(scene, last + 1) === "defense" || lowerAt(scene, last + 1) === "staff"))
    last += 2;
  else if (lowerAt(scene, last) === "general" || lowerAt(scene, last) === "minister") last++;
  else if (lowerAt(scene, last) === "-" && lowerAt(scene, last + 1) === "general") last += 2;
  if (titlesName(scene, last) || isModifier(scene, last)) return null;
  let start = head;
  while (
    start > head - 4 &&
    scene.owner[start - 1] === undefined &&
    (has(scene, start - 1, Flag.modifier) || (lowerAt(scene, start - 1) === "-" && glued(scene, start - 1)))
  )
    start--;
  const noun = words(scene, start, last);
  let i = start - 1;
  if (isPossessive(scene, i)) i--;
  const owner = scene.owner[i];
  if (owner && owner.last === i + 1 && tokenAt(scene, i)?.sentence === tokenAt(scene, head)?.sentence) {
    const first = articles.has(lowerAt(scene, owner.first - 1)) ? owner.first - 1 : owner.first;
    if (others.has(lowerAt(scene, owner.first - 1)) || isApposition(scene, first)) return null;
    if (lowerAt(scene, first) === "a" || lowerAt(scene, first) === "an" || (lowerAt(scene, first - 1) === "of" && lowerAt(scene, first - 2) === "office"))
      return null;
    const person = scene.entities.get(owner.actor)?.kind === "person";
    return person && !isPossessive(scene, owner.last) ? null : { first, last, party: partyOf(scene, owner), noun };
  }
  const link = lowerAt(scene, last);
  if (link === "of") {
    const at = articles.has(lowerAt(scene, last + 1)) ? last + 2 : last + 1;
    const behind = scene.owner[at];
    if (behind && behind.form !== "adjective") {
      const first = articles.has(lowerAt(scene, start - 1)) ? start - 1 : start;
      return titlesName(scene, behind.last) || tokenAt(scene, behind.last)?.tag === "NOUN" || lowerAt(scene, first) === "a"
        ? null
        : { first, last: behind.last, party: partyOf(scene, behind), noun };
    }
    return null;
  }
  return lowerAt(scene, start - 1) === "the" && !isApposition(scene, start - 1) ? { first: start - 1, last, party: null, noun } : null;
}

/** "chief prosecutor": another noun is the head. */
function isModifier(scene: Scene, last: number): boolean {
  const next = tokenAt(scene, last);
  return next?.tag === "NOUN" && next.sentence === tokenAt(scene, last - 1)?.sentence && !has(scene, last, Flag.speech | Flag.stance);
}

/** Behind a person's name and a comma it only says who that is. */
function isApposition(scene: Scene, first: number): boolean {
  const owner = lowerAt(scene, first - 1) === "," ? scene.owner[first - 2] : undefined;
  return owner !== undefined && scene.entities.get(owner.actor)?.kind === "person";
}

const words = (scene: Scene, first: number, last: number): string => {
  const parts: string[] = [];
  for (let i = first; i < last; i++) if (lowerAt(scene, i) !== "-") parts.push(lowerAt(scene, i));
  return parts.join(" ");
};

/** A person's name or an unknown capitalised word follows, perhaps behind a comma. */
function titlesName(scene: Scene, last: number): boolean {
  const owner = scene.owner[last];
  if (owner) return scene.entities.get(owner.actor)?.kind === "person";
  if (lowerAt(scene, last) === ",") {
    const next = scene.owner[last + 1];
    return next !== undefined && scene.entities.get(next.actor)?.kind === "person" && /^[,.)]$/.test(lowerAt(scene, next.last));
  }
  return has(scene, last, Flag.role) && scene.owner[last + 1] !== undefined;
}

/** The holder of the office for the party on the day, else who bore the role last in the text. */
function byOffice(scene: Scene, noun: string, party: string, named: readonly Mention[], seen: number, inText: ReadonlySet<string>): string | null {
  const keys = noun.split(" ");
  for (let drop = 0; drop < keys.length; drop++) {
    const offices = (descend(scene.index.phrases, keys.slice(drop).map(keyOf))?.values ?? []).flatMap((entry) =>
      entry.kind === "office" ? [entry.office] : [],
    );
    for (const office of offices) {
      const holder = holderOf(scene, office, party, inText);
      if (holder !== null) return holder;
    }
    if (offices.length > 0) break;
    if (others.has(keys[drop] as string)) return null;
  }
  return lastBearer(scene, noun, party, named, seen);
}

function holderOf(scene: Scene, office: Office, party: string, inText: ReadonlySet<string>): string | null {
  const holders = (scene.index.holders.get(party) ?? []).filter((actor) => office.titles.some((title) => bears(actor, title, party, scene.when)));
  const present = holders.filter((actor) => inText.has(actor.id));
  if (present.length === 1) return (present[0] as KnownActor).id;
  if (present.length > 1) return null;
  if (scene.when === null) return null;
  for (const title of office.titles) {
    const of = holders.filter((actor) => bears(actor, title, party, scene.when));
    if (of.length === 1) return (of[0] as KnownActor).id;
    if (of.length > 1) return null;
  }
  return null;
}

/** Without a day a title that was ever held counts. */
const bears = (actor: KnownActor, title: string, party: string, when: string | null): boolean =>
  actor.roles.some((role) => beginsWith(role.title, title) && (role.party ?? actor.party) === party && (when === null || holds(role, when)));

/** "president of the X" bears "president"; "presidential aide" and "president-designate" do not. */
function beginsWith(title: string, office: string): boolean {
  const low = title.toLowerCase();
  return low === office || (low.startsWith(office) && /[ ,(]/.test(low[office.length] as string));
}

/** The person named last before the description whose role holds its last word; with a party, of that party alone. */
function lastBearer(scene: Scene, noun: string, party: string | null, named: readonly Mention[], seen: number): string | null {
  const whole = noun.includes(" ") ? noun.split(" ").slice(-2).join(" ") : null;
  let weak: string | null = null;
  for (let i = seen - 1; i >= 0 && i >= seen - 12; i--) {
    const { actor } = named[i] as Mention;
    const entity = scene.entities.get(actor);
    if (!entity || (party !== null && entity.party !== party)) continue;
    const titles = rolesOf(scene, actor, entity.roles);
    if (whole !== null && titles.some((title) => title.includes(whole))) return actor;
    if (weak === null && titles.some((title) => mayBe(title, noun.split(" ")))) weak = actor;
  }
  return weak;
}

const vague = new Set(["senior", "top", "chief", "lead", "main", "special", "new", "old", "veteran", "long-serving"]);

/** Whether a title has all the words of a description: "the defence minister" is no prime minister, and "the minister" none either; "the president" is no vice president. */
export function mayBe(title: string, noun: readonly string[]): boolean {
  const words = title.split(/[^\p{L}-]+/u);
  const head = noun.at(-1) as string;
  if (!noun.every((word) => vague.has(word) || words.includes(word))) return false;
  const before = words[words.indexOf(head) - 1] ?? "";
  return noun.includes(before) || !(others.has(before) || (before === "prime" && head === "minister"));
}

export function rolesOf(scene: Scene, actor: string, own: readonly string[]): string[] {
  const known = scene.index.actors.get(actor)?.roles.filter((role) => scene.when === null || holds(role, scene.when)) ?? [];
  return [...own, ...known.map((role) => role.title)].map((title) => title.toLowerCase());
}
