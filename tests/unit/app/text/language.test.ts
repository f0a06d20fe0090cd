import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../app/text/language.ts';

describe('languageOf', () => {
  it.each([
    ['ja', '市は港の防波堤を直すと発表した。'],
    ['ja', 'ミナト'],
    ['ja', '市議会予算可決'],
    ['ja', 'USAID と OECD の GDP 報告（全文はこちら）について、市長が説明した。'],
    [
      'ja',
      'ミナト新報が伝えた https://example.com/a/very/long/path/that/goes/on/and/on/for/ever #minato_news @minato_news',
    ],
    ['en', 'The mayor said “港” means harbour in Japanese.'],
    ['en', 'Harbour budget'],
    ['ko', '시장은 항구 예산을 발표했다'],
    ['zh', '市长说这个预算是为了我们的港口'],
    ['ru', 'Мэр города рассказал о бюджете порта'],
    ['uk', 'Мер міста розповів про бюджет порту і її плани'],
    ['de', 'Der Bürgermeister hat den Haushalt für das nächste Jahr nicht vorgestellt und das ist neu'],
    ['fr', 'Le maire a présenté le budget de la ville pour les écoles et les ponts'],
    ['es', 'El alcalde dijo que el presupuesto de la ciudad es para las escuelas y los puentes'],
    ['und', ''],
    ['und', '12:30 🎉 200%'],
    ['und', 'https://example.com/story'],
    ['und', '#minato @minato_news'],
  ])('says %s of %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
