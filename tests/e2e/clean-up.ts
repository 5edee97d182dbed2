// Takes away what the browser tests' server kept.
import { rm } from "node:fs/promises";
import { dataDirectory } from "./places";

export default async function cleanUp() {
  await rm(dataDirectory, { recursive: true, force: true });
}
