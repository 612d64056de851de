import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { publishProcedure } from '#modules/catalog/index.ts';
import { actAsOfficer, openCase, prepareProcedures, saveDraft, startDraft, submitDraft } from '#modules/cases/index.ts';
import { createCertificates, filesIn, openSealing, type Certificate, type Certificates } from '#modules/certificates/index.ts';
import { deskModule } from '#modules/desk/index.ts';
import { documentsModule, folderStore, receiveUpload, type Documents } from '#modules/documents/index.ts';
import { createOfficer, getPerson } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Route } from '#kernel/http/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { makeCase, makeWorld, type World } from './procedure.ts';

/** A desk over a database of its own: its routes, the people of the small procedure, and those of a confidential one. */
export type Desk = {
  readonly db: Database; readonly asOwner: FreshDatabase['asOwner']; readonly now: Date; readonly routes: readonly Route[]; readonly documents: Documents; readonly certificates: Certificates;
  readonly people: World & { readonly auditor: Person; readonly watcher: Person };
  readonly close: () => Promise<void>;
};

const confidentialYaml = `
id: entidad-de-prueba/denuncia
slug: denuncia
name: Denuncia de prueba
summary: Un expediente reservado, con archivos y con lo que llena quien atiende.
entity: { key: entidad-de-prueba, name: Entidad de Prueba, acronym: EP }
audience: [ todos ]
categories: [ empresas ]
channels: [ { kind: online } ]
free: true
confidential: true
source: { name: Prueba, date: 2026-01-05, confidence: high }
`;

const formYaml = `
title: Denuncia
pages:
  - id: relato
    title: Relato
    fields:
      - { id: hechos, type: textarea, label: Hechos, called: los hechos, maxLength: 500 }
      - { id: prueba, type: file, label: Prueba, called: la prueba, accept: [ pdf, png ], required: false }
  - id: acta
    title: Acta
    officerOnly: true
    fields:
      - { id: registro, type: text, label: Registro, called: el registro, required: true, maxLength: 40 }
      - { id: informe, type: file, label: Informe, called: el informe, accept: [ pdf ], required: false }
`;

const flowBpmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:ventanilla:bpmn:1" id="d" targetNamespace="urn:prueba">
<process id="denuncia" isExecutable="true"><startEvent id="inicio"/><sequenceFlow id="s1" sourceRef="inicio" targetRef="admision"/>
<userTask id="admision" name="Admitir la denuncia" v:unit="transparencia" v:kind="decision" v:outcomes="admitir, no_corresponde" v:form="acta" v:formFor="admitir"/>
<sequenceFlow id="s2" sourceRef="admision" targetRef="fin"/><endEvent id="fin" v:outcome="granted"/></process></definitions>`;

/** Opens such a desk, as at a Monday morning. */
export async function makeDesk(now = new Date('2026-11-23T10:00:00-04:00')): Promise<Desk> {
  const [fresh, dataFolder] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'ventanilla-desk-'))]);
  const { db } = fresh, world = await makeWorld(db, now);
  await publishProcedure(db, { path: 'entidad-de-prueba/denuncia', files: { 'procedure.yaml': confidentialYaml, 'form.yaml': formYaml, 'flow.bpmn': flowBpmn } }, now);
  await prepareProcedures(db, now, (refusal) => { throw refusal; });
  const officer = async (username: string, name: string, roles: readonly ('officer' | 'auditor')[], units: readonly string[]): Promise<Person> =>
    getPerson(db, (await createOfficer(db, { entityId: world.entityId, username, name, roles, units }, undefined, now)).id);
  const people = { ...world, auditor: await officer('auditora', 'Elsa Auditora', ['auditor'], []), watcher: await officer('daniela', 'Daniela Quiroga', ['officer'], ['transparencia']) };
  const { documents } = documentsModule({ config: { dataFolder, environment: { CLAMD: 'no' } }, log: silentLog });
  const sealing = await openSealing({ dataFolder, settingsFile: undefined }, fixedClock(now));
  const folder = join(dataFolder, 'certificados');
  const certificates = createCertificates({ sealing, files: filesIn(folderStore(folder), join(folder, 'tmp')), origin: () => 'http://127.0.0.1' });
  return { db, asOwner: fresh.asOwner, now, documents, certificates, people, routes: deskModule({ documents, certificates }).routes ?? [], close: async () => { await fresh.close(); await rm(dataFolder, { recursive: true }); } };
}

/** A case whose one open task this officer has taken. */
export async function claimedCase({ db, now, people }: Desk, officer: Person): Promise<{ readonly id: CaseId; readonly task: string }> {
  const id = await makeCase(db, people.applicant, now), task = await openTaskOf(db, id, officer);
  await actAsOfficer(db, id, officer, { type: 'claim', task }, now);
  return { id, task };
}

/** The key of the first open task of a case. */
export async function openTaskOf(db: Database, id: CaseId, officer: Person): Promise<string> {
  const [task] = (await openCase(db, id, officer)).current.state.tasks;
  invariant(task, 'the case has an open task');
  return task.key;
}

/** A confidential case with a file, which may be any bytes that the form takes. */
export async function makeConfidentialCase({ db, now, people, documents }: Desk, bytes: Buffer, filename = 'prueba.pdf'): Promise<CaseId> {
  const { applicant, entityId } = people, id = await startDraft(db, 'denuncia', applicant, now);
  const part = { kind: 'file', name: 'prueba', filename, mimetype: 'application/octet-stream', stream: Readable.from([bytes]) } as const;
  const file = await receiveUpload(documents, db, part, { entityId, owner: `draft:${id}`, fieldId: 'prueba' }, { accept: ['pdf', 'png'], bytesMax: 1_000_000 }, now);
  invariant(file, 'the file was received');
  await saveDraft(db, id, applicant.id, { hechos: 'Pidieron dinero.', prueba: [{ id: file.id, name: file.name, type: file.type, bytes: file.bytes }] }, now);
  return submitDraft(db, id, applicant, now);
}

/** A certificate of a case, as its flow would have issued it. */
export async function issueFor({ db, now, certificates, people }: Desk, id: CaseId): Promise<Certificate> {
  return certificates.issue(db, {
    entity: { id: people.entityId, name: 'Entidad de Prueba' }, caseId: id, element: 'emision', procedure: { id: 'entidad-de-prueba/permiso', name: 'Permiso de prueba', version: '1' },
    template: '#import "/base.typ": certificate, row, given\n#show: certificate.with(title: "Permiso", lead: [Se autoriza.], rows: (row("Actividad", given.answers.actividad),), legal-basis: ("Ley 2341",))\nVale.\n',
    holder: { name: 'Rosa Mamani' }, answers: { actividad: 'Panadería' },
  }, now);
}
