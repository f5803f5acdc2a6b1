import 'express-session';
import type { SessionStage } from '../entities/account-session.entity.js';

declare module 'express-session' {
  /** What a session holds besides whose it is (`passport.user`). Ids and moments, no word of a person. */
  interface SessionData {
    stage: SessionStage;
    /** When the last secret was proved, in milliseconds since 1970: what changes an account asks for a recent one. */
    provedAt: number;
    passport: { user: string };
    /** WebAuthn: the challenge that the browser has to sign, good once and for minutes. */
    challenge: { value: string; purpose: 'assertion'; expiresAt: number };
    /** Stage `enrolment`: ids of the factors that its person had and is let set up another beside. */
    lostFactors: readonly string[];
    /** OpenID Connect: what the provider's answer is held against. */
    singleSignOn: { state: string; nonce: string; verifier: string };
  }
}
