// Commitments are chosen from a list, and by their numbers where there are too many to list.
import { beforeAll, expect, test } from "vitest";
import { annotateInput } from "@/domain/annotation";
import { citeSourceInput } from "@/domain/evidence";
import { listActivity, listActivityChoices } from "@/server/activity";
import { listAnnotationChoices } from "@/server/annotation-choices";
import { annotate } from "@/server/annotations";
import { findCommitmentId } from "@/server/commitments";
import { database } from "@/server/database";
import { citeSource } from "@/server/evidence";
import { listLibrary, listLibraryChoices } from "@/server/evidence-library";
import { getSource } from "@/server/evidence-sources";
import { aLongText, attach, makeTeam, type Team } from "../cast";

let team: Team;
let long: { id: string; slug: string };
let evidenceId: string;
beforeAll(async () => {
  team = await makeTeam();
  const { citationId } = await attach(team.analyst, team.commitments[0]?.id as string);
  evidenceId = (await database().citation.findUniqueOrThrow({ where: { id: citationId } })).evidenceId;
});

test("eight are listed wherever one is chosen", async () => {
  const { documentId } = await database().commitment.findFirstOrThrow({ where: { workspaceId: team.workspaceId } });
  const lists = [
    (await listAnnotationChoices(team.analyst, documentId)).commitments,
    (await listLibraryChoices(team.analyst)).commitments,
    (await listActivityChoices(team.analyst)).commitments,
  ];
  for (const list of lists) expect(list?.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect((await getSource(team.analyst, evidenceId)).citable).toHaveLength(7);
});

test("of more than two hundred none is listed", async () => {
  long = await aLongText(team, 201, { commitments: true });
  expect((await listAnnotationChoices(team.analyst, long.id)).commitments).toBeNull();
  expect((await listLibraryChoices(team.analyst)).commitments).toBeNull();
  expect((await listActivityChoices(team.analyst)).commitments).toBeNull();
  expect((await getSource(team.analyst, evidenceId)).citable).toBeNull();
});

test("a link names the number of a commitment of the same document", async () => {
  const passage = await database().passage.findFirstOrThrow({
    where: { paragraph: { documentId: long.id, ordinal: 3 } },
  });
  const targets = JSON.stringify([{ passageId: passage.id, start: 0, end: 4, exact: passage.text.slice(0, 4) }]);
  const given = { targets, motivation: "LINKING" };
  // Of the two fields, the list of sources was left empty.
  const { id } = await annotate(team.analyst, annotateInput.parse({ ...given, link: ["", "150"] }));
  const commitmentId = await findCommitmentId(team.analyst, { slug: long.slug, number: 150 });
  expect(await database().annotation.findUnique({ where: { id } })).toMatchObject({ commitmentId });
  await expect(annotate(team.analyst, annotateInput.parse({ ...given, link: "202" }))).rejects.toMatchObject({
    detail: { fields: { link: "no_such_commitment" } },
  });
  expect(annotateInput.safeParse({ ...given, link: ["", ""] }).success).toBe(false);
});

test("a source is cited for one, and found by it; so is the history", async () => {
  const commitmentId = await findCommitmentId(team.analyst, { slug: long.slug, number: 77 });
  await database().document.update({ where: { id: long.id }, data: { adoptedOn: new Date("2030-01-01") } });
  await citeSource(team.analyst, citeSourceInput.parse({ evidenceId, commitmentId: "77", stance: "SUPPORTS" }));
  const { sources } = await listLibrary(team.reader, { commitment: "77" });
  expect(sources).toMatchObject([{ evidenceId }]);
  expect((await listLibrary(team.reader, { commitment: "78" })).sources).toEqual([]);
  const { lines } = await listActivity(team.reader, { commitmentId: "77" });
  expect(lines).toMatchObject([{ commitment: { id: commitmentId } }]);
  const unknown = citeSourceInput.parse({ evidenceId, commitmentId: "9999", stance: "SUPPORTS" });
  await expect(citeSource(team.analyst, unknown)).rejects.toMatchObject({
    detail: { fields: { commitmentId: "no_such_commitment" } },
  });
});
