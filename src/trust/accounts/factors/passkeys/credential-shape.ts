import { ValidateBy } from 'class-validator';
import { z } from 'zod';

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** A credential id has 1023 bytes at most (WebAuthn, 4). */
const credential = { id: base64url(1364), rawId: base64url(1364), type: z.literal('public-key') };

/**
 * What browsers write of a credential (`PublicKeyCredential.toJSON()`, WebAuthn level 3, 5.1.8). They add fields as
 * the standard grows: what is not used is passed over, not refused.
 */
export const assertionShape = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(8192),
    authenticatorData: base64url(8192),
    signature: base64url(4096),
    userHandle: base64url(128).nullish(),
  }),
});

export const attestationShape = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(8192),
    attestationObject: base64url(32_768),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,32}$/))
      .max(16)
      .optional(),
  }),
});

export type Assertion = z.infer<typeof assertionShape>;
export type Attestation = z.infer<typeof attestationShape>;

export function IsCredential(shape: typeof assertionShape | typeof attestationShape): PropertyDecorator {
  return ValidateBy({
    name: 'credential',
    validator: {
      validate: (value: unknown) => shape.safeParse(value).success,
      defaultMessage: () => 'must be what PublicKeyCredential.toJSON() gives',
    },
  });
}
