/** The first is the one without a prefix in addresses. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** `/sign-in` in English, `/es/sign-in` in Spanish; the path begins with a slash. */
export function addressOf(locale: Locale, path: string): string {
  if (locale === 'en') return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** `/es/sign-in` -> Spanish, `/sign-in`. Whatever names no language is English. */
export function splitAddress(address: string): { locale: Locale; path: string } {
  const [, first = ''] = address.split('/', 2);
  if (first === 'en' || !isLocale(first)) return { locale: 'en', path: address };
  return { locale: first, path: address.slice(first.length + 1) || '/' };
}
