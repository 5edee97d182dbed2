// What belongs to the installation as a whole: its secret, and the set-up that makes the first admin.
import { randomBytes } from "node:crypto";
import type { SetUpInput } from "@/domain/person";
import { Refusal } from "@/domain/refusal";
import { recordEvent } from "./audit";
import { admitMember, createUser } from "./auth/admission";
import { hashToken, newToken } from "./auth/tokens";
import { database, inTransaction, type Transaction } from "./database";

/** The secret that signs sessions and actions; made once and shared by all processes on this database. */
export async function installationSecret(): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await database().installation.createMany({ data: { id: 1, secret }, skipDuplicates: true });
  const kept = await database().installation.findUniqueOrThrow({ where: { id: 1 } });
  return kept.secret;
}

/** The path of a fresh one-time link that makes the first admin; null once somebody has used one. Older links stop working. */
export async function issueSetUpLink(): Promise<string | null> {
  await installationSecret();
  const { token, tokenHash } = newToken();
  const issued = await database().installation.updateMany({
    where: { id: 1, setUpAt: null },
    data: { setUpTokenHash: tokenHash },
  });
  return issued.count === 1 ? `/set-up?token=${token}` : null;
}

/** Whether a set-up link is still good. */
export async function isSetUpOpen(token: string): Promise<boolean> {
  return (
    (await database().installation.count({ where: { id: 1, setUpAt: null, setUpTokenHash: hashToken(token) } })) === 1
  );
}

/** Whether nobody has set the product up yet. */
export async function isSetUpAwaited(): Promise<boolean> {
  return (await database().installation.count({ where: { id: 1, setUpAt: null } })) === 1;
}

/** The workspace that the seed fills and the set-up hands over; made on first call. */
export async function firstWorkspace(): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    await lockInstallation(tx);
    return (
      (await tx.workspace.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } })) ??
      (await tx.workspace.create({ data: { name: "التزام" }, select: { id: true } }))
    );
  });
}

/** Makes the first admin of the first workspace; the link works once. Refuses: forbidden (reason bad_link), invalid (email, password). */
export function setUp(input: SetUpInput): Promise<void> {
  return inTransaction(async (tx) => {
    await lockInstallation(tx);
    const installation = await tx.installation.findUnique({ where: { id: 1 } });
    if (!installation || installation.setUpAt || installation.setUpTokenHash !== hashToken(input.token)) {
      throw new Refusal("forbidden", { reason: "bad_link" });
    }
    const workspace = await tx.workspace.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } });
    if (!workspace) throw new Error("the seed has made no workspace");
    const user = await createUser(tx, input);
    const admin = await admitMember(tx, user, { workspaceId: workspace.id, role: "ADMIN" });
    await tx.workspace.update({ where: { id: workspace.id }, data: { name: input.workspaceName } });
    await tx.installation.update({ where: { id: 1 }, data: { setUpAt: new Date(), setUpTokenHash: null } });
    await recordEvent(tx, admin, { type: "workspace.set_up", data: { name: input.workspaceName } });
  });
}

function lockInstallation(tx: Transaction) {
  return tx.$executeRaw`SELECT pg_advisory_xact_lock(20191114)`;
}
