import type { AccountLanguage } from '../entities/user-account.entity.js';
import type { TokenPurpose } from '../entities/account-token.entity.js';

interface Words {
  /** Plain ASCII: the line that others may see on a screen, so it says little. */
  readonly subject: string;
  readonly lead: Readonly<Record<TokenPurpose, string>>;
  readonly link: string;
  readonly token: string;
  readonly lasts: Readonly<Record<TokenPurpose, string>>;
  readonly close: Readonly<Record<TokenPurpose, string>>;
}

/** Mails tell that something waits and how to go on: no name, no role, no matter. */
export const MAIL_WORDS: Readonly<Record<AccountLanguage, Words>> = {
  en: {
    subject: 'Your account',
    lead: {
      invitation: 'An account was made for you. Choose a password to open it.',
      reset: 'Somebody asked for a new password for your account.',
    },
    link: 'Open this address:',
    token: 'Or paste this code where it is asked for:',
    lasts: {
      invitation: 'It works once, within 7 days.',
      reset: 'It works once, within an hour. Your password stays as it is until then.',
    },
    close: {
      invitation: 'If you expect no account, do nothing.',
      reset: 'If it was not you, do nothing, and tell your administrator if it happens again.',
    },
  },
  es: {
    subject: 'Su cuenta',
    lead: {
      invitation: 'Se ha creado una cuenta para usted. Elija una contraseña para abrirla.',
      reset: 'Alguien pidió una contraseña nueva para su cuenta.',
    },
    link: 'Abra esta dirección:',
    token: 'O pegue este código donde se le pida:',
    lasts: {
      invitation: 'Sirve una sola vez, durante 7 días.',
      reset: 'Sirve una sola vez, durante una hora. Hasta entonces su contraseña no cambia.',
    },
    close: {
      invitation: 'Si no espera ninguna cuenta, no haga nada.',
      reset: 'Si no fue usted, no haga nada, y avise a su administrador si se repite.',
    },
  },
};

export interface LetterParts {
  readonly purpose: TokenPurpose;
  readonly language: AccountLanguage;
  readonly link: string | undefined;
  readonly secret: string;
}

export function letterOf({ purpose, language, link, secret }: LetterParts): {
  subject: string;
  text: string;
} {
  const words = MAIL_WORDS[language];
  const paragraphs = [
    words.lead[purpose],
    ...(link === undefined ? [] : [`${words.link}\n\n${link}`]),
    `${words.token}\n\n${secret}`,
    `${words.lasts[purpose]} ${words.close[purpose]}`,
  ];
  return { subject: words.subject, text: `${paragraphs.join('\n\n')}\n` };
}
