// Views for people who browse the exported SQLite file: rows with names in place of ids. Plain SQL that SQLite has understood for years.

export interface View {
  description: string;
  select: string;
}

/** `listed` in this order, joined by `separator`. An ordered subquery, because older releases know no order within an aggregate. */
const joined = (separator: string, listed: string): string => `(select group_concat(item, '${separator}') from (${listed}))`;

const quotesOf = (owner: string, id: string): string => joined(" … ", `select quote as item from evidence e where e.${owner} = ${id} order by e.start, e.id`);

export const views: Readonly<Record<string, View>> = {
  position_list: {
    description: "Positions to read: names beside ids, the words that show each, and where it was published.",
    select: `select p.id, p.stated_from, a.name as actor, party.name as party, t.label as topic, i.label as issue, i.proposition, p.stance, p.act, p.conditional, p.condition,
  p.hedged, p.past, target.name as target, p.attribution, speaker.name as speaker, cited.name as cited_source,
  ${quotesOf("position_id", "p.id")} as quotes,
  s.name as source, ar.title as article, ar.url, ar.published, p.stated, p.date_basis, p.confidence, p.rule, p.actor_id, p.party_id, p.issue_id, p.article_id, p.round_id
from positions p
join actors a on a.id = p.actor_id
left join actors party on party.id = p.party_id
join issues i on i.id = p.issue_id
join topics t on t.id = i.topic_id
left join actors target on target.id = p.target_id
left join actors speaker on speaker.id = p.speaker_id
left join sources cited on cited.id = p.cited_source_id
join articles ar on ar.id = p.article_id
join sources s on s.id = ar.source_id`,
  },
  round_list: {
    description: "Negotiation rounds to read: participants, agenda, and how many articles tell of each.",
    select: `select r.id, r."when", r.kind, r.status, r.format, r.place, r.country,
  ${joined("; ", "select a.name || ' (' || rp.role || ')' as item from round_participants rp join actors a on a.id = rp.actor_id where rp.round_id = r.id order by a.name, rp.role")} as participants,
  ${joined("; ", "select ri.issue_id as item from round_issues ri where ri.round_id = r.id order by ri.issue_id")} as agenda,
  (select count(distinct rr.article_id) from round_reports rr where rr.round_id = r.id) as articles,
  r.outcome, r.date_basis, r.provisional, r.when_from, r.when_to, r.latitude, r.longitude
from rounds r`,
  },
  actor_list: {
    description: "Actors to read: party, other names, and how many positions each holds.",
    select: `select a.id, a.name, a.kind, party.name as party, a.country, a.wikidata, a.provisional,
  ${joined("; ", "select aa.alias as item from actor_aliases aa where aa.actor_id = a.id order by aa.alias")} as aliases,
  (select count(*) from positions p where p.actor_id = a.id) as positions
from actors a
left join actors party on party.id = a.party_id`,
  },
  article_list: {
    description: "Articles to read, without their texts: source, and how many positions each reports.",
    select: `select ar.id, ar.published, s.name as source, ar.title, ar.author, ar.genre, ar.language, ar.text_basis, ar.url, ar.words,
  (select count(*) from positions p where p.article_id = ar.id) as positions
from articles ar
join sources s on s.id = ar.source_id`,
  },
};
