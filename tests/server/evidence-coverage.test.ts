import { expect, test } from "vitest";
import { database } from "@/server/database";
import { removeEvidence } from "@/server/evidence";
import { listCoverage } from "@/server/evidence-coverage";
import { attach, makeTeam } from "../cast";

test("says of each commitment how many sources it rests on, of which kind, and what is missing", async () => {
  const team = await makeTeam();
  const add = async (number: number, name: string, changes: Record<string, unknown> = {}) => {
    const commitmentId = team.commitments[number - 1]?.id as string;
    const address = `https://example.org/${name}`;
    const { citationId } = await attach(team.analyst, commitmentId, { address, title: name, ...changes });
    return database().citation.findUniqueOrThrow({ where: { id: citationId } });
  };
  await add(1, "one", { reliability: "A" });
  await add(2, "two", { reliability: "B", credibility: "2" });
  const contra = await add(2, "contra", { stance: "CONTRADICTS" });
  await database().citation.update({ where: { id: contra.id }, data: { quoteState: "NOT_FOUND" } });
  const dead = await add(3, "dead", { stance: "CONTEXT", credibility: "1" });
  await database().evidence.update({ where: { id: dead.evidenceId }, data: { health: "UNREACHABLE" } });
  const taken = await add(4, "taken");
  await removeEvidence(team.analyst, { citationId: taken.id, version: 1 });

  const rows = await listCoverage(team.reader);
  expect(rows.map(({ commitment }) => commitment.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(rows.slice(0, 5)).toMatchObject([
    { sources: 1, SUPPORTS: 1, unrated: 0, gaps: ["ONE_SOURCE", "ONE_SIDED"] },
    { sources: 2, SUPPORTS: 1, CONTRADICTS: 1, unrated: 1, quotesMissing: 1, gaps: ["UNRATED", "QUOTES_MISSING"] },
    { sources: 1, CONTEXT: 1, dead: 1, gaps: ["ONE_SOURCE", "DEAD"] },
    { sources: 0, gaps: ["NO_SOURCE"] },
    { sources: 0, gaps: ["NO_SOURCE"] },
  ]);
});

test("another workspace sees its own commitments alone", async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  await attach(team.analyst, team.commitments[0]?.id as string);
  expect((await listCoverage(other.admin)).every(({ sources }) => sources === 0)).toBe(true);
});
