import { publishProcedure } from '#modules/catalog/index.ts';
import { prepareProcedures, startDraft, saveDraft, submitDraft } from '#modules/cases/index.ts';
import { createOfficer, ensureEntity, getPerson } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId, type CaseId, type EntityId } from '#kernel/ids.ts';

/** A small procedure with everything that a case can do, published in a test's database, and the people who work on it. */
export type World = { readonly entityId: EntityId; readonly applicant: Person; readonly other: Person; readonly clerk: Person; readonly clerk2: Person; readonly chief: Person; readonly stranger: Person };

/** The texts of its folder. */
export const procedureYaml = `
id: entidad-de-prueba/permiso
slug: permiso
name: Permiso de prueba
summary: Sirve para probar todo lo que le puede pasar a un expediente.
entity: { key: entidad-de-prueba, name: Entidad de Prueba, acronym: EP }
audience: [ todos ]
categories: [ empresas ]
channels: [ { kind: online } ]
free: true
terms:
  resolucion: { title: Resolver la solicitud, binds: entity, amount: 10, unit: business_days, countsFrom: submission, suspendedBy: [ observation ], norm: "Ley 2341, art. 17" }
  subsanacion: { title: Corregir lo observado, binds: applicant, amount: 5, unit: business_days, countsFrom: observation, norm: "Ley 2341, art. 43" }
source: { name: Prueba, date: 2026-01-05, confidence: high }
`;

/** Its form. */
export const formYaml = `
title: Permiso
pages:
  - id: datos
    title: Datos
    fields:
      - { id: actividad, type: text, label: Actividad, called: la actividad, maxLength: 80 }
      - { id: superficie, type: integer, label: Superficie, called: la superficie, min: 1, max: 10000 }
`;

const flow = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:ventanilla:bpmn:1" id="d" targetNamespace="urn:prueba">
<process id="permiso" isExecutable="true">${body}</process></definitions>`;

const when = (id: string, from: string, to: string, condition: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"><conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression></sequenceFlow>`;
const next = (id: string, from: string, to: string) => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;

/** Its flow: review, correction with a term, and a decision that another person takes. */
export const flowBpmn = flow(`
<startEvent id="inicio"/>${next('s1', 'inicio', 'revision')}
<userTask id="revision" name="Revisar" v:unit="ventanilla" v:outcomes="aprobar, observar, rechazar" v:term="resolucion"/>${next('s2', 'revision', 'g')}
<exclusiveGateway id="g" default="s5"/>${when('s3', 'g', 'decision', 'revision.outcome = "aprobar"')}${when('s4', 'g', 'correccion', 'revision.outcome = "observar"')}${next('s5', 'g', 'rechazado')}
<receiveTask id="correccion" name="Esperar la corrección" v:waits="correction"/>${next('s6', 'correccion', 'revision')}
<boundaryEvent id="tarde" attachedToRef="correccion"><timerEventDefinition v:term="subsanacion"/></boundaryEvent>${next('s7', 'tarde', 'abandonado')}
<userTask id="decision" name="Decidir" v:unit="ventanilla" v:kind="decision" v:outcomes="conceder, negar" v:fourEyesWith="revision"/>${next('s8', 'decision', 'g2')}
<exclusiveGateway id="g2" default="s10"/>${when('s9', 'g2', 'concedido', 'decision.outcome = "conceder"')}${next('s10', 'g2', 'rechazado')}
<endEvent id="concedido" v:outcome="granted"/><endEvent id="rechazado" v:outcome="refused"/><endEvent id="abandonado" v:outcome="abandoned"/>`);

/** Publishes the procedure and makes its people. */
export async function makeWorld(db: Db, now: Date): Promise<World> {
  const entityId = await ensureEntity(db, { key: 'entidad-de-prueba', name: 'Entidad de Prueba', acronym: 'EP', department: null }, now);
  const elsewhere = await ensureEntity(db, { key: 'otra-entidad', name: 'Otra Entidad', acronym: 'OE', department: null }, now);
  await publishProcedure(db, { path: 'entidad-de-prueba/permiso', files: { 'procedure.yaml': procedureYaml, 'form.yaml': formYaml, 'flow.bpmn': flowBpmn } }, now);
  await prepareProcedures(db, now, (refusal) => { throw refusal; });
  const officer = async (username: string, name: string, units: readonly string[], of = entityId, supervises = false): Promise<Person> => {
    const { id } = await createOfficer(db, { entityId: of, username, name, roles: supervises ? ['officer', 'supervisor'] : ['officer'], units }, undefined, now);
    return getPerson(db, id);
  };
  const [clerk, clerk2, chief, stranger] = await Promise.all([
    officer('lidia', 'Lidia Choque', ['ventanilla']), officer('wilson', 'Wilson Ticona', ['ventanilla']), officer('patricia', 'Patricia Rojas', ['jefatura'], entityId, true),
    officer('ajeno', 'Nadie Ajeno', ['ventanilla'], elsewhere),
  ]);
  return { entityId, applicant: citizen('Rosa Mamani'), other: citizen('Juan Condori'), clerk, clerk2, chief, stranger };
}

const citizen = (name: string): Person => ({ id: newId<'person'>(), kind: 'citizen', name, roles: ['applicant'], units: [], document: { type: 'CI', number: '4567891' }, email: 'persona@ejemplo.bo' });

/** A filled draft, ready to be sent. */
export async function makeDraft(db: Db, person: Person, now: Date): Promise<CaseId> {
  const id = await startDraft(db, 'permiso', person, now);
  await saveDraft(db, id, person.id, { actividad: 'Panadería', superficie: 40 }, now);
  return id;
}

/** A case that was just handed in: one open task, «Revisar», of the unit `ventanilla`. */
export async function makeCase(db: Db, person: Person, now: Date): Promise<CaseId> {
  return submitDraft(db, await makeDraft(db, person, now), person, now);
}
