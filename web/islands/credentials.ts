import { bytesOf, textOf } from './base64url';

type Described = Omit<PublicKeyCredentialDescriptorJSON, 'type'> & { type: 'public-key' };

/** Asks for a passkey that is there already; the answer as JSON, as a server of WebAuthn takes it. */
export async function usePasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: described(options.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
  const credential = await navigator.credentials.get({ publicKey });
  const response = (credential as PublicKeyCredential).response as AuthenticatorAssertionResponse;
  return {
    ...common(credential as PublicKeyCredential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      ...(response.userHandle && { userHandle: textOf(response.userHandle) }),
    },
  };
}

/** Makes a new passkey on this device or key. */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: described(options.excludeCredentials),
  } as PublicKeyCredentialCreationOptions;
  const credential = await navigator.credentials.create({ publicKey });
  const response = (credential as PublicKeyCredential).response as AuthenticatorAttestationResponse;
  return {
    ...common(credential as PublicKeyCredential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports(),
    },
  };
}

function described(list: PublicKeyCredentialDescriptorJSON[] = []): PublicKeyCredentialDescriptor[] {
  return (list as Described[]).map(({ id, ...rest }) => ({
    ...rest,
    id: bytesOf(id),
  })) as PublicKeyCredentialDescriptor[];
}

function common(credential: PublicKeyCredential): object {
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}
