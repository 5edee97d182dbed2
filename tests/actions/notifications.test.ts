import { beforeEach, expect, test, vi } from "vitest";
import { chooseMail, markAllRead } from "@/actions/notifications";
import { unwatch, watch } from "@/actions/watches";
import { Refusal } from "@/domain/refusal";
import type { MemberActor } from "@/server/auth/actor";
import { getMailChoice } from "@/server/notifications";
import { isWatching } from "@/server/watches";
import { makeTeam, type Team } from "../cast";
import { formOf } from "../rights";

// As in rights.test.ts: what these doors do leaves no event, by which that test tells.
const session = vi.hoisted(() => ({ actor: null as MemberActor | null }));
vi.mock("@/server/auth/session", () => ({
  actorOrRefuse: async () => {
    if (!session.actor) throw new Refusal("unauthenticated");
    return session.actor;
  },
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));

let team: Team;
beforeEach(async () => {
  team = await makeTeam();
  session.actor = team.reader;
});

const watched = () => ({ what: "commitment", id: team.commitments[0]?.id as string }) as const;

test("watching and the choice of mail are taken from forms, for whoever is signed in", async () => {
  expect(await watch(formOf(watched()))).toMatchObject({ status: "done" });
  expect(await isWatching(team.reader, watched())).toBe(true);
  expect(await unwatch(formOf(watched()))).toMatchObject({ status: "done" });
  expect(await isWatching(team.reader, watched())).toBe(false);
  expect(await chooseMail(formOf({ mailChoice: "DAILY" }))).toMatchObject({ status: "done" });
  expect(await getMailChoice(team.reader)).toBe("DAILY");
  expect(await markAllRead(formOf({}))).toMatchObject({ status: "done" });
});

test("what is no choice is refused at its field", async () => {
  expect(await chooseMail(formOf({ mailChoice: "HOURLY" }))).toMatchObject({ fields: { mailChoice: "choose_one" } });
  expect(await watch(formOf({ what: "member", id: "-" }))).toMatchObject({ fields: { what: "choose_one" } });
});

test("nobody gets in without being signed in, nor to what belongs to another workspace", async () => {
  session.actor = null;
  for (const door of [watch, unwatch]) {
    expect(await door(formOf(watched()))).toMatchObject({ code: "unauthenticated" });
  }
  expect(await chooseMail(formOf({ mailChoice: "NEVER" }))).toMatchObject({ code: "unauthenticated" });
  expect(await markAllRead(formOf({}))).toMatchObject({ code: "unauthenticated" });
  session.actor = (await makeTeam()).admin;
  expect(await watch(formOf(watched()))).toMatchObject({ code: "not_found" });
});
