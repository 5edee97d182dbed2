// Invitations: who may send them, what the link does, and when it stops working.
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/server/database";
import {
  acceptInvitation,
  findInvitation,
  joinWorkspace,
  listInvitations,
  resendInvitation,
  revokeInvitation,
  sendInvitation,
} from "@/server/invitations";
import { listMembers, removeMember } from "@/server/members";
import { addMember, emailOf, eventsOf, makeTeam, password, type Team } from "../cast";

let team: Team;
let someone = 0;
const visitor = { address: null, headers: new Headers() };
const badLink = { code: "forbidden", detail: { reason: "bad_link" } };

beforeAll(async () => {
  team = await makeTeam();
});

const newAddress = () => `invited-${++someone}@example.org`;
const invite = (email = newAddress()) => sendInvitation(team.admin, { email, role: "ANALYST", locale: "ar" });

describe("an invitation", () => {
  it("is sent by admins and by nobody else", async () => {
    for (const member of [team.reader, team.analyst, team.editor]) {
      await expect(sendInvitation(member, { email: newAddress(), role: "READER", locale: "ar" })).rejects.toMatchObject(
        {
          code: "forbidden",
        },
      );
      await expect(listInvitations(member)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("shows its link for copying when there is no mail server", async () => {
    const sent = await invite();
    expect(sent.delivery).toBe("not_configured");
    expect(sent.path).toBe(`/invitations/${sent.token}`);
  });

  it("keeps no token in the database", async () => {
    const { token } = await invite();
    const rows = await database().invitation.findMany();
    expect(JSON.stringify([rows, await eventsOf(team.workspaceId)])).not.toContain(token);
  });

  it("says who invites to what before anybody signs up", async () => {
    const { token, email } = await invite();
    expect(await findInvitation(token)).toEqual({
      workspaceName: "فريق المتابعة",
      email,
      role: "ANALYST",
      hasAccount: false,
    });
  });

  it("lets a new person in, once, with the role it names", async () => {
    const { token, email } = await invite();
    await acceptInvitation({ token, name: "زينب الباحثة", password });
    const members = await listMembers(team.reader);
    expect(members).toContainEqual(expect.objectContaining({ name: "زينب الباحثة", email, role: "ANALYST" }));
    await expect(acceptInvitation({ token, name: "Another", password })).rejects.toMatchObject(badLink);
    await expect(findInvitation(token)).rejects.toMatchObject(badLink);
  });

  it("lets one person in when the link is used twice at once", async () => {
    const { token, email } = await invite();
    const tries = ["One", "Two"].map((name) => acceptInvitation({ token, name, password }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database().user.count({ where: { email } })).toBe(1);
  });

  it("leaves its sending and the joining in the history", async () => {
    const { token, email, invitationId } = await invite();
    await acceptInvitation({ token, name: "Omar", password });
    const events = await eventsOf(team.workspaceId);
    expect(events.at(-2)).toMatchObject({
      type: "invitation.sent",
      memberId: team.admin.memberId,
      subjectId: invitationId,
      data: { email, role: "ANALYST" },
    });
    expect(events.at(-1)).toMatchObject({ type: "member.joined", data: { name: "Omar", role: "ANALYST" } });
  });

  it("is refused for somebody who is a member already", async () => {
    await expect(invite(await emailOf(team.reader))).rejects.toMatchObject({
      code: "invalid",
      detail: { fields: { email: "already_member" } },
    });
  });

  it("sent again to the same address takes the place of the first", async () => {
    const first = await invite();
    const second = await sendInvitation(team.admin, { email: first.email, role: "EDITOR", locale: "fr" });
    await expect(findInvitation(first.token)).rejects.toMatchObject(badLink);
    expect(await findInvitation(second.token)).toMatchObject({ role: "EDITOR" });
    const open = await listInvitations(team.admin);
    expect(open.filter(({ email }) => email === first.email)).toHaveLength(1);
  });

  it("lapses after seven days, and a new link revives it", async () => {
    const { token, invitationId } = await invite();
    const { expiresAt } = await database().invitation.findUniqueOrThrow({ where: { id: invitationId } });
    expect((expiresAt.getTime() - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
    await database().invitation.update({ where: { id: invitationId }, data: { expiresAt: new Date() } });
    await expect(acceptInvitation({ token, name: "Late", password })).rejects.toMatchObject(badLink);
    expect(await listInvitations(team.admin)).toContainEqual(
      expect.objectContaining({ invitationId, hasLapsed: true }),
    );
    const again = await resendInvitation(team.admin, { invitationId, locale: "ar" });
    expect(await findInvitation(again.token)).toMatchObject({ role: "ANALYST" });
  });

  it("can be withdrawn, and its link stops working", async () => {
    const { token, email, invitationId } = await invite();
    await expect(revokeInvitation(team.editor, { invitationId })).rejects.toMatchObject({ code: "forbidden" });
    await revokeInvitation(team.admin, { invitationId });
    await expect(acceptInvitation({ token, name: "Late", password })).rejects.toMatchObject(badLink);
    await expect(resendInvitation(team.admin, { invitationId, locale: "ar" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await eventsOf(team.workspaceId)).at(-1)).toMatchObject({
      type: "invitation.revoked",
      data: { email, role: "ANALYST" },
    });
  });

  it("of another workspace is not there", async () => {
    const other = await makeTeam();
    const { invitationId } = await invite();
    await expect(revokeInvitation(other.admin, { invitationId })).rejects.toMatchObject({ code: "not_found" });
    await expect(resendInvitation(other.admin, { invitationId, locale: "ar" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listInvitations(other.admin)).toEqual([]);
  });
});

describe("somebody who has an account", () => {
  it("comes back by proving its password, keeping what they did under their name", async () => {
    const analyst = await addMember(team.workspaceId, "ANALYST", "Back Again");
    const email = await emailOf(analyst);
    await removeMember(team.admin, { memberId: analyst.memberId });
    const { token } = await sendInvitation(team.admin, { email, role: "EDITOR", locale: "ar" });
    expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
    await joinWorkspace(visitor, { token, password });
    expect(await listMembers(team.reader)).toContainEqual(
      expect.objectContaining({ memberId: analyst.memberId, email, role: "EDITOR" }),
    );
  });

  it("is not replaced by a new account with the same address", async () => {
    const other = await makeTeam();
    const { token } = await invite(await emailOf(other.reader));
    await expect(acceptInvitation({ token, name: "Impostor", password })).rejects.toMatchObject({
      detail: { fields: { email: "email_taken" } },
    });
    expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
  });

  it("is not let in with a wrong password, and may not try for ever", async () => {
    const other = await makeTeam();
    const { token } = await invite(await emailOf(other.reader));
    const guess = () => joinWorkspace(visitor, { token, password: "a wrong password" });
    for (let tries = 0; tries < 10; tries++) {
      await expect(guess()).rejects.toMatchObject({ detail: { fields: { password: "wrong_password" } } });
    }
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
    await expect(joinWorkspace(visitor, { token, password })).rejects.toMatchObject({ code: "rate_limited" });
  });
});
