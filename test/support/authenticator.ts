import { createHash, createSign, generateKeyPairSync, KeyObject, randomBytes, webcrypto } from 'node:crypto';

/** What the server asks for, as the routes answer it. */
export interface CreationOptions {
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
  readonly challenge: string;
}

export interface RequestOptions {
  readonly rpId: string;
  readonly challenge: string;
}

/** What a browser or an authenticator may get wrong, or somebody may want it to. */
export interface Twist {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  readonly isUserVerified?: boolean;
  /** null: a key that keeps no accounts tells none. */
  readonly userHandle?: string | null;
  readonly signCount?: number;
  /** `packed`: signed by the passkey itself, or by its maker with a certificate. */
  readonly attestation?: 'self' | 'maker';
}

type Cbor = number | string | Buffer | readonly Cbor[] | ReadonlyMap<number | string, Cbor>;

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/**
 * A passkey in software (WebAuthn level 2, 6): an EC P-256 key, a counter, and the browser's part of both ceremonies.
 * Its answers are those of `PublicKeyCredential.toJSON()`.
 */
export class Authenticator {
  readonly id = randomBytes(32);
  private readonly pair: { privateKey: KeyObject; publicKey: KeyObject };
  private userHandle = '';

  /** `counts: false` is the kind that is synchronised between devices and says 0 always. */
  constructor(
    private readonly origin: string,
    private readonly counts = true,
    private signCount = 0,
  ) {
    this.pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  async create({ rp, user, challenge }: CreationOptions, twist: Twist = {}) {
    this.userHandle = user.id;
    const key = this.pair.publicKey.export({ format: 'jwk' });
    const cose = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(key.x ?? '', 'base64url')],
        [-3, Buffer.from(key.y ?? '', 'base64url')],
      ]),
    );
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, cose]);
    const authData = Buffer.concat([this.state(rp.id, twist, ATTESTED), attested]);
    const said = this.said('webauthn.create', challenge, twist);
    const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()]);
    const object = new Map<string, Cbor>([
      ['fmt', twist.attestation ? 'packed' : 'none'],
      ['attStmt', await this.statement(signed, twist)],
      ['authData', authData],
    ]);
    return this.credential({
      clientDataJSON: said.toString('base64url'),
      attestationObject: cbor(object).toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      transports: ['internal', 'hybrid'],
      publicKeyAlgorithm: -7,
    });
  }

  get({ rpId, challenge }: RequestOptions, twist: Twist = {}) {
    if (this.counts) this.signCount += 1;
    const authData = this.state(rpId, twist);
    const said = this.said('webauthn.get', challenge, twist);
    const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()]);
    return this.credential({
      clientDataJSON: said.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(this.pair.privateKey).toString('base64url'),
      userHandle: twist.userHandle === undefined ? this.userHandle : twist.userHandle,
    });
  }

  private credential<T>(response: T) {
    const id = this.id.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: { credProps: { rk: true } },
      response,
    };
  }

  private async statement(signed: Buffer, { attestation }: Twist): Promise<Map<string, Cbor>> {
    if (!attestation) return new Map();
    const maker = attestation === 'maker' ? await madeMaker() : undefined;
    const signature = createSign('sha256')
      .update(signed)
      .sign(maker?.key ?? this.pair.privateKey);
    return new Map<string, Cbor>([
      ['alg', -7],
      ['sig', signature],
      ...(maker ? [['x5c', [maker.certificate]] as const] : []),
    ]);
  }

  private said(type: string, challenge: string, twist: Twist): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? this.origin,
        crossOrigin: twist.crossOrigin ?? false,
      }),
    );
  }

  private state(rpId: string, twist: Twist, flags = 0): Buffer {
    const verified = (twist.isUserVerified ?? true) ? VERIFIED : 0;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(twist.signCount ?? this.signCount);
    const party = createHash('sha256')
      .update(twist.rpId ?? rpId)
      .digest();
    return Buffer.concat([party, Buffer.from([flags | PRESENT | verified]), counter]);
  }
}

/** A certificate as WebAuthn level 2, 8.2.1 wants it. */
async function madeMaker(): Promise<{ key: KeyObject; certificate: Buffer }> {
  // It wants the application's Reflect to be there.
  const { BasicConstraintsExtension, X509CertificateGenerator } = await import('@peculiar/x509');
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'C=US, O=Maker, OU=Authenticator Attestation, CN=Maker',
    notAfter: new Date(Date.now() + 3_600_000),
    signingAlgorithm,
    keys,
    extensions: [new BasicConstraintsExtension(false)],
  });
  return { key: KeyObject.from(keys.privateKey), certificate: Buffer.from(certificate.rawData) };
}

/** As much of RFC 8949 as an attestation needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([name, of]) => [cbor(name), cbor(of)]),
    ]);
  const list = [...(value as readonly Cbor[])];
  return Buffer.concat([head(4, list.length), ...list.map(cbor)]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
