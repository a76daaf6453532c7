import { z } from "zod";

const bytes = z.string().max(20_000).regex(/^[\w-]*$/);
const credentialId = z.string().min(1).max(1400).regex(/^[\w-]+$/);
const credential = { id: credentialId, rawId: credentialId, type: z.literal("public-key"), clientExtensionResults: z.looseObject({}).default({}) };

const newCredential = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string()).optional() }),
});
const assertion = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish().transform((handle) => handle ?? undefined) }),
});

/** What a browser says when its device made a key: bytes are base64url. */
export type NewCredential = z.output<typeof newCredential>;
/** What a browser says when its device signed with a key. */
export type Assertion = z.output<typeof assertion>;

/** Reads the text of a form as a new key; null when it can't be one. */
export const readNewCredential = (text: unknown): NewCredential | null => read(newCredential, text);

/** Reads the text of a form as a signature; null when it can't be one. */
export const readAssertion = (text: unknown): Assertion | null => read(assertion, text);

function read<Schema extends z.ZodType>(schema: Schema, text: unknown): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(String(text))).data ?? null;
  } catch {
    return null;
  }
}
