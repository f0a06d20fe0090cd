import { mkdtemp } from 'node:fs/promises';
import { launchChromium } from './e2e/hosts/chromium.ts';
import { startServer, stopServer } from './e2e/hosts/web.ts';
const data = await mkdtemp('/tmp/look-');
const server = await startServer(['--data', data, '/work/shared/dumps/roshia-250208.txt']);
const browser = await launchChromium();
const shot = async (name: string, o: any, steps: (p: any) => Promise<void>) => {
  const c = await browser.newContext({ viewport: { width: o.w ?? 1440, height: 900 }, locale: o.locale ?? 'en-US', colorScheme: o.dark ? 'dark' : 'light' });
  const p = await c.newPage(); p.on('pageerror', (e: any) => console.log(name, 'ERR', e.message));
  await p.goto(server.url); await p.locator('#stories [role=option]').first().waitFor(); await p.waitForTimeout(800);
  try { await steps(p); } catch (e: any) { console.log(name, e.message.slice(0, 300)); }
  await p.waitForTimeout(500); await p.screenshot({ path: `/tmp/look/${name}.png` }); await c.close();
};
await shot('main-en', {}, async (p) => { await p.keyboard.press('j'); });
await shot('trans-ja', { locale: 'ja-JP', dark: true }, async (p) => { await p.locator('#reading').focus(); for (let i = 0; i < 13; i++) { if (await p.locator('.columns').count()) break; await p.keyboard.press('j'); await p.waitForTimeout(300); } await p.keyboard.press('Alt+3'); });
await shot('palette', {}, async (p) => { await p.keyboard.press('Control+k'); });
await shot('keys-ja', { locale: 'ja-JP' }, async (p) => { await p.keyboard.press('?'); });
await shot('narrow', { w: 800 }, async (p) => { await p.keyboard.press('j'); });
await browser.close(); await stopServer(server);
