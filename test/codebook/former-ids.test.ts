// Ids that an actor had before: they must lead to one actor that exists, and be nobody's now.
import { expect, it } from "vitest";
import { checkReferences } from "../../src/codebook/references.ts";
import { KnownActor } from "../../src/domain/codebook/actors.ts";

const actor = (id: string, formerly: string[] = []) => KnownActor.parse({ id, name: id, kind: "state", party: id, formerly });
const findings = (...actors: KnownActor[]) =>
  checkReferences({ actors: { actors }, world: { actors: [] } }, [{ ...actor("ruritania"), country: "RU" }]).map(({ message }) => message);

it("are fine where nobody else has them", () => {
  expect(findings(actor("norland", ["north-land"]), actor("southmark"))).toEqual([]);
});

it("are a fault where an actor or a state of the package has them, or two lay claim to one", () => {
  expect(findings(actor("norland", ["southmark"]), actor("southmark"))).toEqual(['the id "southmark" is in use: "southmark" has it']);
  expect(findings(actor("norland", ["ruritania"]))).toHaveLength(1);
  expect(findings(actor("norland", ["old"]), actor("southmark", ["old"]))).toEqual(['the id "old" is in use: "norland" has it']);
});

it("may be those of a state of the package whose place an actor takes, but nobody else may name it then", () => {
  const own = { ...actor("northland", ["ruritania"]), country: "RU" };
  expect(findings(own)).toEqual([]);
  expect(findings(own, { ...actor("minister"), kind: "person", party: "ruritania" })).toEqual([
    'the country code RU puts this actor in the place of "ruritania", which other entries name',
  ]);
  expect(findings({ ...own, kind: "group" }, { ...actor("minister"), party: "ruritania" })).toHaveLength(1);
});
