// Prisma's schema engine as WebAssembly: it compares two datamodels without a database or a download.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const emptySchema = 'datasource db { \n provider = "postgresql" \n }';

const versionAnswer = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [5, 7, 0], // boolean, text, 32-bit integer in Prisma's numbering
  rows: [[true, "PostgreSQL 15.0", 150000]],
};

type Engine = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

let loaded: Promise<Engine> | undefined;

/** The SQL that leads from one datamodel to another; empty when they need none. */
export async function schemaDifference(from: string, to: string): Promise<string> {
  // Loaded once: the module's own code keeps views on one memory only.
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", to]] }, () => {}, silentDatabase());
  try {
    const { stdout } = await engine.diff({
      // Not the engine's own "empty": that one adds CREATE SCHEMA, which a modest database role may not run.
      from: datamodel(from.trim() ? from : emptySchema),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return isEmptyScript(stdout) ? "" : (stdout ?? "");
  } finally {
    engine.free();
  }
}

function datamodel(content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] };
}

function isEmptyScript(script: string | null): boolean {
  return (script ?? "").split("\n").every((line) => line.trim() === "" || line.startsWith("--"));
}

async function loadEngine(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const modulePath = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const engine = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as Engine;
  // Node 20 cannot import WebAssembly, so the module is put together by hand.
  const { instance } = await WebAssembly.instantiate(await readFile(modulePath.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  // The engine hands the words of a panic to this global, and dies without them when it is missing.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) } });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  return engine;
}

/** Stands in for a database: the engine asks one for its version, even to compare two datamodels. */
function silentDatabase(): object {
  const kind = { provider: "postgres", adapterName: "silent" };
  const connection = {
    ...kind,
    queryRaw: async () => ok(versionAnswer),
    getConnectionInfo: () => ok({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => ok(undefined),
  };
  return { ...kind, connect: async () => ok(connection), errorRegistry: { consumeError: () => undefined } };
}

function ok<T>(value: T) {
  return { ok: true, value };
}
