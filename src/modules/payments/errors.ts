import { refusals } from '#kernel/errors/index.ts';

/** What a person, or a provider, can cause here. */
export const refuse = refusals('payments', {
  not_found: [404, 'Esta orden de pago no existe, o usted no puede verla. Vuelva a su trámite.'],
  already_settled: [409, 'Esta orden ya está pagada. Recargue la página para ver el comprobante.'],
  cancelled: [409, 'Esta orden de pago fue anulada y ya no se cobra. Vuelva a su trámite para ver qué sigue.'],
  not_settled: [404, 'Todavía no hay comprobante, porque el pago no está confirmado. Si acaba de pagar, espere un minuto y pulse «Ya pagué».'],
  no_provider: [503, 'El pago en línea no está configurado en esta entidad. Pregunte en su ventanilla cómo puede pagar.'],
  provider_unavailable: [503, 'La pasarela de pagos no responde en este momento. Su orden sigue guardada: espere unos minutos y vuelva a intentarlo.'],
  provider_refused: [502, 'La pasarela de pagos no aceptó la orden. No se le cobró nada: avise a la entidad y mencione el número de su trámite.'],
  order_starting: [409, 'Su orden de pago se está preparando en otra ventana. Espere unos segundos y recargue la página.'],
  unknown_provider: [404, 'No hay ninguna pasarela con ese nombre. Revise la dirección de la notificación.'],
  webhook_untrusted: [401, 'La notificación no trae la credencial acordada. Revise la cabecera Authorization.'],
  webhook_unreadable: [400, 'La notificación no dice de qué transacción trata. Envíe «codigoSeguimiento» con el código de la transacción.'],
  webhook_too_large: [413, 'La notificación pasa de {bytes} bytes. Envíe solo los datos de la transacción.'],
  transaction_unknown: [404, 'No conocemos esa transacción. Vuelva a notificarla en unos minutos; si persiste, compare los códigos con la entidad.'],
  settings_incomplete: [500, 'Falta la variable {name} para usar la pasarela de pagos, o no se entiende. Complétela y vuelva a iniciar.'],
  settings_bad_url: [500, '{name} debe ser una dirección completa que empiece con https://. Corríjala y vuelva a iniciar.'],
  account_without_token: [503, 'La cuenta {account} no tiene credencial en la pasarela de pagos. Avise a quien administra el sistema: debe agregarla en PPE_CPT_TOKENS.'],
  webhook_not_taken: [502, 'La notificación del simulador no fue recibida (respuesta {status}). Se enviará de nuevo.'],
  simulated_not_found: [404, 'El simulador no tiene esa transacción. Vuelva a su trámite y pulse «Pagar en línea».'],
  discrepancy_not_found: [404, 'Esa discrepancia no existe en su entidad. Vuelva a la lista de pagos.'],
});
