// Who takes part in what a trigger tells. Reads the grammar around the trigger; decides nothing about time or place.
import { firstFrom } from "../seek.ts";
import type { Doc, Mention, Token } from "../types.ts";
import { behindLength, governor, isIn } from "./governors.ts";
import type { Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** The items whose first token lies from `first` to `last` (exclusive). Logarithmic search, then the hits. */
export function within<T extends { first: number }>(items: readonly T[], first: number, last: number): T[] {
  const found: T[] = [];
  for (let i = firstFrom(items, first, (item) => item.first); i < items.length && (items[i] as T).first < last; i++) found.push(items[i] as T);
  return found;
}

const openers = new Set(["between", "of", "with", "among", "by"]);
const closers = new Set([
  "on",
  "about",
  "over",
  "in",
  "at",
  "to",
  "for",
  "from",
  "that",
  "which",
  "who",
  "whom",
  "after",
  "before",
  "during",
  "until",
  "since",
  "into",
  "without",
  "against",
  "where",
  "when",
  "while",
  "but",
  "because",
  "as",
]);
const stops = new Set([";", ":", ".", "?", "!", "("]);
const reach = 45;
/** Tokens from a sentence's first to a meeting's noun that opens it: "In a long telephone call". */
const opening = 6;
/** Tokens from "told" to the name of whom: titles may stand between. */
const farthestTold = 7;

/** The mentions after a trigger that its grammar makes participants: "between A and B", "with A", "met A, B and C". */
function partners(doc: Doc, trigger: Trigger, end: number, mentions: readonly Mention[], index: RoundsIndex): Mention[] {
  const found: Mention[] = [];
  // "is to discuss A with B": A is what they speak of.
  let open = trigger.verb && !/^(?:discuss|debate)$/.test((doc.tokens[trigger.first] as Token).lemma.toLowerCase());
  // "to see A about a truce with B": B is of what they speak of.
  let topic = false;
  const two = trigger.verb && within(mentions, trigger.first - 16, trigger.first).filter((m) => m.acts && m.form === "name").length > 1;
  let acted = false;
  let i = trigger.last;
  const limit = Math.min(end, trigger.last + reach);
  while (i < limit) {
    const token = doc.tokens[i] as Token;
    if (trigger.table && i === trigger.last + 6) open = false;
    const mention = within(mentions, i, i + 1)[0];
    // "on the sidelines of the assembly": under whose roof they meet.
    if (mention && isRoofed(doc, mention, index)) {
      i = mention.last;
      continue;
    }
    if (mention) {
      // "a telephone conversation he had on Wednesday with A"
      const had = i === trigger.last && !trigger.verb && /^(?:had|has|held)$/.test(doc.tokens[mention.last]?.lower ?? "");
      if (had && mention.acts) found.push(mention);
      open ||= trigger.verb && (found.length > 0 ? isNextLeg(doc, mention) : trigger.takes === "party" && isObject(doc, mention, trigger.last));
      if (open && mention.acts && !(trigger.table && mention.form === "adjective")) found.push(mention);
      i = mention.last;
      continue;
    }
    if (stops.has(token.lower) && !(token.lower === ":" && open)) break;
    if (token.lower === "of" && trigger.verb) {
      i++;
      continue;
    }
    // "A, who flies to X this week, will press B": the clause with "who" is over.
    if (trigger.takes === "place" && token.tag === "AUX" && doc.tokens[i - 1]?.lower === ",") break;
    // "on a visit to the capital, said that in line with C's appeal …"
    if (!trigger.verb && token.tag === "VERB" && found.length === 0 && index.apart.has(token.lemma.toLowerCase())) break;
    acted ||= token.tag === "VERB" && found.length > 0;
    topic ||= trigger.verb && (two || found.length > 0) && (token.lower === "about" || token.lower === "over");
    // "talks on the future of A": A is what they speak of; "of the presidents of A and B": they are who speaks.
    const loose = token.lower === "of" && i > trigger.last && !index.delegates.has((doc.tokens[i - 1] as Token).lower) && doc.tokens[i - 1]?.lower !== "level";
    // "a call with A, and urged a truce between B and C": a clause of its own.
    const beyond = token.lower === "between" && found.length > 0 && acted;
    const caller = token.lower === "from" && trigger.kind === "call" && !trigger.verb;
    if ((openers.has(token.lower) || caller) && !loose && !beyond && !(topic && token.lower === "with"))
      open = open || !(token.lower === "by" && trigger.verb && trigger.kind !== "visit");
    else if (index.lead.has(token.lower) || token.lower === "under") open = open || trigger.verb;
    else if (token.lower === "that" && i === trigger.last && within(mentions, i + 1, i + 4).length > 0) open = true;
    else if (!trigger.verb && token.tag === "VERB" && i - trigger.last < 9 && found.length === 0 && index.joining.has(token.lemma.toLowerCase())) open = true;
    else if (closers.has(token.lower) && doc.tokens[i - 1]?.lower !== "-")
      open = (trigger.kind === "call" || trigger.table || trigger.kind === "visit") && token.lower === "to";
    else if ((token.tag === "VERB" || token.tag === "AUX") && (found.length > 0 || !trigger.verb)) open = false;
    i++;
  }
  return found;
}

/** "received in the palace on Tuesday the commander X", "at his home today, Thursday, envoy Y": a name that no preposition of the phrases before it governs. */
function isObject({ tokens }: Doc, { first, acts }: Mention, from: number): boolean {
  if (!acts) return false;
  let k = first - 1;
  while (k > from && ["ADJ", "NOUN", "PROPN"].includes((tokens[k] as Token).tag) && (tokens[k] as Token).text !== ",") k--;
  const { tag, lower } = tokens[k] as Token;
  return lower === "," || (tag === "DET" && ["NOUN", "PROPN", "NUM"].includes(tokens[k - 1]?.tag ?? ""));
}

/** "on the margins of the summit of the union": whoever stands behind "sidelines of". */
function isRoofed({ tokens }: Doc, { first }: Mention, { margins }: RoundsIndex): boolean {
  const of = tokens[first - 1]?.tag === "DET" ? first - 2 : first - 1;
  return tokens[of]?.lower === "of" && margins.has(tokens[of - 1]?.lower ?? "") && tokens[of - 2]?.lower === "the";
}

/** "saw A in X and then B in Y": B, though what comes before it hangs on "in". */
function isNextLeg({ tokens }: Doc, { first, last }: Mention): boolean {
  const link = tokens[first - 1]?.tag === "ADV" ? first - 2 : first - 1;
  return tokens[link]?.lower === "and" && ["in", "at"].includes(tokens[last]?.lower ?? "");
}

/** The mentions before `verb` that are its subjects: none after a preposition. `from` is where the search ends. */
function subjects(doc: Doc, verb: number, from: number, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  const antecedent = relative(doc, verb, from, mentions);
  if (antecedent) return [antecedent];
  const first = joinedTo(doc, verb, from);
  const shared = first === null ? [] : subjects(doc, first, from, mentions);
  if (shared.length > 1) return shared;
  for (const mention of within(mentions, from, verb).toReversed()) {
    if (!mention.acts) continue;
    // "at the weekend he and A went": no preposition governs "he".
    const nominative = mention.form === "pronoun" && /^(?:he|she|they|we|i)$/.test((doc.tokens[mention.first] as Token).lower);
    const before = mention.first > from && !nominative && !isJoined(doc, mention.first, from) ? headBefore(doc, mention.first, from) : null;
    if (hangsOn(doc, mention, mentions)) {
      if (found.length > 0 && (found.at(-1) as Mention).first - mention.last <= 1 && doc.tokens[mention.last]?.lower === "'s") found.pop();
      continue;
    }
    if (found.length > 0 && (owns(doc, mention, found.at(-1) as Mention) || ownsByPronoun(doc, mention, found.at(-1) as Mention))) continue;
    if (found.length === 0 && (isOfOffice(doc, mention, from) || isOfDeputy(doc, mention))) continue;
    const fronted = before !== null && found.length === 0 && followsFronted(doc, mention, from, verb);
    const opens = fronted || (before !== null && ["after", "before", "since"].includes(before) && isClause(doc, mention.last, verb));
    if (before && !opens && ["in", "on", "at", "of", "for", "from", "to", "with", "about", "against", "after", "before", "by", "than"].includes(before)) {
      if (found.length > 0) break;
      continue;
    }
    found.push(mention);
    const gap = doc.tokens.slice(mention.last, found.length > 1 ? (found.at(-2) as Mention).first : verb);
    if (found.length > 1 && gap.some(({ tag }, k) => tag === "VERB" && !isTitle(gap, k))) {
      found.pop();
      break;
    }
  }
  return found.reverse();
}

/** "A and B signed a paper of C's at D and later met E": the verb before "and", whose subject they share; null where none is joined. */
function joinedTo({ tokens }: Doc, verb: number, from: number): number | null {
  let k = verb - 1;
  while (k > from && tokens[k]?.tag === "ADV") k--;
  if (tokens[k]?.lower !== "and") return null;
  for (k--; k > from; k--) {
    const before = tokens[k - 1]?.lower;
    if (tokens[k]?.tag === "VERB" && before !== "to" && before !== "-") return k;
  }
  return null;
}

/** "the secretary-general's envoy for the valley, X": who sent somebody is not there himself. */
function owns({ tokens }: Doc, { last }: Mention, owned: Mention): boolean {
  const from = tokens[last - 1]?.lower === "'s" ? last : last + 1;
  if (tokens[from - 1]?.lower !== "'s") return false;
  const gap = tokens.slice(from, owned.first);
  return gap.length > 0 && gap.every(({ tag, lower }, k) => ["NOUN", "ADJ", "PROPN", "ADP", "DET"].includes(tag) || (lower === "," && k === gap.length - 1));
}

/** "Her adviser X met": whose adviser he is does nothing. */
function ownsByPronoun({ tokens }: Doc, { first, last, form }: Mention, owned: Mention): boolean {
  if (form !== "pronoun" || !/^(?:his|her|its|their)$/.test(tokens[first]?.lower ?? "")) return false;
  const gap = tokens.slice(last, owned.first);
  return gap.length > 0 && gap.every(({ tag }) => /^(?:NOUN|ADJ|PROPN)$/.test(tag));
}

/** Words for who acts for another, before "of". */
const servants = /^(?:envoys?|advis[eo]rs?|aides?|representatives?|spokes\w+|deputy|ambassadors?|emissary|emissaries|assistants?|negotiators?)$/;

/** "A, the personal envoy of Secretary-General B, flew": B, whose envoy A is. */
function isOfOffice({ tokens }: Doc, { first }: Mention, from: number): boolean {
  let k = first - 1;
  while (k > from && k > first - 6 && (/^(?:PROPN|NOUN|ADJ|DET)$/.test(tokens[k]?.tag ?? "") || tokens[k]?.lower === "-")) k--;
  return tokens[k]?.lower === "of" && servants.test(tokens[k - 1]?.lower ?? "");
}

/** "A, B's deputy, had promised": B, whose deputy A is. */
function isOfDeputy({ tokens }: Doc, { first, last }: Mention): boolean {
  const mark = tokens[last - 1]?.lower === "'s" ? last - 1 : last;
  if (tokens[first - 1]?.lower !== "," || tokens[mark]?.lower !== "'s") return false;
  let k = mark + 1;
  while (tokens[k]?.tag === "ADJ" || tokens[k]?.tag === "NOUN") k++;
  return k > mark + 1 && tokens[k]?.lower === ",";
}

/** "Ruritania's acting premier X", "the leader known as X": a participle inside a title is no verb of its own. */
function isTitle(gap: readonly Token[], k: number): boolean {
  if (gap[k + 1]?.lower === "as") return true;
  return ["PART", "DET", "ADJ"].includes(gap[k - 1]?.tag ?? "") && ["NOUN", "ADJ"].includes(gap[k + 1]?.tag ?? "");
}

/** "after A and B had met", "after A and B officials met": nothing but helpers and names, and a noun behind "and", stands between a subject and its verb. */
function isClause({ tokens }: Doc, from: number, verb: number): boolean {
  const gap = tokens.slice(from, verb);
  const listed = gap.findIndex(({ lower }) => lower === "and");
  return gap.every(
    ({ tag, lower }, k) =>
      ["AUX", "ADV", "PROPN", "PART", "CCONJ"].includes(tag) || lower === "," || (listed === 0 && k > 0 && (tag === "ADJ" || tag === "NOUN")),
  );
}

/** "On the flight home A telephoned": the phrase that opens the clause has its own noun, and A stands right before the verb. */
function followsFronted({ tokens }: Doc, { first, last }: Mention, from: number, verb: number): boolean {
  if (tokens.slice(last, verb).some(({ tag }) => tag !== "AUX" && tag !== "ADV")) return false;
  let k = first - 1;
  while (k > from && k > first - 6 && ["NOUN", "ADJ", "ADV"].includes((tokens[k] as Token).tag)) k--;
  return k < first - 1 && tokens[k]?.tag === "DET" && k - 1 === from && tokens[from]?.tag === "ADP";
}

/** "A of B", "A of B's council": says where A is from and does nothing. */
function hangsOn(doc: Doc, { first }: Mention, mentions: readonly Mention[]): boolean {
  const at = doc.tokens[first - 1]?.lower === "the" ? first - 2 : first - 1;
  const link = doc.tokens[at]?.lower;
  if (link !== "of" && link !== "from" && link !== "for") return false;
  return within(mentions, Math.max(0, at - 12), at).some((m) => m.last === at && m.acts && m.form === "name");
}

/** "A, who met …": the name right before the pronoun. */
function relative(doc: Doc, verb: number, from: number, mentions: readonly Mention[]): Mention | null {
  for (let k = verb - 1; k > Math.max(from, verb - 5); k--) {
    const { tag, lower } = doc.tokens[k] as Token;
    if (lower === "who" || lower === "which") {
      const next = within(mentions, from, k).findLast((m) => m.acts && k - m.last <= 1);
      return (next && within(mentions, from, next.first).findLast((m) => m.acts && isApposed(doc, m, next))) ?? next ?? null;
    }
    if (!["AUX", "ADV", "PART", "VERB", "ADP"].includes(tag)) return null;
  }
  return null;
}

/** "A, an adviser to the president B, who met …": what stands between a name and "who" may be of its own apposition. */
function isApposed({ tokens }: Doc, { last }: Mention, { first }: Mention): boolean {
  const gap = tokens.slice(last, first);
  const opens = gap[0]?.lower === "," && (gap[1]?.lower === "a" || gap[1]?.lower === "an");
  return opens && gap.some(({ lower }) => lower === "to" || lower === "of") && !gap.slice(1).some(({ tag }) => tag === "VERB" || tag === "PUNCT");
}

/** "A, together with General B, met …": B does what A does. */
function isJoined({ tokens }: Doc, first: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, first - 4), first);
  const at = before.findLastIndex(({ lower }) => lower === "with");
  return at > 0 && ["together", "along", "jointly"].includes((before[at - 1] as Token).lower);
}

/** The preposition that governs a name. "In Lakeside X …" and "On Friday X …" govern their own noun and not X. */
function headBefore(doc: Doc, first: number, from: number): string | null {
  let named = false;
  let determined = false;
  for (let k = first - 1; k >= Math.max(from, first - 4); k--) {
    const { tag, lower } = doc.tokens[k] as Token;
    named ||= tag === "PROPN";
    if (determined && tag === "NOUN") return null;
    determined ||= tag === "DET";
    if (named && (lower === "in" || lower === "on" || lower === "at" || lower === "of")) return null;
    if (tag === "ADP" || tag === "SCONJ" || lower === "to") return lower;
    if (tag !== "DET" && tag !== "ADJ" && tag !== "NOUN" && tag !== "PROPN") return null;
  }
  return null;
}

/**
 * The participants that the sentence gives a trigger. `from` and `end` bound the search (other triggers of the sentence lie beyond);
 * `inherited` and `objects` are the subjects and objects of the verb before, for "called on A and saw B".
 */
export function participantsOf(
  doc: Doc,
  trigger: Trigger,
  from: number,
  end: number,
  inherited: readonly Mention[],
  objects: readonly Mention[],
  mentions: readonly Mention[],
  index: RoundsIndex,
): { subjects: Mention[]; all: Mention[] } {
  const beyond = partners(doc, trigger, end, mentions, index);
  // "brought A and B together": between the verb and its particle.
  const amid = trigger.verb ? within(mentions, trigger.first + 1, trigger.last).filter((m) => m.acts) : [];
  const right = [...amid, ...beyond];
  if (trigger.verb) {
    const own = subjects(doc, trigger.first, from, mentions).filter((m) => !objects.includes(m));
    const close = own.length > 0 ? own : inherited.length > 0 ? inherited : besides(doc, trigger.first, from, mentions);
    const left = close.length > 0 ? close : nextSubjects(doc, trigger, end, mentions);
    return { subjects: [...left], all: [...left, ...right] };
  }
  const inside = within(mentions, trigger.from, trigger.first).filter((m) => m.acts);
  const told = trigger.kind !== "visit" && right.length + inside.length === 0 ? toldAt(doc, trigger, from, end, mentions, index) : [];
  if (told.length > 1) return { subjects: told.slice(0, -1), all: told };
  const start = behindLength(doc, trigger.from, from);
  const lead = doc.tokens[start - 1]?.lower ?? "";
  const verb = governor(doc, start, from);
  const holds = verb !== null && (index.subjects.has((doc.tokens[verb] as Token).lemma.toLowerCase()) || isIn(doc, verb, start));
  const after = ["after", "during", "following", "at", "for"].includes(lead);
  const governing =
    verb !== null && (holds || after || trigger.kind === "contact") ? subjects(doc, verb, from, mentions).filter((m) => !inside.includes(m)) : [];
  const asked = verb !== null && lead === "to" && index.inviting.has((doc.tokens[verb] as Token).lemma.toLowerCase());
  if (asked) {
    const guests = within(mentions, verb, trigger.from).filter((m) => m.acts);
    return { subjects: subjects(doc, verb, from, mentions), all: [...subjects(doc, verb, from, mentions), ...guests, ...inside, ...right] };
  }
  const agents = verb !== null && after && governing.length === 0 ? agentsOf(doc, verb, start, mentions) : [];
  if (agents.length > 1) return { subjects: agents, all: [...agents, ...inside, ...right] };
  const left = holds || trigger.kind === "contact" || right.length + inside.length > 0 || governing.length > 1 ? governing : [];
  const fronted =
    left.length === 0 && ["at", "during", "in", "after", "following"].includes(lead) && trigger.from - from <= opening
      ? nextSubjects(doc, trigger, end, mentions)
      : [];
  const antecedent =
    left.length + fronted.length === 0 && (right.length > 0 || trigger.kind === "visit")
      ? (relative(doc, trigger.from, from, mentions) ?? interrupted(doc, start, lead, mentions))
      : null;
  if (antecedent) return { subjects: [antecedent], all: [antecedent, ...inside, ...right] };
  return { subjects: [...left, ...fronted], all: [...left, ...inside, ...right, ...fronted] };
}

/** "A promised B in a call this week that …", "In a call on Monday A told B that …": who spoke, and last whom he spoke to. Empty where the words are of no such two. */
function toldAt(doc: Doc, trigger: Trigger, from: number, end: number, mentions: readonly Mention[], index: RoundsIndex): Mention[] {
  const { tokens } = doc;
  if (!["in", "during", "on"].includes(tokens[trigger.from - 1]?.lower ?? "")) return [];
  const isTelling = (k: number) => tokens[k]?.tag === "VERB" && index.speakingTo.has((tokens[k] as Token).lemma.toLowerCase());
  const toldBy = (verb: number) => within(mentions, verb + 1, verb + farthestTold).find((m) => m.acts && m.form !== "adjective" && isTold(doc, verb, m));
  const before = governor(doc, trigger.from, from);
  if (before !== null && isTelling(before)) {
    const heard = toldBy(before);
    return heard && heard.last <= trigger.from ? [...subjects(doc, before, from, mentions), heard] : [];
  }
  if (trigger.from - from > opening) return [];
  const behind = verbBehind(doc, trigger, end);
  const heard = isTelling(behind) ? toldBy(behind) : undefined;
  return heard ? [...nextSubjects(doc, trigger, end, mentions), heard] : [];
}

/** "told President B": nothing but titles stands between the verb and whom it is said to. */
function isTold({ tokens }: Doc, verb: number, { first }: Mention): boolean {
  return tokens.slice(verb + 1, first).every(({ tag }) => ["NOUN", "PROPN", "ADJ", "DET"].includes(tag));
}

/** "drawn up by A and B at meetings in the capital": who did what was done at the meeting. */
function agentsOf({ tokens }: Doc, verb: number, noun: number, mentions: readonly Mention[]): Mention[] {
  const by = tokens.slice(verb, verb + 4).findIndex(({ lower }) => lower === "by");
  return by < 0 ? [] : within(mentions, verb + by, noun).filter((m) => m.acts && m.form !== "adjective");
}

/** "A, in a telephone conversation with B, called for …": the name before the comma. */
function interrupted({ tokens }: Doc, noun: number, lead: string, mentions: readonly Mention[]): Mention | null {
  if (!["in", "on", "during", "at", "after", "following"].includes(lead) || tokens[noun - 2]?.lower !== ",") return null;
  return within(mentions, Math.max(0, noun - 9), noun - 2).find((m) => m.acts && m.last === noun - 2) ?? null;
}

/** "Their delegation, with A, called on …": where no plain subject is named, those beside it. */
function besides(doc: Doc, verb: number, from: number, mentions: readonly Mention[]): Mention[] {
  const last = within(mentions, from, verb).findLast((m) => m.acts);
  if (!last || verb - last.last > 3) return [];
  return ["with", "under", "by"].includes(headBefore(doc, last.first, from) ?? "") ? [last] : [];
}

/** "In a call with B, which took place on Monday, A said", "In a call with B that lasted an hour, A said": where the clause on the call ends; `from` where none comes before the next verb. */
function relativeEnd({ tokens }: Doc, from: number, limit: number): number {
  let k = from;
  while (k < limit && !/^(?:VERB|AUX)$/.test(tokens[k]?.tag ?? "") && tokens[k]?.lower !== "which") k++;
  if (tokens[k - 1]?.lower !== "that" && (tokens[k]?.lower !== "which" || tokens[k - 1]?.lower !== ",")) return from;
  while (k < limit && tokens[k]?.lower !== ",") k++;
  return k;
}

/** The first verb behind a trigger and a clause on it; where the search ends where there is none. */
function verbBehind(doc: Doc, { last }: Trigger, end: number): number {
  const limit = Math.min(end, last + reach);
  let verb = relativeEnd(doc, last, limit);
  while (verb < limit && doc.tokens[verb]?.tag !== "VERB") verb++;
  return verb;
}

/** "At the summit on 2 March A and B floated…": the subjects of the verb after a fronted phrase. */
function nextSubjects(doc: Doc, trigger: Trigger, end: number, mentions: readonly Mention[]): Mention[] {
  if (trigger.verb && !["having", "after", "before"].includes(doc.tokens[trigger.first - 1]?.lower ?? "")) return [];
  const verb = verbBehind(doc, trigger, end);
  const objects = new Set(trigger.verb ? within(mentions, trigger.last, trigger.last + 4).map(({ actor }) => actor) : []);
  return subjects(doc, verb, trigger.last, mentions).filter(({ actor }) => !objects.has(actor));
}
