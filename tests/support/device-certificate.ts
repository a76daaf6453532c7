import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

type Bytes = Uint8Array<ArrayBuffer>;
export type DeviceCertificate = { der: Bytes; privateKey: KeyObject };

/** One value in DER: its tag, its length, and what is in it. */
function der(tag: number, ...content: (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => (typeof part === "string" ? Buffer.from(part, "hex") : part)));
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const [sequence, set, integer, bits, text, utf8, time, yes] = [0x30, 0x31, 2, 3, 4, 0x0c, 0x18, 1];
const id = (hex: string) => der(6, hex);
const words = (value: string) => der(utf8, Buffer.from(value));
const signedWith = der(sequence, id("2a8648ce3d040302"));
const named = der(
  sequence,
  ...[["550406", "NL"], ["55040a", "Proef"], ["55040b", "Authenticator Attestation"], ["550403", "Proef"]].map(([which, value]) => der(set, der(sequence, id(which!), words(value!)))),
);

/** A certificate as the maker of a device would give it, signed by itself (X.509 version 3, ECDSA with SHA-256). */
export function deviceCertificate(): DeviceCertificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const noAuthority = der(sequence, id("551d13"), der(yes, "ff"), der(text, der(sequence)));
  const certificate = der(
    sequence, der(0xa0, der(integer, "02")), der(integer, "01"), signedWith, named,
    der(sequence, der(time, Buffer.from("20200101000000Z")), der(time, Buffer.from("20990101000000Z"))),
    named, publicKey.export({ type: "spki", format: "der" }), der(0xa3, der(sequence, noAuthority)),
  );
  const signed = der(sequence, certificate, signedWith, der(bits, "00", sign("sha256", certificate, privateKey)));
  return { der: new Uint8Array(signed), privateKey };
}
