// Every page there is, and how to come to an example of it: for the tests that look at all of them.
import { publishReleaseInput } from "@/domain/release";
import { publishRelease } from "@/server/releases";
import type { Team } from "../cast";

/** A team whose pages have something to show. */
export type Examples = Team & { releases: [first: string, second: string] };

/** Publishes what the pages about releases show. */
export async function makeExamples(team: Team): Promise<Examples> {
  const publish = () => publishRelease(team.editor, publishReleaseInput.parse({ documentSlug: team.documentSlug }));
  return { ...team, releases: [(await publish()).id, (await publish()).id] };
}

export type PageExample = {
  route: string;
  /** The address under the language. */
  path: (team: Examples) => string;
  /** Whether it is for people who are not signed in. */
  open?: true;
};

const firstOf = (team: Team) => team.commitments[0]?.id;

export const pages: PageExample[] = [
  { route: "/", path: () => "" },
  { route: "/activity", path: () => "/activity" },
  { route: "/commitments/[id]", path: (team) => `/commitments/${firstOf(team)}` },
  { route: "/documents/[slug]", path: (team) => `/documents/${team.documentSlug}` },
  { route: "/invitations/[token]", path: () => "/invitations/a-link-that-nobody-was-sent", open: true },
  { route: "/password-reset/[token]", path: () => "/password-reset/a-link-that-nobody-was-sent", open: true },
  { route: "/releases", path: () => "/releases" },
  { route: "/releases/[id]", path: ({ releases: [first] }) => `/releases/${first}` },
  {
    route: "/releases/compare",
    path: ({ releases: [first, second] }) => `/releases/compare?one=${first}&other=${second}`,
  },
  { route: "/reports", path: () => "/reports" },
  { route: "/set-up", path: () => "/set-up?token=a-link-that-nobody-was-sent", open: true },
  { route: "/settings", path: () => "/settings" },
  { route: "/settings/members", path: () => "/settings/members" },
  { route: "/settings/tags", path: () => "/settings/tags" },
  { route: "/settings/workspace", path: () => "/settings/workspace" },
  { route: "/sign-in", path: () => "/sign-in", open: true },
  { route: "/summary", path: () => "/summary" },
  { route: "/unavailable", path: () => "/unavailable", open: true },
];
