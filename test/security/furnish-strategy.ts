import { invariant } from '#kernel/errors/index.ts';
import { press } from '#support/procedure-steps.ts';
import { officer } from '#support/people.ts';

/** A digitisation strategy with a solution, a text and a frozen version; gives its id. */
export async function startStrategy(url: string): Promise<string> {
  const designer = await officer(url, 'diseno');
  await press(designer, '/plan/inventario/publicados');
  const orden = idIn(await press(designer, '/plan/priorizacion')), day = (name: string, month: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: month, [`${name}-year`]: '2027' });
  const id = idIn(await press(designer, '/plan/estrategia/nueva', { titulo: 'Una estrategia de prueba', orden, ...day('desde', '1'), ...day('hasta', '12') }));
  await press(designer, `/plan/estrategia/${id}/soluciones`, { tramite: 'aduana-nacional/copias-simples' });
  await press(designer, `/plan/estrategia/${id}/seccion/antecedentes?revision=0`, { texto: 'La entidad tiene un plan.' });
  await press(designer, `/plan/estrategia/${id}/versiones`);
  return id;
}

function idIn({ headers, text }: Awaited<ReturnType<typeof press>>): string {
  const id = /\/([0-9a-f-]{36})(?:\/|$)/.exec(headers.get('location') ?? '')?.[1];
  invariant(id, `it leads to what was made: ${text.slice(0, 300)}`);
  return id;
}
