import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { codebookAsV1, codebookV1Path, codebookV1Schema } from "@/domain/representation/codebook-v1";
import { firstCodebook } from "@/server/first-codebook";

const file = `public${codebookV1Path}`;

test("the published schema is what the code says; UPDATE_DOCS=1 writes it again", async () => {
  const schema = JSON.stringify(codebookV1Schema(), null, 2);
  if (process.env.UPDATE_DOCS) await writeFile(file, `${schema}\n`);
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(JSON.parse(schema));
});

test("describes a codebook with criteria, and tells programs every value of every scale", async () => {
  const content = firstCodebook();
  content.criteria.push({
    documentSlug: "a-text",
    commitment: 8,
    writtenAt: "2020-01-01T00:00:00.000Z",
    counts: { LIMITED: {}, SUBSTANTIAL: {}, COMPLETE: { ar: "عُقد الاجتماع." } },
  });
  const facts = { version: 2, inForce: true, publishedAt: "2020-01-01T00:00:00.000Z", publishedBy: null, reason: "…" };
  const json = JSON.parse(JSON.stringify(codebookAsV1(content, facts)));
  const published = z.fromJSONSchema(JSON.parse(await readFile(file, "utf8")));
  expect(published.safeParse(json).error).toBeUndefined();
  expect(published.safeParse({ ...json, added: "later" }).success).toBe(true);
  expect(published.safeParse({ ...json, version: 0 }).success).toBe(false);
  const [completion] = json.scales;
  expect(completion.values.map(({ code }: { code: string }) => code)).toEqual([
    "NOT_ASSESSED",
    "NO_EVIDENCE",
    "NOT_STARTED",
    "LIMITED",
    "SUBSTANTIAL",
    "COMPLETE",
  ]);
  expect(completion.source).toBe("https://www.opengovpartnership.org/glossary/completion/");
});
