import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { DeviceCertificate } from "./device-certificate.ts";
import type { Assertion, NewCredential } from "../../app/features/passkeys/browser-answer.server.ts";

/** A key on a device, with how often it has signed. */
export type DeviceKey = { id: string; rpId: string; userHandle: string; privateKey: KeyObject; counter: number };

/** What may be wrong with an answer; by default all is right. */
export type Oddities = Partial<{ origin: string; challenge: string; rpId: string; userVerified: boolean; userHandle: string; counter: number; signedBy: KeyObject; type: string; certificate: DeviceCertificate }>;

type Bytes = Uint8Array<ArrayBuffer>;
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const flags = { present: 1, verified: 4, credential: 0x40 };
const ownOrigin = new URL(process.env.APP_URL ?? "http://localhost:3000").origin;

/** A device and its browser in one, made of node:crypto: ES256 keys, no attestation (Web Authentication, level 2). */
export class SoftwareAuthenticator {
  readonly keys: DeviceKey[] = [];

  /** Makes a key, as navigator.credentials.create would. `id` copies the one of somebody else. */
  make(options: PublicKeyCredentialCreationOptionsJSON, odd: Oddities & { id?: string } = {}): NewCredential {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key: DeviceKey = { id: odd.id ?? base64url(randomBytes(32)), rpId: options.rp.id!, userHandle: options.user.id, privateKey, counter: 0 };
    this.keys.push(key);
    const { x, y } = publicKey.export({ format: "jwk" });
    const cose = isoCBOR.encode(new Map<number, number | Bytes>([[1, 2], [3, -7], [-1, 1], [-2, bytesOf(x!)], [-3, bytesOf(y!)]]));
    const id = bytesOf(key.id);
    const authData = joined(authenticatorData(key, odd, flags.credential), new Uint8Array(16), new Uint8Array([id.length >> 8, id.length & 255]), id, cose);
    const clientData = clientDataOf(odd.type ?? "webauthn.create", options.challenge, odd);
    const statement = odd.certificate
      ? new Map<string, number | Bytes | Bytes[]>([["alg", -7], ["sig", signature(odd.certificate.privateKey, authData, clientData)], ["x5c", [odd.certificate.der]]])
      : new Map<string, number>();
    const attestation = isoCBOR.encode(new Map<string, string | Bytes | typeof statement>([["fmt", odd.certificate ? "packed" : "none"], ["attStmt", statement], ["authData", authData]]));
    return { ...credential(key), response: { clientDataJSON: base64url(clientData), attestationObject: base64url(attestation), transports: ["internal", "hybrid"] } };
  }

  /** Signs with its newest key, as navigator.credentials.get would. */
  use(options: PublicKeyCredentialRequestOptionsJSON, odd: Oddities = {}): Assertion {
    const key = this.keys.at(-1)!;
    key.counter = odd.counter ?? key.counter + 1;
    const authData = authenticatorData(key, odd);
    const clientData = clientDataOf(odd.type ?? "webauthn.get", options.challenge, odd);
    return {
      ...credential(key),
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authData),
        signature: base64url(signature(odd.signedBy ?? key.privateKey, authData, clientData)),
        userHandle: odd.userHandle ?? key.userHandle,
      },
    };
  }
}

const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, "base64url"));
const credential = ({ id }: DeviceKey) => ({ id, rawId: id, type: "public-key" as const, clientExtensionResults: {} });

function authenticatorData(key: DeviceKey, odd: Oddities, more = 0): Bytes {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(key.counter);
  return joined(sha256(odd.rpId ?? key.rpId), new Uint8Array([flags.present | (odd.userVerified === false ? 0 : flags.verified) | more]), counter);
}

function clientDataOf(type: string, challenge: string, odd: Oddities): string {
  return JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin: odd.origin ?? ownOrigin, crossOrigin: false });
}

function signature(by: KeyObject, authData: Uint8Array, clientData: string): Bytes {
  return new Uint8Array(sign("sha256", joined(authData, sha256(clientData)), by));
}
