// Tries to sign in are kept, shown to whoever they concern, and forgotten after a while.
import { beforeEach, expect, test, vi } from "vitest";
import { database } from "@/server/database";
import { log } from "@/server/log";
import { signIn } from "@/server/sign-in";
import { listOwnSignIns, listSignIns, sweepSignIns } from "@/server/sign-ins";
import { emailOf, makeTeam, password, type Team } from "../cast";

let team: Team;
beforeEach(async () => {
  await database().signIn.deleteMany();
  team = await makeTeam();
});

const visitor = { address: "192.0.2.7", headers: new Headers({ "user-agent": "Firefox/140.0 Linux" }) };
const tryWith = async (email: string, word: string) => signIn(visitor, { email, password: word }).catch(() => {});

test("a right and a wrong password stand on one’s own list, the newest first, with device and address", async () => {
  const email = await emailOf(team.analyst);
  await tryWith(email, "not the password");
  await tryWith(email, password);
  expect(await listOwnSignIns(team.analyst)).toMatchObject([
    { outcome: "DONE", ipAddress: "192.0.2.7", userAgent: "Firefox/140.0 Linux" },
    { outcome: "WRONG_PASSWORD" },
  ]);
  expect(await listOwnSignIns(team.editor), "nobody sees those of others").toEqual([]);
});

test("too many tries, and somebody who was removed, are told apart", async () => {
  const email = await emailOf(team.reader);
  await database().member.update({ where: { id: team.reader.memberId }, data: { removedAt: new Date() } });
  await tryWith(email, password);
  for (let tries = 0; tries < 11; tries += 1) await tryWith(email, "not the password");
  const outcomes = (await listOwnSignIns(team.reader)).map(({ outcome }) => outcome);
  expect(outcomes.slice(0, 2)).toEqual(["RATE_LIMITED", "WRONG_PASSWORD"]);
  const all = await listSignIns(team.admin, { page: 1 });
  expect(all.signIns.at(-1), "also of one who was removed").toMatchObject({ outcome: "NO_WORKSPACE" });
});

test("an address that nobody has is counted and not kept, and another team does not see ours", async () => {
  const stranger = "stranger@example.org";
  await tryWith(stranger, password);
  await tryWith(await emailOf(team.analyst), password);
  const { signIns } = await listSignIns(team.admin, { page: 1 });
  expect(signIns.map(({ name }) => name)).toEqual([expect.any(String), null]);
  expect(JSON.stringify(await database().signIn.findMany())).not.toContain(stranger);
  const other = await makeTeam();
  expect((await listSignIns(other.admin, { page: 1 })).signIns.map(({ name }) => name)).toEqual([null]);
});

test("the log has a line without address or password of the account", async () => {
  const told = vi.spyOn(log(), "warn").mockImplementation(() => {});
  const email = await emailOf(team.analyst);
  await tryWith(email, "not the password");
  expect(told.mock.calls).toEqual([
    [{ userId: team.analyst.userId, outcome: "WRONG_PASSWORD", address: "192.0.2.7" }, "sign-in"],
  ]);
  told.mockRestore();
});

test("what a browser says of itself is cut, and made such that it can be kept", async () => {
  const headers = new Headers({ "user-agent": `x${"y".repeat(2_000)}` });
  await signIn({ address: null, headers }, { email: await emailOf(team.analyst), password });
  expect((await listOwnSignIns(team.analyst))[0]?.userAgent).toHaveLength(500);
});

test("pages hold fifty, and one that is no more is the last", async () => {
  const data = Array.from({ length: 51 }, () => ({ userId: team.analyst.userId, outcome: "DONE" as const }));
  await database().signIn.createMany({ data });
  expect(await listSignIns(team.admin, { page: 1 })).toMatchObject({ page: 1, pages: 2, signIns: { length: 50 } });
  expect(await listSignIns(team.admin, { page: 9 })).toMatchObject({ page: 2, signIns: { length: 1 } });
});

test("they are gone after ninety days, those of strangers after seven", async () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  const { userId } = team.analyst;
  const ages: [string | null, number][] = [
    [userId, 91],
    [userId, 89],
    [null, 8],
    [null, 6],
  ];
  await database().signIn.createMany({
    data: ages.map(([id, days]) => ({ userId: id, outcome: "WRONG_PASSWORD" as const, at: ago(days) })),
  });
  expect(await sweepSignIns()).toBe(2);
  expect(await database().signIn.count()).toBe(2);
});
