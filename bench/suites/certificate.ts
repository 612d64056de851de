import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PDF } from '@libpdf/core';
import { systemClock } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import { createCertificates, filesIn, openSealing, type CertificateRequest, type Sealing } from '#modules/certificates/index.ts';
import { folderStore } from '#modules/documents/index.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { perSecond, race } from '../support/rounds.ts';
import { openWorld } from '../support/world.ts';

/** Certificates issued and sealed, beside Typst and the signature alone. */
export const certificate: Suite = {
  name: 'certificate',
  title: 'Certificates',
  inTheWay: `The file and its folders are synced to the disk before the register names them.`,
  method: `A certificate of one page with QR is printed as PDF/A-2a, sealed with PAdES B-T by the embedded authorities, written to the disk, registered and announced, four at once in one process.
The limit prints what the product printed, with another code each time, and signs it with the same key and time stamp; nothing is kept.`,
  run: measure,
};

const lanes = 4;

async function* measure({ scale: { rounds, roundSeconds }, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres), { folder, remove } = temporaryFolder('certificates');
  try {
    const sealing = await openSealing({ dataFolder: folder, settingsFile: undefined }, systemClock);
    const certificates = createCertificates({ sealing, files: filesIn(folderStore(join(folder, 'files')), join(folder, 'tmp')), origin: () => 'https://ventanilla.example.bo' });
    const entityId = world.definition.entityId;
    const issue = () => certificates.issue(world.db, request(entityId), new Date());
    const alone = await printAndSign(await printed(issue), sealing);
    const contest = await race({ product: (seconds) => perSecond(issue, lanes, seconds), alone: (seconds) => perSecond(alone, lanes, seconds) }, rounds, roundSeconds);
    yield measured({ name: 'certificate_issued', value: contest.value('product'), unit: 'per second', limit: contest.value('alone'), ratio: contest.ratio('product', 'alone'), beside: 'Typst and the signature alone', goal: { of: 'ratio', atLeast: 0.7 } });
  } finally {
    await world.close();
    remove();
  }
}

const entityName = 'Gobierno Autónomo Departamental (ejemplo)';

const request = (entityId: EntityId): CertificateRequest => ({
  entity: { id: entityId, name: entityName, unit: 'Servicio Departamental de Salud' }, caseId: newId(), element: 'emision',
  procedure: { id: 'gobierno-departamental/permiso-de-prueba', name: 'Permiso de funcionamiento', version: '1' }, template,
  holder: { name: 'Rosa Mamani Quispe', document: 'Cédula de identidad 4567891' },
  answers: { nombre: 'Panadería La Espiga de Oro', direccion: 'Av. 6 de Agosto N.º 1234, Oruro', superficie: 140 }, signatory: { name: 'Freddy Mollo Colque' },
});

const template = `#import "/base.typ": certificate, row, given
#show: certificate.with(
  title: "Permiso de funcionamiento",
  lead: [Cumplidos los requisitos, se autoriza el funcionamiento del establecimiento que se describe, a nombre de],
  rows: (
    row("Establecimiento", given.answers.nombre, public: true),
    row("Dirección", given.answers.direccion, public: true),
    row("Superficie", given.answers.superficie),
  ),
  legal-basis: ("Por confirmar",),
)
El permiso no se transfiere.
`;

type Printed = { readonly path: string; readonly content: Buffer; readonly given: string; readonly code: string };

/** What the product gives to Typst for one certificate, taken down while it issues one. */
async function printed(issue: () => Promise<{ readonly code: string }>): Promise<Printed> {
  const { mapShadow, compile } = NodeCompiler.prototype;
  let path = '', content: Buffer = Buffer.alloc(0), given = '';
  NodeCompiler.prototype.mapShadow = function(to, bytes) { path = to; content = bytes; return mapShadow.call(this, to, bytes); };
  NodeCompiler.prototype.compile = function(options) { given = options.inputs?.['given'] ?? ''; return compile.call(this, options); };
  const { code } = await issue();
  Object.assign(NodeCompiler.prototype, { mapShadow, compile });
  invariant(path !== '' && given.includes(code), 'issuing prints with Typst');
  return { path, content, given, code };
}

async function printAndSign({ path, content, given, code }: Printed, sealing: Sealing): Promise<() => Promise<unknown>> {
  const compiler = NodeCompiler.create({ workspace: dirname(path) }), { signer } = await sealing.sealFor({ id: 'bench', name: entityName });
  compiler.mapShadow(path, content);
  let made = 0;
  return async () => {
    // Typst remembers what it has laid out, and forgets it as often as the product lets it.
    if (++made % 10 === 0) compiler.evictCache(1);
    const { result } = compiler.compile({ mainFilePath: path, inputs: { given: given.replaceAll(code, `XXXX-${String(made).padStart(4, '0')}-XXXX`) } });
    invariant(result, 'what the product printed can be printed again');
    const document = await PDF.load(compiler.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: 1_700_000_000 }));
    return document.sign({ signer, level: 'B-T', timestampAuthority: sealing.timestamps, signingTime: new Date(), fieldName: 'Sello', estimatedSize: 12_288 });
  };
}
