// Every page, asked for by everybody who may and may not see it.
import { type APIRequestContext, request as requests } from "@playwright/test";
import { roles } from "@/domain/workspace";
import { database } from "@/server/database";
import { expireSessions, openSession, removeFromTeam } from "../browser-session";
import { actorOf, addMember, makeTeam } from "../cast";
import { makeExamples, pages } from "./pages";
import { expect, test } from "./team";

const ours = pages.filter(({ open }) => !open);

test("every page is for the members of its team, as far as their role goes, and for nobody else", async ({
  team,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const examples = await makeExamples(team);
  const { admin: stranger, workspaceId } = await makeTeam();
  await database().document.updateMany({ where: { workspaceId }, data: { slug: "another-paper" } });
  const [late, gone] = [
    await addMember(team.workspaceId, "ADMIN", "Late"),
    await addMember(team.workspaceId, "ADMIN", "Gone"),
  ];
  const cookies = { late: await openSession(late), gone: await openSession(gone) };
  await expireSessions(late);
  await removeFromTeam(gone);
  const asked = (cookie?: string) =>
    requests.newContext({ baseURL, extraHTTPHeaders: cookie ? { cookie } : {}, maxRedirects: 0 });
  const nobody: Record<string, APIRequestContext> = {
    "without a session": await asked(),
    "with a session that is over": await asked(cookies.late),
    "removed from the team": await asked(cookies.gone),
  };
  const outside = await asked(await openSession(stranger));

  for (const role of roles) {
    const member = await asked(await openSession(actorOf(team, role)));
    for (const { route, path, holders = roles, leadsOn } of ours) {
      const answer = await member.get(`/en${path(examples)}`);
      const wanted = holders.includes(role) ? (leadsOn ? 307 : 200) : 403;
      // What is told to one person is nobody else’s, not even an editor’s.
      const expected = route === "/notifications/[id]" && role !== "ADMIN" ? 404 : wanted;
      expect.soft(answer.status(), `${route} as ${role}`).toBe(expected);
    }
    await member.dispose();
  }
  for (const { route, path } of ours) {
    for (const [who, context] of Object.entries(nobody)) {
      const answer = await context.get(`/en${path(examples)}`);
      expect
        .soft([answer.status(), answer.headers().location], `${route} ${who}`)
        .toEqual([307, expect.stringMatching(/^\/en\/sign-in/)]);
    }
    const answer = await outside.get(`/en${path(examples)}`);
    expect.soft(answer.status(), `${route} elsewhere`).toBe(/\[|\/compare$/.test(route) ? 404 : 200);
    const text = await answer.text();
    const elsewhere = team.commitments.filter(({ id }) => !path(examples).includes(id));
    for (const { id } of elsewhere) expect.soft(text, `${route} elsewhere`).not.toContain(id);
  }
});
