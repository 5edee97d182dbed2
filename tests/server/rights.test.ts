import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { tokenScopes } from "@/domain/api-token-terms";
import { watchInput } from "@/domain/notification";
import { permissions } from "@/domain/permissions";
import { roles } from "@/domain/workspace";
import { getReport } from "@/server/export-formats/report";
import { writeExport } from "@/server/exports";
import { listen } from "@/server/live";
import { listNotifications } from "@/server/notifications";
import { listReleases } from "@/server/releases";
import { watch } from "@/server/watches";
import { actorOf, makeTeam, type Team } from "../cast";
import { type Right, rights } from "../rights";

const all: Right[] = [
  ...rights,
  {
    permission: "summary:export",
    holders: roles,
    prepare: async (team) => ({ slug: team.documentSlug }),
    call: (actor, values) => getReport(actor, { documentSlug: values.slug as string, locale: "ar" }),
  },
  {
    permission: "export:write",
    holders: [],
    prepare: async () => ({}),
    call: (actor) => writeExport(actor, "-", { signal: new AbortController().signal, isLast: true }),
  },
  {
    permission: "release:read",
    holders: roles,
    prepare: async (team) => ({ slug: team.documentSlug }),
    call: (actor, values) => listReleases(actor, values.slug as string),
  },
  {
    permission: "notification:read",
    holders: roles,
    prepare: async () => ({}),
    call: (actor) => listNotifications(actor),
  },
  {
    permission: "watch:set",
    holders: roles,
    prepare: async (team) => ({ id: team.commitments[0]?.id as string }),
    call: (actor, { id }) => watch(actor, watchInput.parse({ what: "commitment", id })),
  },
  {
    permission: "live:listen",
    holders: roles,
    prepare: async () => ({}),
    call: async (actor) => (await listen(actor, 0, () => {}))(),
  },
];

let team: Team;
beforeAll(async () => {
  team = await makeTeam();
});

describe.each(all)("$permission $when", (right) => {
  test.each(roles)("as %s", async (role) => {
    const actor = actorOf(team, role);
    const values = await right.prepare(team, actor);
    const attempt = right.call(actor, values);
    if (right.holders.includes(role)) await attempt;
    else await expect(attempt).rejects.toMatchObject({ name: "Refusal", code: "forbidden" });
  });
});

const readings = [
  "document:read",
  "commitment:read",
  "annotation:read",
  "codebook:read",
  "activity:read",
  "live:listen",
  "summary:export",
  "release:read",
  "member:read",
];

describe.each(all)("by an admin’s token, $permission $when", (right) => {
  test.each(tokenScopes)("with the scope %s", async (scope) => {
    const values = await right.prepare(team, team.admin);
    const program = { ...team.admin, via: "API", apiToken: { id: "-", scope } } as const;
    // Some refuse before they promise anything.
    const attempt = Promise.resolve().then(() => right.call(program, values));
    const isHeld = right.holders.includes("ADMIN") && right.permission !== "api-token:manage";
    if (isHeld && (scope === "WRITE" || readings.includes(right.permission))) await attempt;
    else await expect(attempt).rejects.toMatchObject({ name: "Refusal", code: "forbidden" });
  });
});

test("every permission of the product is in this table", () => {
  expect(new Set(all.map((right) => right.permission))).toEqual(new Set(Object.keys(permissions)));
});

test("docs/permissions.md says the same as this table", async () => {
  const lines = all.map(
    ({ permission, when, holders }) =>
      `| \`${permission}\`${when ? ` (${when})` : ""} | ${roles.map((role) => (holders.includes(role) ? "●" : "")).join(" | ")} |`,
  );
  const page = [
    "# Who may do what",
    "",
    "Printed by `tests/server/rights.test.ts`, which tries each of them; `UPDATE_DOCS=1 npm test -- unit` writes it again.",
    "",
    `| right | ${roles.map((role) => role.toLowerCase()).join(" | ")} |`,
    `| --- | ${roles.map(() => ":-:").join(" | ")} |`,
    ...lines,
    "",
  ].join("\n");
  if (process.env.UPDATE_DOCS) await writeFile("docs/permissions.md", page);
  expect(await readFile("docs/permissions.md", "utf8")).toBe(page);
});
