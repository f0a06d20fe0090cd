import { types } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
if (!(await types()).ok) process.exitCode = 1;
