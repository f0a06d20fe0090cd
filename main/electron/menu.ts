import type { MenuItemConstructorOptions } from 'electron';
import type { Recent } from '../../app/contract.ts';
import type { Settings } from '../../app/settings.ts';
import { acceleratorOf } from './accelerator.ts';
import type { Texts } from './texts.ts';

/** What the menu is made of. `choose` gets the id of an action of the interface, `open` the path of a project. */
export interface MenuInput {
  texts: Texts;
  platform: NodeJS.Platform;
  keys: Settings['keys'];
  recent: readonly Recent[];
  choose: (action: string) => void;
  open: (path: string) => void;
}

/** Keys that the interface has at first; a person may have changed them. */
const KEYS: Record<string, string> = {
  'open-dump': 'Mod+o',
  'open-project': 'Mod+Shift+o',
  'save-as': 'Mod+Shift+s',
  export: 'Mod+e',
  undo: 'Mod+z',
  redo: 'Mod+Shift+z',
  find: 'Mod+f',
  'command-palette': 'Mod+k',
  settings: 'Mod+,',
};

/** The application's menu as a template. */
export function menuTemplate(input: MenuInput): MenuItemConstructorOptions[] {
  const { texts, platform } = input;
  const mac = platform === 'darwin';
  const action = (id: string, label: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...acceleratorFor(id, input),
    click: () => input.choose(id),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };

  const application: MenuItemConstructorOptions = {
    label: 'Uratori',
    submenu: [
      { role: 'about', label: texts.about },
      line,
      action('settings', texts.settings),
      line,
      { role: 'services', label: texts.services },
      line,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      line,
      { role: 'quit', label: texts.quit },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: texts.file,
    submenu: [
      action('new-project', texts.newProject),
      action('open-dump', texts.openDump),
      action('open-folder', texts.openFolder),
      action('open-project', texts.openProject),
      { label: texts.openRecent, submenu: recentItems(input) },
      line,
      action('save-as', texts.saveAs),
      action('export', texts.export),
      action('make-bundle', texts.makeBundle),
      action('verify-bundle', texts.verifyBundle),
      action('import', texts.import),
      line,
      action('close-project', texts.closeProject),
      ...(mac
        ? []
        : [line, action('settings', texts.settings), line, { role: 'quit' as const, label: texts.quit }]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: texts.edit,
    submenu: [
      action('undo', texts.undo),
      action('redo', texts.redo),
      line,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
      line,
      action('find', texts.find),
    ],
  };
  const go: MenuItemConstructorOptions = {
    label: texts.go,
    submenu: [
      action('next-story', texts.nextStory),
      action('previous-story', texts.previousStory),
      action('next-unread', texts.nextUnread),
      line,
      action('next-annotation', texts.nextAnnotation),
      action('previous-annotation', texts.previousAnnotation),
    ],
  };
  const annotate: MenuItemConstructorOptions = {
    label: texts.annotate,
    submenu: [
      action('claim', texts.claim),
      action('tag', texts.tag),
      action('note', texts.note),
      action('evidence', texts.evidence),
      line,
      action('remove', texts.remove),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: texts.view,
    submenu: [
      action('command-palette', texts.commandPalette),
      line,
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'resetZoom', label: texts.resetZoom },
      line,
      { role: 'togglefullscreen', label: texts.fullScreen },
      { role: 'toggleDevTools', label: texts.developerTools },
    ],
  };
  const window: MenuItemConstructorOptions = {
    label: texts.window,
    submenu: [
      { role: 'minimize', label: texts.minimize },
      ...(mac
        ? [
            { role: 'zoom' as const, label: texts.zoomWindow },
            line,
            { role: 'front' as const, label: texts.front },
          ]
        : [{ role: 'close' as const, label: texts.closeWindow }]),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: texts.help,
    submenu: [
      action('keys', texts.keys),
      ...(mac ? [] : [line, { role: 'about' as const, label: texts.about }]),
    ],
  };
  return [...(mac ? [application] : []), file, edit, go, annotate, view, window, help];
}

function recentItems({ recent, texts, open }: MenuInput): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: texts.noRecent, enabled: false }];
  return recent.slice(0, 10).map(({ title, path }) => ({
    // A single ampersand would mark a letter of the label as its key.
    label: (title || path).replaceAll('&', '&&'),
    toolTip: path,
    click: () => open(path),
  }));
}

/** Shown beside the entry. The interface itself listens to its keys; a Mac's menu takes them first. */
function acceleratorFor(id: string, { keys }: MenuInput): MenuItemConstructorOptions {
  const key = keys[id] ? keys[id][0] : KEYS[id];
  const accelerator = key === undefined ? null : acceleratorOf(key);
  return accelerator === null ? {} : { accelerator, registerAccelerator: false };
}
