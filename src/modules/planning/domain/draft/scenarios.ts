import type { LocalDate } from '#kernel/clock.ts';
import type { DraftForm } from './form.ts';

const longDays = 11;

/** scenarios.yaml of a draft: every way through its flow, from the day on which it is made, because its fee holds from then. */
export function scenariosOf({ pages }: DraftForm, isCharged: boolean, today: LocalDate): unknown {
  const files = pages.flatMap(({ fields }) => fields).filter(({ type }) => type === 'file').map(({ id }) => [id, `${id}.pdf`] as const);
  const begin = isCharged ? ['presentar', 'pagar'] : ['presentar'];
  const review = (respuesta: string, more: Readonly<Record<string, unknown>> = {}) => ({ servidor: { unidad: 'ventanilla', respuesta, motivo: 'Según lo revisado.', ...more } });
  const observe = review('observar', { observar: { pedido: 'Describa mejor lo que pide.' } });
  return {
    comun: { inicio: `${today} 09:00`, respuestas: { correo: 'persona@ejemplo.bo', pedido: 'Lo que dice el trámite.', ...Object.fromEntries(files) } },
    ensayos: [
      { nombre: 'Se concede', pasos: [...begin, { ...review('conceder', { respuestas: { detalle: 'Se concede lo solicitado.' } }), resulta: { estado: 'aprobado', documento_emitido: true } }] },
      { nombre: 'Se observa, se corrige y se rechaza', pasos: [...begin, { ...observe, resulta: { estado: 'observado' } }, { corregir: { pedido: 'Lo que pido, con más detalle.' } }, { ...review('rechazar'), resulta: { estado: 'rechazado' } }] },
      { nombre: 'No se corrige a tiempo y se archiva', pasos: [...begin, observe, { esperar: { dias_habiles: longDays }, resulta: { estado: 'archivado' } }] },
      ...(isCharged ? [{ nombre: 'No se paga a tiempo y se archiva', pasos: ['presentar', { esperar: { dias_habiles: longDays }, resulta: { estado: 'archivado' } }] }] : []),
    ],
  };
}
