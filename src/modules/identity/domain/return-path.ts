const lengthMax = 500;

/**
 * Where to go after logging in: only a path of our own survives, anything else becomes `otherwise`. Browsers read a backslash as a slash
 * and drop tabs and newlines, so `/\evil`, `//evil` and `/\t/evil` are other people's addresses.
 */
export function returnPath(asked: string | undefined, otherwise: string): string {
  if (asked === undefined || asked.length > lengthMax || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(asked)) return otherwise;
  const url = URL.parse(asked, ours);
  if (url === null || url.origin !== ours || comesBack.test(url.pathname)) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}

const ours = 'http://ours.invalid';

// Going back to the doors would go in circles, and leaving is only by POST.
const comesBack = /^\/+(ingresar|salir|oidc)(\/|$)|^\/\//;
