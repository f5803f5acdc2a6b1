import type { Block, NoticeContent } from './notice-content.js';

/** A notice for a mail or a wall: plain lines, nothing of which means anything to a program. */
export function textOf({ heading, commission, title, blocks }: NoticeContent): string {
  const parts = [commission, heading.toUpperCase(), title, ...blocks.map(blockOf)];
  return `${parts.join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'list': {
      const items = block.items.map((item, index) => `${index + 1}. ${item.replaceAll('\n', '\n   ')}`);
      return [block.heading.toUpperCase(), ...items].join('\n');
    }
    case 'words':
      return block.heading === null ? block.text : `${block.heading.toUpperCase()}\n${block.text}`;
  }
}
