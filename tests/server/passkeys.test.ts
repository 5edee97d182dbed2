// Passkeys are added by their person, sign that person in, and are good only as they were made and asked for.
import { beforeEach, describe, expect, test } from "vitest";
import { mostPasskeys, type PasskeyAnswer, passkeySignInInput } from "@/domain/passkey";
import { env, setEnv } from "@/env";
import type { MemberActor } from "@/server/auth/actor";
import { database } from "@/server/database";
import { removeMember } from "@/server/members";
import { addPasskey, askForPasskey, listPasskeys, passkeySite, removePasskey, startPasskey } from "@/server/passkeys";
import { listSessions } from "@/server/sessions";
import { signInWithPasskey } from "@/server/sign-in";
import { listOwnSignIns } from "@/server/sign-ins";
import { makeAuthenticator } from "../authenticator";
import { eventsOf, makeTeam, password, type Team } from "../cast";
import { withTwoFactor } from "../codes";

let team: Team;
let analyst: MemberActor;
beforeEach(async () => {
  team = await makeTeam();
  analyst = team.analyst;
});

const right = { currentPassword: password };
const visitor = { address: null, headers: new Headers({ "user-agent": "Firefox/140.0 Linux" }) };
const wrongPasskey = { code: "invalid", detail: { reason: "wrong_passkey" } };
const latestEvent = async () => (await eventsOf(team.workspaceId)).at(-1);

async function addTo(actor: MemberActor, name = "Office laptop") {
  const device = makeAuthenticator();
  await addPasskey(actor, { name, answer: device.register(await startPasskey(actor, right)) });
  return device;
}

describe("adding one", () => {
  test("needs the password, keeps the public key, and stands in the history", async () => {
    await expect(startPasskey(analyst, { currentPassword: "not it" })).rejects.toMatchObject({
      detail: { fields: { currentPassword: "wrong_password" } },
    });
    await addTo(analyst);
    expect(await listPasskeys(analyst)).toMatchObject([{ name: "Office laptop", lastUsedAt: null }]);
    expect(await listPasskeys(team.editor)).toEqual([]);
    expect(await latestEvent()).toMatchObject({
      type: "member.passkey_added",
      data: { passkey: "Office laptop" },
      memberId: analyst.memberId,
    });
  });

  test("asks the device to keep whose it is and to ask who is there, and names those that are there already", async () => {
    await addTo(analyst);
    const options = await startPasskey(analyst, right);
    expect(options.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
    expect(options.excludeCredentials).toHaveLength(1);
  });

  test.each([
    ["by a device that did not ask who is there", { verifies: false }],
    ["for another site", { origin: "https://example.org" }],
  ])("is refused %s", async (_, habits) => {
    const answer = makeAuthenticator().register(await startPasskey(analyst, right), habits);
    await expect(addPasskey(analyst, { name: "x", answer })).rejects.toMatchObject(wrongPasskey);
  });

  test("is refused twice, for somebody else’s question, and for one that was not asked", async () => {
    const device = makeAuthenticator();
    const answer = device.register(await startPasskey(analyst, right));
    await expect(addPasskey(team.editor, { name: "x", answer })).rejects.toMatchObject(wrongPasskey);
    await addPasskey(analyst, { name: "x", answer });
    await expect(addPasskey(analyst, { name: "x", answer })).rejects.toMatchObject(wrongPasskey);
    const options = await startPasskey(team.editor, right);
    await expect(addPasskey(team.editor, { name: "x", answer: device.register(options) })).rejects.toMatchObject(
      wrongPasskey,
    );
    expect(await listPasskeys(team.editor), "a key that somebody has is nobody else’s").toEqual([]);
  });

  test("an account has twenty at most", async () => {
    const data = Array.from({ length: mostPasskeys }, (_, number) => ({
      userId: analyst.userId,
      name: `${number}`,
      credentialId: `${analyst.memberId}-${number}`,
      publicKey: new Uint8Array(1),
      counter: 0,
    }));
    await database().passkey.createMany({ data });
    await expect(startPasskey(analyst, right)).rejects.toMatchObject({ detail: { reason: "too_many_passkeys" } });
  });
});

describe("signing in with one", () => {
  test("opens a session without password or code, and remembers when", async () => {
    const device = await addTo(analyst);
    await withTwoFactor(analyst);
    await signInWithPasskey(visitor, { answer: device.authenticate(await askForPasskey()) });
    expect(await listSessions(analyst)).toMatchObject([{ userAgent: "Firefox/140.0 Linux" }]);
    expect(await listPasskeys(analyst)).toMatchObject([{ lastUsedAt: expect.any(Date) }]);
    expect(await listOwnSignIns(analyst)).toMatchObject([{ outcome: "DONE_WITH_PASSKEY" }]);
  });

  const refused = async (answer: PasskeyAnswer) =>
    expect(signInWithPasskey(visitor, { answer })).rejects.toMatchObject(wrongPasskey);

  test.each([
    ["when the device did not ask who is there", { verifies: false }],
    ["for another site", { origin: "https://example.org" }],
  ])("is refused %s", async (_, habits) => {
    const device = await addTo(analyst);
    await refused(device.authenticate(await askForPasskey(), habits));
    expect(await listOwnSignIns(analyst)).toMatchObject([{ outcome: "WRONG_PASSKEY" }]);
    expect(await listSessions(analyst)).toEqual([]);
  });

  test("an answer counts once, and only to a question of ours that is not too old", async () => {
    const device = await addTo(analyst);
    const asked = await askForPasskey();
    const answer = device.authenticate(asked);
    await signInWithPasskey(visitor, { answer });
    await refused(answer);
    await refused(device.authenticate({ ...asked, challenge: "AAAAAAAAAAAAAAAAAAAAAA" }));
    const old = await askForPasskey();
    const expiresAt = new Date(Date.now() - 1_000);
    await database().verification.updateMany({ where: { value: old.challenge }, data: { expiresAt } });
    await refused(device.authenticate(old));
  });

  test("another device’s signature, and a counter that went back, are refused", async () => {
    const device = await addTo(analyst);
    const asked = await askForPasskey();
    const { id, rawId } = device.authenticate(asked);
    await refused({ ...makeAuthenticator().authenticate(asked), id, rawId });
    await signInWithPasskey(visitor, { answer: device.authenticate(await askForPasskey(), { counter: 5 }) });
    await refused(device.authenticate(await askForPasskey(), { counter: 5 }));
  });

  test("an unknown one, and one that was removed, are refused alike", async () => {
    const device = await addTo(analyst);
    const [passkey] = await listPasskeys(analyst);
    await removePasskey(analyst, { passkeyId: passkey?.id ?? "" });
    await refused(device.authenticate(await askForPasskey()));
    await refused(makeAuthenticator().authenticate(await askForPasskey()));
    expect(await latestEvent()).toMatchObject({ type: "member.passkey_removed", data: { passkey: "Office laptop" } });
  });

  test("somebody who was removed from the team is told so, and not let in", async () => {
    const device = await addTo(analyst);
    await removeMember(team.admin, { memberId: analyst.memberId });
    const answer = device.authenticate(await askForPasskey());
    await expect(signInWithPasskey(visitor, { answer })).rejects.toMatchObject({
      code: "forbidden",
      detail: { reason: "no_workspace" },
    });
    expect(await listSessions(analyst)).toEqual([]);
  });

  test.each(["", "{", "null", "[]", '{"id":"x"}', `{"id":"${"x".repeat(2_000)}"}`])("%s is no answer", (text) => {
    expect(passkeySignInInput.safeParse({ answer: text }).success).toBe(false);
  });
});

test("others’ passkeys cannot be removed", async () => {
  await addTo(analyst);
  const [passkey] = await listPasskeys(analyst);
  await expect(removePasskey(team.admin, { passkeyId: passkey?.id ?? "" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test.each([
  ["https://iltizam.example.org", { rpID: "iltizam.example.org", origin: "https://iltizam.example.org" }],
  ["https://example.org:8443", { rpID: "example.org", origin: "https://example.org:8443" }],
  ["http://localhost:3000", { rpID: "localhost", origin: "http://localhost:3000" }],
  ["http://iltizam.example.org", null],
  ["https://192.0.2.7", null],
  ["https://[2001:db8::1]", null],
])("at %s, passkeys are good for %o", (BASE_URL, site) => {
  const before = env().BASE_URL;
  setEnv({ BASE_URL });
  expect(passkeySite()).toEqual(site);
  setEnv({ BASE_URL: before });
});
