// The workspace's settings: everybody may know them, admins change them.
import { beforeEach, expect, test } from "vitest";
import { editWorkspaceInput } from "@/domain/person";
import { editWorkspace, getWorkspace } from "@/server/workspaces";
import { eventsOf, makeTeam, type Team, workspaceSettings } from "../cast";

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
});

test("every member knows the workspace's name and when a status is stale", async () => {
  for (const member of [team.reader, team.analyst, team.editor, team.admin]) {
    expect(await getWorkspace(member)).toMatchObject({
      id: team.workspaceId,
      name: "فريق المتابعة",
      staleAfterDays: 180,
    });
  }
});

test("an admin changes them, and the history says from what to what", async () => {
  await editWorkspace(team.admin, workspaceSettings({ staleAfterDays: 90, silentAfterMonths: 6 }));
  expect(await getWorkspace(team.reader)).toMatchObject({
    staleAfterDays: 90,
    silentAfterMonths: 6,
    allowsFreeTags: false,
  });
  expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
    type: "workspace.edited",
    memberId: team.admin.memberId,
    data: { changes: { staleAfterDays: { from: 180, to: 90 }, silentAfterMonths: { from: 12, to: 6 } } },
  });
});

test("saving what stands already changes nothing and records nothing", async () => {
  const before = await eventsOf(team.workspaceId);
  await editWorkspace(team.admin, workspaceSettings());
  expect(await eventsOf(team.workspaceId)).toHaveLength(before.length);
});

test("an admin who saves over another's change is shown it instead", async () => {
  await editWorkspace(team.admin, workspaceSettings({ name: "فريق آخر" }));
  await expect(editWorkspace(team.admin, workspaceSettings({ name: "Team" }))).rejects.toMatchObject({
    code: "conflict",
    detail: { current: { name: "فريق آخر", version: 2 } },
  });
});

test("nobody else changes them", async () => {
  for (const member of [team.reader, team.analyst, team.editor]) {
    await expect(editWorkspace(member, workspaceSettings({ name: "Mine", staleAfterDays: 1 }))).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

test.each(["", "0", "1.5", "-3", "3651", "soon"])("%o days is no number of days", (staleAfterDays) => {
  const parsed = editWorkspaceInput.safeParse({ ...workspaceSettings(), staleAfterDays });
  expect(parsed.success).toBe(false);
});

test.each(["", "0", "1.5", "61", "soon"])("%o months is no number of months", (silentAfterMonths) => {
  const parsed = editWorkspaceInput.safeParse({ ...workspaceSettings(), silentAfterMonths });
  expect(parsed.success).toBe(false);
});

test("review of assessments is not required until an admin says so", async () => {
  expect(await getWorkspace(team.reader)).toMatchObject({ requiresReview: false });
  await editWorkspace(team.admin, workspaceSettings({ requiresReview: true }));
  expect(await getWorkspace(team.reader)).toMatchObject({ requiresReview: true });
  expect((await eventsOf(team.workspaceId)).at(-1)?.data).toEqual({
    changes: { requiresReview: { from: false, to: true } },
  });
});
