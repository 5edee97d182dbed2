// The set-up: one link, one first admin.
import { expect, test } from "vitest";
import { database } from "@/server/database";
import {
  firstWorkspace,
  installationSecret,
  isSetUpAwaited,
  isSetUpOpen,
  issueSetUpLink,
  setUp,
} from "@/server/installation";
import { signIn } from "@/server/sign-in";
import { eventsOf, password } from "../cast";

const visitor = { address: null, headers: new Headers() };
const person = { workspaceName: "مرصد الالتزامات", name: "سلمى المؤسسة", email: "salma@example.org", password };
const badLink = { code: "forbidden", detail: { reason: "bad_link" } };

/** In the order in which an installation lives. */
test("a new installation has one secret that every process shares", async () => {
  const [one, two] = await Promise.all([installationSecret(), installationSecret()]);
  expect(one).toBe(two);
  expect(one.length).toBeGreaterThanOrEqual(32);
});

test("it waits for its set-up, and only the latest link is good", async () => {
  expect(await isSetUpAwaited()).toBe(true);
  const older = tokenOf(await issueSetUpLink());
  const newer = tokenOf(await issueSetUpLink());
  expect(await isSetUpOpen(older)).toBe(false);
  expect(await isSetUpOpen(newer)).toBe(true);
  await expect(setUp({ ...person, token: older })).rejects.toMatchObject(badLink);
});

test("the link makes the first admin, once, even when it is used twice at once", async () => {
  const workspace = await firstWorkspace();
  const token = tokenOf(await issueSetUpLink());
  const second = { ...person, email: "second@example.org", name: "Second" };
  const outcomes = await Promise.allSettled([setUp({ ...person, token }), setUp({ ...second, token })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const members = await database().member.findMany({ where: { workspaceId: workspace.id }, include: { user: true } });
  expect(members).toMatchObject([{ role: "ADMIN" }]);
  await signIn(visitor, { email: members[0]?.user.email as string, password });
});

test("afterwards there is no other link", async () => {
  expect(await isSetUpAwaited()).toBe(false);
  expect(await issueSetUpLink()).toBeNull();
});

test("the set-up stands in the history and gives the workspace its name", async () => {
  const workspace = await database().workspace.findFirstOrThrow();
  expect(workspace.name).toBe(person.workspaceName);
  const types = (await eventsOf(workspace.id)).map(({ type }) => type);
  expect(types).toEqual(["member.joined", "workspace.set_up"]);
});

function tokenOf(path: string | null): string {
  return new URL(path ?? "", "http://here").searchParams.get("token") ?? "";
}
