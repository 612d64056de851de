import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin', '/usr/lib/apache2/modules'];

/**
 * Why a test that needs these programs cannot run here, for node:test's `skip`; false where they are all there. In CI it is always false: there the
 * test must run, and fails where something is missing.
 */
export function lacking(...programs: readonly string[]): string | false {
  const absent = programs.filter((program) => !folders.some((folder) => existsSync(resolve(folder, program))));
  return absent.length === 0 || process.env.CI ? false : `${absent.join(', ')} not installed: npm test installs what it needs when run as root on Debian`;
}
