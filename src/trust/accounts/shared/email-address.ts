/**
 * The address as it is looked up: upper case, width and composition do not make another one. Only ASCII ever names
 * an account, so no look-alike letter of another script can stand for somebody else's address.
 */
export function emailKeyOf(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
