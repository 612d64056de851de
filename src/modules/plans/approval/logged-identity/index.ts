import { createHash } from 'node:crypto';
import { canonicalJson } from '#modules/cases/index.ts';
import { confirmPassword } from '#modules/identity/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import type { ApprovalProvider, Evidence } from '../contract.ts';

// So that changing one text of the evidence shows.
const sealOf = ({ seal: _, ...rest }: Evidence): string => createHash('sha256').update(canonicalJson(rest)).digest('hex');

/** Approval by whoever is logged in with password and second factor, and types the password once more. */
export const loggedIdentity = {
  key: 'logged-identity', name: 'Identidad con la que ingresó',
  asks: { label: 'Su contraseña, otra vez', hint: 'La que usa para ingresar. La pedimos para comprobar que es usted.', isSecret: true },
  proves: [
    'Prueba que una persona que ingresó con su contraseña y su segundo factor, y escribió otra vez su contraseña, aprobó exactamente este contenido en este instante.',
    'No es una firma digital con certificado ni una aprobación con Ciudadanía Digital: la prueba la guarda este sistema, y vale lo que vale su registro.',
  ],
  async approve(db, { person, sha256, code, secret, ip, now }) {
    const { username } = await confirmPassword(db, person.id, { password: secret, ip }, now);
    const evidence = { person: person.name, account: username, at: now.toISOString(), sha256, code, checked: 'password' };
    return { ...evidence, seal: sealOf(evidence) };
  },
  verify: (evidence, sha256, code) => evidence.sha256 === sha256 && evidence.code === code && evidence.seal === sealOf(evidence),
  say: ({ person = '', at = '' }) => [['Aprobó', person], ['Cuándo', sayInstant(new Date(at))], ['Cómo se comprobó quién era', 'Ingreso con contraseña y segundo factor, y contraseña escrita otra vez al aprobar']],
} as const satisfies ApprovalProvider;
