/**
 * Why a delivery failed, in a sentence. A refusal says it itself; codes of the system (`ECONNREFUSED`) and of Postgres (`53100`) have their
 * words here. What else a program says is for the log: it is no sentence, and may hold what this page must not show.
 */
export function sayWhy(error: { readonly code?: string; readonly said: string } | undefined): string {
  if (error === undefined) return 'Nadie lo atendió todavía. Si sigue así, reinicie Ventanilla.';
  const { code = '', said } = error;
  if (isRefusalCode(code)) return said;
  return causes.find(([codes]) => codes.test(code))?.[1] ?? 'Falló algo dentro de Ventanilla. Busque «delivery failed» en el registro y repórtelo.';
}

const isRefusalCode = (code: string): boolean => /^[a-z][a-z-]*\.[a-z_]+$/.test(code);

const causes: readonly (readonly [codes: RegExp, sentence: string])[] = [
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ESOCKET|UND_ERR_\w+)$/, 'El servicio al que hay que llamar no responde.'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'No se encuentra la dirección del servicio al que hay que llamar. Revise la red y el DNS.'],
  [/^(ENOSPC|EDQUOT|53100)$/, 'El disco está lleno. Libere espacio.'],
  [/^(EACCES|EPERM|EROFS)$/, 'Ventanilla no tiene permiso sobre un archivo suyo. Revise de quién es la carpeta de datos.'],
  [/^(08\w{3}|57P0\d|53300)$/, 'La base de datos no respondió.'],
  [/^(40001|40P01|55P03|57014)$/, 'La base de datos estaba ocupada.'],
];
