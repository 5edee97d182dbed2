// The floor of what programs read: node:http and pg alone, which run a given statement and answer with as many bytes.

import { createServer } from "node:http";
import { Pool } from "pg";
import { databaseUrl } from "@/env";
import type { BareRead } from "./floors";

const reads = JSON.parse(process.argv[2] ?? "{}") as Record<string, BareRead>;
const pool = new Pool({ connectionString: databaseUrl(), max: 10 });

const server = createServer((request, response) => {
  answer(reads[request.url ?? ""]).then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

async function answer(read: BareRead | undefined): Promise<Buffer> {
  if (!read) throw new Error("There is no such read.");
  const { rows } = await pool.query(read.sql, read.values);
  const body = Buffer.alloc(read.bytes, " ");
  body.write(JSON.stringify(rows));
  return body;
}

server.listen(0, () => {
  const address = server.address();
  if (typeof address === "object") console.log(address?.port);
});
