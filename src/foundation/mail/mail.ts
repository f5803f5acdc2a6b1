/** One letter to one address: plain text, nothing in it that tells who opened it. */
export interface Mail {
  /** One ASCII address, without a name. */
  readonly to: string;
  /** Printable ASCII on one line. */
  readonly subject: string;
  readonly text: string;
}

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const SUBJECT = /^[\x20-\x7e]{1,120}$/;

/**
 * What is no single address or no single line cannot become a header (or another recipient) by accident.
 *
 * @throws Error that names the field, never its value
 */
export function assertMail({ to, subject }: Mail): void {
  if (to.length > 254 || !ADDRESS.test(to)) throw new Error('A mail needs one plain address');
  if (!SUBJECT.test(subject)) throw new Error('The subject of a mail is one line of ASCII');
}
