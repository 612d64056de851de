import { demoAccounts } from '#modules/identity/index.ts';

/** What whoever started the process should know. */
export type Started = { readonly publicUrl: string; readonly demo: boolean; readonly embedded: boolean; readonly dataFolder: string };

/** Says where the site is, and, in a demonstration, with which accounts and what to try first. */
export function announce(say: (sentence: string) => void, started: Started): void {
  say(`\nVentanilla está lista en ${started.publicUrl}\n`);
  if (started.embedded) say(`Los datos se guardan en ${started.dataFolder}. Para detenerla, presione Ctrl+C.\n`);
  if (started.demo) sayDemo(say);
}

function sayDemo(say: (sentence: string) => void): void {
  const accounts = demoAccounts();
  const width = Math.max(...accounts.map(({ user }) => user.length));
  say(`Es una demostración: personas, pagos y sellos son inventados. Todas las cuentas tienen la contraseña «${accounts[0]?.password ?? ''}».\n`);
  for (const { user, who, does } of accounts) say(`  ${user.padEnd(width)}  ${who} (${does})`);
  say(`
Qué probar primero:
  1. Entre a /tramites/copias-simples y presione «Iniciar el trámite». Ingrese con Ciudadanía Digital como Rosa Mamani (4567891).
  2. Complete la solicitud, envíela y pague en la pasarela simulada.
  3. Salga, ingrese como servidor público (ventanilla.aduana) y admita la solicitud en el escritorio; luego archivo.aduana entrega la copia.
  4. Vuelva como Rosa, descargue el documento sellado y compruébelo en /verificar.
`);
}
