import type { AccountLanguage } from '../../entities/user-account.entity.js';

/** What somebody is written about their factors, so that they learn of what another did. */
export type FactorNotice = 'added' | 'removed' | 'recovery_used' | 'recovery_made';

interface Words {
  /** Plain ASCII: the line that others may see on a screen, so it says little. */
  readonly subject: string;
  readonly said: Readonly<Record<FactorNotice, string>>;
  readonly close: string;
}

export const NOTICE_WORDS: Readonly<Record<AccountLanguage, Words>> = {
  en: {
    subject: 'Your account',
    said: {
      added: 'A second factor was added to your account.',
      removed: 'A second factor was removed from your account.',
      recovery_used: 'A recovery code was used to sign in to your account. It does not work again.',
      recovery_made: 'New recovery codes were made for your account. The old ones no longer work.',
    },
    close: 'If it was not you, change your password and tell your administrator at once.',
  },
  es: {
    subject: 'Su cuenta',
    said: {
      added: 'Se ha añadido un segundo factor a su cuenta.',
      removed: 'Se ha quitado un segundo factor de su cuenta.',
      recovery_used: 'Se ha usado un código de recuperación para entrar en su cuenta. Ya no sirve más.',
      recovery_made:
        'Se han creado códigos de recuperación nuevos para su cuenta. Los anteriores ya no sirven.',
    },
    close: 'Si no fue usted, cambie su contraseña y avise de inmediato a su administrador.',
  },
};
