import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startJourney, type Journey, type Screen } from '#support/journey/site.ts';
import { download, follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const record = (id: number, name: string) => JSON.stringify({
  id: String(id), nombre: name, slug: `tramite-${id}`, descripcion: `${name}, para quien importa o exporta mercancías por primera vez.`, entidad: { nombre: 'Aduana Nacional', sigla: 'AN', slug: 'aduana-nacional' }, fechaActualización: '09/07/2025',
  marcoLegal: 'Ley N.º 1990', modalidades: [{ tipo: 'PRESENCIAL', publico: [{ tieneCosto: true, costos: [{ conceptoPago: 'Arancel', costo: '78.00', moneda: 'Bs' }], duracion: '5', unidadMedidaDuracion: 'Día(s)', procedimiento: '<ol><li>Presente los requisitos en un folder amarillo.</li></ol>', nombrePublicoObjetivo: 'Persona Natural', requisitos: [{ nombre: 'Cédula de Identidad', comentario: 'Fotocopia simple' }] }] }],
});
const file = { name: 'tramites.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(Array.from({ length: 100 }, (_, n) => record(n + 1, `Autorización ${n + 1} de despacho`)).join('\n')) };

for (const screen of ['desk', 'phone'] as const satisfies readonly Screen[]) {
  test(`${screen}: an inventory is filled from what is published, from a file and by hand`, { timeout: 240_000 }, async () => {
    const paola = await journey.officer('diseno', screen), isFirst = screen === 'desk';
    await paola.goto('/plan');
    await check(paola);
    if (isFirst) {
      assert.match(await paola.locator('main').innerText(), /El inventario está vacío/);
      await goOn(paola, 'Traer los trámites publicados');
    }
    await paola.goto('/plan/inventario');
    await check(paola);
    if (isFirst) assert.match(await paola.locator('main').innerText(), /Solicitud de copias simples/);

    await paola.goto('/plan/inventario/importacion');
    await goOn(paola, 'Revisar el archivo');
    assert.match(await paola.locator('.govuk-error-summary').innerText(), /Elija un archivo/);
    await paola.locator('input[type=file]').setInputFiles(file);
    await goOn(paola, 'Revisar el archivo');
    assert.match(await paola.locator('main').innerText(), isFirst ? /100\s+nuevos/ : /100\s+sin cambios/);
    if (isFirst) await goOn(paola, 'Importar 100 trámites');
    await paola.goto('/plan/inventario');

    await paola.goto('/plan/inventario/nueva');
    await goOn(paola, 'Continuar');
    assert.match(await paola.locator('.govuk-error-summary').innerText(), /Escriba el nombre/);
    await paola.getByLabel('Nombre del trámite o servicio').fill(`Devolución de tributos ${screen}`);
    await goOn(paola, 'Continuar');
    await paola.getByLabel('¿Para qué sirve?').fill('Devuelve lo que se pagó de más en un despacho, a quien lo pagó.');
    await goOn(paola);
    await paola.getByLabel('Solicitudes al año').fill('mil');
    await goOn(paola);
    assert.match(await paola.locator('.govuk-error-summary').innerText(), /solicitudes al año/i);
    await paola.getByLabel('Solicitudes al año').fill('1.000');
    await paola.goBack();
    await check(paola);
    await paola.goto(`/plan/inventario/tramite/devolucion-de-tributos-${screen}/requisitos`);
    await check(paola);
    await paola.goto(`/plan/inventario/tramite/devolucion-de-tributos-${screen}/normas`);
    await check(paola);
    await paola.goto(`/plan/inventario/tramite/devolucion-de-tributos-${screen}`);
    await check(paola);
    assert.match(await paola.locator('main').innerText(), /No nombra ninguna norma/);
    await follow(paola, 'Corregir: No nombra ninguna norma que lo respalde.');
    assert.match(paola.url(), /\/normas#base_legal$/);
    await paola.goto('/plan/inventario?q=tributos&defectos=si');
    await check(paola);

    await paola.goto('/plan/inventario/tramite/tramite-2/demanda');
    await paola.getByLabel('Solicitudes al año').fill('9.000');
    await paola.getByLabel('Personas a las que beneficia').fill('40.000');
    await goOn(paola);
    await paola.goto('/plan/priorizacion');
    await check(paola);
    assert.match(await paola.locator('tbody tr').first().innerText(), /Autorización 2 de despacho/);
    await paola.getByText('Cómo se calculó').first().click();
    await check(paola);
    assert.match(await paola.locator('tbody tr').first().innerText(), /Volumen: 9\.000 solicitudes al año/);
    await paola.getByText('Cambiar los pesos').click();
    await paola.getByLabel('Volumen').fill('10');
    await goOn(paola, 'Ordenar con estos pesos');
    await goOn(paola, 'Guardar este orden');
    assert.match(await paola.locator('main').innerText(), /Volumen 10/);

    await paola.goto('/plan/una-sola-vez');
    await check(paola);
    assert.match(await paola.locator('tbody tr').first().innerText(), /Cédula de identidad[\s\S]*SEGIP[\s\S]*100 trámites[\s\S]*9\.000/);

    await paola.goto('/plan/inventario/tramite/tramite-2');
    await follow(paola, 'Preparar el trámite en línea');
    assert.match(await paola.locator('main').innerText(), /4 ensayos, todos bien/);
    assert.equal((await download(paola, 'Descargar el borrador')).subarray(0, 2).toString(), 'PK');
  });
}

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
