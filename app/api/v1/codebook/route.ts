// The codebook for programs: ?version=…, or the one in force.
import { z } from "zod";
import { version } from "@/domain/input";
import { codebookAsV1, codebookV1Path } from "@/domain/representation/codebook-v1";
import { getCodebook, listCodebookVersions } from "@/server/codebooks";
import { endpoint, parseQuery } from "../_http/endpoint";

const codebookQuery = z.object({ version: version.optional() });

export const GET = endpoint(async (actor, request) => {
  const asked = parseQuery(codebookQuery, request);
  const { number, content, publishedAt, by, reason } = await getCodebook(actor, asked.version);
  const [latest] = await listCodebookVersions(actor);
  const facts = {
    version: number,
    inForce: number === latest?.number,
    publishedAt: publishedAt?.toISOString() ?? null,
    publishedBy: by?.name ?? null,
    reason,
  };
  return Response.json(codebookAsV1(content, facts), {
    headers: { link: `<${codebookV1Path}>; rel="describedby"`, "cache-control": "private, no-cache" },
  });
});
