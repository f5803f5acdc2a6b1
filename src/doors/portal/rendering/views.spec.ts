import { describe, expect, it } from '@jest/globals';
import { openViews } from './views.js';

const given = (data: object) => ({
  t: (key: string) => key,
  address: (path: string) => path,
  asset: (name: string) => name,
  languages: [],
  islands: [],
  locale: 'en',
  title: 'Title',
  ...data,
});

describe('a view', () => {
  it('escapes whatever it is given, in text and in attributes', () => {
    const evil = `"><script>alert('1')</script>`;
    const html = openViews().render(
      'problem.njk',
      given({ title: evil, reference: evil, kind: '500', locale: evil }),
    );
    expect(html).not.toContain('<script>');
    expect(html.match(/&quot;&gt;&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('has nothing inline that a strict policy would refuse', () => {
    const html = openViews().render('home.njk', given({}));
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i);
  });
});
