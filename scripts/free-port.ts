// A port that nobody listens on.
import { type AddressInfo, createServer } from "node:net";

/** One that is free at this moment; somebody else may take it in the next. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening, fail) => probe.once("error", fail).listen(0, listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
