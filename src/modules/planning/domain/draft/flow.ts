const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Sequence flows in the order of the list: from, to, and the answer of the review that leads there. */
type Way = readonly [from: string, to: string, when?: string];

/** flow.bpmn of a draft: payment where there is one, a review with corrections, the document. */
export function flowOf(slug: string, name: string, isCharged: boolean): string {
  const ways: readonly Way[] = [
    ...(isCharged ? [['inicio', 'orden_de_pago'], ['orden_de_pago', 'aviso_pago'], ['aviso_pago', 'pago'], ['pago', 'revision'], ['sin_pago', 'aviso_archivo']] as const : [['inicio', 'aviso_recepcion'], ['aviso_recepcion', 'revision']] as const),
    ['revision', 'que_se_decide'], ['que_se_decide', 'emision', 'conceder'], ['que_se_decide', 'aviso_observacion', 'observar'], ['que_se_decide', 'aviso_rechazo'],
    ['aviso_observacion', 'correccion'], ['correccion', 'revision'], ['sin_correccion', 'aviso_archivo'], ['emision', 'entrega'], ['entrega', 'fin_concedido'], ['aviso_rechazo', 'fin_rechazado'], ['aviso_archivo', 'fin_archivado'],
  ];
  const otherwise = `s${ways.findIndex(([from, , when]) => from === 'que_se_decide' && when === undefined)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:ventanilla:bpmn:1" id="d-${slug}" targetNamespace="urn:ventanilla:procedures">
  <process id="p_${slug.replaceAll('-', '_')}" name="${escaped(name)}" isExecutable="true">
    <startEvent id="inicio" name="Solicitud presentada"/>
${isCharged ? payment : '    <sendTask id="aviso_recepcion" name="Acusar recibo" v:message="received"/>'}
    <userTask id="revision" name="Revisar la solicitud" v:unit="ventanilla" v:kind="decision" v:outcomes="conceder, observar, rechazar" v:term="resolucion" v:form="resultado" v:formFor="conceder"/>
    <exclusiveGateway id="que_se_decide" name="¿Qué se decide?" default="${otherwise}"/>
    <sendTask id="aviso_observacion" name="Avisar qué corregir" v:message="observed"/>
    <receiveTask id="correccion" name="Esperar la corrección" v:waits="correction"/>
    <boundaryEvent id="sin_correccion" name="No corrigió a tiempo" attachedToRef="correccion"><timerEventDefinition v:term="subsanacion"/></boundaryEvent>
    <serviceTask id="emision" name="Emitir y sellar el documento" v:service="certificate" v:signatory="=revision.por"/>
    <sendTask id="entrega" name="Entregar en línea" v:message="granted"/>
    <endEvent id="fin_concedido" name="Concedido" v:outcome="granted"/>
    <sendTask id="aviso_rechazo" name="Avisar el rechazo con su motivo" v:message="refused"/>
    <endEvent id="fin_rechazado" name="Rechazado" v:outcome="refused"/>
    <sendTask id="aviso_archivo" name="Avisar que se archivó" v:message="abandoned"/>
    <endEvent id="fin_archivado" name="Archivado" v:outcome="abandoned"/>
${ways.map(sequence).join('\n')}
  </process>
</definitions>
`;
}

const payment = `    <serviceTask id="orden_de_pago" name="Emitir la orden de pago" v:service="charge" v:tariff="arancel" v:event="payment_order"/>
    <sendTask id="aviso_pago" name="Avisar que falta el pago" v:message="payment_due"/>
    <receiveTask id="pago" name="Esperar el pago" v:waits="payment"/>
    <boundaryEvent id="sin_pago" name="No pagó a tiempo" attachedToRef="pago"><timerEventDefinition v:term="pago"/></boundaryEvent>`;

const sequence = ([from, to, when]: Way, at: number): string => (when === undefined ? `    <sequenceFlow id="s${at}" sourceRef="${from}" targetRef="${to}"/>`
  : `    <sequenceFlow id="s${at}" sourceRef="${from}" targetRef="${to}"><conditionExpression xsi:type="tFormalExpression">revision.outcome = "${when}"</conditionExpression></sequenceFlow>`);
