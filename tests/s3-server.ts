// A small store that speaks S3 for tests: it takes only what is signed with its key (AWS Signature Version 4), and keeps files in memory.
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

const key = { id: "AKIDFORTESTS", secret: "a secret for tests" };

/** What to set so that the store is used, the files by path, and how to stop it. */
export async function startS3Server() {
  const files = new Map<string, Uint8Array>();
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = request.url ?? "";
    const say = (status: number, answer: string | Uint8Array = "") => response.writeHead(status).end(answer);
    if (!isSigned(request)) return say(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    if (request.method === "PUT") {
      if (request.headers["x-amz-content-sha256"] !== sha256(body)) return say(400, "XAmzContentSHA256Mismatch");
      files.set(path, body);
      return say(200);
    }
    const file = files.get(path);
    return file ? say(200, file) : say(404, "<Error><Code>NoSuchKey</Code></Error>");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const settings = {
    S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    S3_BUCKET: "kept-files",
    S3_ACCESS_KEY_ID: key.id,
    S3_SECRET_ACCESS_KEY: key.secret,
  };
  return { files, settings, stop: () => new Promise((done) => server.close(done)) };
}

/** docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function isSigned({ method, url = "", headers }: IncomingMessage): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? "",
    );
  if (!given) return false;
  const [, id, day = "", region = "", signed = "", signature] = given;
  const canonical = [
    method,
    url,
    "",
    ...signed.split(";").map((name) => `${name}:${headers[name]}`),
    "",
    signed,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const signing = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${key.secret}`);
  return id === key.id && signed.includes("host") && hmac(signing, toSign).toString("hex") === signature;
}

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const hmac = (secret: string | Buffer, text: string): Buffer => createHmac("sha256", secret).update(text).digest();
