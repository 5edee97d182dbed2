// Members: everybody sees who is there; admins give roles and remove, but never the last admin.
import { beforeEach, describe, expect, test } from "vitest";
import { getCommitment, setLead } from "@/server/commitments";
import { database } from "@/server/database";
import { changeRole, listMembers, removeMember } from "@/server/members";
import { addMember, eventsOf, makeTeam, names, type Team } from "../cast";

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
});

const lastAdmin = (field: string) => ({ code: "invalid", detail: { fields: { [field]: "last_admin" } } });

test("every member sees who is in the workspace", async () => {
  for (const member of [team.reader, team.analyst, team.editor, team.admin]) {
    expect((await listMembers(member)).map(({ name }) => name).sort()).toEqual(Object.values(names).sort());
  }
});

describe("a role", () => {
  test("is given by an admin, and the history says from what to what", async () => {
    await changeRole(team.admin, { memberId: team.reader.memberId, role: "EDITOR" });
    expect(await listMembers(team.admin)).toContainEqual(
      expect.objectContaining({ memberId: team.reader.memberId, role: "EDITOR" }),
    );
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "member.role_changed",
      memberId: team.admin.memberId,
      subjectId: team.reader.memberId,
      data: { name: names.READER, from: "READER", to: "EDITOR" },
    });
  });

  test("given twice is recorded once", async () => {
    const before = (await eventsOf(team.workspaceId)).length;
    await changeRole(team.admin, { memberId: team.reader.memberId, role: "READER" });
    expect(await eventsOf(team.workspaceId)).toHaveLength(before);
  });

  test("is not given by anybody else, not even to oneself", async () => {
    for (const member of [team.reader, team.analyst, team.editor]) {
      await expect(changeRole(member, { memberId: member.memberId, role: "ADMIN" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  test("of the last admin stays, until there is another", async () => {
    const { memberId } = team.admin;
    await expect(changeRole(team.admin, { memberId, role: "EDITOR" })).rejects.toMatchObject(lastAdmin("role"));
    await changeRole(team.admin, { memberId: team.editor.memberId, role: "ADMIN" });
    await changeRole(team.admin, { memberId, role: "EDITOR" });
    expect((await listMembers(team.reader)).filter(({ role }) => role === "ADMIN")).toHaveLength(1);
  });
});

describe("removing a member", () => {
  test("ends their sessions and takes them off the list; what they did stays under their name", async () => {
    const { userId, memberId } = team.analyst;
    const expiresAt = new Date(Date.now() + 3_600_000);
    await database().session.create({ data: { userId, token: `session of ${userId}`, expiresAt } });
    await removeMember(team.admin, { memberId });
    expect(await database().session.count({ where: { userId } })).toBe(0);
    expect((await listMembers(team.admin)).map((member) => member.memberId)).not.toContain(memberId);
    const events = await eventsOf(team.workspaceId);
    expect(events.at(-1)).toMatchObject({ type: "member.removed", data: { name: names.ANALYST, role: "ANALYST" } });
    expect(events.filter((event) => event.memberId === memberId)).not.toHaveLength(0);
  });

  test("leaves the commitments they led without a lead, and each history says so", async () => {
    const { memberId } = team.analyst;
    const commitmentId = team.commitments[2]?.id as string;
    const { version } = await getCommitment(team.editor, commitmentId);
    await setLead(team.editor, { commitmentId, version, leadId: memberId });
    await removeMember(team.admin, { memberId });
    expect((await getCommitment(team.reader, commitmentId)).lead).toBeNull();
    const leadEvents = (await eventsOf(team.workspaceId)).filter(({ type }) => type === "commitment.lead_changed");
    expect(leadEvents.at(-1)).toMatchObject({
      commitmentId,
      data: { from: { memberId, name: names.ANALYST }, to: null },
    });
  });

  test("is for admins alone", async () => {
    for (const member of [team.reader, team.analyst, team.editor]) {
      const { memberId } = team.admin;
      await expect(removeMember(member, { memberId })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("never takes the last admin", async () => {
    const { memberId } = team.admin;
    await expect(removeMember(team.admin, { memberId })).rejects.toMatchObject(lastAdmin("memberId"));
  });

  test("leaves an admin even when two admins remove each other at once", async () => {
    const second = await addMember(team.workspaceId, "ADMIN", "Second Admin");
    const outcomes = await Promise.allSettled([
      removeMember(team.admin, { memberId: second.memberId }),
      removeMember(second, { memberId: team.admin.memberId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("of another workspace finds nobody", async () => {
    const other = await makeTeam();
    const { memberId } = team.reader;
    await expect(removeMember(other.admin, { memberId })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeRole(other.admin, { memberId, role: "ADMIN" })).rejects.toMatchObject({ code: "not_found" });
  });
});
