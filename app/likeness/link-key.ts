/** Says who followed a link from where, not what it leads to. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|_ga|_gl|ref|ref_src|ref_url|cmpid|cmp|icid|ito|partner|soc_\w+|s_cid|spm|smid|smtyp|feature|si|at_\w+|ocid|taid|n_cid)$/iu;
/** Where the same page stands in another form for telephones. */
const MOBILE = /^(?:www|m|mobile|amp|sp|s)\.(?=[^.]+\.)/iu;
const SHORT = /^t\.co$/iu;

/**
 * What two links have in common that lead to the same page: without scheme, `www.` and `m.`, forms for telephones,
 * tracking, fragment and the slash at the end; what is asked behind `?` in order. Links of t.co stay as they are.
 * Null for what is no link.
 */
export function linkKey(link: string): string | null {
  const match =
    /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::(?:80|443)(?=[/?#]|$))?([^?#]*)(?:\?([^#]*))?/iu.exec(link);
  if (match === null) return null;
  const [, name = '', path = '', query = ''] = match;
  const host = name.toLowerCase();
  if (SHORT.test(host)) return `${host}${path.replace(/\/+$/u, '')}`;
  const asked = query
    .split('&')
    .filter((pair) => pair !== '' && !/^(?:amp|outputtype=amp)$/iu.test(pair))
    .filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''))
    .sort();
  const page = path
    .replace(/\/+/gu, '/')
    .replace(/\/(?:index\.html?|amp)\/?$/iu, '')
    .replace(/\/$/u, '')
    .replace(/^\/amp(?=\/)/iu, '');
  return `${host.replace(MOBILE, '').replace(MOBILE, '')}${page}${asked.length > 0 ? `?${asked.join('&')}` : ''}`;
}

/** Leads to a site and to nothing in particular: two stories that have it in common need not be about the same. */
export function isFrontPage(key: string): boolean {
  return !/[/?]/u.test(key);
}
