import { keyWords, statusName, statusWords } from '#modules/cases/index.ts';
import { standardKeys, standardNames } from '#modules/notifications/index.ts';
import { generated, markdownTable } from './table.ts';

/** The words that the files of a procedure share: events, awaited things, messages, and the keys and states of scenarios. */
export async function procedureWordsReference(): Promise<string> {
  return [
    '# Palabras de un trámite', generated,
    '## Hechos desde los que se cuenta un plazo', 'Lo que puede decir `countsFrom` y `suspendedBy` en procedure.yaml, además de lo que el flujo nombre con `v:event`.', markdownTable(['hecho', 'cuándo ocurre'], events),
    '## Lo que un flujo puede esperar', 'Lo que puede decir `v:waits`; cada uno es también un hecho.', markdownTable(['`v:waits`', 'llega cuando'], waits),
    '## Mensajes', 'Claves que tienen palabras comunes; messages.yaml puede escribir otras, o las suyas para estas.', standardKeys.map((key) => `\`${key}\``).join(', ') + '.',
    `Los textos ven además de las respuestas y los resultados: ${standardNames.map((name) => `\`${name}\``).join(', ')}.`,
    '## Estados', markdownTable(['en scenarios.yaml', 'o', 'en pantalla'], Object.entries(statusWords).map(([status, word]) => [`\`${word}\``, `\`${status}\``, statusName[status as keyof typeof statusWords]])),
    '## Claves de scenarios.yaml', markdownTable(['en castellano', 'o en inglés'], Object.entries(keyWords).map(([english, spanish]) => [`\`${spanish}\``, `\`${english}\``])),
  ].join('\n\n') + '\n';
}

const events: readonly (readonly [string, string])[] = [
  ['`submission`', 'Se presenta la solicitud.'], ['`observation`', 'Un servidor pide corregir; detiene los plazos que lo digan en `suspendedBy`.'],
  ['`correction`', 'Se envía la corrección; los plazos detenidos siguen.'], ['`payment`', 'Llega el pago.'],
];

const waits: readonly (readonly [string, string])[] = [
  ['`payment`', 'se paga la orden que emitió `v:service="charge"`'], ['`correction`', 'quien solicita corrige lo observado'],
  ['`appointment`', 'reserva una cita de `v:resource`'], ['`attendance`', 'la agenda anota que vino'], ['`absence`', 'la agenda anota que faltó'], ['`cancellation`', 'se cancela la cita'],
];
