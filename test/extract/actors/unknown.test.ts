// Actors that the codebook does not know, made by the text alone.
import { describe, expect, it } from "vitest";
import { castOf } from "./cast-of.ts";

describe("persons that the codebook does not know", () => {
  it.each([
    ["Egyptian foreign minister Samir Talaat rejected it.", "samir-talaat", "egypt"],
    ["Bakri al-Naggar, a member of the Hamas team, rejected it.", "bakri-al-naggar", "hamas"],
    ["Tolga Yildirim of Turkey rejected it.", "tolga-yildirim", "turkiye"],
    ["The Sudanese delegation included Omar Tijani and Idris Kodi.", "omar-tijani", "sudan"],
    ["The Sudanese delegation included Omar Tijani and Idris Kodi.", "idris-kodi", "sudan"],
    ["Kenya's Wanjiru Mbogo rejected it.", "wanjiru-mbogo", "kenya"],
    ["Pero Lukin, who heads the Serbian delegation, rejected it.", "pero-lukin", "serbia"],
    ["The Armenian team was led by Vahan Torosyan.", "vahan-torosyan", "armenia"],
    ["South Korean Unification Minister Park Dong-hwa agreed.", "park-dong-hwa", "south-korea"],
  ])("%s", (text, id, party) => expect(castOf(text).entity(id)).toMatchObject({ kind: "person", provisional: true, party }));
  it("keep the role that the text gives them", () => {
    expect(castOf("Egyptian foreign minister Samir Talaat rejected it.").entity("samir-talaat")?.roles).toEqual(["Egyptian foreign minister"]);
  });
  it("are found again by surname", () => {
    expect(castOf("Samir Talaat, the Egyptian envoy, came. Talaat left at once.").words("samir-talaat")).toEqual(["Samir Talaat", "Talaat"]);
  });
  it("keep an unknown party null", () => expect(castOf("Samir Talaat told reporters that it was over.").entity("samir-talaat")?.party).toBeNull());
  it("take a party from a word of the role", () => {
    expect(castOf("The Egyptian army denied it. The army's spokesman, General Samir Talaat, laughed.").entity("samir-talaat")?.party).toBe("egypt");
  });
  it.each([
    "The Red Sea and the Golan Heights were named on Monday in January.",
    "They met at the Hilton Garden and at Camp David.",
    "The Gulf War and World War Two are history.",
    "The Multinational Force and the Special Commission are new.",
    "A Peace Plan Nobody Wants To Read",
    "The channel Al Hadath had it from a man.",
    "According to The Atlantic, nothing is settled.",
  ])("are not made of: %s", (text) => expect([...castOf(text).cast.entities.values()].filter((entity) => entity.kind === "person")).toEqual([]));
});

describe("organisations that the codebook does not know", () => {
  it("are made of a defined short form, which names them later", () => {
    const { words, entity } = castOf("The Karun People's Front (KPF) rejected the offer. The KPF wants more.");
    expect(words("karun-peoples-front")).toEqual(["The Karun People's Front", "KPF", "The KPF"]);
    expect(entity("karun-peoples-front")).toMatchObject({ kind: "organisation", party: "karun-peoples-front", provisional: true });
  });
  it("belong to the state whose adjective leads them", () => {
    expect(castOf("The Sudanese Transition Council refused.").entity("sudanese-transition-council")?.party).toBe("sudan");
  });
  it("let a known organisation's short form be defined in another language", () => {
    expect(castOf("The National Liberation Army (EPLN) came. The EPLN left.").words("national-liberation-army")).toHaveLength(3);
  });
  it("do not take an agency in a dateline for a state's short form", () => {
    expect(castOf("ADDIS ABABA, Ethiopia (QP) — Talks went on. QP asked.").words("ethiopia")).not.toContain("QP");
  });
  it("are not made of what is only named", () => expect(castOf("A seat on the Border Commission is free.").acting).toEqual([]));
});
