import { readdir } from "node:fs/promises";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Refusal } from "@/domain/refusal";
import { roles } from "@/domain/workspace";
import type { MemberActor } from "@/server/auth/actor";
import { actorOf, eventsOf, makeTeam, type Team } from "../cast";
import { open, doors as others } from "../doors";
import { formOf, type Right, rights } from "../rights";

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
    await expectNotThere(right.door, await right.prepare(team, team.admin));
  });
});

describe.each(Object.entries(others))("at the door %s", (_, { door, holders, own, prepare }) => {
  test.each(roles)("as %s", async (role) => {
    const values = await prepare(team, actorOf(team, role));
    const before = (await eventsOf(team.workspaceId)).length;
    session.actor = actorOf(team, role);
    const outcome = await door(formOf(values));
    if (holders.includes(role)) return expect(outcome).toMatchObject({ status: "done" });
    expect(outcome).toMatchObject({ status: "refused", code: "forbidden" });
    expect(await eventsOf(team.workspaceId)).toHaveLength(before);
  });

  test("as somebody who is not signed in", async () => {
    const values = await prepare(team, team.admin);
    session.actor = null;
    expect(await door(formOf(values))).toMatchObject({ status: "refused", code: "unauthenticated" });
  });

  test("as an admin of another workspace, it is not there", async () => {
    const values = await prepare(team, team.admin);
    if (!own) return expectNotThere(door, values);
    session.actor = other.admin;
    const said = async (more: object) => ({ ...(await door(formOf({ ...values, ...more }))), value: null });
    expect(await said({})).toEqual(await said({ id: "no-such-thing" }));
  });
});

/** What names something of ours is refused as if there were no such thing; the rest is their own, and nothing of ours. */
async function expectNotThere(door: Right["door"], values: Record<string, string | string[]>): Promise<void> {
  const before = (await eventsOf(team.workspaceId)).length;
  session.actor = other.admin;
  const outcome = await door?.(formOf(values));
  const names = Object.values(values).flat();
  if (names.some((each) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(each))) {
    expect(outcome).toMatchObject({ status: "refused", code: "not_found" });
    expect(JSON.stringify(outcome)).not.toContain(names.find((each) => each.length === 36) ?? "-");
  }
  expect(await eventsOf(team.workspaceId)).toHaveLength(before);
}

test("every action there is has its door in one of the tables", async () => {
  const files = (await readdir("actions")).filter(
    (file) => !["form-action.ts", "path-after-sign-in.ts"].includes(file),
  );
  const modules = await Promise.all(files.map((file) => import(`@/actions/${file.replace(".ts", "")}.ts`)));
  const actions = modules.flatMap((module) => Object.entries(module));
  const tried = new Set<unknown>([...doors.map(({ door }) => door), ...Object.values(others).map(({ door }) => door)]);
  expect(actions.length).toBeGreaterThan(80);
  expect(actions.filter(([name, action]) => !tried.has(action) && !open.includes(name)).map(([name]) => name)).toEqual(
    [],
  );
});
