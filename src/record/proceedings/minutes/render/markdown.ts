export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: Run[][] }
  | { readonly kind: 'paragraph'; readonly lines: Run[][] };

const HEADING = /^(#{1,6}) +(.*)$/;
const BULLET = /^[-*] +(.*)$/;
const NUMBER = /^\d{1,9}[.)] +(.*)$/;

/**
 * Headings, lists, paragraphs and bold. Whatever else Markdown knows (links, images, HTML, code) is text here: minutes
 * need none of it, and what is never read can do no harm. Every line is looked at once.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    open = line === '' ? null : take(blocks, open, line);
  }
  return blocks;
}

/** The block that the next line may go on with. */
function take(blocks: Block[], open: Block | null, line: string): Block | null {
  const heading = HEADING.exec(line);
  if (heading) {
    blocks.push({ kind: 'heading', level: heading[1]!.length, runs: runsOf(heading[2]!) });
    return null;
  }
  const bullet = BULLET.exec(line);
  const item = bullet ?? NUMBER.exec(line);
  if (item) return takeItem(blocks, open, bullet === null, runsOf(item[1]!));
  if (open?.kind === 'paragraph') {
    open.lines.push(runsOf(line));
    return open;
  }
  const paragraph: Block = { kind: 'paragraph', lines: [runsOf(line)] };
  blocks.push(paragraph);
  return paragraph;
}

function takeItem(blocks: Block[], open: Block | null, ordered: boolean, runs: Run[]): Block {
  if (open?.kind === 'list' && open.ordered === ordered) {
    open.items.push(runs);
    return open;
  }
  const list: Block = { kind: 'list', ordered, items: [runs] };
  blocks.push(list);
  return list;
}

/** Between each pair of `**` it is bold; one without its fellow is two stars. */
function runsOf(line: string): Run[] {
  const parts = line.split('**');
  const last = parts.length - 1;
  const runs = parts.map((text, at): Run => {
    if (at === last && last % 2 === 1) return { text: `**${text}`, bold: false };
    return { text, bold: at % 2 === 1 };
  });
  return runs.filter(({ text }) => text !== '');
}
