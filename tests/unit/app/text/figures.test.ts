import { expect, test } from 'vitest';
import { hasFigures } from '../../../../app/text/figures.ts';

test.each([
  '修理費は12億円',
  '全角の１２人',
  '三割が反対した',
  '死者は二百人',
  'Two million people left',
  'It rose by 4.5 percent.',
  '4月12日に閉鎖',
  '令和7年に完成',
])('%s has figures', (text) => expect(hasFigures(text)).toBe(true));

test.each([
  '',
  '市長は辞任した',
  '一部の住民が反対',
  '十分な説明がない',
  'https://t.co/a1B2c3',
  '@user123 が投稿',
  'The mayor resigned.',
])('%s has none', (text) => expect(hasFigures(text)).toBe(false));
