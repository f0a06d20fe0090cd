import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './lib/paths.mjs';

/** Draws resources/icons/icon.svg as the PNG files that the systems want. Run it after a change of the drawing. */
const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

const { chromium } = createRequire(inRoot('package.json'))('playwright');
const executablePath = process.env.URATORI_CHROMIUM;
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
const svg = readFileSync(inRoot('resources/icons/icon.svg'), 'utf8');
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  writeFileSync(
    inRoot(`resources/icons/${size}x${size}.png`),
    await page.screenshot({ omitBackground: true }),
  );
}
await browser.close();
