import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { htmlOf } from './html.js';
import { plainOf } from './plain.js';
import { type Standing, rendered } from './rendering.js';

const BODY = `# Minutes
## Roll
Present: **Ada**,
and 2 < 3 & "more"

- one
- **two** and ** three
1. first
2) second
<script>alert(1)</script> [x](javascript:y) ![z](http://z)`;

const DRAFT: Standing = {
  book: 'open',
  status: 'draft',
  edition: null,
  approvedAt: null,
  language: 'en',
  hearingTitle: 'What <schools> see',
  timeZone: 'America/Los_Angeles',
};

describe('minutes for reading', () => {
  it('are headings, lists, paragraphs and bold as HTML, and all else is text', () => {
    expect(htmlOf(BODY)).toBe(`<h1>Minutes</h1>
<h2>Roll</h2>
<p>Present: <strong>Ada</strong>,<br>
and 2 &lt; 3 &amp; &quot;more&quot;</p>
<ul>
<li>one</li>
<li><strong>two</strong> and ** three</li>
</ul>
<ol>
<li>first</li>
<li>second</li>
</ol>
<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) ![z](http://z)</p>`);
  });

  it('are plain text without marks', () => {
    expect(plainOf(BODY)).toBe(`Minutes
=======

Roll
----

Present: Ada,
and 2 < 3 & "more"

- one
- two and ** three

1. first
2. second

<script>alert(1)</script> [x](javascript:y) ![z](http://z)`);
  });

  it('hold no tag and no attribute of their own making, whatever is written', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '**',
      '# ',
      '- ',
      '1. ',
      '\n',
      '\r',
      ' ',
      'x',
      '<b onload=x>',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const html = htmlOf(parts.join(''));
        expect(html.replaceAll(/<\/?(h[1-6]|p|ul|ol|li|strong|br)>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('say in every form, first of all, whether they were approved', () => {
    const approved: Standing = {
      ...DRAFT,
      status: 'approved',
      edition: 1,
      approvedAt: new Date('2031-04-02T03:00:00Z'),
    };
    expect(rendered('x', 'markdown', DRAFT)).toBe('**DRAFT: not approved by the commission.**\n\nx');
    expect(rendered('x', 'text', approved)).toBe('APPROVED: edition 1, approved on April 1, 2031.\n\nx\n');
    expect(rendered('x', 'text', { ...approved, status: 'superseded' })).toBe(
      'SUPERSEDED: edition 1, approved on April 1, 2031, and corrected since.\n\nx\n',
    );
    expect(rendered('x', 'text', { ...DRAFT, book: 'closed' })).toMatch(/^DRAFT: .* Confidential: /);
    expect(rendered('x', 'html', DRAFT)).toBe(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Draft minutes: What &lt;schools&gt; see</title></head>
<body>
<p data-status="draft"><strong>DRAFT: not approved by the commission.</strong></p>
<main>
<p>x</p>
</main>
</body>
</html>
`);
  });
});
