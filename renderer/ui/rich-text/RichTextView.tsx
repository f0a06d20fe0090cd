import { Fragment, type ReactNode } from 'react';
import type { Block, Inline, RichText } from '../../../app/rich-text.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import './rich-text.css';

/** Rich text as it reads. Text stays text: nothing in it becomes markup. */
export function RichTextView({ value }: { value: RichText }) {
  return <div className="rich-text">{value.map(numbered(block))}</div>;
}

/** Blocks and runs have no identity but their place. */
function numbered<T>(render: (item: T) => ReactNode) {
  return (item: T, index: number) => {
    const key = `${index}`;
    return <Fragment key={key}>{render(item)}</Fragment>;
  };
}

function block(value: Block): ReactNode {
  switch (value.kind) {
    case 'paragraph':
      return <p>{value.children.map(numbered(inline))}</p>;
    case 'quote':
      return <blockquote>{value.children.map(numbered(inline))}</blockquote>;
    case 'list': {
      const items = value.items.map(numbered((item: Inline[]) => <li>{item.map(numbered(inline))}</li>));
      return value.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function inline({ text, bold, italic, href }: Inline): ReactNode {
  let node: ReactNode = text;
  if (italic) node = <em>{node}</em>;
  if (bold) node = <strong>{node}</strong>;
  return href === undefined ? node : <ExternalLink url={href}>{node}</ExternalLink>;
}
