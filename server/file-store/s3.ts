// Files in a bucket of any store that speaks S3, addressed by path (https://store/bucket/key).
import { AwsClient } from "aws4fetch";
import type { S3Settings } from "@/env";
import type { FileStore } from "./store";

/** Long enough for the largest file on a slow line. */
const patience = 120_000;

export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3 });
  const ask = (key: string, init: RequestInit) =>
    client.fetch(`${endpoint}/${bucket}/${key}`, { ...init, signal: AbortSignal.timeout(patience) });
  return {
    async put(key, bytes, sha256) {
      // With its hash signed, the store refuses what was damaged on the way.
      const headers = { "content-type": "application/octet-stream", "x-amz-content-sha256": sha256 };
      const response = await ask(key, { method: "PUT", body: bytes as Uint8Array<ArrayBuffer>, headers });
      if (!response.ok) throw await failure(response, "put");
      await response.body?.cancel();
    },
    async get(key) {
      const response = await ask(key, { method: "GET" });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const error = await failure(response, "get");
      // A missing bucket answers 404 as well, and is no missing file.
      if (response.status === 404 && !error.message.includes("NoSuchBucket")) return null;
      throw error;
    },
  };
}

async function failure(response: Response, did: string): Promise<Error> {
  const words = (await response.text().catch(() => "")).slice(0, 500);
  return new Error(`the S3 store answered ${response.status} to a ${did}: ${words}`);
}
