import { Injectable } from '@nestjs/common';
import type { Assertion, Attestation } from './credential-shape.js';
import type { Party } from './relying-party.js';

/** ES256, EdDSA, RS256 (RFC 9053), in the order they are asked for. */
export const ALGORITHMS: readonly number[] = [-7, -8, -257];

export interface MadePasskey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly isBackedUp: boolean;
  readonly transports: string[];
}

export interface KnownPasskey {
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly accountId: string;
}

export interface Expected {
  readonly party: Party;
  /** What was given to be signed; base64url. */
  readonly challenge: string;
}

/** The verifying library is big and most processes never see a passkey: it is read with the first. */
const library = () => import('@simplewebauthn/server');

/** Ceremonies of WebAuthn level 2 (7.1 and 7.2). Whatever is wrong with an answer, it is not accepted; why is nobody's help. */
@Injectable()
export class Passkeys {
  async made(answer: Attestation, { party, challenge }: Expected): Promise<MadePasskey | null> {
    if (isFramed(answer) || (await tellsOfItsMaker(answer))) return null;
    const { verifyRegistrationResponse } = await library();
    const result = await verifyRegistrationResponse({
      response: { ...answer, response: { ...answer.response, transports: [] }, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    }).catch(() => null);
    if (!result?.verified) return null;
    const { credential, credentialBackedUp } = result.registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      isBackedUp: credentialBackedUp,
      transports: answer.response.transports ?? [],
    };
  }

  /** What the authenticator then says of itself; null if the answer is not this passkey's to this challenge. */
  async shown(
    answer: Assertion,
    passkey: KnownPasskey,
    { party, challenge }: Expected,
  ): Promise<Pick<MadePasskey, 'signCount' | 'isBackedUp'> | null> {
    const { userHandle, ...response } = answer.response;
    const isOthers = userHandle != null && userHandle !== userHandleOf(passkey.accountId);
    if (isOthers || isFramed(answer)) return null;
    const { verifyAuthenticationResponse } = await library();
    const result = await verifyAuthenticationResponse({
      response: { ...answer, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
      },
    }).catch(() => null);
    if (!result?.verified) return null;
    const { newCounter, credentialBackedUp } = result.authenticationInfo;
    return { signCount: newCounter, isBackedUp: credentialBackedUp };
  }
}

/** The user handle of an account: its id's 16 bytes. */
export const userHandleOf = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');

/** No page of ours is in a frame of another site's, so none of ours asked in one. */
function isFramed({ response }: Assertion | Attestation): boolean {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString());
    return typeof said === 'object' && said !== null && 'crossOrigin' in said && said.crossOrigin === true;
  } catch {
    return true;
  }
}

/**
 * We ask for no attestation, and browsers strip it. What still comes with certificates is not read: it would tell whose
 * make the device is, and the library goes out for the makers' lists of revoked ones.
 */
async function tellsOfItsMaker({ response }: Attestation): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  try {
    const told = decodeAttestationObject(
      new Uint8Array(Buffer.from(response.attestationObject, 'base64url')),
    );
    const format = told.get('fmt');
    return format !== 'none' && (format !== 'packed' || told.get('attStmt').get('x5c') !== undefined);
  } catch {
    return true;
  }
}
