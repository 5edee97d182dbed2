// The Prisma schema as the scripts see it: a folder of files that together are one datamodel.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const schemaFolder = join(root, "prisma", "schema");

/** The folder that holds the migrations and the snapshot of the schema they lead to. */
export const migrationsFolder = join(root, "prisma", "migrations");

/** The whole datamodel as one text, in an order that does not depend on the machine. */
export async function readSchema(folder = schemaFolder): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".prisma")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return `${texts.map((text) => text.trim()).join("\n\n")}\n`;
}

/** A fingerprint of any number of texts. */
export function fingerprint(...texts: string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex");
}
