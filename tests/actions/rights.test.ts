import { beforeAll, describe, expect, test, vi } from "vitest";
import { Refusal } from "@/domain/refusal";
import { roles } from "@/domain/workspace";
import type { MemberActor } from "@/server/auth/actor";
import { eventsOf, makeTeam, type Team } from "../cast";
import { actorOf, formOf, rights } from "../rights";

// The session is the browser's; who it belongs to is what these tests decide.
const session = vi.hoisted(() => ({ actor: null as MemberActor | null }));
vi.mock("@/server/auth/session", () => ({
  actorOrRefuse: async () => {
    if (!session.actor) throw new Refusal("unauthenticated");
    return session.actor;
  },
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const doors = rights.filter((right) => right.door);

let team: Team;
let other: Team;
beforeAll(async () => {
  team = await makeTeam();
  other = await makeTeam();
});

describe.each(doors)("at the door, $permission $when", (right) => {
  test.each(roles)("as %s", async (role) => {
    const values = await right.prepare(team, actorOf(team, role));
    const before = (await eventsOf(team.workspaceId)).length;
    session.actor = actorOf(team, role);
    const outcome = await right.door?.(formOf(values));
    const after = (await eventsOf(team.workspaceId)).length;
    if (right.holders.includes(role)) {
      expect(outcome).toMatchObject({ status: "done" });
      expect(after).toBe(before + (right.events ?? 1));
    } else {
      expect(outcome).toMatchObject({ status: "refused", code: "forbidden" });
      expect(after).toBe(before);
    }
  });

  test("as somebody who is not signed in", async () => {
    const values = await right.prepare(team, team.admin);
    session.actor = null;
    expect(await right.door?.(formOf(values))).toMatchObject({ status: "refused", code: "unauthenticated" });
  });

  test("as an admin of another workspace, it is not there", async () => {
    const values = await right.prepare(team, team.admin);
    const before = (await eventsOf(team.workspaceId)).length;
    session.actor = other.admin;
    await right.door?.(formOf(values));
    expect(await eventsOf(team.workspaceId)).toHaveLength(before);
  });
});
