import { describe, expect, it } from '@jest/globals';
import { pageRouteOf } from '../door/page-route.js';
import { addressOf, LOCALES, splitAddress } from './locale.js';

describe('an address', () => {
  it.each(['/', '/sign-in', '/account/factors', '/escape', '/enter'])(
    'of %s is read as it was made',
    (path) => {
      for (const locale of LOCALES) expect(splitAddress(addressOf(locale, path))).toEqual({ locale, path });
    },
  );

  it('has one form a page: English has no prefix', () => {
    expect(splitAddress('/en/sign-in')).toEqual({ locale: 'en', path: '/en/sign-in' });
  });
});

describe('the route of a page', () => {
  it.each([
    ['/', '/pages/en/'],
    ['/es', '/pages/es/'],
    ['/es/sign-in', '/pages/es/sign-in'],
    ['/assets/portal.css', '/pages/assets/portal.css'],
    ['/pages/es/sign-in', '/pages/en/pages/es/sign-in'],
    ['/apiary', '/pages/en/apiary'],
  ])('for %s is %s', (path, route) => expect(pageRouteOf(path)).toBe(route));

  it('for a browser that another house sent is its own, so that a refusal can be read', () => {
    expect(pageRouteOf('/api/v1/single-sign-on/callback', 'text/html,*/*')).toBe(
      '/api/v1/single-sign-on/callback',
    );
    expect(pageRouteOf('/api/v1/single-sign-on/callback', 'application/json')).toBeUndefined();
  });

  it.each(['/api', '/api/v1/hearings', '/health/live', '/metrics'])('is none for %s', (path) =>
    expect(pageRouteOf(path)).toBeUndefined(),
  );
});
