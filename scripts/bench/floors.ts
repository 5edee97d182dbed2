// What a page and a read are held against: a Next.js app of one bare page, and node:http with pg alone.

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { childEnv } from "@/env";
import { nextCommand } from "@/scripts/build";
import { Explained, endWithUs } from "@/scripts/command-line";
import { freePort } from "@/scripts/free-port";
import { stop } from "./app";

/** The statement that a read spends its time in, and the size of the read's answer. */
export type BareRead = { sql: string; values: unknown[]; bytes: number };

/** Starts the bare routes, does `work` with the address under which each stands, and ends them. */
export async function withBareApi<Result>(
  databaseUrl: string,
  reads: Record<string, BareRead>,
  work: (address: string) => Promise<Result>,
): Promise<Result> {
  const server = endWithUs(
    spawn(process.execPath, ["--import", "tsx", "scripts/bench/bare-api.ts", JSON.stringify(reads)], {
      env: childEnv({ DATABASE_URL: databaseUrl, NODE_ENV: "production" }),
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  try {
    const port = await new Promise<string>((told, fail) => {
      server.once("exit", () => fail(new Explained("The bare routes did not start.")));
      createInterface({ input: server.stdout }).once("line", told);
    });
    return await work(`http://localhost:${port}`);
  } finally {
    await stop(server);
  }
}

/** Builds and starts a Next.js app of one page that shows nothing but text, does `work` with its address, and takes it away. */
export async function withBarePage<Result>(work: (address: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "iltizam-bare-page-"));
  try {
    await writeBarePage(folder);
    await ended(next(folder, ["build"]), "The bare page could not be built.");
    const port = await freePort();
    const server = next(folder, ["start", "--port", String(port)]);
    try {
      const address = `http://localhost:${port}`;
      await untilAnswers(`${address}/?elements=1&letters=1`);
      return await work(address);
    } finally {
      await stop(server);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As many elements and letters as it is asked for: no data, no styles, no components for the browser. */
async function writeBarePage(folder: string): Promise<void> {
  const files = {
    "package.json": '{ "type": "module" }',
    // The packages are those of Iltizam, outside the folder.
    "next.config.mjs": 'export default { poweredByHeader: false, turbopack: { root: "/" } };',
    "app/layout.js": `import { createElement } from "react";
      export default ({ children }) => createElement("html", { lang: "ar" }, createElement("body", null, children));`,
    "app/page.js": `import { createElement } from "react";
      export default async function Page({ searchParams }) {
        const { elements, letters } = await searchParams;
        const text = "ا".repeat(Number(letters));
        return Array.from({ length: Number(elements) }, (_, key) => createElement("p", { key }, text));
      }`,
  };
  await mkdir(join(folder, "app"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
}

function next(folder: string, words: string[]) {
  return endWithUs(
    spawn(process.execPath, [nextCommand, ...words], {
      cwd: folder,
      env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      stdio: "ignore",
    }),
  );
}

function ended(child: ReturnType<typeof next>, otherwise: string): Promise<void> {
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => (code === 0 ? done() : fail(new Explained(otherwise))));
  });
}

async function untilAnswers(url: string): Promise<void> {
  for (let count = 0; count < 600; count++) {
    const there = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await pause(50);
  }
  throw new Explained("The bare page did not start.");
}

/** The query of the bare page with so many elements whose answer weighs about so many bytes; throws when it is off by more than a twentieth. */
export async function sizedPage(
  address: string,
  { bytes, elements }: { bytes: number; elements: number },
): Promise<string> {
  const path = (letters: number) => `/?elements=${elements}&letters=${letters}`;
  const weigh = async (letters: number) => (await (await fetch(address + path(letters))).arrayBuffer()).byteLength;
  const [light, heavy] = [await weigh(10), await weigh(110)];
  const letters = Math.max(1, Math.round(10 + ((bytes - light) * 100) / (heavy - light)));
  const came = await weigh(letters);
  if (Math.abs(came / bytes - 1) > 0.05) {
    throw new Explained(`A bare page of ${elements} elements weighs ${came} bytes, not ${bytes}.`);
  }
  return path(letters);
}
