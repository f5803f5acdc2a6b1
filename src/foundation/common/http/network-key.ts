import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6, SocketAddress } from 'node:net';

const DAY_MS = 86_400_000;

/** Whom a limit counts together: one IPv4 address, or an IPv6 /64 (a household has that many addresses). */
export function networkOf(ip: string): string {
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(address)) return address;
  return expand(address).slice(0, 4).join(':');
}

/** Eight groups of a valid IPv6 address, leading zeros dropped. */
function expand(address: string): string[] {
  // SocketAddress writes any spelling in its one canonical form.
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  const [head = '', tail] = canonical.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(8 - left.length - right.length, 0);
  return [...left, ...Array<string>(gap).fill('0'), ...right];
}

/**
 * Names a network by an HMAC under a key that lives in memory and for a day, so that nothing kept by a limit can
 * be led back to an address later.
 */
export class NetworkKeys {
  private key = randomBytes(32);
  private day: number;
  private known = new WeakMap<object, { ip: string; key: string }>();

  constructor(private readonly now: () => number = Date.now) {
    this.day = this.today();
  }

  /** `connection`: what the address came by; a key is made once for each and forgotten with it. */
  keyOf(ip: string, connection: object): string {
    if (this.today() !== this.day) {
      this.day = this.today();
      this.key = randomBytes(32);
      this.known = new WeakMap();
    }
    const known = this.known.get(connection);
    // Behind a proxy one connection carries many callers.
    if (known?.ip === ip) return known.key;
    const key = this.make(ip);
    this.known.set(connection, { ip, key });
    return key;
  }

  private make(ip: string): string {
    return createHmac('sha256', this.key).update(networkOf(ip)).digest('base64');
  }

  private today(): number {
    return Math.floor(this.now() / DAY_MS);
  }
}
