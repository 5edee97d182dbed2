import { expect, test } from "vitest";
import { addNoteInput } from "@/domain/note";
import { databaseUrl } from "@/env";
import { checkRecords } from "@/scripts/faults/records";
import { database } from "@/server/database";
import { addNote } from "@/server/notes";
import { makeTeam } from "../../cast";

test("what is missing, and what stands without its half, is found", async () => {
  const team = await makeTeam();
  const commitmentId = team.commitments[0]?.id as string;
  const { id } = await addNote(team.analyst, addNoteInput.parse({ commitmentId, body: "كُتبت", datedOn: "2024-05-20" }));
  const note = { kind: "note", id, body: "كُتبت" } as const;
  const check = (...kept: Parameters<typeof checkRecords>[2]) => checkRecords(databaseUrl(), team.admin, kept);
  const missing = [
    { kind: "assessment", id: "none" },
    { kind: "edit", id, version: 2 },
    { kind: "copy", evidenceId: "none", sha256: "0".repeat(64) },
  ] as const;
  expect(await check(note, ...missing)).toEqual({
    lost: missing.map((each) => JSON.stringify(each)),
    halfDone: [],
    jobs: [],
  });

  const { workspaceId } = team;
  const alone = await database().note.create({
    data: { workspaceId, commitmentId, body: "وحدها", datedOn: new Date("2024-05-20") },
  });
  await database().workspace.update({ where: { id: workspaceId }, data: { eventCount: { increment: 1 } } });
  expect(await check(note)).toEqual({
    lost: [],
    halfDone: [
      `row and note.added without each other: ${alone.id}`,
      `number of an event left out or given twice: ${workspaceId}`,
      "history and rows disagree: notes of commitment 1",
    ],
    jobs: [],
  });
});
