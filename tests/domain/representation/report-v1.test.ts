import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { reportV1Path, reportV1Schema } from "@/domain/representation/report-v1";

const file = `public${reportV1Path}`;

test("the published schema is what the code says; UPDATE_DOCS=1 writes it again", async () => {
  const schema = JSON.stringify(reportV1Schema(), null, 2);
  if (process.env.UPDATE_DOCS) await writeFile(file, `${schema}\n`);
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(JSON.parse(schema));
});

test("it is of draft 2020-12 and open to properties that a later release adds", async () => {
  const text = await readFile(file, "utf8");
  expect(JSON.parse(text)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { schemaVersion: { const: 1 } },
    required: expect.arrayContaining(["$schema", "schemaVersion", "language", "asOf", "document", "counts"]),
  });
  expect(text).not.toContain("additionalProperties");
});
