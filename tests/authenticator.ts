// A device with a passkey, for tests without a browser: it makes what WebAuthn Level 3, § 6, says that one makes.
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { PasskeyAnswer } from "@/domain/passkey";

const origin = "http://localhost:3000";
const flags = { isPresent: 0x01, isVerified: 0x04, hasKey: 0x40 };

type Habits = { origin?: string; verifies?: boolean; counter?: number };

/** A new key, with its two ceremonies; `habits` say what a device does otherwise than it should. */
export function makeAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]),
  );

  const data = (rpId: string, { verifies = true, counter = 0 }: Habits, more: number, ...rest: Uint8Array[]) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flag = flags.isPresent | (verifies ? flags.isVerified : 0) | more;
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flag]), count, ...rest]);
  };
  const said = (type: string, challenge: string, habits: Habits) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: habits.origin ?? origin, crossOrigin: false }));
  const answer = (response: Record<string, string>): PasskeyAnswer => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    response: response as PasskeyAnswer["response"],
    clientExtensionResults: {},
  });

  return {
    /** Answers what `startPasskey` asks. */
    register({ challenge, rp }: { challenge: string; rp: { id?: string } }, habits: Habits = {}): PasskeyAnswer {
      const length = Buffer.from([0, id.length]);
      const authData = data(rp.id ?? "", habits, flags.hasKey, Buffer.alloc(16), length, id, coseKey);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      return answer({
        clientDataJSON: said("webauthn.create", challenge, habits).toString("base64url"),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url"),
      });
    },
    /** Answers what `askForPasskey` asks. */
    authenticate({ challenge, rpId }: { challenge: string; rpId?: string }, habits: Habits = {}): PasskeyAnswer {
      const authData = data(rpId ?? "", habits, 0);
      const clientData = said("webauthn.get", challenge, habits);
      const hashed = createHash("sha256").update(clientData).digest();
      return answer({
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: sign("sha256", Buffer.concat([authData, hashed]), privateKey).toString("base64url"),
      });
    },
  };
}
