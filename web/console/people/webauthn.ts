/** What browsers do with passkeys, in the texts that the server's routes take. */
import type { PasskeyChallenge } from '../../contract.ts';

/** Whether this browser has passkeys at all. */
export const hasPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** Answers undefined when the person gives up, or the device has none that fits. */
export async function sign({
  challenge,
  rp_id,
}: PasskeyChallenge): Promise<
  | { credential_id: string; client_data: string; authenticator_data: string; signature: string }
  | undefined
> {
  const made = await navigator.credentials
    .get({
      publicKey: { challenge: bytes(challenge), rpId: rp_id, userVerification: 'required' },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const response = made.response as AuthenticatorAssertionResponse;
  return {
    credential_id: text(made.rawId),
    client_data: text(response.clientDataJSON),
    authenticator_data: text(response.authenticatorData),
    signature: text(response.signature),
  };
}

/** The same for a new one, of somebody who is called so. */
export async function make(
  { challenge, rp_id, user_id = '', exclude }: PasskeyChallenge,
  user: { name: string; displayName: string },
): Promise<{ client_data: string; attestation_object: string } | undefined> {
  const made = await navigator.credentials
    .create({
      publicKey: {
        challenge: bytes(challenge),
        rp: { id: rp_id, name: 'Vitrine' },
        user: { id: bytes(user_id), ...user },
        // ES256, EdDSA, RS256.
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ alg, type: 'public-key' })),
        excludeCredentials: exclude.map((id) => ({ id: bytes(id), type: 'public-key' })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    client_data: text(response.clientDataJSON),
    attestation_object: text(response.attestationObject),
  };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (each) => each.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
