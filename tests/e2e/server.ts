// The server of the browser tests: started just as `npm start` does it, its words kept for the test that reads the set-up link.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { dataDirectory } from "./places";

await mkdir(dataDirectory, { recursive: true });
await chmod(dataDirectory, 0o711);
const log = createWriteStream(join(dataDirectory, "start.log"));
const server = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { stdio: ["ignore", "pipe", "pipe"] });
for (const stream of [server.stdout, server.stderr]) {
  stream.pipe(log, { end: false });
  stream.pipe(process.stderr);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
