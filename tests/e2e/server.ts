// The server of the browser tests, started just as `npm start` does it.
import { spawn } from "node:child_process";
import { chmod, mkdir } from "node:fs/promises";
import { dataDirectory } from "./places";

await mkdir(dataDirectory, { recursive: true });
await chmod(dataDirectory, 0o711);
const server = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { stdio: ["ignore", 2, 2] });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
