import { notOneProof } from '../factor.errors.js';
import { type Assertion, assertionShape } from '../passkeys/credential-shape.js';
import type { SecondFactorDto } from './second-factor.dto.js';

export type Proof =
  | { readonly kind: 'totp'; readonly code: string }
  | { readonly kind: 'passkey'; readonly assertion: Assertion }
  | { readonly kind: 'recovery_code'; readonly code: string };

/** @throws DomainError 400 VALIDATION for none, or more than one */
export function proofOf({ totp, passkey, recoveryCode }: SecondFactorDto): Proof {
  const proofs: Proof[] = [];
  if (totp !== undefined) proofs.push({ kind: 'totp', code: totp });
  if (passkey !== undefined) proofs.push({ kind: 'passkey', assertion: assertionShape.parse(passkey) });
  if (recoveryCode !== undefined) proofs.push({ kind: 'recovery_code', code: recoveryCode });
  const [proof] = proofs;
  if (!proof || proofs.length > 1) throw notOneProof();
  return proof;
}
