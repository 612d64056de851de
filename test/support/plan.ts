import { demoEntityId, demoOfficerId } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';

/** What a plan must say before it may be registered, as briefly as it can. */
export const someContent = {
  diagnostico: 'Los trámites se hacen en ventanilla.', fortalezas: 'Equipo propio', oportunidades: 'Plan nacional', debilidades: 'Poca conectividad', amenazas: 'Rotación de personal',
  instrumentos: [{ instrumento: 'pei', nombre: 'Plan Estratégico Institucional', desde: 2025, hasta: 2028 }], mision: 'Servir cerca.', vision: 'Trámites sin filas.',
  objetivos: [{ codigo: 'GC', nombre: 'Gobierno cercano', proposito: 'Que nadie viaje para un trámite.' }], contribuciones: [{ meta: '6.2', valor_2026: 10 }, { meta: '14.1', valor_2026: 1 }],
  indicadores: [{ codigo: 'I1', nombre: 'Trámites digitales' }], proyectos: [{ codigo: 'P1', nombre: 'Ventanilla' }], tareas: [{ codigo: 'T1', nombre: 'Modelar', proyecto: 'P1' }],
  fases: [{ nombre: 'Primera', presupuesto: 1_000_00 }], responsables: [{ cargo: 'Jefatura de sistemas' }], riesgos: [{ riesgo: 'Falta de presupuesto' }],
};

/** Writes the plan of an entity of the demonstration, as somebody did on its pages; gives its id. */
export async function writePlan(db: Db, entity: Parameters<typeof demoEntityId>[0], username: string, now: Date): Promise<string> {
  const id = newId<'plan'>(now);
  await db.rows(`
    insert into plans.plan (entity_id, id, version, title, from_year, to_year, revision, content, created_at, created_by, updated_at, updated_by)
    values ($1, $2, 1, 'Plan de prueba', 2025, 2028, 1, $3, $4, $5, $4, $5)`, [demoEntityId(entity), id, JSON.stringify(someContent), now, demoOfficerId(username)]);
  return id;
}
